// All talks in a list: found, narrowed, and put in order; by year while the order is that of time.
(function (document, iiv) {
  "use strict";

  var list = document.querySelector("[data-iiv-talks]");
  if (!list) return;

  var talks = iiv.all(".iiv-talk", list);
  var filtering = iiv.filtering(document.querySelector("[data-iiv-find]"), talks, textOf, arrange);

  function partsOf(talk) {
    return talk.querySelectorAll(".iiv-name, .iiv-line, .iiv-words");
  }

  // What they said and who they are, and no words of ours.
  function textOf(talk) {
    return Array.from(partsOf(talk), function (part) {
      return (part.matches(".iiv-words") ? part.lastChild : part).textContent;
    }).join(" ");
  }

  function arrange(items, elements, group, order) {
    var isOfTime = !order || order === "oldest";
    var years = new Map();
    items.forEach(function (item) {
      var year = isOfTime ? item.date.slice(0, 4) : "";
      if (!years.has(year)) years.set(year, []);
      years.get(year).push(item.element);
    });
    list.replaceChildren.apply(list, Array.from(years, sectionOf));
  }

  function sectionOf(pair) {
    var section = iiv.element("section", "iiv-year");
    var rows = iiv.element("ul", "iiv-talks");
    if (pair[0]) section.append(iiv.element("h2", "", pair[0]));
    rows.append.apply(rows, pair[1]);
    section.append(rows);
    return section;
  }

  iiv.marking(filtering, talks, partsOf);
  iiv.stepping(function () { return iiv.all(".iiv-talk:not([hidden]) > .iiv-talk__link", list); });
  filtering.start();
})(document, window.iiv);
