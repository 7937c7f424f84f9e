"""A text without names: people are their labels, organisations one word, addresses and days no more told."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from iiv.exchange.sharing.common_words import COMMON_WORDS
from iiv.exchange.sharing.hidden import ORGANISATION, folded
from iiv.exchange.sharing.structure import without_structure
from iiv.journal.names import TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iiv.exchange.sharing.hidden import Hidden

# Endings of names in English, German, Nordic, Slavic, Romance, Baltic and Finnish sentences, folded.
_ENDINGS: Final = (
    *("s", "es", "n", "en", "ns", "ens", "a", "u", "i", "e", "y", "em", "om", "ovi", "ova", "ove", "ego"),
    *("emu", "lle", "lta", "ssa", "sta", "lla", "in", "an", "ka", "ko"),
)
_POSSESSIVE: Final = frozenset({"s", "es", "ns", "ens"})
_STEM: Final = 3
"""Letters of a name to which an ending may be added."""

_FIRST_SIGN: Final = 0xF0000
"""Code points for private use, of which each stands for a text in which no name is looked for."""

_SIGNS = "\U000f0000-\U000ffffd"
_SIGN = re.compile(f"[{_SIGNS}]")
_PRIVATE = re.compile(f"[\ue000-\uf8ff{_SIGNS}]")
_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[\s*_~`'’ʼ.,&/\\\-‐-–]{1,5}")
_GAPS = re.compile(r"(?:[\s*_~`'’ʼ.,&/\\\-‐-–]{1,5}[^\W\d_]\.?){0,2}[\s*_~`'’ʼ.,&/\\\-‐-–]{1,5}")
_START = re.compile(r"(?:\A|\n|[.!?:…][\"'”’»)\]*_]*\s|[“\"«„(\[|])[\s>*_#~`•\-\d.)|]*\Z")
_TITLE = re.compile(
    rf"\b(?:{'|'.join(sorted(map(str.capitalize, TITLES), key=len, reverse=True))})\.?\s+(?=[{_SIGNS}])"
)
_INITIALS_BEFORE = re.compile(rf"(?<![\w.])(?:[^\W\d_a-z]\.[ \u00a0]?){{1,3}}(?=[{_SIGNS}])")
_INITIALS = re.compile(r"(?<![\w.])[^\W\d_]\.(?:[ \u00a0]?[^\W\d_]\.){1,3}")
_TWICE = re.compile(rf"([{_SIGNS}])(?:(?:[\s*_~`-]|(?<=\s)[^\W\d_]\.)+\1)+")
_WHERE_FROM = re.compile(
    rf"(?:^|[,;:/|·–—-]|\b(?:at|of|for|with|in|to|by|bei|chez|@))\s*(?:the\s+)?[{_SIGNS}](?:['’]s)?",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# Where people work, without being told so by a key of its own.
_WORKPLACE = re.compile(
    r"\s+(?:at|bei|chez|@)\s+(?:the\s+)?[^\W\d_a-z].*|[,;|·–—]\s*(?:the\s+)?[^\W\d_a-z].*"
)
_THEME_MARK = re.compile(rf"#(?=[{_SIGNS}])")
_ARTICLE = re.compile(r"\b[Tt]he\s+$")


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
        self._wholes: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for words in sorted(hidden.wholes, key=len, reverse=True):
            self._wholes[words[0]].append(words)
        self._marks = _any_of(hidden.marks)
        self._initials = _initials(hidden)
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
        return re.sub(r"\s+(?=[,;:])", "", words)

    def is_bare(self, text: str) -> bool:
        """Whether nothing in a text is hidden, in small letters neither: for ids, tags and fields."""
        words = _WORD.findall(folded(text))
        return self.redacted(text) == text and not any(
            word in self._hidden.parts and word not in self._hidden.common for word in words
        )

    def _signed(self, markdown: str) -> str:
        """The text with a sign for each thing that is hidden."""
        text = _PRIVATE.sub("", unicodedata.normalize("NFC", markdown))
        text = without_structure(text, self._sign, self._ids)
        if self._marks:
            text = self._marks.sub(lambda match: self._sign(self._hidden.marks[match[0]]), text)
        text = self._without_names(text)
        text = _INITIALS_BEFORE.sub("", _TITLE.sub("", text))
        text = _INITIALS.sub(self._initialled, text)
        return _TWICE.sub(r"\1", _THEME_MARK.sub("", text))

    def _initialled(self, match: re.Match[str]) -> str:
        label = self._initials.get("".join(_WORD.findall(match[0])))
        return self._sign(label) if label else match[0]

    def _sign(self, label: str) -> str:
        return self._signs.setdefault(label, chr(_FIRST_SIGN + len(self._signs)))

    def _shown(self, signed: str) -> str:
        by_sign = {sign: label for label, sign in self._signs.items()}
        return _SIGN.sub(lambda match: by_sign[match[0]], signed)

    def _without_names(self, text: str) -> str:
        plain = folded(text)
        tokens = list(_WORD.finditer(plain))
        pieces: list[str] = []
        at = number = 0
        while number < len(tokens):
            found = self._name_at(text, plain, tokens, number)
            if found is None:
                number += 1
                continue
            count, label, possessive = found
            start, end = tokens[number].start(), tokens[number + count - 1].end()
            before = text[at:start]
            if label == ORGANISATION:
                before = _ARTICLE.sub("", before)
            pieces += (before, self._sign(label), "’s" if possessive else "")
            at = end
            number += count
        return "".join([*pieces, text[at:]])

    def _name_at(
        self, text: str, plain: str, tokens: list[re.Match[str]], number: int
    ) -> tuple[int, str, bool] | None:
        """What is hidden from a word on: how many words, its label, whether an `s` belongs to it."""
        word = tokens[number][0]
        for stem, ending in _stems(word):
            for words in self._wholes.get(stem, ()):
                if ending and (len(words) > 1 or not self._may_end(word, ending)):
                    continue
                if matched := self._whole(plain, tokens, number, words):
                    count, last = matched
                    return count, self._hidden.wholes[words], last in _POSSESSIVE
        start = tokens[number].start()
        if not text[start].isupper():
            return None
        for stem, ending in _stems(word):
            label = self._hidden.parts.get(stem)
            if label is None or (ending and not self._may_end(word, ending)):
                continue
            if stem in self._hidden.common and not self._is_meant(text, plain, tokens, number, label):
                self.doubtful.append(text[start : tokens[number].end()])
                continue
            return 1, label, ending in _POSSESSIVE
        return None

    def _may_end(self, word: str, ending: str) -> bool:
        return ending in _POSSESSIVE or not (word in self._small or word in COMMON_WORDS)

    def _whole(
        self, plain: str, tokens: list[re.Match[str]], number: int, words: tuple[str, ...]
    ) -> tuple[int, str] | None:
        """How many words stand where a whole name stands, and the ending of the last; None where it does not.

        Initials may stand in between.
        """
        at = number
        for word in words[1:]:
            before, at = at, at + 1
            while at < len(tokens) and len(tokens[at][0]) == 1 and tokens[at][0] != word:
                at += 1
            if at >= len(tokens) or not _GAPS.fullmatch(plain, tokens[before].end(), tokens[at].start()):
                return None
            if tokens[at][0] != word and word is not words[-1]:
                return None
        ending = next((ending for stem, ending in _stems(tokens[at][0]) if stem == words[-1]), None)
        return None if ending is None else (at - number + 1, ending)

    def _is_meant(self, text: str, plain: str, tokens: list[re.Match[str]], number: int, label: str) -> bool:
        """Whether a common word is a name here: within a sentence, or beside another part of the name."""
        if not _START.search(text, max(0, tokens[number].start() - 80), tokens[number].start()):
            return True
        own = self._hidden.spoken.get(label, frozenset())
        for one, other in ((number - 1, number), (number, number + 1)):
            if one >= 0 and other < len(tokens):
                beside = tokens[other if one == number else one]
                gap = plain[tokens[one].end() : tokens[other].start()]
                near = any(stem in own for stem, _ in _stems(beside[0])) and text[beside.start()].isupper()
                if near and _GAP.fullmatch(gap):
                    return True
        return False


@lru_cache(maxsize=20_000)
def _stems(word: str) -> tuple[tuple[str, str], ...]:
    """The word, then what it is without an ending."""
    ends = (ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= _STEM)
    return (word, ""), *((word[: -len(ending)], ending) for ending in ends)


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None


def _initials(hidden: Hidden) -> dict[str, str]:
    """Whose initials each are, in capital letters: `AL` for Ada Lovelace."""
    return {
        "".join(word[0] for word in words).upper(): label
        for words, label in hidden.wholes.items()
        if label != ORGANISATION
    }
