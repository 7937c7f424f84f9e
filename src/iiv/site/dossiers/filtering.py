"""What a list can be narrowed to: tags, themes, fields, degrees of helpfulness and the like, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iiv.journal.model import Interview

MOST = 5
"""The highest helpfulness."""


class Facets(Value, frozen=True):
    """What one item of a list can be found by. `helpfulness` is 1 to 5, or None when not noted."""

    tags: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    field: str = ""
    helpfulness: int | None = None
    year: str = ""
    channel: str = ""


class Choice(Value, frozen=True):
    """One value that a list can be narrowed to, how many items it leaves, and at which places they stand.

    The places of a helpfulness are those of that degree alone.
    """

    value: str
    count: int
    places: tuple[int, ...] = ()


class Choices(Value, frozen=True):
    """All that a list can be narrowed to; words in order of the alphabet.

    `helpfulness` means "at least": 5, 4 and so on, as far as each leaves more than the one before. `years`
    and `channels` are those of talks, the latest year first.
    """

    tags: tuple[Choice, ...]
    themes: tuple[Choice, ...]
    fields: tuple[Choice, ...]
    helpfulness: tuple[Choice, ...]
    years: tuple[Choice, ...]
    channels: tuple[Choice, ...]


def choices(items: Iterable[Facets]) -> Choices:
    """What the items can be narrowed to."""
    found = list(items)
    return Choices(
        tags=_words(item.tags for item in found),
        themes=_words(item.themes for item in found),
        fields=_words(_one(item.field) for item in found),
        helpfulness=_at_least([item.helpfulness for item in found]),
        years=_words(_one(item.year) for item in found)[::-1],
        channels=_words(_one(item.channel) for item in found),
    )


def themes_in(talks: Iterable[Interview]) -> tuple[str, ...]:
    """What is marked in the notes and in the answers of these talks, each once."""
    return tuple(dict.fromkeys(_themes(talks)))


def _themes(talks: Iterable[Interview]) -> Iterator[str]:
    for talk in talks:
        yield from talk.themes
        for answer in talk.answers:
            yield from answer.themes


def _one(word: str) -> tuple[str, ...]:
    return (word,) if word else ()


def _words(given: Iterable[Sequence[str]]) -> tuple[Choice, ...]:
    places: dict[str, list[int]] = {}
    for place, words in enumerate(given):
        for word in dict.fromkeys(words):
            places.setdefault(word, []).append(place)
    ordered = sorted(places.items(), key=lambda pair: (pair[0].casefold(), pair[0]))
    return tuple(Choice(word, len(at), tuple(at)) for word, at in ordered)


def _at_least(given: Sequence[int | None]) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            str(least),
            sum(degree is not None and degree >= least for degree in given),
            tuple(place for place, degree in enumerate(given) if degree == least),
        )
        for least in range(MOST, 0, -1)
        if least in given
    )
