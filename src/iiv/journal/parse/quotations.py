"""Which words of an answer are marked as theirs: its bold first line in quotation marks, and `>` blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.gist import BOLD_START
from iiv.journal.parse.markup import without_comments
from iiv.journal.parse.wordings import wording_key

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

_PAIRS: Final = ('""', "“”", "„“", "„”", "«»", "»«", "‹›", "›‹", "‘’", "‚‘", "「」", "『』")
_MARKS: Final = frozenset("".join(_PAIRS)) - {"’"}  # which is an apostrophe too
_QUOTE: Final = re.compile(r" {0,3}>[ \t]?")
_BY: Final = re.compile(r"(?:[\N{EN DASH}\N{EM DASH}]|--)\s*\S")
# A callout, heading, list, task, table, code, HTML, definition or quote within: no plain words of theirs.
_NOT_WORDS: Final = re.compile(r"\s*(?:\[[^\]]*\]:|\[!|[#>|<]|[-*+•]\s|\d+[.)]\s|```|~~~|!\[|---)|\s{4}|\t")
_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)")


def within_marks(text: str) -> str:
    """What stands between the quotation marks around all of a text; "" where they are not around all."""
    text = text.strip()
    bare = text.rstrip(".,;!?…")
    if len(bare) <= len('""') or bare[0] + bare[-1] not in _PAIRS:
        return ""
    inside = bare[1:-1].strip()
    return "" if _MARKS.intersection(inside) else inside


def bold_words(text: str) -> str:
    """The answer's bold first line, where it is wholly in quotation marks."""
    line = text.lstrip().split("\n", 1)[0].strip()
    if bold := BOLD_START.match(line):
        return within_marks(bold[2])
    inside = within_marks(line)
    return inside if (bold := BOLD_START.match(inside)) and bold.end() == len(inside) else ""


def quoted_blocks(text: str, wordings: Container[str]) -> Iterator[str]:
    """The words of each `>` block of plain paragraphs, without who is named below them.

    None is a block in which a question stands; `wordings` are the keys of all there are.
    """
    if ">" not in text:
        return
    block: list[str] = []
    fence = False
    for line in [*without_comments(text.split("\n")), ""]:
        fence ^= bool(_FENCE.match(line))
        mark = None if fence else _QUOTE.match(line)
        if mark:
            block.append(line[mark.end() :])
        elif block:
            words = " ".join(line for line in block if not _BY.match(line.strip()))
            plain = not any(_NOT_WORDS.match(line) or wording_key(line) in wordings for line in block if line)
            if plain:
                yield words
            block = []
