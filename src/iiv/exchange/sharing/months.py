"""Days in a text as their months."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

_MONTH = "|".join(f"{name}|{name[:3]}\\.?" for name in MONTHS) + "|Sept\\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ISO = re.compile(rf"\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-{_DAY}(?:T[\d:.]+Z?)?\b")
_DAY_FIRST = re.compile(
    rf"\b{_DAY}(?:st|nd|rd|th)?\.?(?:\s+of)?\s+({_MONTH})\b,?(?:\s+((?:19|20)\d\d)\b)?", re.IGNORECASE
)
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\s+{_DAY}(?:st|nd|rd|th)?\b(?!\d)(?:,?\s+((?:19|20)\d\d)\b)?")
_MONTH_ALONE = re.compile(
    rf"\b(?:{_MONTH})\s+(?:19|20)\d\d\b|\b(?:in|since|until|by|last|next)\s+(?:{_MONTH})\b"
)
_DOTS = re.compile(rf"\b{_DAY}\.\s?(0?[1-9]|1[0-2])\.\s?((?:19|20)?\d\d)\b")
_SLASHES = re.compile(rf"\b{_DAY}/{_DAY}/((?:19|20)\d\d)\b")


def month(year: int, number: int) -> str:
    """How a month reads: `March 2026`."""
    return f"{MONTHS[number - 1]} {year}"


def in_months(text: str, keep: Callable[[str], str] = str) -> str:
    """The text with `March 2026` for each day in it; where the order is not sure, its year alone.

    Each goes through `keep`, so that `May` is not taken for a name.
    """
    text = _ISO.sub(lambda match: keep(month(int(match[1]), int(match[2]))), text)
    text = _DOTS.sub(lambda match: keep(f"{MONTHS[int(match[1]) - 1]} {_year(match[2])}"), text)
    text = _SLASHES.sub(lambda match: keep(match[1]), text)
    for dated in (_DAY_FIRST, _MONTH_FIRST):
        text = dated.sub(lambda match: keep(" ".join(filter(None, (match[1], match[2])))), text)
    return _MONTH_ALONE.sub(lambda match: keep(match[0]), text)


def _year(digits: str) -> str:
    return digits if len(digits) > len("26") else f"20{digits}"
