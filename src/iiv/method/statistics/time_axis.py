"""A line of time: where on it a day stands, and which days are written below it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from iiv.method.dates import written
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

_STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120)
_TICKS: Final = 7
_MARGIN: Final = 2  # per cent, so that what stands on the first and the last day is not cut


class Axis(Value, frozen=True):
    """A line of time from `first` to `last`, in per cent of its width."""

    first: dt.date
    last: dt.date

    def at(self, day: dt.date) -> float:
        """Where a day stands, in per cent from the left."""
        whole = (self.last - self.first).days
        part = (day - self.first).days / whole if whole else 0.5
        return round(_MARGIN + (100 - 2 * _MARGIN) * part, 1)

    @property
    def ticks(self) -> tuple[tuple[float, str], ...]:
        """At most seven beginnings of months, with what to write there: a January has its year."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next((step for step in _STEPS if months // step < _TICKS), months // _TICKS // 12 * 12 + 12)
        start = self.first.year * 12 + self.first.month - 1
        begun = range(-(-(start + (self.first.day > 1)) // step) * step, start + months + 1, step)
        return tuple((self.at(day), _month(day)) for day in (dt.date(n // 12, n % 12 + 1, 1) for n in begun))


def axis(days: Iterable[dt.date]) -> Axis | None:
    """The line of time on which all these days stand; None for none."""
    found = sorted(days)
    return Axis(found[0], found[-1]) if found else None


def _month(day: dt.date) -> str:
    return str(day.year) if day.month == 1 else written(day).split()[1]
