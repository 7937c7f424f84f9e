// People: who stands where today, and the table to sort and to narrow. The address holds how:
// ?find=words&status=asked&sort=last-down. Pages read well without this script.
(function (window, document, iiv) {
  "use strict";

  // The way up or down in which a column is wanted first, and what of a row sorts it.
  var COLUMNS = {
    name: { first: "up", of: function (row) { return row.alphabet; } },
    status: { first: "up", of: function (row) { return row.rank; } },
    last: { first: "down", of: function (row) { return row.element.dataset.last; } },
    next: { first: "up", of: function (row) { return row.next; } },
    talks: { first: "down", of: function (row) { return Number(row.element.dataset.talks) || ""; } },
    helpfulness: { first: "down", of: function (row) { return Number(row.element.dataset.helpfulness) || ""; } },
  };

  var all = iiv.all;
  var element = iiv.element;

  // --- What a status follows from ---------------------------------------------------------------------

  function eventOn(data, day) {
    if (data.since && day < data.since) return "";
    return data.thenFrom && day >= data.thenFrom ? data.thenEvent : data.event;
  }

  function events(day) {
    all(".iiv-event").forEach(function (line) {
      var words = eventOn(line.dataset, day);
      if (line.textContent !== words) line.textContent = words;
    });
  }

  // --- The pipeline -----------------------------------------------------------------------------------

  var pipeline = document.querySelector("[data-iiv-pipeline]");
  var stages = all("[data-iiv-stage]").map(function (frame) {
    return {
      element: frame,
      name: frame.dataset.iivStage,
      lists: all(".iiv-chips", frame),
      rest: frame.querySelector(".iiv-stage__rest"),
      count: frame.querySelector(".iiv-count"),
      chips: all(".iiv-chip", frame),
    };
  });

  // Since when somebody is where they are today; the latest come first.
  function since(chip, day) {
    var data = chip.dataset;
    if (data.since && day < data.since) return "";
    return (data.then && day >= data.thenFrom ? data.thenFrom : data.since) || "";
  }

  function place(day) {
    var found = {};
    stages.forEach(function (stage) { found[stage.name] = []; });
    var chips = [].concat.apply([], stages.map(function (stage) { return stage.chips; }));
    chips.forEach(function (chip) { found[iiv.statusOn(chip.dataset, day)].push(chip); });
    stages.forEach(function (stage) {
      var there = found[stage.name];
      var same = there.length === stage.chips.length && there.every(function (chip) { return stage.chips.indexOf(chip) >= 0; });
      if (!same) fill(stage, there, day);
    });
  }

  function fill(stage, chips, day) {
    chips.sort(function (one, other) {
      var a = since(one, day);
      var b = since(other, day);
      return a < b ? 1 : a > b ? -1 : 0;
    });
    var room = Number(pipeline.dataset.iivPipeline);
    stage.chips = chips;
    stage.lists[0].replaceChildren.apply(stage.lists[0], chips.slice(0, room));
    stage.lists[1].replaceChildren.apply(stage.lists[1], chips.slice(room));
    stage.rest.hidden = chips.length <= room;
    stage.rest.firstElementChild.textContent = chips.length - room + " more";
    stage.count.textContent = String(chips.length);
    stage.element.classList.toggle("iiv-stage--empty", !chips.length);
  }

  // --- The table --------------------------------------------------------------------------------------

  var table = document.querySelector("[data-iiv-table]");
  var sieve = document.querySelector("[data-iiv-sieve]");
  var none = document.querySelector("[data-iiv-none]");
  var clear = document.querySelector("[data-iiv-clear]");
  var ranks = {};
  stages.forEach(function (stage, rank) { ranks[stage.name] = rank; });
  var rows = table ? all("tbody > tr", table).map(function (tr) {
    return { element: tr, status: tr.querySelector(".iiv-status"), text: null, alphabet: 0, rank: 0, next: "" };
  }) : [];
  // By name as people here sort names; the notes know no language.
  var byName = new Intl.Collator().compare;
  rows.slice().sort(function (one, other) {
    return byName(one.element.dataset.name, other.element.dataset.name);
  }).forEach(function (row, rank) { row.alphabet = rank; });
  var sorting = "";

  // Each row shows the one step that is the most urgent today.
  function nextSteps(day) {
    rows.forEach(function (row) {
      row.rank = ranks[row.status.textContent];
      var items = all(".iiv-item", row.element).map(function (item) {
        return Object.assign({ element: item }, item.dataset);
      });
      var first = iiv.byUrgency(items, day)[0];
      var open = first && ["hidden", "resting"].indexOf(iiv.state(first, day)) < 0;
      row.next = open ? first.due : "";
      items.forEach(function (item) { item.element.hidden = !open || item !== first; });
    });
  }

  function textOf(row) {
    if (row.text === null) row.text = iiv.fold(row.element.dataset.name + " " + row.element.dataset.words);
    return row.text;
  }

  function narrow() {
    var words = iiv.wordsOf(sieve.elements.find.value);
    var status = sieve.elements.status.value;
    var shown = 0;
    rows.forEach(function (row) {
      var fits = (!status || row.status.textContent === status) &&
        words.every(function (word) { return textOf(row).indexOf(word) >= 0; });
      if (fits) shown += 1;
      if (row.element.hidden === fits) row.element.hidden = !fits;
    });
    var found = shown === rows.length ? String(shown) : shown + " of " + rows.length;
    sieve.elements.found.textContent = found + (rows.length === 1 ? " person" : " people");
    var asked = [words.length && "\u201c" + sieve.elements.find.value.trim() + "\u201d", status].filter(Boolean);
    sieve.querySelector("[data-iiv-for]").textContent = asked.length ? " for " + asked.join(", ") : "";
    none.hidden = shown > 0;
    table.hidden = !shown;
    clear.hidden = !words.length && !status;
  }

  // What is missing stands last, whichever way.
  function compare(column, down) {
    return function (one, other) {
      var a = column.of(one);
      var b = column.of(other);
      if (a === b) return one.alphabet - other.alphabet;
      if (a === "" || b === "") return a === "" ? 1 : -1;
      return (a < b ? -1 : 1) * (down ? -1 : 1);
    };
  }

  function sort() {
    var parts = sorting.split("-");
    var column = COLUMNS[parts[0]] || COLUMNS.name;
    var sorted = rows.slice().sort(compare(column, parts[1] === "down"));
    if (sorted.some(function (row, number) { return row.element !== table.tBodies[0].rows[number]; })) {
      var body = document.createDocumentFragment();
      sorted.forEach(function (row) { body.append(row.element); });
      table.tBodies[0].append(body);
    }
    all("[data-sort]", table).forEach(function (head) {
      if (COLUMNS[head.dataset.sort] !== column) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", parts[1] === "down" ? "descending" : "ascending");
    });
  }

  function sortBy(name) {
    var first = name + "-" + COLUMNS[name].first;
    var second = name + (COLUMNS[name].first === "up" ? "-down" : "-up");
    sorting = sorting === first ? second : first;
    iiv.address.put("sort", sorting === "name-up" ? "" : sorting);
    sort();
  }

  function buttons() {
    all("[data-sort]", table).forEach(function (head) {
      var button = element("button", "iiv-sort", head.textContent);
      button.type = "button";
      button.addEventListener("click", function () { sortBy(head.dataset.sort); });
      head.replaceChildren(button);
    });
  }

  // The name of a stage narrows the table to those who are there.
  function links() {
    stages.forEach(function (stage) {
      var name = stage.element.querySelector(".iiv-stage__name > :first-child");
      var link = element("a", "", name.textContent);
      link.href = "?status=" + encodeURIComponent(stage.name) + "#everybody";
      link.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        sieve.elements.status.value = stage.name;
        iiv.address.put("status", stage.name, true);
        narrow();
        document.getElementById("everybody").scrollIntoView();
        sieve.elements.status.focus({ preventScroll: true });
      });
      name.replaceChildren(link);
    });
  }

  function restore() {
    sieve.elements.find.value = iiv.address.get("find");
    sieve.elements.status.value = iiv.address.get("status");
    if (sieve.elements.status.selectedIndex === -1) sieve.elements.status.value = "";
    var asked = iiv.address.get("sort") || "name-up";
    if (asked !== sorting) {
      sorting = asked;
      sort();
    }
    narrow();
  }

  function remember() {
    iiv.address.put("find", sieve.elements.find.value.trim());
    iiv.address.put("status", sieve.elements.status.value);
    narrow();
  }

  function prepare() {
    sieve.addEventListener("input", remember);
    sieve.addEventListener("submit", function (event) { event.preventDefault(); });
    clear.addEventListener("click", function () {
      sieve.elements.find.value = "";
      sieve.elements.status.value = "";
      remember();
      sieve.elements.find.focus();
    });
    buttons();
    links();
    iiv.stepping(function () { return all("tbody > tr:not([hidden]) > th > .iiv-person", table); });
    iiv.address.onBack(restore);
  }

  // --- Letters ----------------------------------------------------------------------------------------

  // A link to a letter opens it, in whatever it is folded.
  function unfold() {
    var id = decodeURIComponent(window.location.hash.slice(1));
    var letter = id.indexOf("letter-") === 0 && document.getElementById(id);
    if (!letter) return;
    letter.querySelector("details").open = true;
    var outer = letter.parentElement.closest("details");
    if (outer) outer.open = true;
    letter.scrollIntoView();
  }

  function copying() {
    all("[data-iiv-letter]").forEach(function (details) {
      var text = details.querySelector(".iiv-letter__text");
      var button = element("button", "iiv-link iiv-letter__copy", "Copy the text");
      button.type = "button";
      button.addEventListener("click", function () { copy(text, button); });
      text.after(button);
    });
  }

  function copy(text, button) {
    var select = function () {
      window.getSelection().selectAllChildren(text);
      button.textContent = "Selected: copy it with your keyboard";
    };
    if (!window.navigator.clipboard) return select();
    window.navigator.clipboard.writeText(text.textContent).then(function () { button.textContent = "Copied"; }, select);
  }

  // --- The day ----------------------------------------------------------------------------------------

  function read(day) {
    events(day);
    if (!table) return;
    place(day);
    nextSteps(day);
    if (sorting) {
      sort();
      narrow();
    }
  }

  if (table) prepare();
  read(iiv.today());
  if (table) restore();
  document.addEventListener("iiv:day", function (event) { read(event.detail); });
  copying();
  unfold();
  window.addEventListener("hashchange", unfold);
})(window, document, window.iiv);
