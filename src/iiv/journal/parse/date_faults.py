"""Why a text is no date, and the form to write."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from iiv.journal.days import MONTHS, WEEKDAYS
from iiv.journal.parse.dates import parse_date, plain, time_after, written_at
from iiv.journal.parse.relative_dates import relative_at
from iiv.values import replace

if TYPE_CHECKING:
    from iiv.journal.parse.dates import Written

FORM = "write year-month-day, as in 2026-03-02"
LONGEST_QUOTE = 60
# Years of two digits that are most likely of this century's journals; others are not guessed.
_LIKELY = range(20, 50)
_CENTURY = 2000
_NO_HYPHENS = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_NOTHING = frozenset({"none", "no", "-", "n/a", "nobody", "nothing"})
_ANY_DAY = dt.date(2026, 3, 2)


def date_fault(text: str, near: dt.date | None = None, *, never: bool = False) -> tuple[str, str]:
    """Why `text` is no date, and what to do.

    `near` is a day from which `by Friday` may be told: that of the talk. Where `never` may be written too,
    the hint says so.
    """
    line = plain(text).strip()
    written = written_at(line)
    if written is None:
        return f"`{short(text)}` is no date", _hint(line, near, never=never)
    time, end = time_after(line, written.end)
    if end < len(line):
        hint = f"write {written.day} alone" if written.day else FORM
        return f"`{short(text)}` is no date", hint
    if end > written.end and time is None:
        return f"`{line[written.end :].strip()}` is no time of day", "write it as 15:00"
    return _doubt(short(text), written, near)


def date_text(line: str, start: int) -> str:
    """What stands at an index of a plain text where a date should: as much as is meant for one, or a word."""
    if written := written_at(line, start):
        _, end = time_after(line, written.end)
        return line[start:end]
    told = relative_at(line, start, _ANY_DAY)
    return line[start : told[1]] if told else line[start:].split(maxsplit=1)[0]


def short(text: str) -> str:
    """A text as it is quoted in a sentence: on one line, and cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + " …"


def _hint(line: str, near: dt.date | None, *, never: bool) -> str:
    if never and line.casefold() in _NOTHING:
        return "write `never`, or leave it empty"
    digits = _NO_HYPHENS.fullmatch(line)
    if digits and (day := parse_date("-".join(digits.groups()))):
        return f"did you mean {day}?"
    told = relative_at(line, 0, near or _ANY_DAY)
    if told is None or told[1] < len(line):
        return FORM
    return f"write the day itself: {told[0]}" if near else f"that is another day later on: {FORM}"


def _doubt(shown: str, written: Written, near: dt.date | None) -> tuple[str, str]:
    if written.year is None:
        return f"`{shown}` has no year", _with_year(written, near)
    if written.is_short:
        days = written.days(_CENTURY + written.year) if written.year in _LIKELY else ()
        return f"`{shown}` has a year of two digits", f"write {_either(days)}" if days else FORM
    days = written.days(written.year)
    if not days:
        return f"`{shown}` is no day in the calendar", _swapped(written)
    if len(days) > 1:
        return f"`{shown}` may be {' or '.join(map(_spoken, days))}", f"write {_either(days)}"
    return f"`{shown}` is a {WEEKDAYS[days[0].weekday()]}", f"write {days[0]}, if the date is right"


def _with_year(written: Written, near: dt.date | None) -> str:
    if near is None:
        return FORM
    days = next_days(written, near)
    return f"did you mean {_either(days)}?" if days else FORM


def next_days(written: Written, near: dt.date) -> tuple[dt.date, ...]:
    """The first day, not before another, that a date without a year may be: one for each reading."""
    found = (_next_day(replace(written, month_days=(reading,)), near) for reading in written.month_days)
    return tuple(dict.fromkeys(day for day in found if day))


def _next_day(written: Written, near: dt.date) -> dt.date | None:
    days = (day for year in (near.year, near.year + 1) for day in written.days(year))
    return next((day for day in days if day >= near), None)


def _swapped(written: Written) -> str:
    """The hint for a month that does not exist: day and month may have changed places."""
    for month, day in written.month_days:
        swapped = parse_date(f"{written.year:04}-{day:02}-{month:02}")
        if swapped and len(written.month_days) == 1:
            return f"did you mean {swapped}?"
    return "check the month and the day"


def _either(days: tuple[dt.date, ...]) -> str:
    return " or ".join(map(str, days))


def _spoken(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
