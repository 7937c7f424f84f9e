// Text as search compares it: without capitals, accents, hyphens, apostrophes and punctuation, and with a
// way back from each place in it to the text as it was written.
(() => {
  "use strict";

  const search = ((window.iiv ??= {}).search ??= {});

  // --- One sign ---------------------------------------------------------------------------------------

  const LETTER = /[\p{L}\p{N}\p{M}]/u;
  // Where words stand without spaces, any part of a text may be one.
  const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
  // Signs that mean something are kept: R&D, C#, and/or, 50%.
  const PUNCTUATION = /[[\p{P}`´]--[#%&*\/@\\_§]]/v;
  const ACCENTED = /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]/u;
  const ACCENTS = /[\u0300-\u036f]/g;
  // Vowel signs that may as well be left out, and what no eye sees.
  const DROPPED =
    /[\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0670\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\ufeff]/;
  const LETTERS = {
    æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss", ħ: "h", ı: "i", ŋ: "n", ŧ: "t", ς: "σ",
  };

  const folds = new Map();

  // What stands for a small letter or another sign that is no punctuation.
  function foldSign(sign) {
    if (!folds.has(sign)) folds.set(sign, DROPPED.test(sign) ? "" : withoutAccents(sign));
    return folds.get(sign);
  }

  function withoutAccents(sign) {
    const parts = sign.normalize("NFKD").toLowerCase();
    if (!ACCENTED.test(parts)) return sign.normalize("NFKC").toLowerCase();
    return Array.from(parts.replace(ACCENTS, ""), (one) => LETTERS[one] ?? one).join("");
  }

  // --- What sort of sign it is, by code unit ----------------------------------------------------------

  const IN_WORD = 1;
  const PAUSE = 2;
  const CHANGES = 4; // or is half of a sign that might
  const ACCENT = 8;
  const KNOWN = 128;
  const sorts = new Uint8Array(65536);

  function sortOf(unit) {
    if (!sorts[unit]) sorts[unit] = KNOWN | sort(String.fromCharCode(unit), unit);
    return sorts[unit];
  }

  function sort(sign, unit) {
    if (unit >= 0xd800 && unit <= 0xdfff) return CHANGES;
    if (unit >= 0x300 && unit <= 0x36f) return IN_WORD | ACCENT;
    if (PUNCTUATION.test(sign)) return PAUSE;
    const inWord = LETTER.test(sign) && !UNSPACED.test(sign) ? IN_WORD : 0;
    return inWord | (foldSign(sign) === sign ? 0 : CHANGES);
  }

  // Whether a word goes on at this place of a text.
  function isWord(text, place) {
    return place >= 0 && place < text.length && (sortOf(text.charCodeAt(place)) & IN_WORD) > 0;
  }

  // --- Punctuation ------------------------------------------------------------------------------------

  const JOINT = /^[-‐‑'’‘`´′＇]$/;
  const KEPT = /^[.,:]$/; // within a word: 3.5, 10:30
  const THOUSAND = /^\d{3}(?!\d)/;
  const SPACE = 32;

  // What stands for a run of punctuation and spaces between two places.
  function pause(text, start, end) {
    const run = text.slice(start, end);
    if (start === 0 || text[start - 1] === "\n" || end === text.length || text[end] === "\n") return "";
    if (run.length > 1 || !LETTER.test(text[start - 1]) || !LETTER.test(text[end])) return " ";
    if (JOINT.test(run)) return "";
    if (!KEPT.test(run)) return " ";
    const isThousand = run !== ":" && /\d/.test(text[start - 1]) && THOUSAND.test(text.slice(end, end + 4));
    return isThousand ? "" : run;
  }

  // --- A whole text -----------------------------------------------------------------------------------

  class Folded {
    // `text` may have several lines; `folded` has as many.
    constructor(text) {
      this.text = text;
      this.at = []; // where something else stands in `folded` than in `text` in small letters,
      this.size = []; // how long it is,
      this.from = []; // and where in `text`, and how long there
      this.length = [];
      this.folded = this.#fold(text.replaceAll("İ", "I").toLowerCase());
    }

    #fold(text) {
      const pieces = [];
      let done = 0;
      let shift = 0;
      const put = (start, end, now) => {
        if (now === text.slice(start, end)) return;
        pieces.push(text.slice(done, start), now);
        this.at.push(start + shift);
        this.size.push(now.length);
        this.from.push(start);
        this.length.push(end - start);
        shift += now.length - (end - start);
        done = end;
      };
      for (let place = 0; place < text.length; ) {
        const is = sortOf(text.charCodeAt(place));
        let end = place + 1;
        if (is & PAUSE) {
          while (end < text.length && isPause(text.charCodeAt(end))) end += 1;
          const start = place > done && text.charCodeAt(place - 1) === SPACE ? place - 1 : place;
          put(start, end, pause(text, start, end));
        } else if (is & ACCENT) {
          if (isAccented(text, place)) put(place, end, "");
        } else if (is & CHANGES) {
          const sign = String.fromCodePoint(text.codePointAt(place));
          end = place + sign.length;
          put(place, end, foldSign(sign));
        }
        place = end;
      }
      pieces.push(text.slice(done));
      return pieces.join("");
    }

    // How many changes begin at or before this place of `folded`.
    changesTo(place) {
      let low = 0;
      let high = this.at.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.at[middle] <= place) low = middle + 1;
        else high = middle;
      }
      return low;
    }

    // Where in `text` the sign begins that is at this place of `folded`; `known` is `changesTo(place)`.
    start(place, known = this.changesTo(place)) {
      if (!known) return place;
      const last = known - 1;
      const beyond = place - this.at[last] - this.size[last];
      return beyond < 0 ? this.from[last] : this.from[last] + this.length[last] + beyond;
    }

    // Where in `text` it ends.
    end(place, known = this.changesTo(place)) {
      const last = known - 1;
      if (known && place < this.at[last] + this.size[last]) return this.from[last] + this.length[last];
      return this.start(place, known) + 1;
    }
  }

  const isPause = (unit) => unit === SPACE || (sortOf(unit) & PAUSE) > 0;

  // Whether the accents that end here stand on a letter that is the same without them.
  function isAccented(text, place) {
    let base = place - 1;
    while (base > 0 && sortOf(text.charCodeAt(base)) & ACCENT) base -= 1;
    return base >= 0 && ACCENTED.test(text[base]);
  }

  Object.assign(search, { Folded, isWord });
})();
