// Narrows a list and puts it in order. The address holds how, so that it survives a reload and can be
// bookmarked: ?find=words&tag=...&field=...&helpful=4&sort=person
(function (window, document) {
  "use strict";

  var iiv = (window.iiv = window.iiv || {});
  var PAUSE = 200; // milliseconds without a key before the address is written: browsers allow few changes
  var PHONE = window.matchMedia("(max-width: 44.984375em)");
  var NAMES = ["find", "tag", "field", "helpful", "sort"];

  // --- The address ----------------------------------------------------------------------------------

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

  // --- Words ----------------------------------------------------------------------------------------

  var QUOTES = { "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"' };

  function foldOne(sign) {
    if (sign in QUOTES) return QUOTES[sign];
    var folded = sign.normalize("NFD").charAt(0).toLowerCase();
    return folded.length === 1 ? folded : sign;
  }

  // Without capitals, accents and curls, and exactly as long as before: what is found has the same place.
  iiv.fold = function (text) {
    var lower = text.toLowerCase();
    if (lower.length !== text.length) lower = text;
    return lower.replace(/[^\x00-\x7f]/g, foldOne);
  };

  // What somebody looks for: all of these. Between quotation marks words stand together, and a blank at an
  // end is the end of a word.
  iiv.wordsOf = function (text) {
    return (iiv.fold(text).match(/"[^"]+"|[^\s"]+/g) || [])
      .map(function (word) { return word.replace(/"/g, "").replace(/\s+/g, " "); })
      .filter(function (word) { return word.trim(); });
  };

  // --- The list -------------------------------------------------------------------------------------

  function Item(element, place, textOf) {
    var data = element.dataset;
    this.element = element;
    this.place = place;
    this.name = data.name;
    this.date = data.date;
    this.helpfulness = Number(data.helpfulness) || 0;
    this.field = data.field;
    this.tags = data.tags;
    this.text = iiv.fold(textOf(element)).replace(/\s+/g, " ");
    this.fits = true;
  }

  function fits(item, asked) {
    return (
      (!asked.tag || item.tags.indexOf("|" + asked.tag + "|") >= 0) &&
      (!asked.field || item.field === asked.field) &&
      (!asked.helpful || item.helpfulness >= Number(asked.helpful)) &&
      asked.words.every(function (word) { return item.text.indexOf(word) >= 0; })
    );
  }

  var byName = new Intl.Collator().compare;

  var ORDERS = {
    newest: function (a, b) { return a.date < b.date ? 1 : a.date > b.date ? -1 : 0; },
    oldest: function (a, b) { return a.date < b.date ? -1 : a.date > b.date ? 1 : 0; },
    person: function (a, b) { return byName(a.name, b.name); },
    helpful: function (a, b) { return b.helpfulness - a.helpfulness; },
  };

  function count(number, frame) {
    return number + " " + (number === 1 ? frame.dataset.iivNoun : frame.dataset.iivNouns);
  }

  // `textOf` gives the text of an element in which words are looked for. The result has the `items`,
  // and `onChange`, which takes what is to be called with the words, and the text as typed, after each change.
  iiv.filtering = function (frame, elements, textOf) {
    var items = null;
    var order = "";
    var listeners = [];
    var controls = {};
    NAMES.forEach(function (name) { controls[name] = frame.querySelector("[name=" + name + "]"); });
    var clear = frame.querySelector("[data-iiv-clear]");
    var none = document.querySelector("[data-iiv-none]");

    function known() {
      items = items || elements.map(function (element, place) { return new Item(element, place, textOf); });
      return items;
    }

    function asked() {
      var values = { words: iiv.wordsOf(controls.find.value) };
      NAMES.forEach(function (name) { values[name] = controls[name] ? controls[name].value : ""; });
      return values;
    }

    function arrange(name) {
      if (name === order) return;
      order = name;
      var compare = ORDERS[name];
      var sorted = known().slice().sort(function (a, b) {
        return (compare && compare(a, b)) || a.place - b.place;
      });
      var all = document.createDocumentFragment();
      var parent = elements[0].parentNode;
      sorted.forEach(function (item) { all.append(item.element); });
      parent.append(all);
    }

    function say(shown, values) {
      var total = elements.length;
      var narrowed = values.words.length > 0 || Boolean(values.tag || values.field || values.helpful);
      put("[data-iiv-count]", narrowed ? shown + " of " + count(total, frame) : count(total, frame));
      put("[data-iiv-for]", narrowed ? " for " + inWords(values) : "");
      clear.hidden = !narrowed;
      if (none) none.hidden = shown > 0;
    }

    function put(where, words) {
      var line = frame.querySelector(where);
      if (line && line.textContent !== words) line.textContent = words;
    }

    function apply() {
      var values = asked();
      var shown = 0;
      if (items || values.words.length || values.tag || values.field || values.helpful) {
        known().forEach(function (item) {
          var stays = fits(item, values);
          if (stays) shown += 1;
          if (stays !== item.fits) {
            item.fits = stays;
            item.element.hidden = !stays;
          }
        });
      } else {
        shown = elements.length;
      }
      arrange(values.sort);
      say(shown, values);
      listeners.forEach(function (listener) { listener(values.words, values.find.trim()); });
    }

    function remember() {
      NAMES.forEach(function (name) {
        if (controls[name]) iiv.address.put(name, controls[name].value.trim());
      });
    }

    function restore() {
      NAMES.forEach(function (name) {
        if (!controls[name]) return;
        controls[name].value = iiv.address.get(name);
        // What no option offers any more would find nothing, and not say why.
        if (controls[name].selectedIndex === -1) controls[name].value = "";
      });
      apply();
    }

    frame.addEventListener("input", function (event) {
      if (!event.target.name) return;
      apply();
      remember();
    });
    controls.find.addEventListener("focus", function () {
      window.setTimeout(known, 0); // while nothing is typed yet
      if (PHONE.matches) frame.scrollIntoView(); // the keyboard covers the lower half
    });
    clear.addEventListener("click", function () {
      NAMES.forEach(function (name) {
        if (controls[name] && name !== "sort") controls[name].value = "";
      });
      apply();
      remember();
      controls.find.focus();
    });
    iiv.address.onBack(restore);
    return {
      get items() { return known(); },
      start: restore,
      onChange: function (listener) { listeners.push(listener); },
    };
  };

  // On paper, where the controls are not.
  function inWords(values) {
    var parts = [];
    if (values.words.length) parts.push("\u201c" + values.find.trim() + "\u201d");
    if (values.tag) parts.push(values.tag.charAt(0) === "#" ? values.tag : "tag " + values.tag);
    if (values.field) parts.push("field " + values.field);
    if (values.helpful) parts.push("helpfulness " + values.helpful + (values.helpful === "5" ? "" : " and more"));
    return parts.join(", ");
  }
})(window, document);
