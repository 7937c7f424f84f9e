// The whole answers of talks. They come in scripts, one a talk, as a page that is opened from a disk may load
// nothing else.
(function (document, iiv) {
  "use strict";

  var ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|#|\/)/i;
  var whole = {}; // what each script has handed over, by its URL
  var loads = {};

  // A script calls this with its talk: `answers` is sanitised HTML by question, its links leading from the site's
  // folder.
  iiv.hand = function (talk) {
    whole[document.currentScript.src] = talk;
  };

  // The talk in the script at this URL, once it is there; null when it cannot be loaded.
  iiv.talkIn = function (url) {
    var script = iiv.element("script");
    script.src = url;
    loads[script.src] = loads[script.src] || new Promise(function (done) {
      script.onload = script.onerror = function () { done(whole[script.src] || null); };
      document.head.append(script);
    });
    return loads[script.src];
  };

  // What was said to a question, as it stands on this page.
  iiv.saidIn = function (talk, question) {
    var inert = iiv.element("template"); // nothing is fetched from in there
    inert.innerHTML = talk.answers[question];
    inert.content.querySelectorAll("[href], [src]").forEach(function (one) {
      var name = one.hasAttribute("href") ? "href" : "src";
      var value = one.getAttribute(name);
      if (!ABSOLUTE.test(value)) one.setAttribute(name, new URL(value, iiv.root).href);
    });
    var said = iiv.element("div", "iiv-said md-typeset");
    said.dir = "auto";
    said.append(inert.content);
    iiv.reach(said);
    return said;
  };
})(document, window.iiv);
