"""The `>` blocks of an answer that hold a person's own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.journal.names import plain_key
from iiv.journal.parse.markup import ATX_HEADING, without_comments
from iiv.journal.parse.wordings import wording_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_QUOTE: Final = re.compile(r" {0,3}>[ \t]?")
_BY: Final = re.compile(r"(?:[\N{EN DASH}\N{EM DASH}]|--)\s*(\S.*)")
# A callout, heading, list, task, table, code, HTML, definition or quote within: no plain words of theirs.
_NOT_WORDS: Final = re.compile(r"\s*(?:\[[^\]]*\]:|\[!|[#>|<]|[-*+•]\s|\d+[.)]\s|```|~~~|!\[|---)|\s{4}|\t")
_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)")
# Who speaks, as in a transcript: up to three words and a colon, with the time before or in bold letters.
_TIME: Final = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s*"
_NAME: Final = r"[^\W\d][^\s:*]*(?:[ ][^\s:*]+){0,2}"
_SPEAKER: Final = re.compile(
    rf"(?P<time>{_TIME})?(?:(?P<bold>[*_]{{2,3}})?(?P<name>{_NAME})(?::[*_]{{2,3}}|[*_]{{2,3}}:|:)\s+)?"
)
_NOTES: Final = frozenset({"me", "i", "q", "question", "note", "notes", "nb", "todo", "interviewer"})


def name_words(*names: str) -> frozenset[str]:
    """The words of somebody's names, as plain keys."""
    return frozenset(word for name in names for word in plain_key(name).replace(",", " ").split())


def their_words(
    answer: str, wordings: Collection[str], theirs: Collection[str], mine: Collection[str]
) -> Iterator[str]:
    """The words of each block of plain paragraphs, without who is named as the one who says them.

    A block with one of the questions' `wordings` is none of theirs, nor is one that names another speaker:
    `theirs` and `mine` are the words of both names. Below a heading within the answer stands something else.
    """
    for block in _blocks(answer):
        lines = [line for line in block if line.strip()]
        if any(_NOT_WORDS.match(line) or wording_key(line) in wordings for line in lines):
            continue
        words = [_spoken(line.strip(), theirs, mine) for line in lines]
        if None not in words:
            yield "\n".join(filter(None, words))


def _blocks(answer: str) -> Iterator[list[str]]:
    block: list[str] = []
    fence = False
    for line in [*without_comments(answer.split("\n")), ""]:
        fence ^= bool(_FENCE.match(line))
        mark = None if fence else _QUOTE.match(line)
        if mark:
            block.append(line[mark.end() :])
        elif block:
            yield block
            block = []
        if not fence and ATX_HEADING.match(line):
            return


def _spoken(line: str, theirs: Collection[str], mine: Collection[str]) -> str | None:
    """What they say in a line; None where somebody else says it."""
    if by := _BY.match(line):
        return "" if name_words(by[1]).intersection(theirs) else None
    speaker = _SPEAKER.match(line)
    if not speaker or not speaker[0]:
        return line
    called = name_words(speaker["name"] or "")
    if not called or called.intersection(theirs):
        return line[speaker.end() :]
    is_other = speaker["time"] or speaker["bold"] or called & _NOTES or called.intersection(mine)
    return None if is_other else line
