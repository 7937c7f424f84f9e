"""What was promised in a note: its tasks, each with its day, and the tasks whose day was not read."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from iiv.journal.model import Promise
from iiv.journal.parse.date_faults import date_fault, date_text, short
from iiv.journal.parse.dates import day_at, plain, time_after, written_at
from iiv.journal.parse.relative_dates import relative_at
from iiv.journal.parse.tasks import boxes
from iiv.journal.problems import Place, Problem, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.journal.parse.tasks import Task

_SOME_DAY = dt.date(2026, 3, 2)  # from which to tell whether words mean a day at all

# `by`, `due`, `(by`, `(due:`, `[due::` and the sign of Obsidian's tasks.
_LEAD = re.compile(
    r"(?P<opening>[(\[]|\*{1,2}|_{1,2}|==)?[ ]?"
    r"(?:(?<![^\W_])(?:by|due(?:[ ]+(?:by|on))?)(?![^\W_])[ ]*:{0,2}|[📅📆🗓⏳]\ufe0f?)[ ]*",
    re.IGNORECASE,
)
_BETWEEN = " ,;:-\N{EN DASH}\N{EM DASH}"
_CLOSING = re.compile(r"[ ]*(?:[)\]]|\*{1,2}|_{1,2}|==)")
_IN_BRACKETS = re.compile(r"\(by[ \t]+([^()]*\d[^()]*)\)", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:the[ ]+)?(?:end[ ]of|weekend|(?:next|this)[ ]+(?:weekend|week|month|year))\b[^,;()\[\]]*",
    re.IGNORECASE,
)
# Dates that say something else of a task (when it was made, begun or done), and links.
_OTHER_DATES = re.compile(
    r"[➕🛫✅❌]\ufe0f?[ ]*\d{4}-\d\d-\d\d"
    r"|[\[(](?:created|start|scheduled|completion|done|cancelled)::[^\])]*[\])]"
    r"|\]\([^)]*\)|(?:https?|file|mailto):\S+|www\.\S+|!?\[\[(?!\d{4}-\d\d-\d\d(?:\||\]\]))[^\]]*\]\]",
    re.IGNORECASE,
)
_DATE_BEGINS = re.compile(r"(?<![\w./#-])(?:\[\[)?(?=[\dJFMASOND])", re.IGNORECASE)
_DATE_ENDS = re.compile(r"(?![\w/-])")


def promises(text: str, path: str, first_line: int) -> tuple[Promise, ...]:
    """The tasks in a text whose first line is line `first_line` of the note at `path`."""
    return tuple(_promise(task, Place(path, first_line + task.line)) for task in boxes(text).tasks)


def task_problems(text: str, path: str, first_line: int, near: dt.date | None) -> Iterator[Problem]:
    """What was not read of the tasks in a text: the day of an open one, and boxes.

    `near` is the day of the talk: a date before it is no task's day, and `by Friday` is told from it.
    """
    found = boxes(text)
    for task in found.tasks:
        if not task.done and (fault := _fault(task.words, near)):
            yield warning(Place(path, first_line + task.line), *fault)
    for line in found.lost:
        hint = "begin the line with `- [ ] `, and the words behind it"
        yield warning(Place(path, first_line + line), "lost-box", "this box is not read as a task", hint)


def _promise(task: Task, place: Place) -> Promise:
    """The task, without the words that say the day."""
    line = plain(task.words)
    for lead in _leads(line):
        if found := day_at(line, lead.end()):
            day, end = found
            _, end = time_after(line, end)
            closing = _CLOSING.match(line, end) if lead["opening"] else None
            if lead["opening"] and closing is None:
                return Promise(task.words, place, day, task.done)  # more stands in the brackets: they stay
            before, after = task.words[: lead.start()], task.words[closing.end() if closing else end :]
            return Promise(_joined(before.rstrip(), after.lstrip()), place, day, task.done)
    return Promise(task.words, place, None, task.done)


def _leads(line: str) -> list[re.Match[str]]:
    """What may lead to the day; a day on which to begin comes last."""
    return sorted(_LEAD.finditer(line), key=lambda lead: "⏳" in lead[0])


def _joined(before: str, after: str) -> str:
    if not after:
        return before.rstrip(_BETWEEN) or before
    if not before:
        return after.lstrip(_BETWEEN) or after
    return f"{before}{after}" if after[0] in ".,;:!?" else f"{before} {after}".strip()


def _fault(words: str, near: dt.date | None) -> tuple[str, str, str] | None:
    """What is wrong with an open task's day: code, message and hint; None when it has one, or names none."""
    line = plain(words)
    leads = [lead.end() for lead in _leads(line)]
    if any(day_at(line, lead) for lead in leads):
        return None
    for lead in leads:
        if said := _said_at(line, lead):
            return ("bad-date", *date_fault(said, near))
    if odd := _IN_BRACKETS.search(words):
        return ("bad-date", *date_fault(odd[1], near))
    return _unread_day(line, near) if any(map(str.isdigit, line)) else None


def _said_at(line: str, start: int) -> str:
    """What stands at an index and means a day, but is no date; "" for anything else."""
    if written_at(line, start):
        return date_text(line, start)
    if vague := _VAGUE.match(line, start):
        return vague[0].strip()
    return date_text(line, start) if relative_at(line, start, _SOME_DAY) else ""


def _unread_day(line: str, near: dt.date | None) -> tuple[str, str, str] | None:
    line = _OTHER_DATES.sub(lambda match: " " * len(match[0]), line)
    for begin in _DATE_BEGINS.finditer(line):
        found = day_at(line, begin.start())
        if found and _DATE_ENDS.match(line, found[1]) and (near is None or found[0] >= near):
            shown = short(line[begin.start() : found[1]])
            return "unread-day", f"`{shown}` is not read as this task's day", f"write (by {found[0]})"
    return None
