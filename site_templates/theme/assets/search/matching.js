// Looks through all that is held, and puts what fits in order. It works in steps, so that keys are answered
// in between.
(() => {
  "use strict";

  const { search } = window.iiv;
  const { TYPED, NAMED, WHOLE } = search;

  const BEST = TYPED + WHOLE + 1; // of a place, wherever it is
  const NEAR = 80; // signs between words that belong together
  const MOST = 50; // places of one word in one text among which the nearest are sought
  const MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ];

  // The best value of the word in each entry, and 0 in those that `wanted` leaves out; step by step.
  function* valuesOf(word, wanted) {
    const { entries, haystacks } = search.held;
    const values = new Uint8Array(entries.length);
    for (const haystack of haystacks) {
      look(haystack, word, values, wanted);
      yield;
    }
    entries.forEach(({ date }, number) => {
      if (!values[number] && wanted[number] && isDay(word.folded, date)) values[number] = BEST;
    });
    return values;
  }

  function look({ form, starts, numbers, named }, word, values, wanted) {
    const { folded, at } = form;
    const extra = named ? NAMED : 0;
    let slot = 0;
    let known = 0;
    let place = folded.indexOf(word.folded);
    while (place >= 0) {
      while (starts[slot + 1] <= place) slot += 1;
      const number = numbers[slot];
      // Then nothing further on in this entry can be better.
      let enough = !wanted[number] || values[number] >= BEST + extra;
      if (!enough) {
        while (known < at.length && at[known] <= place) known += 1;
        const value = word.value(form, place, known) + extra;
        if (value > values[number]) values[number] = value;
        enough = value >= BEST + extra;
      }
      place = folded.indexOf(word.folded, enough ? starts[slot + 1] : place + 1);
    }
  }

  // A day is found by its parts, and as it is written in a note.
  function isDay(folded, date) {
    if (!date) return false;
    const [year, month, day] = date.split("-");
    const name = MONTHS[Number(month) - 1];
    return [name, name.slice(0, 3), year, year + month + day, day, String(Number(day))].includes(folded);
  }

  // The ids of the questions in whose wording a word stands. Beside another word it counts for their answers.
  function askedWith(word) {
    const ids = new Set();
    for (const [id, { title, names }] of search.held.questions) {
      if (new search.Folded([title, ...names].join("\n")).folded.includes(word.folded)) ids.add(id);
    }
    return ids;
  }

  function isAsked({ kind, parts }, ids) {
    return ids.size > 0 && kind === "talk" && parts.some(({ anchor }) => ids.has(anchor));
  }

  // Whether the words of the entry itself say more than the wording of a question does.
  function saysMore(entry, found) {
    const missing = found.filter(({ values }) => !values[entry.number]);
    const asked = entry.parts.filter(({ anchor }) => missing.every(({ ids }) => ids.has(anchor)));
    const said = found.filter(({ values }) => values[entry.number]);
    return !missing.length || said.some(({ ids }) => asked.some(({ anchor }) => !ids.has(anchor)));
  }

  // The lines of the entry that `place` stands for, folded, and where each begins.
  function linesIn({ haystack, slot }) {
    let start = haystack.starts[slot];
    const text = haystack.form.folded.slice(start, haystack.starts[slot + 1] - 1);
    return text.split("\n").map((line, number) => {
      const at = start;
      start += line.length + 1;
      return { line, at, part: haystack.named ? number - 1 : number };
    });
  }

  // How far apart the words stand where they are nearest: 0 side by side, 1 close, 2 in one text, 3 in one talk.
  function distance(entry, found) {
    const [title, ...firsts] = linesIn(entry.places[0]);
    const texts = entry.places.length > 1 ? linesIn(entry.places[1]) : firsts; // these say the gists again
    const apart = found.filter(({ word }) => !title.line.includes(word.folded) && !isDay(word.folded, entry.date));
    if (apart.length < 2) return 0;
    const words = apart.map(({ word }) => word.folded);
    let least = 3;
    for (const { line, part } of texts) {
      if (words.every((word) => line.includes(word))) least = Math.min(least, span(line, words));
      else if (apart.every(({ word, ids }) => line.includes(word.folded) || ids.has(entry.parts[part].anchor))) {
        least = Math.min(least, 2);
      }
      if (!least) break;
    }
    return least;
  }

  // The same within one text: the shortest piece that has a place of each word.
  function span(line, words) {
    const most = words.reduce((sum, word) => sum + word.length + 1, -1);
    const at = words.map((word) => line.indexOf(word));
    let least = Infinity;
    for (let tries = words.length * MOST; tries > 0; tries -= 1) {
      let first = 0;
      let end = 0;
      for (let word = 0; word < words.length; word += 1) {
        if (at[word] < at[first]) first = word;
        if (at[word] + words[word].length > end) end = at[word] + words[word].length;
      }
      least = Math.min(least, end - at[first]);
      at[first] = line.indexOf(words[first], at[first] + 1);
      if (least <= most || at[first] < 0) break;
    }
    if (least <= most) return 0;
    return least <= most + NEAR ? 1 : 2;
  }

  function placesOf(word, line) {
    const places = [];
    let place = line.indexOf(word);
    for (; place >= 0 && places.length < MOST; place = line.indexOf(word, place + 1)) places.push(place);
    return places;
  }

  // All words as typed; how near; all in names and gists; all whole words: in this order of weight.
  function rankOf(entry, found) {
    const values = found.map(({ values }) => values[entry.number]).filter(Boolean);
    const all = (quality) => values.every((value) => (value - 1) & quality);
    const near = found.length > 1 ? 3 - distance(entry, found) : 0;
    return (all(TYPED) ? 16 : 0) + near * 4 + (all(NAMED) ? 2 : 0) + (all(WHOLE) ? 1 : 0);
  }

  // The entries that have all the words, each with its rank, the best first; step by step.
  search.match = function* (words) {
    const { entries } = search.held;
    const found = [];
    let wanted = new Uint8Array(entries.length).fill(1);
    // What is rare is sought first, and the others where that was found.
    for (const word of [...words].sort((a, b) => b.folded.length - a.folded.length)) {
      const ids = words.length > 1 ? askedWith(word) : new Set();
      const values = yield* valuesOf(word, wanted);
      found.push({ word, values, ids });
      wanted = wanted.map((is, number) => is && (values[number] || isAsked(entries[number], ids)) ? 1 : 0);
    }
    const results = [];
    for (const entry of entries) {
      if (!wanted[entry.number] || !saysMore(entry, found)) continue;
      results.push({ entry, rank: rankOf(entry, found) });
      if (words.length > 1) yield;
    }
    return results.sort((a, b) => b.rank - a.rank || a.entry.order - b.entry.order);
  };

  // Of what was found before all is there: what stays on top, in this order, whatever comes.
  search.isFinal = ({ rank }, words) => words.length === 1 && rank >= 16 + NAMED;

  Object.assign(search, { linesIn, placesOf, askedWith });
})();
