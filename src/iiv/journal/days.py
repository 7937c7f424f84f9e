"""Days of the calendar: the names of months and weekdays, and days and months from one to another."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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
