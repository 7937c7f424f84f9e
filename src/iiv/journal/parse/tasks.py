"""The boxes of a Markdown text that are tasks, with their words, and those that are not read as one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.markup import without_code

if TYPE_CHECKING:
    from collections.abc import Iterator

# Obsidian's marks: in progress, forwarded, scheduled, important, a question and a star are still to do;
# done and cancelled are not, nor what GitLab calls inapplicable. Others, as `i` for information, are no task.
OPEN: Final = frozenset(" /<>!?*")
CLOSED: Final = frozenset("xX-~✓✔\N{EN DASH}")
_LIST_MARK = r"(?:[-*+•‣◦\N{EN DASH}\N{EM DASH}]|\d{1,9}[.)])"
_BOX = r"\\?\[(?P<mark>[^\S\n]*|[^\s\\])\\?\]|(?P<ballot>[☐☑☒])"
_QUOTE = re.compile(r"(?:[ \t]*>)*")
_TASK = re.compile(rf"\s*(?P<list>(?:{_LIST_MARK}[^\S\n]*)*)(?P<box>{_BOX})(?P<gap>\s*)(?P<words>\S.*)")
_ANY_BOX = re.compile(_BOX)
_OPEN_BOX = re.compile(r"(?:\\?\[[^\S\n]+\\?\](?![(\[:])|☐)(?!\s*$)")
_LINK_GOES_ON = ("(", "[", ":")
# What begins something else than a further line of a task: a list, heading, fence, table, tag, quote, box,
# definition or rule, and a blank line.
_OTHER_BLOCK = re.compile(
    rf"\s*(?:{_LIST_MARK}\s|#{{1,6}}(?:\s|$)|`{{3}}|~{{3}}|[|<>]|\\?\[[^\S\n]*\\?\]\s|\[\S\]\s|☐"
    r"|\[[^\]]+\]:|(?:[-*_=][ \t]*){3,}$|$)"
)


@dataclass(frozen=True, slots=True)
class Task:
    """A task: its words on one line, where its box stands (from 0), and whether nothing is left to do."""

    words: str
    line: int
    column: int
    done: bool


def may_have_tasks(text: str) -> bool:
    """Whether there is a box in the text at all."""
    return bool(_ANY_BOX.search(text))


def tasks(text: str) -> tuple[Task, ...]:
    """The tasks of a text in their order; none in code or comments. One may go on over several lines."""
    return tuple(_tasks(text)) if may_have_tasks(text) else ()


def lost_boxes(text: str) -> tuple[int, ...]:
    """The lines, from 0, with an open box that is no task's."""
    read = {(task.line, task.column) for task in tasks(text)}
    return tuple(
        number
        for number, line in enumerate(without_code(text).split("\n"))
        if any((number, box.start()) not in read for box in _OPEN_BOX.finditer(line))
    )


def _tasks(text: str) -> Iterator[Task]:
    bare = without_code(text).split("\n")
    lines = text.split("\n")
    for number, line in enumerate(bare):
        if not _ANY_BOX.search(line):
            continue
        start = _quote_end(line)
        match = _TASK.match(lines[number], start)
        if match and _TASK.match(line, start) and (done := _done(match)) is not None:
            words = [match["words"], *_continued(bare, lines, number, in_quote=start > 0)]
            yield Task(" ".join(word.strip() for word in words), number, match.start("box"), done)


def _done(match: re.Match[str]) -> bool | None:
    """Whether the box is closed; None when it is none."""
    if match["ballot"]:
        return match["ballot"] != "☐"
    mark = match["mark"].strip() or " "
    if not match["gap"] and (mark != " " or not match["list"] or match["words"].startswith(_LINK_GOES_ON)):
        return None
    return False if mark in OPEN else True if mark in CLOSED else None


def _continued(bare: list[str], lines: list[str], number: int, *, in_quote: bool) -> Iterator[str]:
    """The lines that go on with the paragraph of a task."""
    for below in range(number + 1, len(lines)):
        start = _quote_end(bare[below]) if in_quote else 0
        if _OTHER_BLOCK.match(bare[below], start):
            return
        yield lines[below][start:]


def _quote_end(line: str) -> int:
    quote = _QUOTE.match(line)
    return quote.end() if quote else 0
