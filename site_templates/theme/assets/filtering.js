// Narrows a list and puts it in order. The address holds how: ?find=words&tag=...&field=...&helpful=4&sort=person
(function (window, document) {
  "use strict";

  var iiv = window.iiv;
  var PHONE = window.matchMedia("(max-width: 44.984375em)");
  var FACETS = ["tag", "field", "helpful", "year", "channel"];
  var NAMES = ["find"].concat(FACETS, "sort", "group");
  var AT_ONCE = 100; // items that come into sight with a key; the others follow

  // --- Words ----------------------------------------------------------------------------------------

  var QUOTES = { "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"' };

  var folds = new Map(Object.entries(QUOTES));

  // A text in another script is full of them, and each takes its time once.
  function foldOne(sign) {
    if (!folds.has(sign)) {
      var folded = sign.normalize("NFD").charAt(0).toLowerCase();
      folds.set(sign, folded.length === 1 ? folded : sign);
    }
    return folds.get(sign);
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
    var name = element.querySelector(".iiv-name");
    var time = element.querySelector("time");
    this.element = element;
    this.place = place;
    this.name = name ? name.textContent : "";
    this.date = element.dataset.date || (time ? time.dateTime : "");
    this.text = iiv.fold(textOf(element)).replace(/\s+/g, " ");
    this.fits = true;
    this.tag = [];
    this.field = [];
    this.helpful = [];
    this.year = [];
    this.channel = [];
  }

  function degree(item) {
    return Number(item.helpful[0]) || 0;
  }

  // `left` names a facet that is not asked for.
  function fits(item, asked, left) {
    return (
      FACETS.every(function (name) { return name === left || !asked[name] || has(item, name, asked[name]); }) &&
      asked.words.every(function (word) { return item.text.indexOf(word) >= 0; })
    );
  }

  function has(item, name, value) {
    return name === "helpful" ? degree(item) >= Number(value) : item[name].indexOf(value) >= 0;
  }

  var byName = new Intl.Collator().compare;

  var ORDERS = {
    newest: function (a, b) { return a.date < b.date ? 1 : a.date > b.date ? -1 : 0; },
    oldest: function (a, b) { return a.date < b.date ? -1 : a.date > b.date ? 1 : 0; },
    person: function (a, b) { return byName(a.name, b.name); },
    helpful: function (a, b) { return degree(b) - degree(a); },
  };

  // One below the other; the pages of many answers also make groups.
  function inARow(items, elements) {
    elements[0].parentNode.append.apply(elements[0].parentNode, items.map(function (item) { return item.element; }));
  }

  // `textOf` gives the text of an element in which words are looked for; `arrange` takes the items in their order,
  // all elements, and what groups and order were asked for. The result has the `items`, and `onChange`, which takes what is to be
  // called with the words, and the text as typed, after each change.
  iiv.filtering = function (frame, elements, textOf, arrange) {
    var items = null;
    var order = "";
    var sorted = null;
    var task = 0;
    var listeners = [];
    var controls = {};
    NAMES.forEach(function (name) { controls[name] = frame.querySelector("[name=" + name + "]"); });
    var clear = frame.querySelector("[data-iiv-clear]");
    var chips = frame.querySelector("[data-iiv-narrowed]");
    var tools = frame.querySelector("[data-iiv-tools]");
    var none = document.querySelector("[data-iiv-none]");
    var further = ""; // said behind the number while more is looked through

    function known() {
      if (items) return items;
      items = elements.map(function (element, place) { return new Item(element, place, textOf); });
      FACETS.forEach(function (name) {
        optionsOf(name).forEach(function (option) {
          option.dataset.in.split(" ").forEach(function (place) {
            if (!place) return;
            items[place][name].push(option.value);
            if (name === "field") items[place].text += " " + iiv.fold(option.value);
          });
        });
      });
      return items;
    }

    function optionsOf(name) {
      return controls[name] ? Array.from(controls[name].querySelectorAll("[data-in]")) : [];
    }

    function asked() {
      var values = { words: iiv.wordsOf(controls.find.value) };
      NAMES.forEach(function (name) { values[name] = controls[name] ? controls[name].value : ""; });
      return values;
    }

    function isNarrowed(values) {
      return values.words.length > 0 || FACETS.some(function (name) { return values[name]; });
    }

    function put(values) {
      var wanted = values.sort + " " + values.group;
      if (wanted.trim() === order.trim()) return;
      order = wanted;
      var compare = ORDERS[values.sort];
      sorted = known().slice().sort(function (a, b) {
        return (compare && compare(a, b)) || a.place - b.place;
      });
      (arrange || inARow)(sorted, elements, values.group, values.sort);
    }

    function say(shown, values) {
      var total = elements.length;
      var narrowed = isNarrowed(values);
      write("[data-iiv-count]", (narrowed ? shown + " of " : "") + iiv.count(total, frame) + further);
      write("[data-iiv-for]", narrowed ? " for " + inWords(values).join(", ") : "");
      clear.hidden = !narrowed;
      if (none) none.hidden = shown > 0;
      if (tools) tools.textContent = toolsName(values);
      name(values);
    }

    function toolsName(values) {
      var set = FACETS.concat("sort", "group").filter(function (name) { return values[name]; }).length;
      return set ? "Filter (" + set + ")" : "Filter";
    }

    function write(where, words) {
      var line = frame.querySelector(where);
      if (line && line.textContent !== words) line.textContent = words;
    }

    // What the list is narrowed to, each to be taken away.
    function name(values) {
      var set = FACETS.filter(function (facet) { return values[facet]; });
      chips.hidden = !set.length;
      chips.replaceChildren.apply(chips, set.map(function (facet) {
        var words = inWord(facet, values[facet]);
        var chip = iiv.element("button", "iiv-narrow", words);
        chip.type = "button";
        chip.setAttribute("aria-label", "Take away: " + words);
        chip.addEventListener("click", function () {
          controls[facet].value = "";
          changed();
          (chips.querySelector("button") || controls[facet]).focus();
        });
        return chip;
      }));
    }

    // A key need not wait for those further down.
    function reveal(waiting) {
      waiting.slice(0, AT_ONCE).forEach(function (item) { item.element.hidden = false; });
      var left = waiting.slice(AT_ONCE);
      if (left.length) task = window.setTimeout(reveal, 0, left);
      else if (waiting.length) frame.dispatchEvent(new CustomEvent("iiv:shown"));
    }

    function apply() {
      var values = asked();
      var shown = elements.length;
      put(values);
      if (items || isNarrowed(values)) {
        window.clearTimeout(task);
        known().forEach(function (item) {
          item.fits = fits(item, values);
          if (!item.fits && !item.element.hidden) item.element.hidden = true;
        });
        var fitting = (sorted || items).filter(function (item) { return item.fits; });
        shown = fitting.length;
        reveal(fitting.filter(function (item) { return item.element.hidden; }));
      }
      say(shown, values);
      listeners.forEach(function (listener) { listener(values.words, values.find.trim()); });
    }

    function changed() {
      apply();
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

    // How many each choice would leave beside what else is asked for.
    function recount(event) {
      var facet = event.target.name;
      if (FACETS.indexOf(facet) < 0) return;
      var values = asked();
      var left = known().filter(function (item) { return fits(item, values, facet); });
      optionsOf(facet).forEach(function (option) {
        var count = left.filter(function (item) { return has(item, facet, option.value); }).length;
        option.textContent = option.textContent.replace(/\(\d+\)$/, "(" + count + ")");
      });
    }

    frame.addEventListener("input", function (event) {
      if (event.target.name) changed();
    });
    frame.addEventListener("focusin", recount);
    // While nothing is typed yet.
    (window.requestIdleCallback || window.setTimeout)(known);
    controls.find.addEventListener("focus", function () {
      if (PHONE.matches) frame.scrollIntoView(); // the keyboard covers the lower half
    });
    function unfold(open) {
      tools.setAttribute("aria-expanded", String(frame.toggleAttribute("data-open", open)));
    }

    tools.addEventListener("click", function () { unfold(); });
    frame.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !frame.hasAttribute("data-open")) return;
      event.preventDefault();
      unfold(false);
      tools.focus();
    });
    clear.addEventListener("click", function () {
      FACETS.concat("find").forEach(function (name) {
        if (controls[name]) controls[name].value = "";
      });
      changed();
      controls.find.focus();
    });
    iiv.address.onBack(restore);
    return {
      get items() { return known(); },
      start: restore,
      onChange: function (listener) { listeners.push(listener); },
      again: function (words) {
        further = words;
        apply();
      },
    };
  };

  iiv.count = function (number, frame) {
    return number + " " + (number === 1 ? frame.dataset.iivNoun : frame.dataset.iivNouns);
  };

  function inWord(name, value) {
    if (name === "helpful") return "helpfulness " + value + (value === "5" ? "" : " and more");
    if (name === "field") return "field " + value;
    if (name === "year" || name === "channel") return value;
    return value.charAt(0) === "#" ? value : "tag " + value;
  }

  // On paper, where the controls are not.
  function inWords(values) {
    var words = values.words.length ? ["\u201c" + values.find.trim() + "\u201d"] : [];
    return words.concat(FACETS.filter(function (name) { return values[name]; }).map(function (name) {
      return inWord(name, values[name]);
    }));
  }
})(window, document);
