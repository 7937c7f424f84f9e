// The matrix: finds people, and shows two or three of them in columns, whole answers side by side.
// The answers come in scripts, one a talk, as a page that is opened from a disk may load nothing else.
(function (window, document, iiv) {
  "use strict";

  var MOST = 3;
  var WORDS = { 0: "Pick two or three people to read in columns.", 1: "One picked; pick one or two more." };

  var element = iiv.element;
  var frame = document.querySelector("[data-iiv-matrix]");
  if (!frame) return;

  function find(name) {
    return document.querySelector("[data-iiv-" + name + "]");
  }

  var rows = Array.from(frame.querySelectorAll(".iiv-matrix tbody tr"));
  var heads = Array.from(frame.querySelectorAll(".iiv-matrix th[data-question]"));
  var columns = find("columns");
  var read = find("read");
  var drop = find("drop");
  var filtering = iiv.filtering(find("find"), rows, textOf);

  function textOf(row) {
    return row.dataset.field + " " + Array.from(row.children, function (cell) {
      return cell.matches(".iiv-gap") ? "" : cell.textContent;
    }).join(" ");
  }

  // --- Picking ----------------------------------------------------------------------------------------

  function boxOf(row) {
    return row.querySelector(".iiv-pick");
  }

  function picked() {
    return iiv.address.all("person").map(rowOf).filter(Boolean).slice(0, MOST);
  }

  function rowOf(person) {
    return rows.find(function (row) { return row.dataset.person === person; });
  }

  function pick(box) {
    var person = box.closest("tr").dataset.person;
    var others = iiv.address.all("person").filter(function (other) { return other !== person && rowOf(other); });
    if (box.checked && others.length >= MOST) box.checked = false;
    iiv.address.put("person", box.checked ? others.concat(person) : others);
    showPicked(others.length >= MOST ? "Three stand side by side at most: take one away first." : "");
  }

  function showPicked(instead) {
    var chosen = picked();
    rows.forEach(function (row) {
      var is = chosen.indexOf(row) >= 0;
      if (boxOf(row).checked !== is) boxOf(row).checked = is;
    });
    var names = chosen.map(function (row) { return row.dataset.name; }).join(", ");
    find("picked-words").textContent = instead || WORDS[chosen.length] || "Picked: " + names + ".";
    read.hidden = chosen.length < 2;
    drop.hidden = !chosen.length;
  }

  frame.addEventListener("change", function (event) {
    if (event.target.matches(".iiv-pick")) pick(event.target);
  });
  drop.addEventListener("click", function () {
    iiv.address.put("person", []);
    showPicked();
    var first = rows.find(function (row) { return !row.hidden; });
    (first ? boxOf(first) : read).focus();
  });

  // --- Reading in columns ---------------------------------------------------------------------------------

  read.addEventListener("click", function () {
    iiv.address.put("view", "columns", true);
    show();
    document.getElementById("in-columns").focus();
  });
  find("back").addEventListener("click", function () {
    iiv.address.put("view", "", true);
    show();
    read.focus();
  });
  iiv.address.onBack(show);

  function show() {
    showPicked();
    var chosen = picked();
    var reading = iiv.address.get("view") === "columns" && chosen.length > 1;
    frame.hidden = reading;
    columns.hidden = !reading;
    if (!reading) return;
    layOut(chosen);
    chosen.forEach(load);
    window.scrollTo(0, 0);
  }

  function layOut(chosen) {
    var names = chosen.map(function (row) { return row.dataset.name; });
    document.getElementById("in-columns").textContent = names.join(", ");
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

  var whole = {}; // what each script has handed over, by its address
  var scripts = {};

  // A script calls this with its talk: `answers` is sanitised HTML by question.
  iiv.hand = function (talk) {
    whole[document.currentScript.getAttribute("src")] = talk;
  };

  function load(row) {
    var files = row.dataset.files.split(" ").filter(Boolean);
    Promise.all(files.map(loaded)).then(function () { fill(row, files); });
  }

  function loaded(file) {
    scripts[file] = scripts[file] || new Promise(function (done) {
      var script = element("script");
      script.src = file;
      script.onload = script.onerror = function () { done(); };
      document.head.append(script);
    });
    return scripts[file];
  }

  function fill(row, files) {
    var person = row.dataset.person;
    var mine = Array.from(columns.querySelectorAll(".iiv-abreast__one")).filter(function (cell) {
      return cell.dataset.person === person;
    });
    mine.forEach(function (cell) {
      var said = files.filter(function (file) {
        return whole[file] && cell.dataset.question in whole[file].answers;
      });
      if (!said.length) return;
      var parts = said.reduce(function (before, file) {
        return before.concat(answer(whole[file], cell.dataset.question));
      }, [cell.firstChild]);
      cell.replaceChildren.apply(cell, parts);
    });
    if (files.some(function (file) { return !whole[file]; })) missing(mine[0]);
  }

  function answer(talk, question) {
    var when = element("p", "iiv-abreast__when");
    var link = element("a", "", talk.on);
    link.href = talk.talk + "#" + encodeURIComponent(question);
    when.append(link);
    var said = element("div", "iiv-said md-typeset");
    said.innerHTML = talk.answers[question];
    return [when, said];
  }

  function missing(cell) {
    if (cell) cell.append(element("p", "iiv-nothing", "Some whole answers could not be loaded: build the site again."));
  }

  iiv.marking(filtering, rows, function (row) {
    return row.querySelectorAll(".iiv-name, .iiv-line, td > a");
  });
  filtering.start();
  show();
})(window, document, window.iiv);
