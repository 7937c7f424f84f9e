"""The grammar of dates and times: as people write them, to values.

    2026-03-02    2 March 2026    March 2nd, 2026    Mon, 2 Mar 2026    2-Mar-2026
    2. März 2026    lundi 2 mars 2026    the same in German and French
    22.1.2026     the day first, as such dates are written with full stops
    22/1/2026     where both readings are one date, or only one of them is a date
    [[2026-03-02]]

A time may follow: `15:00`, `3pm`, `3:30 p.m.`, `noon`. Digits, spaces and hyphens may be those of any script.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache

from iiv.journal.parse.day_words import LETTER, MONTH_NUMBERS, SHORT_WEEKDAYS, WEEKDAY_NUMBERS, fold
from iiv.journal.parse.relative_dates import relative_at
from iiv.values import Value

ISO = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FLAGS = re.ASCII | re.IGNORECASE
_MONTH = rf"(?P<name>{LETTER}{{3,11}})(?!{LETTER})\.?"
_DAY = r"(?P<d>\d\d?)(?:st|nd|rd|th|er)?(?![\da-z])"
_YEAR = r"(?P<y>\d{4}(?![\da-z])|'?\d\d(?![\da-z:]))"
_FORMS = tuple(
    re.compile(form, _FLAGS)
    for form in (
        r"(?P<y>\d{4})(?P<sign>[-/.])(?P<m>\d\d?)(?P=sign)(?P<d>\d\d?)(?!\d)",
        rf"(?P<y>\d{{4}})[ -]{_MONTH}[ -]{_DAY}",
        rf"(?P<d>\d\d?)(?:st|nd|rd|th|er)?\.?(?:[ ]of)?[ -]*{_MONTH}(?:,?[ -]*{_YEAR})?",
        rf"{_MONTH}[ -]*{_DAY}(?:,?[ -]*{_YEAR})?",
        rf"(?P<d>\d\d?)\.[ ]?(?P<m>\d\d?)\.(?:[ ]?{_YEAR})?",
        rf"(?P<d>\d\d?)(?P<sign>/)(?P<m>\d\d?)(?:/{_YEAR}|(?![\d/]))",
        r"(?P<d>\d\d?)(?P<sign>-)(?P<m>\d\d?)-(?P<y>\d{4})(?!\d)",
    )
)
_WEEKDAY = re.compile(rf"(?P<weekday>{LETTER}{{2,11}})\.?(?:,[ ]?|[ ])(?:(?:the|den|dem|le)[ ])?", _FLAGS)
_LINK_END = re.compile(r"(?:\|[^\[\]]*)?\]\]")
_GAP = re.compile(r"T(?=\d)|[ \t,]+(?:at[ \t]+)?", _FLAGS)
_TIMES = tuple(
    re.compile(form, _FLAGS)
    for form in (
        r"(?P<h>\d\d?):(?P<min>\d\d)(?::\d\d(?:\.\d+)?)?(?!\d)(?:[ ]?(?:(?P<half>[ap])\.?m\b\.?|uhr\b|h\b))?",
        r"(?P<h>\d\d?)(?:\.(?P<min>\d\d))?[ ]?(?:(?P<half>[ap])\.?m\b\.?|uhr\b|o'clock\b)",
        r"(?P<h>\d\d?)h(?P<min>\d\d)?\b",
        r"noon\b",
    )
)
_ZONE = re.compile(
    r"[ ]?(?:Z\b|\((?:UTC|GMT)(?:[+-]\d\d?(?::?\d\d)?)?\)|(?:UTC|GMT)?[+-]\d\d:?\d\d|(?:UTC|GMT)\b)"
)
_NOON = 12
_FULLWIDTH = range(0xFF01, 0xFF5F)
_TO_ASCII = 0xFEE0


class Written(Value, frozen=True):
    """A date as it stands at the beginning of a text, up to the index `end`.

    `year` is None when it was left out, and `is_short` when it has two digits. `month_days` are the readings:
    two where day and month may be either. `weekday` is the one before it, 0 for Monday, if any.
    """

    year: int | None
    is_short: bool
    month_days: tuple[tuple[int, int], ...]
    weekday: int | None
    end: int

    def days(self, year: int) -> tuple[dt.date, ...]:
        """The days that it may be in this year: none, one or two."""
        found = (_date(year, month, day) for month, day in self.month_days)
        return tuple(dict.fromkeys(day for day in found if day))

    @property
    def day(self) -> dt.date | None:
        """The day, where there is no doubt about it."""
        if self.year is None or self.is_short:
            return None
        days = self.days(self.year)
        fits = len(days) == 1 and self.weekday in {None, days[0].weekday()}
        return days[0] if fits else None


def parse_date(text: str) -> dt.date | None:
    """The day that a text names, or None; a time after it is dropped."""
    return parse_date_and_time(text)[0]


def parse_date_and_time(text: str, today: dt.date | None = None) -> tuple[dt.date | None, dt.time | None]:
    """The day and time that a text names; None for what is absent or does not exist.

    With `today` it may also say `tomorrow`, `last friday`, `in 3 months` or `+2w`.
    """
    if ISO.fullmatch(text):
        return _date(*map(int, text.split("-"))), None
    line = plain(text).strip()
    found = day_at(line, today=today)
    if found is None:
        return None, None
    day, end = found
    if end == len(line):
        return day, None
    time, end = time_after(line, end)
    return (day, time) if time is not None and end == len(line) else (None, None)


def day_at(line: str, start: int = 0, today: dt.date | None = None) -> tuple[dt.date, int] | None:
    """The day that stands at the index `start` of a plain text, and where it ends; None where it is in doubt.

    With `today`, also one that is told from that day.
    """
    written = written_at(line, start)
    if written:
        day = written.day
        return (day, written.end) if day else None
    return relative_at(line, start, today) if today else None


def written_at(line: str, start: int = 0) -> Written | None:
    """The date that stands at the index `start` of a plain text, also one in doubt."""
    if line.startswith("[[", start):
        inner = written_at(line, start + 2)
        closing = _LINK_END.match(line, inner.end) if inner else None
        if inner is None or closing is None:
            return None
        return Written(inner.year, inner.is_short, inner.month_days, inner.weekday, closing.end())
    weekday, begin = _weekday_at(line, start)
    for form in _FORMS:
        if (match := form.match(line, begin)) and (written := _written(match, weekday)):
            return written
    return None


def _weekday_at(line: str, start: int) -> tuple[int | None, int]:
    """The weekday before a date, 0 for Monday, and where the date begins; None without one."""
    if line[start : start + 1].isdigit():
        return None, start
    match = _WEEKDAY.match(line, start)
    word = fold(match["weekday"]) if match else ""
    number = WEEKDAY_NUMBERS.get(word, SHORT_WEEKDAYS.get(word))
    return (number, match.end()) if match and number is not None else (None, start)


def time_after(line: str, start: int) -> tuple[dt.time | None, int]:
    """The time that follows a date which ends at `start`, and where it ends.

    Without a time that is `start`; with one that does not exist None, and where it ends.
    """
    gap = _GAP.match(line, start)
    time, end = _time_at(line, gap.end()) if gap else (None, start)
    return (time, end) if gap and end > gap.end() else (None, start)


def plain(text: str) -> str:
    """The text with digits, spaces and hyphens of every script as ASCII has them; each keeps its index."""
    return text if text.isascii() else "".join(map(_plain_character, text))


@lru_cache(maxsize=1024)
def _plain_character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category in {"Zs", "Cf"}:
        return " "
    if category == "Pd" or character == "\N{MINUS SIGN}":
        return "-"
    return chr(ord(character) - _TO_ASCII) if ord(character) in _FULLWIDTH else character


def _written(match: re.Match[str], weekday: int | None) -> Written | None:
    """The date that a form found; None where its month is another word."""
    parts = match.groupdict()
    month = int(parts["m"]) if "m" in parts else MONTH_NUMBERS.get(fold(parts["name"]))
    if month is None:
        return None
    year = parts.get("y")
    day = int(parts["d"])
    both = parts.get("sign") is not None and match["d"] and match.start("d") < match.start("m")
    return Written(
        year=None if year is None else int(year.lstrip("'")),
        is_short=year is not None and len(year.lstrip("'")) <= len("26"),
        month_days=((month, day), (day, month)) if both else ((month, day),),
        weekday=weekday,
        end=match.end(),
    )


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _time_at(line: str, start: int) -> tuple[dt.time | None, int]:
    for form in _TIMES:
        if match := form.match(line, start):
            zone = _ZONE.match(line, match.end())
            return _time(match.groupdict()), zone.end() if zone else match.end()
    return None, start


def _time(parts: dict[str, str | None]) -> dt.time | None:
    hour = int(parts.get("h") or _NOON)
    half = (parts.get("half") or "").casefold()
    if half and hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return dt.time(hour, int(parts.get("min") or 0))
    except ValueError:
        return None
