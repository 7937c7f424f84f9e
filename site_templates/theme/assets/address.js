// What the address says after `?`: how a page is set, so that it survives a reload and can be bookmarked.
(function (window) {
  "use strict";

  var iiv = (window.iiv = window.iiv || {});
  var PAUSE = 200; // milliseconds without a key before the address is written: browsers allow few changes

  var params = new URLSearchParams(window.location.search);
  var waiting = 0;

  function write(push) {
    window.clearTimeout(waiting);
    var query = params.toString();
    var here = window.location.href.split(/[?#]/)[0];
    var address = here + (query ? "?" + query : "") + window.location.hash;
    if (address === window.location.href) return;
    try {
      window.history[push ? "pushState" : "replaceState"](null, "", address);
    } catch (refused) {
      // Some browsers refuse it for a file, or when it is asked for too often: the page works on.
    }
  }

  iiv.address = {
    get: function (name) { return params.get(name) || ""; },
    all: function (name) { return params.getAll(name); },
    // Written once no key is pressed any more, or at once as a step that "back" undoes.
    put: function (name, values, push) {
      if (push) write(false); // what was asked for before the step
      params.delete(name);
      [].concat(values).forEach(function (value) {
        if (value) params.append(name, value);
      });
      window.clearTimeout(waiting);
      if (push) write(true);
      else waiting = window.setTimeout(write, PAUSE, false);
    },
    onBack: function (changed) {
      window.addEventListener("popstate", function () {
        params = new URLSearchParams(window.location.search);
        changed();
      });
    },
  };

  window.addEventListener("pagehide", function () { write(false); });
})(window);
