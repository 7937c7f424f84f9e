// The matrix: finds people, and shows two or three of them in columns, whole answers side by side.
(function (window, document, iiv) {
  "use strict";

  var element = iiv.element;
  var frame = document.querySelector("[data-iiv-matrix]");
  if (!frame) return;

  function find(name) {
    return document.querySelector("[data-iiv-" + name + "]");
  }

  var rows = Array.from(frame.querySelectorAll(".iiv-matrix tbody tr"));
  var heads = Array.from(frame.querySelectorAll(".iiv-matrix th[data-question]"));
  var columns = find("columns");
  var filtering = iiv.filtering(find("find"), rows, textOf);

  function textOf(row) {
    return Array.from(row.children, function (cell) {
      return cell.matches(".iiv-gap") ? "" : cell.textContent;
    }).join(" ");
  }

  var picking = iiv.picking({
    elements: rows,
    idOf: function (row) { return row.dataset.person; },
    nameOf: function (row) { return row.dataset.name; },
    name: "person",
    show: show,
  });

  // --- Reading in columns ---------------------------------------------------------------------------------

  function show(chosen, reading) {
    frame.hidden = reading;
    columns.hidden = !reading;
    if (!reading) return;
    layOut(chosen);
    chosen.forEach(load);
    window.scrollTo(0, 0);
    document.getElementById("in-columns").focus();
  }

  function layOut(chosen) {
    var names = chosen.map(function (row) { return row.dataset.name; });
    document.getElementById("in-columns").textContent = names.map(iiv.isolated).join(", ");
    var sections = heads.map(function (head, at) {
      var section = element("section", "iiv-abreast__question");
      var title = element("h3");
      title.append(head.querySelector("a").cloneNode(true));
      var all = element("div", "iiv-abreast__all iiv-abreast__all--" + chosen.length);
      all.append.apply(all, chosen.map(function (row) { return one(row, head, at); }));
      section.append(title, all);
      return section;
    });
    var frame = find("abreast");
    frame.replaceChildren.apply(frame, sections);
  }

  // Until the whole answer is there, the cell's gist stands in its place.
  function one(row, head, at) {
    var made = element("article", "iiv-abreast__one");
    made.dataset.person = row.dataset.person;
    made.dataset.question = head.dataset.question;
    var name = element("h4", "iiv-abreast__who");
    name.append(row.querySelector(".iiv-person").cloneNode(true));
    var cell = row.children[at + 1];
    var said = element("div", cell.className || "iiv-said md-typeset");
    Array.from(cell.childNodes).forEach(function (node) { said.append(node.cloneNode(true)); });
    made.append(name, said);
    return made;
  }

  function load(row) {
    var files = row.dataset.files.split(" ").filter(Boolean);
    Promise.all(files.map(iiv.talkIn)).then(function (talks) { fill(row, talks); });
  }

  function fill(row, talks) {
    var mine = Array.from(columns.querySelectorAll(".iiv-abreast__one")).filter(function (cell) {
      return cell.dataset.person === row.dataset.person;
    });
    mine.forEach(function (cell) {
      var said = talks.filter(function (talk) { return talk && cell.dataset.question in talk.answers; });
      if (!said.length) return;
      var parts = said.reduce(function (before, talk) {
        return before.concat(answer(talk, cell.dataset.question));
      }, [cell.firstChild]);
      cell.replaceChildren.apply(cell, parts);
    });
    if (talks.indexOf(null) >= 0) missing(mine[0]);
  }

  function answer(talk, question) {
    var when = element("p", "iiv-abreast__when");
    var link = element("a", "", talk.on);
    link.href = talk.talk + "#" + encodeURIComponent(question);
    when.append(link);
    return [when, iiv.saidIn(talk, question)];
  }

  function missing(cell) {
    if (cell) cell.append(element("p", "iiv-nothing", "Some whole answers could not be loaded: build the site again."));
  }

  iiv.marking(filtering, rows, function (row) {
    return row.querySelectorAll(".iiv-name, .iiv-line, td > a");
  });
  document.addEventListener("DOMContentLoaded", function () {
    filtering.start();
    picking.show();
  });
})(window, document, window.iiv);
