"""A text without names: a label for each person, one word for organisations, months for days."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from iiv.exchange.sharing.common_words import COMMON_WORDS
from iiv.exchange.sharing.hidden import ORGANISATION
from iiv.exchange.sharing.meant import Token, is_meant
from iiv.exchange.sharing.spelling import (
    OF_THEIRS,
    POSSESSIVE,
    TYPESET,
    WORD,
    bases_in,
    folded,
    spelled,
    stems,
    words_of,
)
from iiv.exchange.sharing.structure import without_structure
from iiv.journal.names import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iiv.exchange.sharing.hidden import Hidden

_FIRST_SIGN: Final = 0xF0000
"""Code points for private use, of which each stands for a text in which no name is looked for."""

_SIGNS = "\U000f0000-\U000ffffd"
_SIGN = re.compile(f"[{_SIGNS}]")
_PRIVATE = re.compile(f"[\ue000-\uf8ff{_SIGNS}]")
_BREAK = re.compile(r"\.\s|(?s:.*)\n\s*\n")
_SHORTEST_TOLD: Final = 3
_ABBREVIATED: Final = 2
"""Letters of a word behind which a full stop ends no sentence."""

_GAPS = re.compile(r"(?:[\s*_~`'’ʼ.,&/\\\-‐-–]{1,5}[^\W\d_]\.?){0,2}[\s*_~`'’ʼ.,&/\\\-‐-–]{1,5}")
_TITLE = re.compile(
    rf"\b(?:{'|'.join(sorted(map(str.capitalize, TITLES), key=len, reverse=True))})\.?\s+(?=[{_SIGNS}])"
)
_BEFORE_NAME = re.compile(
    rf"(?<![\w.])(?:(?:[^\W\d_a-z]\.[ \u00a0-]?){{1,3}}|[^\W\d_]\.|([^\W\d_a-z][^\W\d_]{{2,}})[ \u00a0])"
    rf"([{_SIGNS}])"
)
_INITIAL_BEHIND = re.compile(rf"([{_SIGNS}])[ \u00a0]([^\W\d_a-z])\.(?=(\s+[^\W\d_a-z]|\s*\Z)?)")
_SPEAKER = re.compile(r"(?m)^([\s>*_-]*)([^\W\d_a-z]{2,4})(?=[*_]*\s?:)")
_INITIALS = re.compile(r"(?<![\w.])[^\W\d_]\.(?:[ \u00a0-]?[^\W\d_]\.){1,3}")
_TWICE = re.compile(rf"([{_SIGNS}])(?:(?:[\s*_~`-]|(?<=\s)[^\W\d_]\.)+\1)+")
_WHERE_FROM = re.compile(
    rf"(?i:^|\b(?:ex|former|formerly)[- ])(?:the\s+)?[{_SIGNS}](?:['’]s)?"
    rf"|(?i:[,;:/|·–—-]|\b(?:at|of|for|with|in|to|by|bei|chez|@))\s*(?:the\s+)?[{_SIGNS}](?:['’]s)?(?:\s+[^\W\d_a-z]\w*)*"
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# Where people work, without being told so by a key of its own.
_WORKPLACE = re.compile(
    r"\s+(?:at|bei|chez|@)\s+(?:the\s+)?[^\W\d_a-z].*|[,;|·–—]\s*(?:the\s+)?[^\W\d_a-z].*"
)
_FOOTNOTE = re.compile(r"\[\^([^\]\n]+)\]")
_THEME = re.compile(r"#[\w/-]*\Z")
_THEME_MARK = re.compile(rf"#(?=[{_SIGNS}])")
_DETERMINER = re.compile(r"\b(?:an?|the|my|your|his|her|our|their|this|that)\s+\Z")
_ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s+$")


class _Begun(NamedTuple):
    """What may begin with a word: whole names, and parts of names with their endings.

    `based` is whose inflected name it is, "" for nobody's.
    """

    wholes: tuple[tuple[str, ...], ...]
    parts: tuple[tuple[str, str], ...]
    based: str


class Redactor:
    """Takes names out of texts. `doubtful` are the names that were left, since they may be common words.

    `small` are words in small letters, and `ids` what the notes that wikilinks lead to are called.
    """

    def __init__(
        self, hidden: Hidden, small: frozenset[str], ids: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._hidden = hidden
        self._ids = ids
        self._small = small
        self._signs: dict[str, str] = {}
        self._footnotes: dict[str, str] = {}
        self._begun: dict[str, _Begun] = {}
        self._wholes: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in sorted(hidden.wholes, key=len, reverse=True):
            self._wholes[words[0]].append(words)
        self._marks = _any_of(hidden.marks)
        self.doubtful: list[str] = []

    def redacted(self, markdown: str) -> str:
        """The text with labels for names; it stays Markdown, but for links and pictures.

        What may be a common word at the start of a sentence is left, and added to `doubtful`.
        """
        return self._shown(self._signed(markdown))

    def role(self, text: str) -> str:
        """A role without what names somebody, or a place to work: `Partner at Smith & Co` is `Partner`."""
        signed = _WHERE_FROM.sub(" ", self._signed(_BRACKETS.sub(" ", text)))
        words = " ".join(_SIGN.sub(" ", _WORKPLACE.sub("", signed)).split())
        return re.sub(r"\s+(?=[,;:.])", "", words).rstrip(".")

    def is_bare(self, text: str) -> bool:
        """Whether nothing in a text is hidden, in small letters neither: for ids, tags and fields."""
        words = words_of(text)
        return self.redacted(text) == text and not any(
            word in self._hidden.parts and word not in self._hidden.common for word in words
        )

    def _signed(self, markdown: str) -> str:
        """The text with a sign for each thing that is hidden."""
        text = _PRIVATE.sub("", unicodedata.normalize("NFC", markdown)).translate(TYPESET)
        text = without_structure(text, self._sign, self._ids)
        text = _FOOTNOTE.sub(lambda match: f"[^{self._sign(self.footnote(match[1]))}]", text)
        if self._marks:
            text = self._marks.sub(lambda match: self._sign(self._hidden.marks[match[0]]), text)
        text = self._without_names(text)
        text = _BEFORE_NAME.sub(self._without_short_name, _TITLE.sub("", text))
        text = _INITIALS.sub(self._initialled, text)
        text = _SPEAKER.sub(lambda match: match[1] + self._initialled(match, match[2]), text)
        text = _INITIAL_BEHIND.sub(self._without_initial, text)
        return _TWICE.sub(r"\1", _THEME_MARK.sub("", text))

    def footnote(self, label: str) -> str:
        """The label of a footnote without words: `n2`."""
        if label.isdecimal():
            return label
        return self._footnotes.setdefault(label.casefold(), f"n{len(self._footnotes) + 1}")

    def _initialled(self, match: re.Match[str], said: str = "") -> str:
        label = self._hidden.initials.get("".join(words_of(said or match[0])).upper())
        return self._sign(label) if label else said or match[0]

    def _without_short_name(self, match: re.Match[str]) -> str:
        """`A. Lovelace` is Ada Lovelace, and so is `Rob Hunter` where Robert is."""
        return match[2] if not match[1] or self._is_own(match[1], match[2]) else match[0]

    def _without_initial(self, match: re.Match[str]) -> str:
        """`Ada L.` is Ada, whether a sentence ends there or not."""
        end = "." if match[3] is not None else ""
        return f"{match[1]}{end}" if self._is_own(match[2], match[1]) else match[0]

    def _is_own(self, said: str, sign: str) -> bool:
        """Whether a word of the name that a sign stands for begins so."""
        label = next(label for label, one in self._signs.items() if one == sign)
        own = self._hidden.spoken.get(label, ())
        return any(word.startswith(spelled(folded(said))) for word in own)

    def _is_meant(self, text: str, tokens: list[Token], number: int, label: str) -> bool:
        if label == ORGANISATION and text[tokens[number].start : tokens[number].end].isupper():
            return True
        return is_meant(text, tokens, number, self._hidden.spoken.get(label, ()))

    def _is_told(self, stem: str, label: str) -> bool:
        """Whether a word in small letters is looked through too: somebody may write names so."""
        return label != ORGANISATION and len(stem) >= _SHORTEST_TOLD and stem not in COMMON_WORDS

    def _sign(self, label: str) -> str:
        return self._signs.setdefault(label, chr(_FIRST_SIGN + len(self._signs)))

    def _shown(self, signed: str) -> str:
        by_sign = {sign: label for label, sign in self._signs.items()}
        return _SIGN.sub(lambda match: by_sign[match[0]], signed)

    def _without_names(self, text: str) -> str:
        plain = folded(text)
        tokens = [Token(spelled(one[0]), *one.span()) for one in WORD.finditer(plain)]
        pieces: list[str] = []
        at = number = 0
        while number < len(tokens):
            found = self._name_at(text, plain, tokens, number)
            if found is None:
                number += 1
                continue
            count, label, possessive = found
            start, end = tokens[number].start, tokens[number + count - 1].end
            before = text[at:start]
            if label == ORGANISATION:
                before = _ARTICLE.sub("", before)
            pieces += (before, self._sign(label), "’s" if possessive else "")
            at = end
            number += count
        return "".join([*pieces, text[at:]])

    def _name_at(
        self, text: str, plain: str, tokens: list[Token], number: int
    ) -> tuple[int, str, bool] | None:
        """What is hidden from a word on: how many words, its label, whether an `s` belongs to it."""
        word, start, _ = tokens[number]
        begun = self._begun.get(word)
        if begun is None:
            begun = self._begun[word] = self._begin(word)
        for words in begun.wholes:
            if matched := self._whole(text, plain, tokens, number, words):
                count, last = matched
                return count, self._hidden.wholes[words], last in POSSESSIVE
        if not begun.parts and not begun.based:
            return None
        is_small = text[start].islower() and not _THEME.search(text, max(0, start - 40), start)
        for stem, ending in begun.parts:
            label = self._hidden.parts[stem]
            if is_small and ending:
                continue
            is_thing = is_small and _DETERMINER.search(text, max(0, start - 8), start)
            if stem not in self._hidden.common and not is_thing:
                return 1, label, ending in POSSESSIVE
            if not is_small and self._is_meant(text, tokens, number, label):
                return 1, label, ending in POSSESSIVE
            if not is_small or self._is_told(stem, label):
                self.doubtful.append(text[start : tokens[number].end])
        return (1, begun.based, False) if begun.based and not is_small else None

    def _begin(self, word: str) -> _Begun:
        """What may begin with a word, by the names that are hidden alone."""
        wholes = [
            words
            for stem, ending in stems(word)
            for words in self._wholes.get(stem, ())
            if self._may_begin(word, ending, words)
        ]
        parts = [
            (stem, ending)
            for stem, ending in stems(word)
            if (label := self._hidden.parts.get(stem)) and self._may_end(word, ending, label)
        ]
        is_other = parts or word in self._small or word in COMMON_WORDS
        based = () if is_other else (self._hidden.bases.get(base, "") for base in bases_in(word))
        return _Begun(tuple(wholes), tuple(parts), next(filter(None, based), ""))

    def _may_begin(self, word: str, ending: str, words: tuple[str, ...]) -> bool:
        """Whether a name may begin with a word that has an ending: `Deutschen Bahn` does."""
        if ending and len(words) > 1:
            return words[0].endswith("e") and ending == "n"
        return self._may_end(word, ending, self._hidden.wholes[words])

    def _may_end(self, word: str, ending: str, label: str) -> bool:
        if ending in OF_THEIRS and label != ORGANISATION:
            return False
        return not ending or ending in POSSESSIVE or not (word in self._small or word in COMMON_WORDS)

    def _whole(
        self, text: str, plain: str, tokens: list[Token], number: int, words: tuple[str, ...]
    ) -> tuple[int, str] | None:
        """How many words stand where a whole name stands, and the ending of the last; None where it does not.

        Initials may stand in between.
        """
        at = number
        for word in words[1:]:
            before, at = at, at + 1
            while at < len(tokens) and len(tokens[at].word) == 1 and tokens[at].word != word:
                at += 1
            if at >= len(tokens) or not self._are_together(plain, tokens[before], tokens[at]):
                return None
            if tokens[at].word != word and word is not words[-1]:
                return None
        if self._needs_capitals(words, plain[tokens[number].start : tokens[at].end]) and any(
            text[token.start].islower() for token in tokens[number : at + 1]
        ):
            return None
        ending = next((ending for stem, ending in stems(tokens[at].word) if stem == words[-1]), None)
        return None if ending is None else (at - number + 1, ending)

    def _needs_capitals(self, words: tuple[str, ...], said: str) -> bool:
        """Whether a name is of words so common that capitals alone tell it, as in `a baker rose`."""
        if any(len(word) > _ABBREVIATED and word not in COMMON_WORDS for word in words):
            return False
        is_full = words in self._hidden.full and any(len(word) > _ABBREVIATED for word in words)
        return not is_full or "," in said

    @staticmethod
    def _are_together(plain: str, one: Token, other: Token) -> bool:
        """Whether two words may be one name's: no sentence ends between them."""
        ends = len(one.word) > _ABBREVIATED and _BREAK.match(plain, one.end, other.start)
        return not ends and bool(_GAPS.fullmatch(plain, one.end, other.start))


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None
