"""The boxes of a Markdown text that are tasks, with their words, and those that are not read as one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.markup import without_code
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

# Obsidian's marks: in progress, forwarded, scheduled, important, a question and a star are still to do;
# done and cancelled are not, nor what GitLab calls inapplicable. Others, as `i` for information, are no task.
OPEN: Final = "/<>!?*"
CLOSED: Final = "xX~✓✔\N{EN DASH}-"
BALLOTS: Final = "☐☑☒"
_LIST_MARK = r"(?:[-*+•‣◦\N{EN DASH}\N{EM DASH}]|\d{1,9}[.)])"
_INSIDE = rf"[^\S\n]*|[{OPEN}{CLOSED}]"
_QUOTE = re.compile(r"(?:[ \t]*>)*")
_TASK = re.compile(
    rf"\s*(?P<list>(?:{_LIST_MARK}[^\S\n]*)*)"
    rf"\\?(?P<box>\[(?P<mark>{_INSIDE})\\?\]|(?P<ballot>[{BALLOTS}]))(?P<gap>\s*)(?P<words>\S.*)"
)
# Both begin with one sign, so that the search can leap from one to the next.
_BRACKETS = re.compile(rf"\[(?:{_INSIDE})\\?\](?![(\[:{{.,])")
_BALLOT = re.compile(rf"[{BALLOTS}]")
_MUST_BE_TASK = re.compile(r"(?:\[[^\S\n]+\\?\]|☐)(?![^\S\n]*(?:\n|$))")
_LINK_GOES_ON = ("(", "[", ":")
_BOX_BEGINS = re.compile(r"[ \t]*\[[ xX]?\][ \t]+\S")
# What begins a task where there are no boxes.
_TODO = re.compile(
    rf"^(?:[ \t]*>)*[ \t]*(?:{_LIST_MARK}[ \t]+)?"
    r"(?:TODO:?|(?i:to[ -]?do):|(?<=[-*+][ ])(?:DOING|LATER|NOW|WAITING))[ \t]+[*_`]*[^\W_]",
    re.MULTILINE,
)
# What begins something else than a further line of a task: a list, heading, fence, table, tag, quote, box,
# definition or rule, and a blank line.
_OTHER_BLOCK = re.compile(
    rf"\s*(?:{_LIST_MARK}(?=\s|\\?\[)|#{{1,6}}(?:\s|$)|`{{3}}|~{{3}}|[|<>]|\\?\[[^\S\n]*\\?\]\s|\[\S\]\s|[{BALLOTS}]|~~[-*+]\s"
    r"|\[[^\]]+\]:|(?:[-*_=][ \t]*){3,}$|$)"
)


class Task(Value, frozen=True):
    """A task: its words on one line, where its box stands (from 0), and whether nothing is left to do.

    In the note it may run over several lines: `end` is the line behind the last.
    """

    words: str
    line: int
    column: int
    done: bool
    end: int


class Boxes(Value, frozen=True):
    """The tasks of a text in their order, and the lines, from 0, with an open box that is no task's.

    `without` are the lines that begin as a task does elsewhere, with `TODO`, and have no box.
    """

    tasks: tuple[Task, ...] = ()
    lost: tuple[int, ...] = ()
    without: tuple[int, ...] = ()


def may_have_tasks(text: str) -> bool:
    """Whether there is a box in the text at all."""
    return bool(_BRACKETS.search(text)) or (not text.isascii() and bool(_BALLOT.search(text)))


@lru_cache(maxsize=32)  # a note is asked for its promises, then for what is wrong with them
def boxes(text: str) -> Boxes:
    """The tasks of a text, and the boxes that are none; none in code or comments."""
    todos = _TODO.search(text) is not None
    if not todos and not may_have_tasks(text):
        return Boxes()
    bare = without_code(text)
    bare_lines, lines = bare.split("\n"), text.split("\n")
    tasks: dict[int, Task | None] = {}
    lost: dict[int, None] = {}
    for number, column, is_open in _places(bare):
        if number not in tasks:
            tasks[number] = _task(bare_lines, lines, number)
        task = tasks[number]
        if is_open and (task is None or task.column != column) and not _is_struck(lines[number]):
            lost[number] = None
    without = [line for line in (_todos(bare) if todos else ()) if line not in tasks]
    return Boxes(tuple(task for task in tasks.values() if task), tuple(lost), tuple(without))


def _todos(bare: str) -> Iterator[int]:
    return (bare.count("\n", 0, todo.start()) for todo in _TODO.finditer(bare))


def _is_struck(line: str) -> bool:
    line = line.strip()
    return line.startswith("~~") and line.endswith("~~")


def _places(bare: str) -> Iterator[tuple[int, int, bool]]:
    """Where boxes stand: line and column from 0, and whether there must be a task, as it is open."""
    found = [*_BRACKETS.finditer(bare)]
    if not bare.isascii():
        found = sorted([*found, *_BALLOT.finditer(bare)], key=lambda box: box.start())
    line = start = 0
    for box in found:
        line += bare.count("\n", start, box.start())
        start = box.start()
        yield line, start - bare.rfind("\n", 0, start) - 1, bool(_MUST_BE_TASK.match(bare, start))


def _task(bare: list[str], lines: list[str], number: int) -> Task | None:
    """The task whose box stands on a line, if one does; `bare` are the lines without code."""
    start = _quote_end(bare[number])
    match = _TASK.match(lines[number], start)
    if not match or not _TASK.match(bare[number], start):
        return None
    around = bare[max(number - 1, 0) : number] + bare[number + 1 : number + 2]
    done = _done(match, has_neighbour=any(map(_BOX_BEGINS.match, around)))
    if done is None:
        return None
    words = [match["words"], *_continued(bare, lines, number, in_quote=start > 0)]
    text = " ".join(word.strip() for word in words)
    return Task(text, number, match.start("box"), done, number + len(words))


def _done(match: re.Match[str], *, has_neighbour: bool) -> bool | None:
    """Whether the box is closed; None when it is none.

    It `has_neighbour` where another box stands in the line above or below.
    """
    if match["ballot"]:
        return match["ballot"] != "☐"
    mark = match["mark"].strip()
    if not match["gap"] and (mark or not match["list"] or match["words"].startswith(_LINK_GOES_ON)):
        return None
    if not match["mark"] and not match["list"] and not has_neighbour:
        return None  # `[]` in running text is most often what is left of a link
    return bool(mark) and mark in CLOSED


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
