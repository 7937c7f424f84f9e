// Home on the day on which it is read: a sentence that says the day, the one thing to do first, and
// the rest by what waits. Without this script the page lists what is open, by date.
(function (document, iiv) {
  "use strict";

  var line = document.querySelector("[data-iiv-today]");
  if (!line) return;

  var SHOWN = 5; // in each list
  var NAMED = 3; // people in the sentence
  var NUMBERS = ["nobody", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

  var all = iiv.all;
  var element = iiv.element;
  var now = document.querySelector("[data-iiv-now]");
  var desks = {};
  all("[data-iiv-desk]").forEach(function (desk) { desks[desk.dataset.iivDesk] = desk; });
  var work = document.querySelector(".iiv-desks");
  var quiet = document.querySelector("[data-iiv-quiet]");
  var promises = all(".iiv-item", desks.promises);
  var dated = all(".iiv-item", desks.waiting).concat(promises);
  var asks = desks.ask ? all(".iiv-item", desks.ask) : [];
  var rest = element("ul"); // what is not for today waits here
  rest.hidden = true;
  work.append(rest);

  function show(day) {
    var items = iiv.sorted(dated, day);
    var waiting = items.filter(iiv.isWaiting);
    var soon = items.filter(function (item) { return !iiv.isWaiting(item) && iiv.isNear(item, day); });
    var first = waiting[0] || asks[0];
    rest.append.apply(rest, items);
    say(day, waiting, soon);
    put(now, "Do this first", first ? [first] : []);
    put(desks.waiting, "Then", waiting.slice(1));
    put(desks.promises, "Promises", soon.filter(isPromise));
    put(desks.soon, "Coming up", soon.filter(function (item) { return !isPromise(item); }));
    put(desks.ask, "Ask next", asks.filter(function (item) { return item !== first; }));
    if (quiet) work[waiting.length ? "after" : "before"](quiet);
    readAgain(day);
    count(day);
  }

  function isPromise(item) {
    return promises.indexOf(item) >= 0;
  }

  function put(desk, title, items) {
    if (!desk) return;
    var shown = items.slice(0, SHOWN);
    var list = desk.querySelector(".iiv-items");
    desk.hidden = !items.length;
    desk.querySelector("h2").textContent = title;
    list.append.apply(list, shown);
    all(".iiv-rest", desk).forEach(function (more) { more.remove(); });
    var more = desk === desks.ask ? null : desk.querySelector(".iiv-more");
    if (!more) return;
    more.hidden = items.length <= SHOWN;
    more.firstElementChild.textContent = items.length - SHOWN + " more";
  }

  // --- The sentence -----------------------------------------------------------------------------------

  function say(day, waiting, soon) {
    var talks = waiting.filter(function (item) { return item.dataset.kind === "talk"; });
    var met = people(talks);
    var others = people(waiting.filter(function (item) {
      return item.dataset.kind !== "talk" && !(item.dataset.kind === "prepare" && has(met, item));
    }));
    var said = [];
    if (talks.length) said.push(["you talk with "].concat(listed(met), " today", at(talks)));
    if (others.size) said.push(who(others));
    if (!said.length) said.push(["nobody waits for you today"], soon.length ? next(soon[0], day) : []);
    line.replaceChildren(dayOf(day), " ", sentence(said));
  }

  // People by the page of each, with their names.
  function people(items) {
    var found = new Map();
    items.forEach(function (item) {
      var link = item.querySelector(".iiv-person");
      found.set(link.href, link.querySelector(".iiv-name").textContent);
    });
    return found;
  }

  function has(found, item) {
    return found.has(item.querySelector(".iiv-person").href);
  }

  function at(talks) {
    var known = talks.length === 1 && talks[0].dataset.at;
    return known ? ", " + known : "";
  }

  function who(found) {
    var one = found.size === 1;
    if (one) return listed(found).concat(" waits for you");
    return [number(found.size) + " people wait for you: "].concat(listed(found));
  }

  function next(item, day) {
    return ["the next is "].concat(listed(people([item])), ", " + iiv.relative(item.dataset.due, day));
  }

  function number(count) {
    return NUMBERS[count] || String(count);
  }

  // Names with commas and "and" between; of many, the first and how many more.
  function listed(found) {
    var names = Array.from(found.values());
    var shown = names.length > NAMED + 1 ? names.slice(0, NAMED) : names;
    var parts = shown.map(function (name) { return element("bdi", "", name); });
    if (names.length > shown.length) parts.push(number(names.length - shown.length) + " more");
    return parts.reduce(function (said, part, place) {
      var between = !place ? [] : [place === parts.length - 1 ? " and " : ", "];
      return said.concat(between, part);
    }, []);
  }

  function sentence(said) {
    var words = element("span", "iiv-today__words");
    said.filter(function (parts) { return parts.length; }).forEach(function (parts, place) {
      if (place) words.append("; ");
      words.append.apply(words, parts);
    });
    words.append(".");
    var start = words.firstChild;
    if (start.nodeType === Node.TEXT_NODE) start.data = start.data.charAt(0).toUpperCase() + start.data.slice(1);
    return words;
  }

  function dayOf(day) {
    var made = element("time", "iiv-today__day", iiv.dayInWords(day));
    made.dateTime = day;
    return made;
  }

  // --- A quiet day, and how far things are -----------------------------------------------------------------

  // Another old answer each day.
  function readAgain(day) {
    var found = all("[data-iiv-reread]");
    var today = found.length ? iiv.days("1970-01-01", day) % found.length : 0;
    found.forEach(function (one, place) { one.hidden = place !== today; });
  }

  function count(day) {
    all("[data-iiv-count]").forEach(function (stage) {
      var number = Number(stage.dataset.iivCount) + past(stage.dataset.comes, day) - past(stage.dataset.goes, day);
      stage.querySelector(".iiv-progress__count").textContent = String(number);
      stage.classList.toggle("iiv-progress__none", !number);
    });
  }

  function past(days, day) {
    return (days || "").split(" ").filter(function (one) { return one && one <= day; }).length;
  }

  show(iiv.today());
  document.addEventListener("iiv:day", function (event) { show(event.detail); });
})(document, window.iiv);
