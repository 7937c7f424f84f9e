"""Which wording a line comes near to by its words: `The most satisfying part`, `What she did before`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

SAID: Final = 0.7
"""How much of the line the wording must say as well."""

ASKED: Final = 0.35
"""How much of the wording the line must say."""

_LITTLE = 0.3
"""What a word weighs that nearly every sentence may have; one that tells wordings apart weighs 1."""

_SHORT = 2  # letters that such a word has at most
_FEW = 2
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"['\u2019](?:s|re|ve|d|ll|m|t)\b")
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|ly|es|s|e)$")
_STEM = 6
_SAME: Final = {
    form: forms.split()[0]
    for forms in (
        "you i me my mine we us our she her hers he his him they them their theirs your yours one",
        "do did does done doing",
        "is are was were be been being am",
        "have has had having",
        "get got gets getting gotten",
        "go goes went gone",
        "would will could can should might",
        "the a an this that these those",
    )
    for form in forms.split()
}
_COMMON: Final = frozenset(
    """what when where which whose why how who with from into than then there here about after because but
    for and not most more much many some such very just also only still even ever your work job
    thing things all any out now way too own off let say use""".split()
) | frozenset(_SAME.values())


class Paraphrases:
    """Finds the nearest of some wordings, each given with the id of its question."""

    def __init__(self, wordings: Iterable[tuple[str, str]]) -> None:
        self._wordings = [(words, id_, stems(words)) for words, id_ in wordings]
        known = {(id_, stem) for _, id_, asked in self._wordings for stem in asked}
        self._questions_with = Counter(stem for _, stem in known)

    def nearest(self, words: str) -> str | None:
        """The wording that says most of what the words do, and not much more; None when none does."""
        said = stems(words)
        if not any(map(is_telling, said)):
            return None
        weight = sum(map(self._weight, said))
        best, nearest = 0.0, None
        for wording, _, asked in self._wordings:
            shared = said & asked
            both = sum(map(self._weight, shared))
            of_line, of_wording = both / weight, both / sum(map(self._weight, asked))
            telling = sum(map(is_telling, shared))
            is_more = telling >= _FEW or (telling and len(shared) > _FEW)  # than one topic, as in `Industry`
            if is_more and of_line >= SAID and of_wording >= ASKED and of_line * of_wording > best:
                best, nearest = of_line * of_wording, wording
        return nearest

    def _weight(self, stem: str) -> float:
        return 1 / max(1, self._questions_with[stem]) if is_telling(stem) else _LITTLE


def is_telling(stem: str) -> bool:
    """Whether a stem tells one sentence from another, as few do."""
    return len(stem) > _SHORT and stem not in _COMMON


def says_no_more(words: str, wording: str) -> bool:
    """Whether each of the words stands in the wording too, in this form or another."""
    return stems(words) <= stems(wording)


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text; forms of one common word are one."""
    words = _WORD.findall(_APOSTROPHE.sub("", text.casefold()))
    return frozenset(_SAME.get(word) or _stem(word) for word in words)


def _stem(word: str) -> str:
    return word if word in _COMMON else (_ENDING.sub("", word)[:_STEM])
