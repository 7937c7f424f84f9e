"""Days that are told from another day: `tomorrow`, `last friday`, `in 3 months`, `+2w`, `nächste Woche`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.journal.days import add_days, add_months
from iiv.journal.parse.day_words import WEEKDAY_NUMBERS, in_english

if TYPE_CHECKING:
    import datetime as dt

_FLAGS = re.ASCII | re.IGNORECASE
_NEAR = {
    "today": 0,
    "tonight": 0,
    "now": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "yesterday": -1,
    "the day before yesterday": -2,
    "day before yesterday": -2,
}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_WEEK = 7
_YEAR = 12
_COUNT = rf"(?P<count>\d{{1,4}}|an?|{'|'.join(_NUMBERS)})"
_UNIT = r"(?P<unit>days?|weeks?|months?|years?)(?![a-z])"
_WEEKDAY_NAME = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_NEAR_DAY = re.compile(rf"(?P<words>{'|'.join(_NEAR)})(?![\w'-])", _FLAGS)
_WEEKDAY = re.compile(
    r"(?P<which>(?:this|next|coming|last|past)[ ]+)?"
    rf"{_WEEKDAY_NAME}(?P<behind>[ ]+(?:next|last))?(?![\w'-])",
    _FLAGS,
)
_AHEAD = re.compile(rf"(?:with)?in[ ]+(?:the[ ]+next[ ]+)?{_COUNT}[ ]+{_UNIT}(?:[ ]+time\b)?", _FLAGS)
_BEHIND = re.compile(rf"{_COUNT}[ ]+{_UNIT}[ ]+(?P<way>ago|from[ ]+(?:now|today))(?![\w-])", _FLAGS)
_SIGNED = re.compile(
    r"(?P<sign>[+-])(?P<count>\d{1,4})[ ]?(?P<unit>d|w|m|y|days?|weeks?|months?|years?)(?!\w)", _FLAGS
)
_STEP = re.compile(r"(?P<way>next|last)[ ]+(?P<unit>week|month|year)(?![\w'-])", _FLAGS)
_STEP_BEHIND = re.compile(r"(?:the[ ]+)?(?P<unit>week|month|year)[ ]+(?P<way>next|last)(?![\w'-])", _FLAGS)


def relative_at(line: str, start: int, today: dt.date) -> tuple[dt.date, int] | None:
    """The day at the index `start` of a text, told from `today`, and where it ends; None without one.

    `friday` and `next friday` are the first Friday after today, `last friday` is the last one before it.
    """
    if found := _english_at(line, start, today):
        return found
    said, ends = in_english(line, start)
    found = _english_at(said, 0, today) if said else None
    return (found[0], ends[found[1]]) if found and found[1] in ends else None


def _english_at(line: str, start: int, today: dt.date) -> tuple[dt.date, int] | None:
    if match := _NEAR_DAY.match(line, start):
        return add_days(today, _NEAR[" ".join(match["words"].casefold().split())]), match.end()
    if match := _WEEKDAY.match(line, start):
        return _weekday(match, today), match.end()
    for form in (_AHEAD, _BEHIND, _SIGNED, _STEP, _STEP_BEHIND):
        if match := form.match(line, start):
            return _moved(match.groupdict(), today), match.end()
    return None


def _weekday(match: re.Match[str], today: dt.date) -> dt.date:
    ahead = (WEEKDAY_NUMBERS[match["weekday"].casefold()] - today.weekday()) % _WEEK
    which = (match["which"] or match["behind"] or "").strip().casefold()
    if which in {"last", "past"}:
        return add_days(today, ahead - _WEEK)
    return add_days(today, ahead if which == "this" else ahead or _WEEK)


def _moved(parts: dict[str, str], today: dt.date) -> dt.date:
    backwards = parts.get("sign") == "-" or (parts.get("way") or "").casefold() in {"ago", "last"}
    count = _count(parts.get("count") or "one") * (-1 if backwards else 1)
    match parts["unit"][0].casefold():
        case "d":
            return add_days(today, count)
        case "w":
            return add_days(today, count * _WEEK)
        case "m":
            return add_months(today, count)
        case _:
            return add_months(today, count * _YEAR)


def _count(word: str) -> int:
    if word.isdigit():
        return int(word)
    word = word.casefold()
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else 1
