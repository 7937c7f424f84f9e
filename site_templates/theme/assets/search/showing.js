// What is shown of an entry that was found: its texts in which the words stand, cut down to what is near them.
(() => {
  "use strict";

  const { search } = window.iiv;

  const BEFORE = 50; // signs that are shown before the first word,
  const LENGTH = 200; // and in all
  const ALSO = { person: "Also called", question: "Formerly" };

  // A line with the words that stand in it: how many, and how well the best place fits.
  function tried({ haystack }, { line, at, part }, words) {
    const { form, named } = haystack;
    const hits = words.map((word) => {
      const places = search.placesOf(word.folded, line).map((place) => place + at);
      const values = places.map((place) => word.value(form, place, form.changesTo(place)));
      return { word, places, value: Math.max(0, ...values) };
    });
    const there = hits.filter(({ value }) => value);
    const value = there.reduce((sum, hit) => sum + hit.value + (named ? search.NAMED : 0), 0);
    return { form, at, end: at + line.length, part, named, hits: there, value };
  }

  const count = ({ hits }, words) => hits.filter(({ word }) => words.includes(word)).length;
  const better = (a, b) => b.count - a.count || b.value - a.value || b.named - a.named;

  // The places of the words in a text of the form, as pairs of places in the text as it was written.
  function marksOf({ form, hits }) {
    const marks = hits.flatMap(({ word, places }) =>
      places.map((place) => [form.start(place), form.end(place + word.folded.length - 1)]),
    );
    return marks.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  }

  // Where the words stand closest together: the place of the first of them.
  function focus({ hits }) {
    const places = hits.flatMap(({ places }, number) => places.map((place) => ({ place, number })));
    places.sort((a, b) => a.place - b.place);
    const last = new Array(hits.length).fill(-Infinity);
    let least = Infinity;
    let first = 0;
    for (const { place, number } of places) {
      last[number] = place;
      const from = Math.min(...last);
      if (place - from < least) [least, first] = [place - from, from];
    }
    return first;
  }

  // The part of a text around its words: pieces of text, of which every second one is to be marked.
  function excerpt(line) {
    const { form } = line;
    const from = line.at ? form.end(line.at - 1) : 0; // signs that are not there when folded belong to it
    const whole = form.text.slice(from, form.text.indexOf("\n", from));
    const centre = line.hits.length ? form.start(focus(line)) - from : 0;
    const start = centre <= BEFORE || whole.length <= LENGTH ? 0 : edge(whole, centre - BEFORE, centre);
    const end = whole.length - start <= LENGTH ? whole.length : edgeBefore(whole, start + LENGTH);
    const pieces = piecesOf(form.text, marksOf(line), from + start, from + end);
    if (start > 0) pieces[0] = `… ${pieces[0]}`;
    if (end < whole.length) pieces[pieces.length - 1] += " …";
    return pieces;
  }

  // Where a word begins, between two places; the first of them where there is no space.
  function edge(text, from, to) {
    const space = text.indexOf(" ", from);
    return space >= 0 && space < to ? space + 1 : sound(text, from);
  }

  function edgeBefore(text, to) {
    const space = text.lastIndexOf(" ", to);
    return space > to - BEFORE ? space : sound(text, to);
  }

  // A place that parts no sign in two.
  function sound(text, place) {
    const unit = text.charCodeAt(place);
    return unit >= 0xdc00 && unit <= 0xdfff ? place + 1 : place;
  }

  function headingOf(part) {
    return part.heading || search.held.questions.get(part.anchor)?.title || "";
  }

  // The text between two places in pieces, of which every second one is marked.
  function piecesOf(text, marks, from, to) {
    const pieces = [""];
    let done = from;
    for (const [start, end] of marks) {
      if (start < done || end > to) continue;
      pieces[pieces.length - 1] += text.slice(done, start);
      pieces.push(text.slice(start, end), "");
      done = end;
    }
    pieces[pieces.length - 1] += text.slice(done, to);
    return pieces;
  }

  // What it is called and what stands beside it, and whether another name of it was found.
  function head(entry, line) {
    const { text } = line.form;
    const marks = marksOf(line);
    const from = line.at ? line.form.end(line.at - 1) : 0;
    const to = text.indexOf("\n", from);
    const title = piecesOf(text, marks, from, from + entry.title.length);
    const beside = piecesOf(text, marks, to - entry.line.length, to);
    const names = piecesOf(text, marks, from + entry.title.length, to - entry.line.length);
    return { title, beside, names: names.length > 1 && title.length === 1 ? names : null };
  }

  // `title` and `beside` in pieces, and `parts`, the best first, each with its anchor, heading and `words`, which
  // gives the excerpt in pieces.
  search.shown = (entry, words) => {
    const lines = entry.places.flatMap((place) =>
      search.linesIn(place).map((line) => tried(place, line, words)),
    );
    const first = lines.find(({ named, part }) => named && part < 0);
    const { title, beside, names } = head(entry, first);
    // What its title says already tells its parts not apart.
    const untold = words.filter((word) => !first.hits.some((hit) => hit.word === word));
    const sought = untold.length ? untold : words;
    const asked = words.length > 1 ? sought.map(search.askedWith) : [];
    const parts = entry.parts.map((part, number) => {
      const mine = lines.filter((line) => line.part === number).map((line) => ({ ...line, count: count(line, sought) }));
      const [best] = [...mine].sort(better);
      const isMissing = (word) => !best.hits.some((hit) => hit.word === word);
      const context = entry.kind === "talk" ? asked.filter((ids, at) => ids.has(part.anchor) && isMissing(sought[at])) : [];
      const line = best.hits.length ? best : (mine.find(({ named, end, at }) => named && end > at) ?? best);
      return { anchor: part.anchor, heading: headingOf(part), number, line, fits: best.count + context.length };
    });
    const found = parts
      .filter(({ fits }) => fits)
      .sort((a, b) => b.fits - a.fits || b.line.value - a.line.value || a.number - b.number)
      .map(({ anchor, heading, line }) => ({ anchor, heading, words: () => excerpt(line) }));
    if (names) found.unshift({ anchor: "", heading: ALSO[entry.kind], words: () => names.map(between) });
    return { title, beside, parts: found };
  };

  const between = (piece) => piece.replace(/^ · | · $/g, "");
})();
