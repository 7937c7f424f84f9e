// What a page can only know when it is read: the day, and what it means for each follow-up. Pages
// read well without this script. The rules are in follow-ups.js.
(function (document, iiv) {
  "use strict";

  var SOON = 14; // days ahead that count as near
  var ORDER = "Most urgent first: a day weighs more on thanks than on staying in touch.";
  var MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  var WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

  function all(selector, root) {
    return Array.from((root || document).querySelectorAll(selector));
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  // Within a text, so that it knows its own direction.
  function isolated(name) {
    return "\u2068" + name + "\u2069";
  }

  var root = new URL("../", document.currentScript.src).href; // of the site

  function count(number, noun) {
    return number + " " + noun + (number === 1 ? "" : "s");
  }

  // An item is its element: the dataset holds what the rules ask for.
  function sorted(elements, day) {
    var items = elements.map(function (element) {
      return Object.assign({ element: element }, element.dataset);
    });
    return iiv.byUrgency(items, day).map(function (item) {
      return item.element;
    });
  }

  function isWaiting(element) {
    return element.dataset.state === "overdue" || element.dataset.state === "due";
  }

  function isNear(element, day) {
    return isWaiting(element) || (element.dataset.state === "upcoming" && iiv.days(day, element.dataset.due) <= SOON);
  }

  function howFar(item, state, day) {
    if (state === "overdue") return iiv.span(iiv.days(item.due, day)) + " overdue";
    if (state === "due") return "due today";
    if (state === "upcoming") return iiv.relative(item.due, day);
    return state === "resting" ? "resting" : "";
  }

  // Says in each item what it is today.
  function label(day) {
    all(".iiv-item").forEach(function (element) {
      var state = iiv.state(element.dataset, day);
      element.dataset.state = state;
      var words = element.querySelector(".iiv-state");
      if (words) words.textContent = howFar(element.dataset, state, day);
    });
  }

  function statuses(day) {
    all(".iiv-status").forEach(function (element) {
      element.textContent = iiv.statusOn(element.dataset, day);
    });
  }

  // Follow-ups: from one list by date to sections by what waits today.
  function agenda(day) {
    var frame = document.querySelector("[data-iiv-agenda]");
    if (!frame) return;
    var items = sorted(all(".iiv-item", frame), day);
    var is = function (name) {
      return function (item) { return item.dataset.state === name; };
    };
    var near = function (item) { return item.dataset.state === "upcoming" && isNear(item, day); };
    var far = function (item) { return item.dataset.state === "upcoming" && !isNear(item, day); };
    var sections = [
      section("Overdue", items.filter(is("overdue")), "iiv-agenda--waits iiv-agenda--late"),
      section("Due today", items.filter(is("due")), "iiv-agenda--waits"),
      section("Next " + SOON + " days", items.filter(near)),
      section("Later", items.filter(far)),
      resting(items.filter(is("resting"))),
    ].filter(Boolean);
    var hidden = list(items.filter(is("hidden"))); // kept for the day on which they show
    hidden.hidden = true;
    frame.replaceChildren.apply(frame, sections);
    var late = frame.querySelector(".iiv-agenda--late > h2");
    if (late) late.after(element("p", "iiv-more", ORDER));
    if (!sections.length) frame.append(element("p", "iiv-nothing", "Nobody waits for you."));
    frame.append(hidden);
    summarise(items, day);
  }

  function list(items) {
    var made = element("ul", "iiv-items");
    made.append.apply(made, items);
    return made;
  }

  function section(name, items, className) {
    if (!items.length) return null;
    var made = element("section", "iiv-agenda " + (className || ""));
    var title = element("h2", "", name);
    title.append(" ", element("span", "iiv-count", String(items.length)));
    made.append(title, list(items));
    return made;
  }

  function resting(items) {
    if (!items.length) return null;
    var made = element("details", "iiv-resting");
    var title = element("summary", "", "Resting");
    title.append(" ", element("span", "iiv-count", items.length + ", more than 60 days overdue"));
    made.append(title, list(items));
    return made;
  }

  function summarise(items, day) {
    var lead = document.querySelector("[data-iiv-summary]");
    if (lead) lead.textContent = dayInWords(day) + ": " + inShort(items, day) + ".";
  }

  function dayInWords(day) {
    var parts = day.split("-").map(Number);
    var weekday = WEEKDAYS[new Date(Date.UTC(parts[0], parts[1] - 1, parts[2])).getUTCDay()];
    return weekday + ", " + parts[2] + " " + MONTHS[parts[1] - 1] + " " + parts[0];
  }

  function inShort(items, day) {
    var overdue = items.filter(function (item) { return item.dataset.state === "overdue"; }).length;
    var due = items.filter(function (item) { return item.dataset.state === "due"; }).length;
    var near = items.filter(function (item) { return isNear(item, day) && !isWaiting(item); }).length;
    var parts = [];
    if (overdue) parts.push(overdue + " overdue");
    if (due) parts.push(due + " due today");
    if (near) parts.push(near + " in the next " + SOON + " days");
    return parts.join(", ") || "nobody waits for you";
  }

  // A person's page: follow-ups that are not for now, and resting ones, do not count as open.
  function ownSteps(day) {
    all("[data-iiv-follow-ups], .iiv-side .iiv-next").forEach(function (frame) {
      var items = all(".iiv-item", frame);
      items.forEach(function (item) { item.hidden = item.dataset.state === "hidden"; });
      var rows = frame.querySelector(".iiv-items");
      if (rows) rows.append.apply(rows, sorted(items, day));
      var none = frame.querySelector(".iiv-nothing");
      if (none) none.hidden = items.some(function (item) { return !item.hidden; });
    });
  }

  // In the header, from problems.js, which is loaded after this.
  iiv.countProblems = function (number) {
    var link = document.querySelector("[data-iiv-problem-count]");
    if (!link || !number) return;
    link.textContent = count(number, "problem");
    link.hidden = false;
  };

  // Paper shows whole answers.
  function printing() {
    var closed = [];
    window.addEventListener("beforeprint", function () {
      closed = all("details:not([open], .iiv-rest)", document.querySelector(".iiv-body"));
      closed.forEach(function (details) { details.open = true; });
    });
    window.addEventListener("afterprint", function () {
      closed.forEach(function (details) { details.open = false; });
    });
  }

  // What the theme and Markdown leave without a name or out of the keyboard's reach, in an answer or in all of them.
  iiv.reach = function (root) {
    all("table:not([class])", root).forEach(function (table) {
      var frame = element("div", "iiv-scroll");
      frame.tabIndex = 0;
      frame.setAttribute("role", "group"); // there may be several: no landmark
      frame.setAttribute("aria-label", "Table");
      table.replaceWith(frame);
      table.className = "iiv-table";
      frame.append(table);
    });
    all("pre", root).forEach(function (block) { block.tabIndex = 0; });
  };

  // For the scripts of single pages.
  Object.assign(iiv, {
    all: all,
    element: element,
    isolated: isolated,
    root: root,
    sorted: sorted,
    isWaiting: isWaiting,
    isNear: isNear,
    dayInWords: dayInWords,
  });

  var dayRead = "";

  function read() {
    var day = iiv.today();
    if (day === dayRead) return;
    dayRead = day;
    label(day);
    statuses(day);
    agenda(day);
    ownSteps(day);
    document.dispatchEvent(new CustomEvent("iiv:day", { detail: day })); // for the scripts of single pages
  }

  all(".iiv-said").forEach(iiv.reach);
  printing();
  read();
  // A page left open overnight is right in the morning.
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden) read();
  });
})(document, window.iiv);
