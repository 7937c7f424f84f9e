// Marks the words that were looked for, in what is in sight: the rest costs nothing until it is scrolled to.
(function (window, document, iiv) {
  "use strict";

  var marks = window.Highlight && window.CSS && window.CSS.highlights ? new window.Highlight() : null;
  if (marks) window.CSS.highlights.set("iiv-found", marks);

  // A live range would have to be kept right through every change of the page.
  function rangeOf(text, from, to) {
    return new window.StaticRange({ startContainer: text, startOffset: from, endContainer: text, endOffset: to });
  }

  function rangesIn(inside, words) {
    var found = [];
    var walker = document.createTreeWalker(inside, window.NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      var text = iiv.fold(walker.currentNode.data).replace(/\s/g, " ");
      words.forEach(function (word) {
        for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          found.push(rangeOf(walker.currentNode, at, at + word.length));
        }
      });
    }
    return found;
  }

  // `partsOf` gives the parts of an element in which words are to be marked, and may prepare it for them.
  // The result takes one element anew, after something in it has changed.
  iiv.marking = function (filtering, elements, partsOf) {
    var words = [];
    var ranges = new Map();
    var near = new Set();
    var watching = false;

    function mark(element) {
      (ranges.get(element) || []).forEach(function (range) { marks.delete(range); });
      var asked = element.hidden || !near.has(element) ? [] : words;
      var parts = partsOf(element, asked);
      if (!marks) return;
      var found = [];
      if (asked.length) parts.forEach(function (part) { found = found.concat(rangesIn(part, asked)); });
      found.forEach(function (range) { marks.add(range); });
      ranges.set(element, found);
    }

    var watch = new window.IntersectionObserver(
      function (seen) {
        seen.forEach(function (one) {
          near[one.isIntersecting ? "add" : "delete"](one.target);
          if (words.length || ranges.has(one.target)) mark(one.target);
        });
      },
      { rootMargin: "50% 0px" }
    );

    filtering.onChange(function (asked) {
      if (asked.join("\n") === words.join("\n")) return;
      words = asked;
      if (!watching) elements.forEach(function (element) { watch.observe(element); });
      watching = true;
      near.forEach(mark);
    });
    return mark;
  };
})(window, document, window.iiv);
