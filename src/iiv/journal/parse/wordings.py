"""Which question a heading or key asks: wordings compared without case, punctuation and spacing."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from difflib import get_close_matches
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from iiv.journal.parse.mentions import Finder
from iiv.journal.parse.paraphrases import Paraphrases
from iiv.journal.parse.undress import unlabelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from iiv.journal.model import Question
    from iiv.journal.parse.mentions import Mention

FEW_WORDS = 2
"""With no more words than these, only a heading asks a question: others may say as much by chance."""

# Where no spaces stand between words, two signs count as one.
_WORD = re.compile(
    r"[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{1,2}|[^\W_]+(?:['\u2019][^\W_]+)*"
)
_ASCII_SIGNS = {code: None for code in range(128) if not chr(code).isalnum()}


@lru_cache(maxsize=4096)  # most talks are asked in the same words
def wording_key(wording: str) -> str:
    """The form in which wordings compare: letters and digits alone, NFKC and case-folded."""
    if wording.isascii():  # the same, faster
        return wording.lower().translate(_ASCII_SIGNS)
    return "".join(c for c in unicodedata.normalize("NFKC", wording).casefold() if c.isalnum())


def wording_keys(questions: Iterable[Question]) -> frozenset[str]:
    """The keys of all ids and wordings of these questions, former ones included."""
    return frozenset(
        wording_key(words)
        for question in questions
        for words in (question.id, question.ask, *(former.ask for former in question.formerly))
    )


def count_words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


class Wordings:
    """Looks questions up by id, wording or former wording.

    `closest_to` has what was found `closest` to words, `mentions` what was found in texts, by their digests;
    `known_closest` and `known_mentions` have what was found earlier. `example` is a wording to show, ""
    without questions.
    """

    def __init__(self, questions: Iterable[Question]) -> None:
        self._ids: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        self._long: dict[str, str] = {}
        self.example = ""
        long: list[tuple[str, str]] = []
        for question in questions:
            self.example = self.example or (question.ask if question.active else "")
            wordings = (question.ask, *(former.ask for former in question.formerly))
            for words in (question.id, *wordings):
                self._ids.setdefault(wording_key(words), question.id)
                self._shown.setdefault(wording_key(words), words)
            for words in wordings:
                if count_words(words) > FEW_WORDS:
                    self._long.setdefault(wording_key(words), question.id)
                    long.append((words, question.id))
        self._ids.pop("", None)
        self.known_closest: Mapping[str, str | None] = {}
        self.closest_to: dict[str, str | None] = {}
        self.known_mentions: Mapping[int, Sequence[Mention]] = {}
        self.mentions: dict[int, Sequence[Mention]] = {}
        self._finder = Finder(long)
        self._paraphrases = Paraphrases(long)

    @cached_property
    def key(self) -> str:
        """The same for wordings that find the same."""
        return hashlib.sha256(repr((self._ids, self._shown)).encode()).hexdigest()

    def mentions_in(self, text: str) -> list[Mention]:
        """Where wordings of three words or more stand in a text without invisible characters."""
        return self._finder.find(text)

    def find(self, words: str) -> str | None:
        """The id of the question that these words name, or None."""
        return self._ids.get(wording_key(words))

    def find_heading(self, words: str) -> tuple[str, str] | None:
        """The id of the question that a heading names, and its words without what they are labelled."""
        return self._find(words, self._ids)

    def find_line(self, words: str) -> tuple[str, str] | None:
        """The id of the question that these words ask wherever they stand, and the words that do."""
        return self._find(words, self._long)

    def closest(self, words: str) -> str | None:
        """The id or wording closest to these words, or None when none is close."""
        if words not in self.closest_to:
            known = words in self.known_closest
            self.closest_to[words] = self.known_closest[words] if known else self._closest(words)
        return self.closest_to[words]

    def closest_wording(self, words: str) -> str | None:
        """The wording of three words or more that is closest to these words, or None."""
        closest = self.closest(words) if count_words(words) > 1 else None
        is_long = closest and wording_key(closest) in self._long
        return closest if is_long else None

    def _closest(self, words: str) -> str | None:
        for said in dict.fromkeys((words, unlabelled(words))):
            if matches := get_close_matches(wording_key(said), list(self._ids), n=1, cutoff=0.75):
                return self._shown[matches[0]]
        return self._paraphrases.nearest(unlabelled(words))

    @staticmethod
    def _find(words: str, ids: Mapping[str, str]) -> tuple[str, str] | None:
        if id_ := ids.get(wording_key(words)):
            return id_, words
        bare = unlabelled(words)
        id_ = ids.get(wording_key(bare)) if bare != words else None
        return (id_, bare) if id_ else None
