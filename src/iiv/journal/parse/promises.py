"""What was promised in a note: its tasks, each with its day, and the tasks whose day was not read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.journal.model import Promise
from iiv.journal.parse.task_days import task_day, unread_day
from iiv.journal.parse.tasks import boxes
from iiv.journal.problems import Place, Problem, warning

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iiv.journal.parse.task_days import UnreadDay
    from iiv.journal.parse.tasks import Task

_STRUCK = re.compile(r"~~(?=\S)(?:[^~]|~(?!~))+~~|<(del|s|strike)>[^<]*</\1>", re.IGNORECASE)
_BETWEEN = " ,;:-\N{EN DASH}\N{EM DASH}"


def promises(text: str, path: str, first_line: int, near: dt.date | None = None) -> tuple[Promise, ...]:
    """The tasks in a text from line `first_line` of the note at `path` on; `near` is the day of the talk."""
    return tuple(_promise(task, Place(path, first_line + task.line), near) for task in boxes(text).tasks)


def task_problems(text: str, path: str, first_line: int, near: dt.date | None) -> Iterator[Problem]:
    """What was not read of the tasks in a text: the day of an open one, and boxes. `near` as above."""
    found = boxes(text)
    for task in found.tasks:
        if unread := _unread(task, near):
            place = Place(path, first_line + task.line)
            yield warning(place, unread.code, unread.message, unread.hint)
    for line in found.lost:
        hint = "begin the line with `- [ ] `, and the words behind it"
        yield warning(Place(path, first_line + line), "lost-box", "this box is not read as a task", hint)
    for line in found.without:
        hint = "begin the line with `- [ ] `, and `- [x] ` once it is done"
        yield warning(
            Place(path, first_line + line), "lost-task", "only what has a box is read as a task", hint
        )


def _promise(task: Task, place: Place, near: dt.date | None) -> Promise:
    """The task, without the words that say the day. One that is struck out is done, as its box would say."""
    if _is_struck(task.words):
        return Promise(task.words, place, None, done=True)
    said = task_day(task.words)
    if said is None:
        unread = _unread(task, near)
        return Promise(task.words, place, None, task.done, unread.shown if unread else "")
    before, after = task.words[: said.start].rstrip(), task.words[said.end :].lstrip()
    words = _joined(before, after)
    return Promise(words or task.words, place, said.day, task.done or _is_struck(words))


def _unread(task: Task, near: dt.date | None) -> UnreadDay | None:
    is_read = task.done or task_day(task.words) or _is_struck(task.words)
    return None if is_read else unread_day(task.words, near)


def _is_struck(words: str) -> bool:
    if not words.startswith(("~~", "<")):
        return False
    left = _STRUCK.sub("", words)
    return left != words and not any(map(str.isalnum, left))


def _joined(before: str, after: str) -> str:
    if not after:
        return before.rstrip(_BETWEEN) or before
    if not before:
        return after.lstrip(_BETWEEN) or after
    return f"{before}{after}" if after[0] in ".,;:!?" else f"{before} {after}".strip()
