// Many answers in groups: by field, by theme, by helpfulness.
(function (document, iiv) {
  "use strict";

  var REST = { field: "No field noted", theme: "No theme", helpful: "Helpfulness not noted" };

  function valuesOf(item, by) {
    if (by !== "theme") return item[by];
    return item.tag.filter(function (word) { return word.charAt(0) === "#"; });
  }

  function titleOf(value, by) {
    if (!value) return REST[by];
    return by === "helpful" ? "Helpfulness " + value : value;
  }

  // All values, those of most answers first; helpfulness from 5 down.
  function ranked(items, by) {
    var counts = new Map();
    items.forEach(function (item) {
      valuesOf(item, by).forEach(function (value) { counts.set(value, (counts.get(value) || 0) + 1); });
    });
    return Array.from(counts.keys()).sort(function (a, b) {
      return by === "helpful" ? b - a : counts.get(b) - counts.get(a) || (a < b ? -1 : 1);
    });
  }

  // An answer with several themes stands under the one that most answers share; the others lead to it.
  function groupsOf(items, by) {
    var ranks = ranked(items, by);
    var groups = new Map(ranks.concat("").map(function (value) { return [value, { value: value, items: [], also: [] }]; }));
    items.forEach(function (item) {
      var mine = valuesOf(item, by).slice().sort(function (a, b) { return ranks.indexOf(a) - ranks.indexOf(b); });
      groups.get(mine[0] || "").items.push(item);
      mine.slice(1).forEach(function (value) { groups.get(value).also.push(item); });
    });
    return Array.from(groups.values()).filter(function (group) { return group.items.length || group.also.length; });
  }

  function made(group, by, number) {
    var section = iiv.element("section", "iiv-group");
    var title = iiv.element("h2");
    var cards = iiv.element("div", "iiv-cards");
    title.id = "group-" + number;
    section.setAttribute("aria-labelledby", title.id);
    group.count = iiv.element("span", "iiv-count");
    title.append(iiv.element("bdi", "", titleOf(group.value, by)), " ", group.count);
    cards.append.apply(cards, group.items.map(function (item) { return item.element; }));
    section.append(title, cards);
    group.section = section;
    if (group.also.length) group.line = section.appendChild(also(group));
    return section;
  }

  function also(group) {
    var line = iiv.element("p", "iiv-also", "Also ");
    group.links = group.also.map(function (item) {
      var link = iiv.element("a", "", item.name);
      link.dir = "auto";
      link.href = "#" + encodeURIComponent(item.element.id);
      line.append(link, " ");
      return link;
    });
    return line;
  }

  // `arrange` is what `iiv.filtering` takes; `count` is to be called when other answers fit.
  iiv.grouping = function (container) {
    var groups = [];

    function count() {
      groups.forEach(function (group) {
        var fit = function (item) { return item.fits; };
        var shown = group.items.filter(fit).length;
        group.count.textContent = String(shown);
        (group.links || []).forEach(function (link, at) { link.hidden = !group.also[at].fits; });
        var also = group.also.some(fit);
        if (group.line) group.line.hidden = !also;
        group.section.hidden = !shown && !also;
      });
    }

    function arrange(items, elements, by) {
      groups = by ? groupsOf(items, by) : [];
      var parts = by
        ? groups.map(function (group, number) { return made(group, by, number); })
        : items.map(function (item) { return item.element; });
      container.toggleAttribute("data-grouped", Boolean(by));
      container.replaceChildren.apply(container, parts);
    }

    return { arrange: arrange, count: count };
  };
})(document, window.iiv);
