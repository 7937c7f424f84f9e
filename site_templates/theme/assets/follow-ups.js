// What a follow-up and a status mean on the day on which the page is read: the same rules as
// iiv.method.due_states, iiv.method.dates.relative and iiv.method.status, tested on the same cases.
//
// An item is {kind, from, due, until}, a status {status, since, before, then, thenFrom}: what an
// element's dataset holds that carries data-kind, data-from, ... Days are ISO dates. `until`, `since`
// and `then` may be missing or empty.
(function (window) {
  "use strict";

  var DAY = 24 * 60 * 60 * 1000;
  var RESTS_AFTER = 60; // days overdue
  var COUNTED_DAYS = 60; // beyond that nobody counts in days,
  var COUNTED_MONTHS = 24; // and beyond that in months
  var RESTING_KINDS = ["thank", "nudge", "schedule", "write-up", "introduction"];
  var ORDER = { overdue: 0, due: 1, upcoming: 1, resting: 2, hidden: 3 };

  // The day as people here have it, or the one that <html data-today> names.
  function today() {
    var named = window.document.documentElement.dataset.today;
    if (named) return named;
    var now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map(function (part, index) { return String(part).padStart(index ? 2 : 4, "0"); })
      .join("-");
  }

  // How many days lie between two days; negative when `to` is the earlier. Both at midnight UTC, where no hour is lost in spring.
  function days(from, to) {
    return Math.round((Date.parse(to + "T00:00:00Z") - Date.parse(from + "T00:00:00Z")) / DAY);
  }

  function state(item, day) {
    if (day < item.from || (item.until && day > item.until)) return "hidden";
    if (day < item.due) return "upcoming";
    if (day === item.due || item.until) return "due"; // what ends by itself is not late before that
    if (RESTING_KINDS.includes(item.kind) && days(item.due, day) > RESTS_AFTER) return "resting";
    return "overdue";
  }

  // Days overdue over the days that led to the date (at least one); negative before the date.
  function urgency(item, day) {
    return days(item.due, day) / Math.max(1, days(item.from, item.due));
  }

  // All items in order: the overdue by urgency, those to come by date, the resting, the hidden.
  function byUrgency(items, day) {
    return Array.from(items).sort(function (one, other) {
      var order = ORDER[state(one, day)];
      var difference = order - ORDER[state(other, day)];
      if (difference === 0 && order === 0) difference = urgency(other, day) - urgency(one, day);
      if (difference !== 0) return difference;
      return one.due < other.due ? -1 : one.due > other.due ? 1 : 0;
    });
  }

  // How far away a day is, in words.
  function relative(date, day) {
    var count = days(day, date);
    if (count === 0) return "today";
    if (count === 1) return "tomorrow";
    if (count === -1) return "yesterday";
    return count > 0 ? "in " + span(count) : span(-count) + " ago";
  }

  // How long some days are, as one says it. As in dates.py.
  function span(count) {
    var months = Math.floor(count * 16 / 487); // of 30.4375 days, and a year of 365.25
    if (count <= COUNTED_DAYS) return count + (count === 1 ? " day" : " days");
    return months < COUNTED_MONTHS ? months + " months" : Math.floor(months / 12) + " years";
  }

  function statusOn(status, day) {
    if (status.since && day < status.since) return status.before;
    if (status.then && day >= status.thenFrom) return status.then;
    return status.status;
  }

  window.iiv = Object.assign(window.iiv || {}, {
    today: today,
    days: days,
    state: state,
    urgency: urgency,
    byUrgency: byUrgency,
    relative: relative,
    span: span,
    statusOn: statusOn,
  });
})(window);
