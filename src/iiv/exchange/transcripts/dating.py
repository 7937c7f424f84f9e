"""On which day a talk was, where what is known of it leaves no doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.parse.days_in_text import days_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable


def days_in_lines(lines: Iterable[str]) -> tuple[dt.date, ...]:
    """The days that some lines say, each once."""
    return tuple(dict.fromkeys(day for line in lines for day in days_in(line)))


def certain(days: Iterable[dt.date], today: dt.date) -> dt.date | None:
    """The one day among these; None where there is none, or several, or it is still to come."""
    found = set(days)
    day = found.pop() if len(found) == 1 else None
    return day if day and day <= today else None
