// All answers to one question on a wall: found, put in order and in groups, opened, and read together.
(function (window, document, iiv) {
  "use strict";

  var wall = document.querySelector("[data-iiv-wall]");
  var frame = wall && wall.querySelector("[data-iiv-find]");
  if (!frame) return;

  var BEFORE = 70; // letters around what was found
  var AFTER = 130;
  var SHOWN = 150; // letters of a folded answer that are in sight for sure
  var WHO = ".iiv-entry__who :is(.iiv-name, .iiv-line, time)";

  var container = wall.querySelector(".iiv-cards");
  var cards = Array.from(container.children);
  var far = wall.dataset.iivWall === "gists";
  var whole = new Map(); // texts of answers that are not in the page, by card
  var grouping = iiv.grouping(container);
  var opening = iiv.opening(wall, cards, function (card) { mark(card); });
  var filtering = iiv.filtering(frame, cards, textOf, function (items, elements, by) {
    grouping.arrange(items, elements, by);
    opening.settle();
  });

  // What they said and who they are, and no words of ours.
  function textOf(card) {
    var who = Array.from(card.querySelectorAll(WHO), function (part) { return part.textContent; });
    return who.concat(saidIn(card)).join(" ");
  }

  function saidIn(card) {
    var said = card.querySelector(".iiv-said") || card.querySelector(".iiv-gist");
    return whole.get(card) || said.textContent;
  }

  // --- Whole answers, to find words in ------------------------------------------------------------------

  function lookFurther() {
    lookFurther = function () {};
    if (!far || !iiv.search) return;
    filtering.again(", looking through whole answers \u2026");
    iiv.search.hold(function () {
      if (iiv.search.held.complete) learn(0);
    });
  }

  // Some at a time, so that keys are answered in between.
  function learn(from) {
    filtering.items.slice(from, from + 100).forEach(function (item) {
      var link = item.element.querySelector(".iiv-entry__facts a");
      var address = link.href.slice(iiv.root.length).split("#")[0];
      var text = iiv.search.textOf(address, decodeURIComponent(link.hash.slice(1)));
      if (!text) return;
      whole.set(item.element, text);
      item.text += " " + iiv.fold(text);
    });
    if (from + 100 < cards.length) window.setTimeout(learn, 0, from + 100);
    else finish();
  }

  function finish() {
    filtering.again("");
    settled(function () { wall.removeAttribute("data-waiting"); });
  }

  // Once all that fit are in the page, and those near the screen are laid out and marked, two frames later.
  function settled(then) {
    var all = filtering.items.every(function (item) { return item.fits !== item.element.hidden; });
    if (!all) return window.setTimeout(settled, 0, then);
    window.requestAnimationFrame(function () {
      window.requestAnimationFrame(function () { window.setTimeout(then); });
    });
  }

  // --- What was found -------------------------------------------------------------------------------------

  var mark = iiv.marking(filtering, cards, function (card, words) {
    var before = card.querySelector(".iiv-hit");
    if (before) before.remove();
    var hit = words.length ? hitIn(card, words) : null;
    if (hit) (card.querySelector(".iiv-said") || card.querySelector(".iiv-gist")).after(hit);
    return card.querySelectorAll(WHO + ", .iiv-hit, .iiv-gist, .iiv-said");
  });

  wall.addEventListener("iiv:opened", function (event) {
    event.detail.forEach(mark);
  });

  // The line that tells where a folded answer has a word that is not in sight.
  function hitIn(card, words) {
    if (!card.matches(".iiv-entry--folds:not([data-open])")) return null;
    var gist = card.querySelector(".iiv-gist");
    var text = saidIn(card).replace(/\s+/g, " ").trim();
    var lower = iiv.fold(text);
    var shown = gist ? iiv.fold(gist.textContent) : lower.slice(0, SHOWN);
    var word = words.find(function (one) { return shown.indexOf(one) < 0 && lower.indexOf(one) >= 0; });
    if (!word) return null;
    var hit = iiv.element("p", "iiv-hit", around(text, lower.indexOf(word), word.length));
    hit.dir = "auto";
    return hit;
  }

  function around(text, at, length) {
    var from = Math.max(0, at - BEFORE);
    var to = Math.min(text.length, at + length + AFTER);
    if (from > 0) from = Math.min(at, text.indexOf(" ", from) + 1 || at);
    if (to < text.length) to = Math.max(at + length, text.lastIndexOf(" ", to));
    return (from > 0 ? "\u2026 " : "") + text.slice(from, to).trim() + (to < text.length ? " \u2026" : "");
  }

  // The same words are looked for in the answers to another question.
  var elsewhere = wall.querySelector("[data-iiv-elsewhere]");
  var others = Array.from(document.querySelectorAll("[data-iiv-elsewhere] a, .iiv-turn a"));

  filtering.onChange(function (words, typed) {
    if (words.length) lookFurther();
    grouping.count();
    opening.settle();
    wall.toggleAttribute("data-narrowed", words.length > 0);
    if (elsewhere) elsewhere.hidden = !words.length;
    others.forEach(function (link) {
      link.search = words.length ? "?find=" + encodeURIComponent(typed) : "";
    });
  });

  frame.addEventListener("iiv:shown", opening.settle);

  // --- All at once ----------------------------------------------------------------------------------------

  var all = frame.querySelector("[data-iiv-unfold-all]");

  function unfoldAll(open) {
    all.setAttribute("aria-pressed", String(open));
    all.textContent = open ? "Fold all" : "Open all";
    opening.open(cards.filter(function (card) { return card.matches(".iiv-entry--folds"); }), open);
  }

  if (all) all.addEventListener("click", function () {
    var open = all.getAttribute("aria-pressed") === "false";
    unfoldAll(open);
    iiv.address.put("open", open ? "all" : "");
  });

  wall.addEventListener("iiv:opened", function (event) {
    if (event.detail.length !== 1 || wall.dataset.together) return; // it is said otherwise
    if (iiv.address.get("open") !== "all") iiv.address.put("open", cards.filter(opening.isOpen).map(idOf));
  });

  function reopen() {
    var ids = iiv.address.all("open");
    if (all && ids[0] === "all") return unfoldAll(true);
    var some = cards.filter(function (card) { return ids.indexOf(card.id) >= 0; });
    if (some.length) opening.open(some, true);
  }

  // --- Read together ----------------------------------------------------------------------------------------

  function idOf(card) {
    return card.id;
  }

  function nameOf(card) {
    return card.querySelector(".iiv-name").textContent;
  }

  function addBox(card) {
    var box = iiv.element("input", "iiv-pick");
    box.type = "checkbox";
    box.autocomplete = "off";
    box.title = "Read together";
    box.setAttribute("aria-label", "Read " + nameOf(card) + " together with others");
    var place = iiv.element("label", "iiv-picks");
    place.append(box);
    card.firstElementChild.append(place);
  }

  var opened = []; // to be read together, and folded again afterwards

  function showTogether(chosen, reading) {
    cards.forEach(function (card) { card.toggleAttribute("data-picked", reading && chosen.indexOf(card) >= 0); });
    if (reading) wall.dataset.together = chosen.length;
    else delete wall.dataset.together;
    frame.querySelector("[data-iiv-back]").hidden = !reading;
    opening.open(opened, false);
    opened = reading ? chosen.filter(function (card) { return !opening.isOpen(card); }) : [];
    if (!reading) return;
    opening.open(opened, true);
    window.scrollTo(0, 0);
    goTo(chosen[0]);
  }

  var picking = null;
  if (frame.querySelector("[data-iiv-read]")) {
    cards.forEach(addBox);
    picking = iiv.picking({ elements: cards, idOf: idOf, nameOf: nameOf, name: "pick", show: showTogether });
  }

  // --- The keyboard -------------------------------------------------------------------------------------------

  var last = null;

  function goTo(card) {
    last = card;
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    var shown = Array.from(container.querySelectorAll(".iiv-entry")).filter(function (card) {
      return wall.dataset.together ? card.hasAttribute("data-picked") : !card.hidden;
    });
    var at = shown.indexOf(here());
    var next = shown[at < 0 ? 0 : at + by];
    if (next) goTo(next);
  }

  function here() {
    return document.activeElement.closest(".iiv-entry") || last;
  }

  var KEYS = {
    j: function () { step(1); },
    k: function () { step(-1); },
    o: function () { if (here()) opening.toggle(here()); },
    x: function () { if (here() && picking) here().querySelector(".iiv-pick").click(); },
    r: function () {
      var button = Array.from(frame.querySelectorAll("[data-iiv-read], [data-iiv-back]")).find(function (one) {
        return !one.hidden;
      });
      if (button) button.click();
    },
  };

  iiv.onKey(function (event) {
    if (event.key === "Enter" && event.target.matches(".iiv-entry")) opening.toggle(event.target);
    else if (KEYS[event.key]) KEYS[event.key]();
    else return false;
    return true;
  });

  // The scripts of the search come after this one.
  document.addEventListener("DOMContentLoaded", function () {
    filtering.start();
    // Nobody typed: what is found later must not push away what somebody reads already.
    wall.toggleAttribute("data-waiting", Boolean(far && iiv.search && wall.hasAttribute("data-narrowed")));
    reopen();
    if (picking) picking.show();
  });
})(window, document, window.iiv);
