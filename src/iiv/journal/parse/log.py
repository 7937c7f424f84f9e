"""The log of a contact: `- DATE VERB [DATE [TIME]] [by CHANNEL] [: note]`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args

from iiv.journal.model import Touchpoint, Unread, Verb
from iiv.journal.parse.date_faults import date_fault, date_text, short
from iiv.journal.parse.dates import day_at, plain, time_after, written_at
from iiv.journal.parse.wordings import wording_key
from iiv.journal.problems import Place, Problem, did_you_mean, error

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from iiv.journal.parse.headings import Heading
    from iiv.journal.parse.notes import Note

VERBS: tuple[Verb, ...] = get_args(Verb)
LINE = re.compile(r"[-*+•][ \t]+(?=\S)")
AFTER_DATE = re.compile(r"[ \t]*(?:[:,]|-(?=[ \t]))?[ \t]*")
VERB = re.compile(r"[^\s:]+")
BEFORE_DAY = re.compile(r"[ \t]+(?:(?:for|on|to)[ \t]+)?")
REST = re.compile(
    r"(?:[^\S\n]++by[^\S\n]++(?P<channel>[^:]*[^:\s]))?[^\S\n]*(?::[^\S\n]*(?P<note>.*))?$"
    r"|[^\S\n]+[-\N{EN DASH}\N{EM DASH}][^\S\n]+(?P<dashed>.*)$",
    re.DOTALL,
)
SPELLINGS: Final[Mapping[str, Verb]] = {"canceled": "cancelled"}
_MEANT: Final[Mapping[Verb, str]] = {
    "asked": "invited requested",
    "nudged": "reminded chased",
    "replied": "answered responded",
    "scheduled": "rescheduled postponed planned fixed arranged booked",
    "declined": "refused rejected",
    "wrote": "emailed e-mailed mailed messaged texted sent",
    "called": "phoned rang telephoned",
    "met": "talked spoke visited interviewed",
    "heard": "received got",
    "gave": "gifted",
    "saw": "noticed read spotted",
}
"""Other words for a verb, by the verb."""
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
    found = sections(note.body, headings, title)
    if not found:
        return []
    first = f"move its lines to the first, on line {note.body_line + found[0].line}"
    message = "`{}` stands here a second time, and what is below it is not read"
    return [
        error(note.body_place(one.line), "repeated-section", message.format(one.words), first)
        for one in found[1:]
    ]


def sections(body: str, headings: Sequence[Heading], title: str) -> list[Heading]:
    """The headings with these words, but for one in the section of another."""
    found: list[Heading] = []
    for heading in headings:
        if _is_called(heading, title) and not (
            found and heading.line < section_end(body, headings, found[-1])
        ):
            found.append(heading)
    return found


def _is_called(heading: Heading, title: str) -> bool:
    return wording_key(heading.words) == wording_key(title)


@dataclass(frozen=True, slots=True)
class ParsedLog:
    """The lines of a log, those that could not be read as they stand, and why."""

    touchpoints: tuple[Touchpoint, ...]
    unread: tuple[Unread, ...]
    problems: tuple[Problem, ...]


def parse_log(lines: list[str], path: str, first_line: int) -> ParsedLog:
    """Parse the lines of a log, the first of which is line `first_line` of the note at `path`.

    Indented lines continue the note of the line above.
    """
    touchpoints: list[Touchpoint] = []
    unread: list[Unread] = []
    problems: list[Problem] = []
    for text, place in _entries(lines, path, first_line):
        parsed = parse_line(text, place)
        if isinstance(parsed, Problem):
            problems.append(parsed)
            unread.append(Unread("Log", text, place))
        else:
            touchpoints.append(parsed)
    return ParsedLog(tuple(touchpoints), tuple(unread), tuple(problems))


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
    line = plain(text)
    mark = LINE.match(line)
    if not mark:
        return error(place, "bad-log-line", "this is no line of the log", FORM)
    found = day_at(line, mark.end())
    if found is None:
        return error(place, "bad-date", *date_fault(date_text(line, mark.end())))
    date, end = found
    _, end = time_after(line, end)
    typed = VERB.match(text, _end(AFTER_DATE, line, end))
    word = typed[0] if typed else ""
    verb = verb_called(word)
    if verb is None or typed is None:
        return error(place, "unknown-verb", f"`{word}` is no verb of the log", verb_hint(word))
    return _touchpoint(date, verb, text, typed.end(), place)


def verb_called(word: str) -> Verb | None:
    """The verb that a word is, in any case."""
    word = word.casefold()
    return next((verb for verb in VERBS if verb == word), SPELLINGS.get(word))


def verb_hint(word: str) -> str:
    """What may be meant by a word that is no verb of the log."""
    word = word.casefold()
    for verb, others in _MEANT.items():
        if word in others.split():
            return f"did you mean `{verb}`?"
    return did_you_mean(word, VERBS) or "verbs are " + ", ".join(VERBS)


def _end(pattern: re.Pattern[str], line: str, start: int) -> int:
    match = pattern.match(line, start)
    return match.end() if match else start


def _touchpoint(date: dt.date, verb: Verb, text: str, start: int, place: Place) -> Touchpoint | Problem:
    line = plain(text)
    before = BEFORE_DAY.match(line, start)
    day, time, end = None, None, start
    if before and (found := day_at(line, before.end())):
        day, after = found
        time, end = time_after(line, after)
        if end > after and time is None:
            said = line[after:end].strip(" \t,")
            return error(place, "bad-time", f"`{said}` is no time of day", "write it as 15:00")
    parts = REST.match(text, end)
    if verb == "scheduled" and day is None:
        return _without_day(line, start, date, place)
    if not parts:
        return _unreadable(line, verb, date, end, place)
    note = (parts["note"] or parts["dashed"] or "").strip()
    return Touchpoint(date, verb, place, (parts["channel"] or "").strip(), note, day, time)


def _without_day(line: str, start: int, date: dt.date, place: Place) -> Problem:
    before = BEFORE_DAY.match(line, start)
    if before and before.end() < len(line) and line[before.end()] != ":" and not REST.match(line, start):
        return error(place, "bad-date", *date_fault(date_text(line, before.end()), date))
    message = "`scheduled` needs the day of the talk"
    return error(place, "bad-log-line", message, "write `- DATE scheduled DATE [TIME]`")


def _unreadable(line: str, verb: Verb, date: dt.date, end: int, place: Place) -> Problem:
    """What follows a verb begins neither with a day nor with `by` or a colon."""
    rest = line[end:].strip()
    if written_at(line, _end(BEFORE_DAY, line, end)):
        return error(place, "bad-date", *date_fault(date_text(line, _end(BEFORE_DAY, line, end)), date))
    hint = f"write `{verb}: {short(rest)}`, or `by` before a channel"
    return error(place, "bad-log-line", f"what follows `{verb}` cannot be read", hint)
