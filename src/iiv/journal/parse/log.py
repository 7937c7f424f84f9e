"""The log of a contact: `- DATE VERB [DATE [TIME]] [by CHANNEL] [: note]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from iiv.journal.model import Touchpoint, Verb
from iiv.journal.parse.fields import date_fault, parse_date, parse_time
from iiv.journal.parse.wordings import wording_key
from iiv.journal.problems import Place, Problem, did_you_mean, error

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iiv.journal.parse.headings import Heading
    from iiv.journal.parse.notes import Note

VERBS: tuple[Verb, ...] = get_args(Verb)
LINE = re.compile(r"[-*+][ \t]+(?P<date>\S+)(?:[ \t]+(?P<verb>[^\s:]+))?(?P<rest>.*)$")
REST = re.compile(
    r"(?:[ \t]+(?P<day>\d{4}-\d\d-\d\d)(?:[ \t]+(?:at[ \t]+)?(?P<time>\d\d?:\d\d))?)?"
    r"(?:[ \t]++by[ \t]++(?P<channel>[^:]*[^: \t]))?"
    r"[ \t]*(?::[ \t]*(?P<note>.*))?$",
    re.DOTALL,
)
FORM = "write `- DATE VERB [DATE [TIME]] [by CHANNEL] [: note]`"


def section(headings: Sequence[Heading], title: str) -> Heading | None:
    """The first heading with these words, in any case; signs around them do not count."""
    return next((heading for heading in headings if _is_called(heading, title)), None)


def section_end(body: str, headings: Sequence[Heading], start: Heading) -> int:
    """The line from 0 before which the section under a heading ends.

    That is the next heading of its own or a higher level, or the end of the body.
    """
    following = (h.line for h in headings if h.line > start.line and h.level <= start.level)
    return next(following, body.count("\n") + 1)


def repeated_section(note: Note, headings: Sequence[Heading], title: str) -> list[Problem]:
    """A problem for each further heading with these words: what stands below it is not read."""
    first = section(headings, title)
    if first is None:
        return []
    end = section_end(note.body, headings, first)
    return [
        error(
            note.body_place(heading.line),
            "repeated-section",
            f"`{heading.words}` stands here a second time, and what is below it is not read",
            f"move its lines to the first, on line {note.body_line + first.line}",
        )
        for heading in headings
        if heading.line >= end and _is_called(heading, title)
    ]


def _is_called(heading: Heading, title: str) -> bool:
    return wording_key(heading.words) == wording_key(title)


def parse_log(lines: list[str], path: str, first_line: int) -> tuple[tuple[Touchpoint, ...], list[Problem]]:
    """Parse the lines of a log, the first of which is line `first_line` of the note at `path`.

    Indented lines continue the note of the line above.
    """
    touchpoints: list[Touchpoint] = []
    problems: list[Problem] = []
    for text, place in _entries(lines, path, first_line):
        parsed = parse_line(text, place)
        if isinstance(parsed, Problem):
            problems.append(parsed)
        else:
            touchpoints.append(parsed)
    return tuple(touchpoints), problems


def _entries(lines: list[str], path: str, first_line: int) -> list[tuple[str, Place]]:
    entries: list[tuple[str, Place]] = []
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        column = len(line) - len(line.lstrip()) + 1
        if entries and column > entries[-1][1].column:
            entries[-1] = (f"{entries[-1][0]} {line.strip()}", entries[-1][1])
        else:
            entries.append((line.strip(), Place(path, first_line + number, column)))
    return entries


def parse_line(text: str, place: Place) -> Touchpoint | Problem:
    """One log line as a value, or what is wrong with it."""
    match = LINE.match(text)
    if not match:
        return error(place, "bad-log-line", "this is no line of the log", FORM)
    date = parse_date(match["date"])
    if date is None:
        return error(place, "bad-date", *date_fault(match["date"]))
    verb = next((verb for verb in VERBS if verb == (match["verb"] or "").casefold()), None)
    if verb is None:
        hint = did_you_mean(match["verb"] or "", VERBS) or "verbs: " + ", ".join(VERBS)
        return error(place, "unknown-verb", f"`{match['verb'] or ''}` is no verb of the log", hint)
    return _touchpoint(date, verb, match["rest"], place)


def _touchpoint(date: dt.date, verb: Verb, rest: str, place: Place) -> Touchpoint | Problem:
    parts = REST.match(rest)
    if not parts:
        return error(place, "bad-log-line", f"what follows `{verb}` cannot be read", FORM)
    day = parse_date(parts["day"]) if parts["day"] else None
    if parts["day"] and day is None:
        return error(place, "bad-date", *date_fault(parts["day"]))
    if verb == "scheduled" and day is None:
        return error(
            place,
            "bad-log-line",
            "`scheduled` needs the day of the talk",
            "write `- DATE scheduled DATE [TIME]`",
        )
    try:
        time = parse_time(parts["time"]) if parts["time"] else None
    except ValueError:
        return error(place, "bad-time", f"`{parts['time']}` is no time of day", "write it as 15:00")
    return Touchpoint(
        date, verb, place, (parts["channel"] or "").strip(), (parts["note"] or "").strip(), day, time
    )
