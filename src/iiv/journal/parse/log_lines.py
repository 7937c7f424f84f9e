"""One line of a log: `- DATE VERB [DATE [TIME]] [by CHANNEL] [: note]`."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from iiv.journal.model import Touchpoint
from iiv.journal.parse.date_faults import date_fault, date_text, short
from iiv.journal.parse.dates import day_at, plain, time_after, written_at
from iiv.journal.parse.day_words import WEEKDAY_NUMBERS, fold
from iiv.journal.parse.log_words import meant_by, says_deed, verb_called, verb_hint
from iiv.journal.parse.relative_dates import relative_at
from iiv.journal.problems import NOWHERE, Place, Problem, error

if TYPE_CHECKING:
    from iiv.journal.model import Verb

_SOME_DAY = dt.date(2026, 3, 2)  # from which to tell whether words mean a day at all
FORM = "write `- DATE VERB [DATE [TIME]] [by CHANNEL] [: note]`"
_MARK = re.compile(r"(?:[-*+•‣◦]|\d{1,4}[.)])[ \t]+(?=\S)")
# What the date may be dressed in, and what may stand between it and the verb.
_DRESS = re.compile(r"(?:[*_=`(<]|\[(?!\[))*")
_UNDRESS = re.compile(r"[*_=`)\]>]*")
_WEEKDAY = re.compile(r"[ \t]*,?[ \t]*\(?(?P<name>[^\W\d_]{3,10})\.?\)?(?=[\s:,*_]|$)")
_AFTER_DATE = re.compile(
    r"[*_=`)\]>]*[ \t]*(?:[:,;|]|-?->|[=]>|→|-(?=[ \t]|[^\W\d_]))?[*_=`)\]]*[ \t]*[*_`]*"
)
_VERB = re.compile(r"[^\s:,;*_`(|]*[^\s:,;*_`(|.!]")
_AFTER_VERB = re.compile(r"[*_`]+")
_THEM = re.compile(r"[ \t]+(?:(?:to|with)[ \t]+)?(?:her|him|them)(?![^\s:,;(.])", re.IGNORECASE)
_DONE_TO_THEM = frozenset({"asked", "nudged", "thanked", "wrote", "called", "met", "saw"})
_BEFORE_DAY = re.compile(r"[ \t]+(?:(?:for|on|to)[ \t]+)?")
_BEFORE_TALK = re.compile(r"[ \t]*[:,-]?[ \t]+(?:(?:for|on|to)[ \t]+)?")
_REST = re.compile(
    r"(?:,?[^\S\n]++(?:by|via|per|par)[^\S\n]++(?P<channel>[^:]*[^:\s]))?[^\S\n]*(?::[^\S\n]*(?P<note>.*))?$"
    r"|[^\S\n]+[-\N{EN DASH}\N{EM DASH}][^\S\n]+(?P<dashed>.*)$"
    r"|[,;.][^\S\n]+(?P<then>.*)$|[^\S\n]+\((?P<aside>[^()]*)\)\.?$",
    re.DOTALL,
)
_CARD = re.compile(
    r"[^\w]*(?:by |per |par |with )?(?:a |the )?[\w-]*[ -]?(?:post)?(?:card|karte|carte)\W*$", re.IGNORECASE
)
_DATE_BEGINS = re.compile(r"(?<![\w./-])(?:on[ ]+)?[(\[]?(?=[\[\d]|[^\W\d_]{3})")


def parse_line(text: str, place: Place) -> Touchpoint | Problem:
    """One log line as a value, or what is wrong with it."""
    line = plain(text)
    start = _start(line)
    found = day_at(line, start)
    if found is None:
        return _with_date_first(text, place) or _no_date(line, start, place)
    date, end = found
    end = _end(_UNDRESS, line, end)
    _, end = time_after(line, end)
    weekday = _WEEKDAY.match(line, end)
    if weekday and (number := WEEKDAY_NUMBERS.get(fold(weekday["name"]))) is not None:
        if number != date.weekday():
            shown = short(line[start : weekday.end()].strip(" *_=`"))
            return error(place, "bad-date", f"`{shown}` is another weekday", "check the date")
        end = weekday.end()
    typed = _VERB.match(text, _end(_AFTER_DATE, line, end))
    word = typed[0] if typed else ""
    verb = verb_called(word)
    if verb is None or typed is None:
        message = f"`{short(word)}` is no verb of the log" if word else "no verb follows the date"
        hint = meant_by(text[typed.start() :]) if typed else ""
        return error(place, "unknown-verb", message, hint or verb_hint(word))
    return _touchpoint(date, verb, text, _end(_AFTER_VERB, line, typed.end()), place)


def is_dated(text: str) -> bool:
    """Whether a line begins with a date, also one in doubt, or is a verb with a date behind it."""
    line = plain(text)
    return written_at(line, _start(line)) is not None or isinstance(
        _with_date_first(text, NOWHERE), Touchpoint
    )


def behind_date(text: str) -> str:
    """What stands behind the date with which a line begins; "" without a date."""
    line = plain(text)
    written = written_at(line, _start(line))
    if written is None:
        return ""
    _, end = time_after(line, _end(_UNDRESS, line, written.end))
    return text[_end(_AFTER_DATE, line, end) :]


def _start(line: str) -> int:
    """Where the words of a line begin, behind its list mark and what they are dressed in."""
    is_number = line[:1].isdigit() and written_at(line) is not None  # `2. March 2026`
    return _end(_DRESS, line, 0 if is_number else _end(_MARK, line, 0))


def _no_date(line: str, start: int, place: Place) -> Problem:
    if line.startswith("~~", start):
        return error(place, "bad-log-line", "this line is struck out", "delete it, or take `~~` away")
    is_date = written_at(line, start) or relative_at(line, start, _SOME_DAY)
    if not is_date and says_deed(line[start:], within=1):
        return error(place, "bad-log-line", "a line of the log begins with its date", FORM)
    if not is_date and not _MARK.match(line):
        return error(place, "bad-log-line", "this is no line of the log", FORM)
    said = date_text(line, start) if start < len(line) else line
    return error(place, "bad-date", *date_fault(said))


def _with_date_first(text: str, place: Place) -> Touchpoint | None:
    """A line whose verb stands before its only date: `asked 2026-03-02 by e-mail`.

    None for `scheduled`, where the date may be that of the talk.
    """
    line = plain(text)
    typed = _VERB.match(line, _start(line))
    verb = verb_called(typed[0]) if typed else None
    if typed is None or verb is None or verb in {"scheduled", "note"}:
        return None
    dates = {
        found: begin.start()
        for begin in reversed(list(_DATE_BEGINS.finditer(line, typed.end())))
        if (found := day_at(line, begin.end()))
    }
    if len(dates) != 1:
        return None
    ((date, end), begin), *_ = dates.items()
    rest = f"{text[typed.end() : begin].rstrip()}{text[_end(_UNDRESS, line, end) :]}"
    parsed = parse_line(f"- {date} {verb}{rest}", place)
    is_short = begin == typed.end() + 1 or end == len(line.rstrip(" .)]"))
    return parsed if isinstance(parsed, Touchpoint) and is_short else None


def _end(pattern: re.Pattern[str], line: str, start: int) -> int:
    match = pattern.match(line, start)
    return match.end() if match else start


def _touchpoint(date: dt.date, verb: Verb, text: str, start: int, place: Place) -> Touchpoint | Problem:
    line = plain(text)
    if verb in _DONE_TO_THEM:
        start = _end(_THEM, line, start)
    before = (_BEFORE_TALK if verb == "scheduled" else _BEFORE_DAY).match(line, start)
    day, time, end = None, None, start
    if before and (found := day_at(line, before.end())):
        day, after = found
        time, end = time_after(line, after)
        if end > after and time is None:
            said = line[after:end].strip(" \t,")
            return error(place, "bad-time", f"`{said}` is no time of day", "write it as 15:00")
    parts = _REST.match(text, end)
    if verb == "scheduled" and day is None:
        return _without_day(line, start, date, place)
    if not parts:
        return _unreadable(line, verb, date, end, place)
    note = (parts["note"] or parts["dashed"] or parts["then"] or parts["aside"] or "").strip()
    if verb == "thanked" and not parts["channel"] and _CARD.match(note):
        message = f"`{short(note)}` is read as a note, and not as how you thanked them"
        return error(place, "bad-log-line", message, "write `thanked by card`")
    return Touchpoint(date, verb, place, (parts["channel"] or "").strip(), note, day, time)


def _without_day(line: str, start: int, date: dt.date, place: Place) -> Problem:
    before = _BEFORE_TALK.match(line, start)
    if before and before.end() < len(line) and line[before.end()] != ":" and not _REST.match(line, start):
        return error(place, "bad-date", *date_fault(date_text(line, before.end()), date))
    message = "`scheduled` needs the day of the talk"
    return error(place, "bad-log-line", message, "write `- DATE scheduled DATE [TIME]`")


def _unreadable(line: str, verb: Verb, date: dt.date, end: int, place: Place) -> Problem:
    """What follows a verb begins neither with a day nor with `by` or a colon."""
    rest = line[end:].strip()
    if written_at(line, _end(_BEFORE_DAY, line, end)):
        return error(place, "bad-date", *date_fault(date_text(line, _end(_BEFORE_DAY, line, end)), date))
    by_card = verb == "thanked" and _CARD.match(rest)
    hint = (
        "write `thanked by card`" if by_card else f"write `{verb}: {short(rest)}`, or `by` before a channel"
    )
    return error(place, "bad-log-line", f"what follows `{verb}` cannot be read", hint)
