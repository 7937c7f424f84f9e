// What there is to be found, as it arrives: scripts push it to `iivSearch` once somebody begins to search.
(() => {
  "use strict";

  const { search } = window.iiv;
  const folder = new URL("../../search/", document.currentScript.src);
  const arrived = (window.iivSearch ??= []);

  const KINDS = ["person", "question", "direction", "theme", "talk", "page"]; // in which order those that fit as well stand
  const CUT = / …$/;
  const BETWEEN = " · ";

  // Texts of several entries in one, so that they are searched in one go. `starts` are places in the
  // folded text, one more than there are entries.
  class Haystack {
    constructor(texts, named) {
      this.named = named;
      this.numbers = texts.map(([entry]) => entry.number);
      this.form = new search.Folded(texts.map(([, lines]) => `${lines.join("\n")}\n`).join(""));
      this.starts = [0];
      let place = 0;
      for (const [, lines] of texts) {
        for (let line = 0; line < lines.length; line += 1) place = this.form.folded.indexOf("\n", place) + 1;
        this.starts.push(place);
      }
    }
  }

  const entries = [];
  const byAddress = new Map();
  const haystacks = [];
  const questions = new Map(); // by id

  function entryOf([kind, address, title, line, date, names, parts, question]) {
    const known = parts.map(([anchor = "", heading = "", gist = "", themes = ""]) => ({ anchor, heading, gist, themes }));
    return { kind, address, title, line, date, names, parts: known, question, places: [] };
  }

  function put(texts, named) {
    const haystack = new Haystack(texts, named);
    texts.forEach(([entry], slot) => entry.places.push({ haystack, slot }));
    haystacks.push(haystack);
  }

  const take = {
    names(rows) {
      const added = rows.map(entryOf);
      for (const entry of added) {
        entry.number = entries.push(entry) - 1;
        byAddress.set(entry.address, entry);
        if (entry.question) questions.set(entry.question, entry);
      }
      put(added.map((entry) => [entry, firstLines(entry)]), true);
    },
    texts(rows) {
      const known = Object.entries(rows).filter(([address]) => byAddress.has(address));
      put(known.map(([address, texts]) => [byAddress.get(address), fullTexts(byAddress.get(address), texts)]), false);
    },
    chunks() {},
  };

  // What it is called and what else one sees of it at once; then the gist and the themes of each part.
  function firstLines(entry) {
    const title = [entry.title, ...entry.names, entry.line].join(BETWEEN);
    return [title, ...entry.parts.map(({ gist, themes }) => [gist, themes].filter(Boolean).join(" "))];
  }

  // A text says its gist no second time.
  function fullTexts(entry, texts) {
    return entry.parts.map(({ gist }, number) => {
      const text = texts[number] ?? "=";
      return (text[0] === "+" ? gist.replace(CUT, "") : "") + text.slice(1);
    });
  }

  // One text of an entry as it was written, its gist left out where it begins with that; "" before it has come.
  search.textOf = (address, anchor) => {
    const entry = byAddress.get(address);
    const part = entry ? entry.parts.findIndex((one) => one.anchor === anchor) : -1;
    const place = part < 0 ? null : entry.places.find(({ haystack }) => !haystack.named);
    if (!place) return "";
    const { form, starts } = place.haystack;
    const at = starts[place.slot];
    let from = at ? form.end(at - 1) : 0;
    for (let line = 0; line < part; line += 1) from = form.text.indexOf("\n", from) + 1;
    return form.text.slice(from, form.text.indexOf("\n", from));
  };

  function takeAll() {
    for (const chunk of arrived.splice(0)) {
      for (const [kind, content] of Object.entries(chunk)) take[kind](content);
    }
  }

  // Those of one day stay in the order of the notes, the latest first.
  function arrange() {
    const sorted = entries.map((entry, number) => ({ entry, number })).sort((a, b) => {
      const kinds = KINDS.indexOf(a.entry.kind) - KINDS.indexOf(b.entry.kind);
      const times = a.entry.date < b.entry.date ? 1 : a.entry.date > b.entry.date ? -1 : 0;
      return kinds || times || (a.entry.date ? b.number - a.number : a.number - b.number);
    });
    sorted.forEach(({ entry }, order) => (entry.order = order));
  }

  function load(name) {
    return new Promise((resolve) => {
      const script = document.createElement("script");
      script.async = false; // names come before texts
      script.src = new URL(name, folder).href;
      script.onload = () => resolve(true);
      script.onerror = () => resolve(false);
      document.head.append(script);
    });
  }

  const held = (search.held = { entries, haystacks, questions, begun: false, named: false, complete: false, missing: 0 });

  // Loads it all, once; `changed` is called when the names are there, and when everything is.
  search.hold = async (changed) => {
    if (held.begun) return;
    held.begun = true;
    held.missing = Number(!(await load("chunks.js")));
    const chunks = arrived.splice(0).flatMap((chunk) => chunk.chunks ?? []);
    const names = chunks.filter((name) => name.startsWith("names"));
    const loads = chunks.map(async (name) => {
      const there = await load(name);
      held.missing += Number(!there);
      takeAll();
    });
    await Promise.all(loads.slice(0, names.length));
    arrange();
    held.named = true;
    changed();
    await Promise.all(loads);
    held.complete = true;
    changed();
  };
})();
