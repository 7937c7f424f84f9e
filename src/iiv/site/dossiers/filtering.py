"""What a list can be narrowed to: its tags, themes, fields and degrees of helpfulness, counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from iiv.site.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST = 5
"""The highest helpfulness."""


class Facets(Value, frozen=True):
    """What one item of a list can be found by. `helpfulness` is 1 to 5, or None when not noted."""

    tags: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    field: str = ""
    helpfulness: int | None = None


class Choice(Value, frozen=True):
    """One value that a list can be narrowed to, and how many items it leaves."""

    value: str
    count: int


class Choices(Value, frozen=True):
    """All that a list can be narrowed to; words in order of the alphabet.

    `helpfulness` means "at least": 5, 4 and so on, as far as each leaves more than the one before.
    """

    tags: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    fields: tuple[Choice, ...]
    helpfulness: tuple[Choice, ...]


def choices(items: Iterable[Facets]) -> Choices:
    """What the items can be narrowed to."""
    found = list(items)
    return Choices(
        tags=_words(tag for item in found for tag in set(item.tags)),
        themes=_words(theme for item in found for theme in set(item.themes)),
        fields=_words(item.field for item in found if item.field),
        helpfulness=_at_least([item.helpfulness for item in found if item.helpfulness]),
    )


def _words(words: Iterable[str]) -> tuple[Choice, ...]:
    ordered = sorted(Counter(words).items(), key=lambda pair: (pair[0].casefold(), pair[0]))
    return tuple(Choice(word, count) for word, count in ordered)


def _at_least(given: Sequence[int]) -> tuple[Choice, ...]:
    counts = Counter(given)
    return tuple(
        Choice(str(least), sum(count for degree, count in counts.items() if degree >= least))
        for least in range(MOST, 0, -1)
        if counts[least]
    )
