"""Yes, no, nothing and whole numbers, as people write them in front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.dates import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

YES: Final = frozenset(
    ("yes", "y", "yep", "yeah", "true", "t", "on", "1", "x", "ja", "oui", "si", "sí", "✓", "✔", "✅", "☑")
)
NO: Final = frozenset(("no", "n", "nope", "false", "f", "off", "0", "nein", "non", "✗", "✘", "❌", "☐"))
NOTHING: Final = frozenset(
    "none no nope - -- n/a na nil null nobody no-one nothing not tbd ? keine".split()
) | {"no one"}
"""What says that a list is empty."""

_WORDS: Final[Mapping[str, int]] = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_STARS = re.compile(r"(?:[★⭐🌟]\ufe0f?)+(?=[☆\ufe0f]*$)|\*+$")
_WHOLE = re.compile(r"(\d{1,6})(?:\.0+)?", re.ASCII)
_RATED = re.compile(r"(\d{1,6})[ ]*(?:stars?|points?)", re.ASCII | re.IGNORECASE)
_LASTED = re.compile(
    r"(?:(?P<hours>\d{1,2})[ ]*(?:h|hrs?|hours?)\.?)?"
    r"(?:[ ,]*(?:and[ ]+)?(?P<minutes>\d{1,3})[ ]*(?:'|m|mins?|minutes?)?\.?)?",
    re.ASCII | re.IGNORECASE,
)
_OUT_OF = re.compile(r"(\d{1,6})[ ]*(?:/|of|out[ ]of)[ ]*(\d{1,6})\D*", re.ASCII | re.IGNORECASE)
_BETWEEN = re.compile(r"(\d{1,6})(?:[ ]*(?:-|to|or)[ ]*(\d{1,6})|[.,]5)", re.ASCII | re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:~|≈|ca?\.?|about|around|approx\.?|almost|nearly)?[ ]*(\d{1,6})[^\d.,/-]*", re.ASCII | re.IGNORECASE
)
_HOUR = 60


def truth(text: str) -> bool | None:
    """True for yes and False for no, in any usual form; None for anything else."""
    word = text.strip().casefold().rstrip(".!\ufe0f")
    return word in YES if word in YES | NO else None


def says_none(text: str) -> bool:
    """Whether a text says that there is nothing to list."""
    word = plain(text).strip().casefold().rstrip(".!")
    return word.removesuffix(" so far").removesuffix(" yet") in NOTHING


def rating_in(text: str) -> int | None:
    """The number that a text doubtlessly says on a scale to five: 4, four, 4 stars, ★★★★☆."""
    text = plain(text).strip()
    if match := _WHOLE.fullmatch(text) or _RATED.fullmatch(text):
        return int(match[1])
    if match := _STARS.match(text):
        return sum(character in "★⭐🌟*" for character in match[0])
    return _WORDS.get(text.casefold())


def minutes_in(text: str) -> int | None:
    """The minutes that a text doubtlessly says: 35, 35 min, 1 h, 1 hour 15 minutes."""
    match = _LASTED.fullmatch(plain(text).strip())
    if match is None or not match[0]:
        return None
    return int(match["hours"] or 0) * _HOUR + int(match["minutes"] or 0)


def number_hint(key: str, text: str, low: int, high: int) -> str:
    """What to write instead of a text that is no number; a number only where the text says it."""
    said = _said(plain(text).strip(), high)
    if said and all(low <= number <= high for number in said):
        return "write " + " or ".join(f"`{key}: {number}`" for number in said)
    return f"write a number from {low} to {high}, or leave it empty"


def _said(text: str, high: int) -> tuple[int, ...]:
    """The numbers that a text may say."""
    if match := _OUT_OF.fullmatch(text):
        return (int(match[1]),) if int(match[2]) == high else ()
    if match := _BETWEEN.fullmatch(text):
        return int(match[1]), int(match[2] or int(match[1]) + 1)
    match = _ABOUT.fullmatch(text)
    return (int(match[1]),) if match else ()
