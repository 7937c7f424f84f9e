// Runs before anything is shown. What the scripts are going to move is not shown before they have: lists that depend on
// the day, and all of a page whose address says how it is set.
(function (window, document) {
  "use strict";

  document.documentElement.dataset.iivEarly = window.location.search ? "asked" : "";
  // Ahead of those that wait for this too: what they focus has to be in sight, and nothing is painted in between.
  document.addEventListener("DOMContentLoaded", function () {
    delete document.documentElement.dataset.iivEarly;
  });
})(window, document);
