"""Which words of an answer are marked as theirs: its bold first line in quotation marks, and `>` blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.journal.names import plain_key
from iiv.journal.parse.gist import BOLD_START
from iiv.journal.parse.markup import ATX_HEADING, without_comments
from iiv.journal.parse.wordings import wording_key

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

_PAIRS: Final = ('""', "“”", "„“", "„”", "«»", "»«", "‹›", "›‹", "‘’", "‚‘", "「」", "『』")
_MARKS: Final = frozenset("".join(_PAIRS)) - {"’"}  # which is an apostrophe too
_QUOTE: Final = re.compile(r" {0,3}>[ \t]?")
_BY: Final = re.compile(r"(?:[\N{EN DASH}\N{EM DASH}]|--)\s*(\S.*)")
# A callout, heading, list, task, table, code, HTML, definition or quote within: no plain words of theirs.
_NOT_WORDS: Final = re.compile(r"\s*(?:\[[^\]]*\]:|\[!|[#>|<]|[-*+•]\s|\d+[.)]\s|```|~~~|!\[|---)|\s{4}|\t")
_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)")
# Who speaks, as in a transcript: up to three words and a colon, with the time before or in bold letters.
_TIME: Final = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\s*"
_NAME: Final = r"[^\W\d][^\s:*]*(?:[ ][^\s:*]+){0,2}"
_SPEAKER: Final = re.compile(
    rf"(?P<time>{_TIME})?(?:(?P<bold>[*_]{{2,3}})?(?P<name>{_NAME})(?(bold)(?::[*_]{{2,3}}|[*_]{{2,3}}:)|:)\s+)?"
)
_NOTES: Final = frozenset({"me", "i", "q", "question", "note", "notes", "nb", "todo", "interviewer"})


def within_marks(text: str) -> str:
    """What stands between the quotation marks around all of a text; "" where they are not around all."""
    text = text.strip()
    bare = text.rstrip(".,;!?…")
    if len(bare) <= len('""') or bare[0] + bare[-1] not in _PAIRS:
        return ""
    inside = bare[1:-1].strip()
    return "" if _MARKS.intersection(inside) else inside


def unmarked(text: str) -> str:
    """The words within the quotation marks that a text is wholly in; another text as it is."""
    return within_marks(text) or text


def bold_words(text: str) -> str:
    """The answer's bold first line, where it is wholly in quotation marks."""
    line = text.lstrip().split("\n", 1)[0].strip()
    if bold := BOLD_START.match(line):
        return within_marks(bold[2])
    inside = within_marks(line)
    return inside if (bold := BOLD_START.match(inside)) and bold.end() == len(inside) else ""


def name_words(*names: str) -> frozenset[str]:
    """The words of somebody's names, as plain keys."""
    return frozenset(word for name in names for word in plain_key(name).replace(",", " ").split())


def quoted_blocks(
    text: str, wordings: Container[str], theirs: Iterable[str] | None = None, mine: Iterable[str] = ()
) -> Iterator[str]:
    """The words of each `>` block of plain paragraphs, without who is named as the one who says them.

    None is a block in which a question stands, or which names another speaker: `wordings` are the keys of all
    questions, `theirs` and `mine` the words of both names (without them, anybody named but me is the one).
    Below a heading within the answer stands something else.
    """
    if ">" not in text:
        return
    for block in _blocks(text):
        lines = [line for line in block if line.strip()]
        if any(_NOT_WORDS.match(line) or wording_key(line) in wordings for line in lines):
            continue
        words = [_spoken(line.strip(), theirs, mine) for line in lines]
        if None not in words:
            yield "\n".join(filter(None, words))


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    fence = False
    for line in [*without_comments(text.split("\n")), ""]:
        fence ^= bool(_FENCE.match(line))
        mark = None if fence else _QUOTE.match(line)
        if mark:
            block.append(line[mark.end() :])
        elif block:
            yield block
            block = []
        if not fence and ATX_HEADING.match(line):
            return


def _spoken(line: str, theirs: Iterable[str] | None, mine: Iterable[str]) -> str | None:
    """What they say in a line; None where somebody else says it."""
    if by := _BY.match(line):
        return "" if theirs is None or name_words(by[1]).intersection(theirs) else None
    speaker = _SPEAKER.match(line)
    if not speaker or not speaker[0]:
        return line
    called = name_words(speaker["name"] or "")
    if not called or called.intersection(theirs or ()):
        return line[speaker.end() :]
    # Where letters ask, words that look like a name are taken for one: better no quotation than another's.
    is_marked = theirs is not None and (speaker["time"] or speaker["bold"] or speaker["name"].istitle())
    return None if is_marked or called & _NOTES or called.intersection(mine) else line
