"""The days in a column of a sheet: whether the day or the month comes first, the column itself says."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, Literal

from iiv.journal.parse.dates import plain, time_after, written_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.journal.parse.dates import Written

Order = Literal["dmy", "mdy"]
ORDERS: Final[tuple[Order, Order]] = ("dmy", "mdy")

_ZONE: Final = re.compile(r"\s*\b(?:GMT|UTC|CES?T|[ECMP][SD]T|MES?Z)(?:[+-]\d{1,2}(?::?\d\d)?)?\s*$")
_CENTURY: Final = 2000


def orders_proven(texts: Iterable[str]) -> frozenset[Order]:
    """Which orders the days prove: those that are a day in one order alone, as 3/14/2026 is."""
    found: set[Order] = set()
    for written in filter(None, map(_written, texts)):
        days = [_day(written, order) for order in ORDERS]
        if days.count(None) == 1:
            found.add(ORDERS[0] if days[0] else ORDERS[1])
    return frozenset(found)


def in_doubt(texts: Iterable[str]) -> list[str]:
    """The texts that are another day in either order."""
    return [text for text in texts if (one := _written(text)) and _day(one, "dmy") != _day(one, "mdy")]


def day_in(text: str, order: Order) -> dt.date | None:
    """The day that a text says, a time behind it left out; None for another text."""
    written = _written(text)
    return _day(written, order) if written else None


def _written(text: str) -> Written | None:
    first, _, _ = text.partition("\N{RIGHTWARDS ARROW}")  # Notion: from the one to the other
    line = _ZONE.sub("", plain(first)).strip()
    written = written_at(line)
    if written is None or written.year is None:
        return None
    _, end = time_after(line, written.end)
    return written if end == len(line) else None


def _day(written: Written, order: Order) -> dt.date | None:
    month, day = written.month_days[-1 if order == "mdy" else 0]
    try:
        return dt.date((written.year or 0) + (_CENTURY if written.is_short else 0), month, day)
    except ValueError:
        return None
