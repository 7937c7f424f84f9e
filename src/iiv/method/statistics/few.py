"""How numbers are told: what is said of few, the middle of many, and names in a sentence."""

from __future__ import annotations

from statistics import fmean, median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

FEW: Final = 5
"""Of fewer than so many there is no mean, no middle and no share: they are told one by one."""


def mean(numbers: Sequence[float]) -> float | None:
    """The mean, to one decimal; None of few."""
    return round(fmean(numbers), 1) if len(numbers) >= FEW else None


def middle(numbers: Sequence[float]) -> float | None:
    """The median; None of few."""
    return median(numbers) if len(numbers) >= FEW else None


def days(number: float) -> str:
    """A time from one day to another: `the same day`, `1 day`, `2.5 days`."""
    if not number:
        return "the same day"
    return "1 day" if number == 1 else f"{number:g} days"
