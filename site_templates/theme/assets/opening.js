// Answers on a wall open and fold. An opened one grows over what stands below it in its own column and pushes that
// down; nothing beside it moves.
(function (window, document, iiv) {
  "use strict";

  // `wall` holds the cards; `loaded` is called with a card whose whole answer has come.
  iiv.opening = function (wall, cards, loaded) {
    var places = wall.querySelector("[data-iiv-answers]").dataset.iivAnswers;

    function buttonOf(card) {
      return card.querySelector(".iiv-unfold");
    }

    function isOpen(card) {
      return card.hasAttribute("data-open");
    }

    function name(card) {
      var button = buttonOf(card);
      if (!button) return;
      button.textContent = isOpen(card) ? "fold" : "more";
      button.setAttribute("aria-expanded", String(isOpen(card)));
    }

    // --- The columns ------------------------------------------------------------------------------------

    function settle() {
      var open = cards.filter(function (card) { return isOpen(card) && !card.hidden; });
      var there = window.scrollY;
      wall.querySelectorAll("[data-moved]").forEach(function (moved) {
        moved.removeAttribute("data-moved");
        moved.style.height = moved.style.translate = moved.style.paddingBottom = "";
      });
      if (!open.length || wall.dataset.together) return;
      open.forEach(function (card) { card.removeAttribute("data-open"); });
      var folded = open.map(heightOf);
      open.forEach(function (card) { card.setAttribute("data-open", ""); });
      var whole = open.map(heightOf);
      var grown = new Map(open.map(function (card, at) { return [card, Math.max(0, whole[at] - folded[at])]; }));
      open.forEach(function (card, at) { move(card, "height", folded[at] + "px"); });
      new Set(open.map(function (card) { return card.parentNode; })).forEach(function (grid) { push(grid, grown); });
      if (window.scrollY !== there) window.scrollTo(window.scrollX, there);
    }

    function heightOf(card) {
      return card.offsetHeight;
    }

    function move(element, how, much) {
      element.setAttribute("data-moved", "");
      element.style[how] = much;
    }

    function push(grid, grown) {
      var columns = window.getComputedStyle(grid).gridTemplateColumns.split(" ").length;
      var down = new Array(columns).fill(0);
      var shown = Array.from(grid.children).filter(function (card) { return !card.hidden; });
      shown.forEach(function (card, at) {
        if (down[at % columns]) move(card, "translate", "0 " + down[at % columns] + "px");
        down[at % columns] += grown.get(card) || 0;
      });
      move(grid, "paddingBottom", Math.max.apply(null, down) + "px");
    }

    // --- Whether there is more --------------------------------------------------------------------------

    // Where a fold shows all there is, its button is not seen and keeps its place, so that nothing moves.
    var sizes = new ResizeObserver(function (entries) {
      entries.forEach(function (entry) {
        var said = entry.target;
        var fold = said.closest(".iiv-entry, .iiv-synthesis");
        var isWhole = said.scrollHeight <= said.clientHeight + 1 && !said.querySelector("img, table");
        if (!isOpen(fold)) fold.toggleAttribute("data-whole", isWhole);
      });
    });
    wall.querySelectorAll(".iiv-entry--folds > .iiv-said, .iiv-synthesis .iiv-said").forEach(function (said) {
      sizes.observe(said);
    });

    // --- Opening ----------------------------------------------------------------------------------------

    function set(some, open) {
      some.forEach(function (card) {
        card.toggleAttribute("data-open", open);
        name(card);
      });
      settle();
      wall.dispatchEvent(new CustomEvent("iiv:opened", { detail: some }));
    }

    // The whole answer of a card that has its gist alone.
    function load(card) {
      var link = card.querySelector(".iiv-entry__facts a");
      var question = decodeURIComponent(link.hash.slice(1));
      var file = link.pathname.split("/").pop().replace(/\.html$/, ".js");
      return iiv.talkIn(new URL(places + file, window.location.href.split(/[?#]/)[0]).href).then(function (talk) {
        if (card.querySelector(".iiv-said")) return;
        var said = talk && question in talk.answers ? iiv.saidIn(talk, question) : missing(link);
        card.querySelector(".iiv-gist").after(said);
        loaded(card);
      });
    }

    function missing(link) {
      var line = iiv.element("div", "iiv-said iiv-nothing", "The whole answer could not be loaded. ");
      var talk = iiv.element("a", "", "It stands in the talk.");
      talk.href = link.href;
      line.append(talk);
      return line;
    }

    function open(some, is) {
      var far = is ? some.filter(function (card) { return buttonOf(card) && !card.querySelector(".iiv-said"); }) : [];
      if (!far.length) return set(some, is);
      return Promise.all(far.map(load)).then(function () { set(some, is); });
    }

    function toggle(card) {
      if (buttonOf(card)) open([card], !isOpen(card));
    }

    wall.addEventListener("click", function (event) {
      var button = event.target.closest(".iiv-unfold");
      if (!button) return;
      var card = button.closest(".iiv-entry");
      if (card) return toggle(card);
      var section = button.parentNode;
      section.toggleAttribute("data-open");
      name(section);
    });
    // What the keyboard comes to is in sight.
    wall.addEventListener("focusin", function (event) {
      var card = event.target.closest(".iiv-said") && event.target.closest(".iiv-entry--folds");
      if (card && !isOpen(card) && event.target.matches(":focus-visible")) open([card], true);
    });
    wall.addEventListener("keydown", function (event) {
      var card = event.key === "Escape" && !wall.dataset.together && event.target.closest(".iiv-entry[data-open]");
      if (!card) return;
      event.preventDefault();
      toggle(card);
      if (event.target !== card) buttonOf(card).focus();
    });
    window.addEventListener("resize", settle);

    return { open: open, toggle: toggle, isOpen: isOpen, settle: settle };
  };
})(window, document, window.iiv);
