// All answers to one question: finds, sorts, unfolds, and shows where in a folded answer a word stands.
(function (window, document, iiv) {
  "use strict";

  var frame = document.querySelector(".iiv-comparison [data-iiv-find]");
  if (!frame) return;

  var BEFORE = 70; // letters around what was found
  var AFTER = 130;
  var WHO = ".iiv-entry__who :is(.iiv-name, .iiv-line, time)";
  var SHOWN = ".iiv-answer:not([open]) .iiv-gist, .iiv-answer[open] .iiv-said, .iiv-entry__said > .iiv-said";
  var elements = Array.from(document.querySelectorAll(".iiv-entry"));
  var filtering = iiv.filtering(frame, elements, textOf);

  // What they said and who they are, and no words of ours.
  function textOf(entry) {
    var who = Array.from(entry.querySelectorAll(WHO), function (part) { return part.textContent; });
    return who.concat(entry.dataset.field, gistOf(entry), saidIn(entry).textContent).join(" ");
  }

  function gistOf(entry) {
    var gist = entry.querySelector(".iiv-gist");
    return gist ? gist.textContent : "";
  }

  function saidIn(entry) {
    return entry.querySelector(".iiv-said");
  }

  // --- Unfolding ----------------------------------------------------------------------------------------

  var folded = Array.from(document.querySelectorAll(".iiv-answer"));
  var expand = frame.querySelector("[data-iiv-expand]");

  function unfold(open) {
    folded.forEach(function (answer) {
      if (answer.open !== open) answer.open = open;
    });
  }

  function allOpen() {
    return folded.every(function (answer) { return answer.open; });
  }

  function nameButton() {
    expand.textContent = allOpen() ? "Fold all" : "Expand all";
  }

  if (expand) {
    expand.addEventListener("click", function () {
      var open = !allOpen();
      unfold(open);
      iiv.address.put("open", open ? "all" : "");
    });
    document.addEventListener("toggle", nameButton, true);
    if (iiv.address.get("open") === "all") unfold(true);
  }

  // --- What was found -------------------------------------------------------------------------------------

  var mark = iiv.marking(filtering, elements, function (entry, words) {
    var before = entry.querySelector(".iiv-hit");
    if (before) before.remove();
    var hit = words.length ? hitIn(entry, words) : null;
    if (hit) entry.querySelector(".iiv-entry__said").append(hit);
    return entry.querySelectorAll(WHO + ", .iiv-hit, " + SHOWN);
  });

  document.addEventListener("toggle", function (event) {
    var entry = event.target.closest(".iiv-entry");
    if (entry) mark(entry);
  }, true);

  // The line that tells where a folded answer has a word that its gist does not have.
  function hitIn(entry, words) {
    if (!entry.querySelector(".iiv-answer")) return null;
    var text = saidIn(entry).textContent.replace(/\s+/g, " ").trim();
    var lower = iiv.fold(text);
    var gist = iiv.fold(gistOf(entry));
    var word = words.find(function (one) { return gist.indexOf(one) < 0 && lower.indexOf(one) >= 0; });
    if (!word) return null;
    var line = document.createElement("p");
    line.className = "iiv-hit";
    line.textContent = around(text, lower.indexOf(word), word.length, lower.indexOf(gist) === 0 ? gist.length : 0);
    return line;
  }

  // The words around a place, not beginning before `start`: so far the gist says the same.
  function around(text, at, length, start) {
    var from = Math.max(Math.min(start, at), at - BEFORE);
    var to = Math.min(text.length, at + length + AFTER);
    if (from > start) from = Math.min(at, text.indexOf(" ", from) + 1 || at);
    if (to < text.length) to = Math.max(at + length, text.lastIndexOf(" ", to));
    return (from > 0 ? "\u2026 " : "") + text.slice(from, to).trim() + (to < text.length ? " \u2026" : "");
  }

  // The same words are looked for in the answers to another question.
  var elsewhere = document.querySelector("[data-iiv-elsewhere]");
  var others = Array.from(document.querySelectorAll("[data-iiv-elsewhere] a, .iiv-turn a"));

  filtering.onChange(function (words, typed) {
    if (elsewhere) elsewhere.hidden = !words.length;
    others.forEach(function (link) {
      link.search = words.length ? "?find=" + encodeURIComponent(typed) : "";
    });
  });

  filtering.start();
})(window, document, window.iiv);
