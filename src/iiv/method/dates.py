"""Business days from one day to another, and days in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.journal.days import MONTHS, add_days

if TYPE_CHECKING:
    import datetime as dt

WORKING_WEEK = 5  # Monday to Friday; weekdays 5 and 6 are the weekend
FRIDAY = 4
COUNTED_DAYS = 60  # beyond that nobody counts in days,
COUNTED_MONTHS = 24  # and beyond that in months
_SPOKEN = re.compile(rf"\b(\d{{1,2}} (?:{'|'.join(MONTHS)})) (\d{{4}})\b")


def add_business_days(day: dt.date, count: int) -> dt.date:
    """The `count`-th day of Monday to Friday after `day`; `day` itself for none. `count` is 0 or more."""
    if count <= 0:
        return day
    over_weekend = max(0, day.weekday() - FRIDAY)
    weeks, rest = divmod(count, WORKING_WEEK)
    weekend = 2 if day.weekday() - over_weekend + rest > FRIDAY else 0
    return add_days(day, weeks * 7 + rest + weekend - over_weekend)


def written(day: dt.date) -> str:
    """A date as people write it, whatever the locale: `2 Mar 2026`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def month_of(day: dt.date) -> str:
    """The month of a day: `Mar 2026`."""
    return written(day).partition(" ")[2]


def spoken(day: dt.date, near: dt.date | None = None) -> str:
    """A date as a friend says it: `2 March 2026`, without the year when it is that of `near`."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if near and day.year == near.year else f"{words} {day.year}"


def as_said(text: str, today: dt.date) -> str:
    """A text as one says it on a day: its dates as `spoken` has them, those of this year without the year."""
    return _SPOKEN.sub(lambda date: date[1] if date[2] == str(today.year) else date[0], text)


def relative(day: dt.date, today: dt.date) -> str:
    """How far away a day is, in words: `today`, `tomorrow`, `in 3 days`, `yesterday`, `4 months ago`."""
    days = (day - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    return f"in {_span(days)}" if days > 0 else f"{_span(-days)} ago"


def _span(days: int) -> str:
    """How long some days are, as one says it: `1 day`, `60 days`, `2 months`, `13 years`."""
    # As in follow-ups.js: a month of 30.4375 days, a year of 365.25.
    months = days * 16 // 487
    if days <= COUNTED_DAYS:
        return f"{days} day{'s' * (days != 1)}"
    return f"{months} months" if months < COUNTED_MONTHS else f"{months // 12} years"
