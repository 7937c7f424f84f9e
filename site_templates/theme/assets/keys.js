// Single keys that act on a page, where nobody types.
(function (document, iiv) {
  "use strict";

  function isTyping(target) {
    return target.matches("textarea, select, [contenteditable], input:not([type=checkbox])");
  }

  // `act` says whether it did anything.
  iiv.onKey = function (act) {
    document.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      if (act(event)) event.preventDefault();
    });
  };

  // j and k lead from one item of a list to the next, as they lead from answer to answer: `links` gives those in
  // sight, in their order. Enter then follows the link.
  iiv.stepping = function (links) {
    iiv.onKey(function (event) {
      var by = { j: 1, k: -1 }[event.key];
      if (!by) return false;
      var all = links();
      var at = all.indexOf(document.activeElement);
      var next = all[at < 0 ? 0 : at + by];
      if (next) {
        next.focus({ preventScroll: true });
        next.scrollIntoView({ block: "nearest" });
      }
      return true;
    });
  };
})(document, window.iiv);
