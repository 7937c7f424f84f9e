"""Days: months and business days from one to another, and days in words."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WORKING_WEEK = 5  # Monday to Friday; weekdays 5 and 6 are the weekend
FRIDAY = 4


def add_days(day: dt.date, days: int) -> dt.date:
    """The day `days` later, or earlier when negative; the first or last day there is, beyond those."""
    ordinal = day.toordinal() + days
    return dt.date.fromordinal(min(max(ordinal, dt.date.min.toordinal()), dt.date.max.toordinal()))


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month, `months` calendar months later (earlier when negative).

    A month that is too short gives its last day: 31 January and one month is 28 February.
    Beyond the years 1 to 9999 it is the first or last day there is.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < dt.MINYEAR:
        return dt.date.min
    if year > dt.MAXYEAR:
        return dt.date.max
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


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


def spoken(day: dt.date, near: dt.date) -> str:
    """A date as a friend says it: `2 March`, with the year when it is not that of `near`."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == near.year else f"{words} {day.year}"


def relative(day: dt.date, today: dt.date) -> str:
    """How far away a day is, in words: `today`, `tomorrow`, `in 3 days`, `yesterday`, `3 days ago`."""
    days = (day - today).days
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"
