"""Where in a text the wordings of questions stand, whatever signs stand between their words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\W_]+")
_PLAIN_WORD = re.compile(r"[a-zA-Z0-9]{3,}")  # it is spelt one way only
_ENTITY = re.compile(r"&#?\w{1,8};")
_LONGEST_ENTITY = 11


class Mention(NamedTuple):
    """A wording in a text: its line from 0, its columns from 0, and its question.

    `end` is -1 where it goes on in the next line. It `is_one_of_several` on one line.
    """

    line: int
    start: int
    end: int
    question: str
    is_one_of_several: bool = False


class _Wording:
    """One wording to look for: by its longest word, and then by the letters before and from there on."""

    def __init__(self, words: str, question: str) -> None:
        self.question = question
        composed = normalize("NFC", words)
        longest = max(_PLAIN_WORD.findall(composed) or _WORD.findall(composed), key=len)
        at = composed.find(longest)
        self.anchors = dict.fromkeys((longest.lower(), longest.capitalize(), longest.upper()))
        self.before = _letters(composed[:at])[::-1]
        self.behind = _letters(composed[at:])


class Finder:
    """Finds wordings, each given with the id of its question, in texts."""

    def __init__(self, wordings: Iterable[tuple[str, str]]) -> None:
        self._wordings = [_Wording(words, question) for words, question in wordings]

    def find(self, text: str) -> list[Mention]:
        """Where wordings stand in a text without invisible characters, in order; none within another."""
        spans = sorted(self._spans(text), key=lambda span: (span[0], -span[1]))
        found: list[Mention] = []
        below = 0
        for start, end, question in spans:
            if start >= below:
                found.append(_mention(text, start, end, question))
                below = end
        return found

    def _spans(self, text: str) -> Iterator[tuple[int, int, str]]:
        # To look for one word, spelt as it is, takes a microsecond; a pattern takes a hundred times as long.
        for wording in self._wordings:
            for anchor in wording.anchors:
                at = text.find(anchor)
                while at >= 0:
                    end = _end(text, at, wording.behind)
                    start = _start(text, at, wording.before) if end else None
                    if end and start is not None:
                        yield start, end, wording.question
                    at = text.find(anchor, at + 1)


def _mention(text: str, start: int, end: int, question: str) -> Mention:
    above = text.rfind("\n", 0, start) + 1
    is_whole = text.find("\n", start, end) < 0
    return Mention(text.count("\n", 0, start), start - above, end - above if is_whole else -1, question)


def _letters(text: str) -> str:
    """The letters and digits of a text as they compare: without case and accents."""
    if text.isascii():
        return "".join(filter(str.isalnum, text)).lower()
    return "".join(c for c in normalize("NFKD", text).casefold() if c.isalnum())


def _end(text: str, at: int, letters: str) -> int | None:
    """Where these letters, which begin at an index, end, and no letter follows; None for others."""
    while letters and at < len(text):
        sign = text[at]
        if sign.isalnum():
            own = _letters(sign)
            if not letters.startswith(own):
                return None
            letters = letters[len(own) :]
        elif sign == "&" and (entity := _ENTITY.match(text, at)):
            at = entity.end() - 1
        elif text.startswith("\n\n", at):
            return None
        at += 1
    return None if letters or text[at : at + 1].isalnum() else at


def _start(text: str, at: int, letters: str) -> int | None:
    """Where these letters, in reverse, which end before an index, begin; None for others."""
    start = at
    while letters and at > 0:
        at -= 1
        sign = text[at]
        if sign == ";" and (entity := _entity_before(text, at + 1)):
            at = entity.start()
        elif sign.isalnum():
            own = _letters(sign)[::-1]
            if not letters.startswith(own):
                return None
            letters, start = letters[len(own) :], at
        elif text.startswith("\n\n", at):
            return None
    return None if letters or text[max(0, start - 1) : start].isalnum() else start


def _entity_before(text: str, end: int) -> re.Match[str] | None:
    begin = text.rfind("&", max(0, end - _LONGEST_ENTITY), end)
    return _ENTITY.fullmatch(text, begin, end) if begin >= 0 else None
