"""The body of a contact's note to its log and its notes."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from iiv.journal.model import Touchpoint
from iiv.journal.parse import log
from iiv.journal.parse.log_lines import behind_date, is_dated, parse_line
from iiv.journal.parse.log_places import log_parts, name_of_log
from iiv.journal.parse.log_words import says_deed
from iiv.journal.parse.markup import without_code, without_comments
from iiv.journal.parse.tasks import boxes
from iiv.journal.problems import NOWHERE, Place, Problem, warning
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iiv.journal.model import Unread
    from iiv.journal.parse.headings import Heading
    from iiv.journal.parse.log_places import LogPart
    from iiv.journal.parse.notes import Note
    from iiv.journal.parse.tasks import Task

_LOOKED_AT = 10  # lines below a title
_LOG_TITLE = re.compile(
    r"^[ >]{0,4}(?:#{1,6}[ ]+|\*\*|__)?(?:contact )?(?:log|logbuch|history|verlauf|historique)[:*_ ]*$\n",
    re.IGNORECASE | re.MULTILINE,
)


class ContactLog(Value, frozen=True):
    """The log in a contact's note, what is wrong with it, and the body without it."""

    touchpoints: tuple[Touchpoint, ...]
    unread: tuple[Unread, ...]
    problems: tuple[Problem, ...]
    notes: str


def parse_contact_log(note: Note, headings: Sequence[Heading]) -> ContactLog:
    """The log of a note whose titles are `headings`; the tasks in it are part of the notes."""
    lines = note.body.split("\n")
    bare = without_code(note.body).split("\n")
    tasks = boxes(note.body).tasks
    parts = log_parts(bare, headings)
    logs, rest, end = [], [], 0
    for part in parts:
        inside, kept = _without_tasks(lines, part, tasks)
        logs.append(log.parse_log(inside, note.path, note.body_line + part.first))
        rest += [*lines[end : part.start], "", *kept]
        end = part.end
    return ContactLog(
        tuple(touchpoint for one in logs for touchpoint in one.touchpoints),
        tuple(unread for one in logs for unread in one.unread),
        (*(problem for one in logs for problem in one.problems), *_lost(note, headings, bare, parts)),
        "\n".join([*rest, *lines[end:]]).strip("\n").rstrip(),
    )


def _without_tasks(lines: list[str], part: LogPart, tasks: Sequence[Task]) -> tuple[list[str], list[str]]:
    """The lines of a log without comments and tasks, and those of the tasks.

    One that is done may be a line of the log that was ticked.
    """
    inside = without_comments(lines[part.first : part.end])
    kept: list[str] = []
    for task in tasks:
        if not part.first <= task.line < part.end:
            continue
        at, end = task.line - part.first, min(task.end, part.end) - part.first
        ticked = f"- {task.words}"
        is_line = task.done and isinstance(parse_line(ticked, NOWHERE), Touchpoint)
        if not is_line:
            kept += textwrap.dedent("\n".join(inside[at:end])).split("\n")
        inside[at:end] = [ticked if is_line else "", *[""] * (end - at - 1)]
    return inside, [*kept, ""] if kept else []


def _lost(
    note: Note, headings: Sequence[Heading], bare: Sequence[str], parts: Sequence[LogPart]
) -> Iterator[Problem]:
    """Lines that say what was done on a day, and stand outside the log."""
    skipped = {line for part in parts for line in range(part.start, part.end)}
    skipped.update(line for task in boxes(note.body).tasks for line in range(task.line, task.end))
    where = "move it below `## Log`" if log.section(headings, "Log") else "write `## Log` above such lines"
    names = {heading.line: name_of_log(heading.words) for heading in headings}
    is_below_name = False
    for number, line in enumerate(bare):
        is_below_name = names.get(number, is_below_name)
        text = line.lstrip("> \t").rstrip()
        if number in skipped or not any(map(str.isdigit, text)) or not is_dated(text):
            continue
        found = parse_line(text, note.body_place(number))
        if isinstance(found, Touchpoint):
            yield _not_read(found.place, "", where)
        elif is_below_name:
            yield _not_read(found.place, f": {found.message}", found.hint)
        elif says_deed(behind_date(text)):
            then = f"{found.hint}{' T' if found.hint.endswith('?') else ', t'}hen {where}"
            yield _not_read(found.place, f": {found.message}", then)


def _not_read(place: Place, why: str, hint: str) -> Problem:
    return warning(place, "lost-log-line", f"this line is not read as one of the log{why}", hint)


def log_in_talk(note: Note) -> Iterator[Problem]:
    """A log that stands in the note of a talk, where it is not read."""
    for title in _LOG_TITLE.finditer(note.body):
        below = note.body[title.end() :].split("\n", _LOOKED_AT)[:_LOOKED_AT]
        if any(isinstance(parse_line(line.lstrip("> \t").rstrip(), NOWHERE), Touchpoint) for line in below):
            place = note.body_place(note.body.count("\n", 0, title.start()))
            hint = "move its lines to the file of the person, below `## Log`"
            yield warning(place, "lost-log-line", "a log in the note of a talk is not read", hint)
