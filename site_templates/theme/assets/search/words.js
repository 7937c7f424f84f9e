// What somebody looks for, word by word, and how well a place in a text answers to a word.
(() => {
  "use strict";

  const { Folded, isWord } = window.iiv.search;

  const QUOTES = /[“”„«»]/g;
  const WANTED = /"([^"]*)"?|[^\s"]+/g;
  const APOSTROPHES = /[’‘ʼ＇]/g;
  const EDGES = /^[^\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+$/gu;
  const LEAST = 2; // letters of a word that is also found without the signs at its ends: #pottery, but not C++

  // As typed, in a name or gist, a whole word: in this order of weight. 0 is for no place at all.
  const TYPED = 4;
  const NAMED = 2;
  const WHOLE = 1;

  const plain = (text) => text.replace(APOSTROPHES, "'");

  class Word {
    // `typed` is one word, or several that stand together.
    constructor(typed) {
      this.typed = plain(typed);
      this.hasCapitals = this.typed !== this.typed.toLowerCase();
      const form = new Folded(typed);
      const whole = form.folded.trim();
      const bare = whole.replace(EDGES, "");
      this.folded = bare.length >= LEAST ? bare : whole;
      this.lead = form.start(form.folded.indexOf(this.folded));
      this.isPlain = this.folded === this.typed;
      this.beginsInWord = isWord(this.folded, 0);
      this.endsInWord = isWord(this.folded, this.folded.length - 1);
    }

    // How well the place fits; `known` is how many changes of `form` begin at or before it.
    value(form, place, known) {
      const last = place + this.folded.length - 1;
      let until = known;
      while (until < form.at.length && form.at[until] <= last) until += 1;
      const start = form.start(place, known);
      const end = form.end(last, until);
      const whole =
        (!this.beginsInWord || !isWord(form.text, start - 1)) && (!this.endsInWord || !isWord(form.text, end));
      return 1 + (this.#isTyped(form, place, known, until, start) ? TYPED : 0) + (whole ? WHOLE : 0);
    }

    #isTyped(form, place, known, until, start) {
      if (this.isPlain) {
        const before = known - 1;
        return until === known && (!known || form.at[before] + form.size[before] <= place);
      }
      const there = plain(form.text.substr(start - this.lead, this.typed.length));
      return (this.hasCapitals ? there : there.toLowerCase()) === this.typed;
    }
  }

  // The words in what somebody typed. Between quotation marks they stand together.
  function wordsOf(query) {
    const found = query.normalize("NFC").replace(QUOTES, '"').matchAll(WANTED);
    const words = Array.from(found, ([all, phrase]) => new Word((phrase ?? all).trim().replace(/\s+/g, " ")));
    const seen = new Set();
    return words.filter((word) => word.folded && !seen.has(word.folded) && seen.add(word.folded));
  }

  Object.assign(window.iiv.search, { wordsOf, TYPED, NAMED, WHOLE });
})();
