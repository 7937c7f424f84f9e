// The wall of quotes: found, narrowed and put in order.
(function (document, iiv) {
  "use strict";

  var wall = document.querySelector("[data-iiv-quotes]");
  if (!wall) return;

  var quotes = Array.from(wall.children);
  var filtering = iiv.filtering(document.querySelector("[data-iiv-find]"), quotes, function (quote) {
    return quote.textContent;
  });
  iiv.marking(filtering, quotes, function (quote) {
    return quote.querySelectorAll("blockquote > p, .iiv-name, .iiv-quotation__ask");
  });
  filtering.start();
})(document, window.iiv);
