"""Which question a heading or key asks: wordings compared without case, punctuation and spacing."""

from __future__ import annotations

import hashlib
import unicodedata
from difflib import get_close_matches
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iiv.journal.model import Question


@lru_cache(maxsize=4096)  # most talks are asked in the same words
def wording_key(wording: str) -> str:
    """The form in which wordings compare: letters and digits alone, NFKC and case-folded."""
    return "".join(c for c in unicodedata.normalize("NFKC", wording).casefold() if c.isalnum())


class Wordings:
    """Looks questions up by id, wording or former wording.

    `closest_to` has what was found `closest` to words, and `known_closest` what was found earlier.
    """

    def __init__(self, questions: Iterable[Question]) -> None:
        self._ids: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        for question in questions:
            for words in (question.id, question.ask, *(former.ask for former in question.formerly)):
                self._ids.setdefault(wording_key(words), question.id)
                self._shown.setdefault(wording_key(words), words)
        self._ids.pop("", None)
        self.known_closest: Mapping[str, str | None] = {}
        self.closest_to: dict[str, str | None] = {}

    @cached_property
    def key(self) -> str:
        """The same for wordings that find the same."""
        return hashlib.sha256(repr((self._ids, self._shown)).encode()).hexdigest()

    def find(self, words: str) -> str | None:
        """The id of the question that these words name, or None."""
        return self._ids.get(wording_key(words))

    def closest(self, words: str) -> str | None:
        """The id or wording closest to these words, or None when none is close."""
        if words not in self.closest_to:
            known = words in self.known_closest
            self.closest_to[words] = self.known_closest[words] if known else self._closest(words)
        return self.closest_to[words]

    def _closest(self, words: str) -> str | None:
        matches = get_close_matches(wording_key(words), list(self._ids), n=1, cutoff=0.75)
        return self._shown[matches[0]] if matches else None
