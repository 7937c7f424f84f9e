"""What people spoke of: the themes of a journal, where each stands and which go together."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from iiv.journal.read.themes import two_ways
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Interview


class ThemePlace(Value, frozen=True):
    """One place of a theme: an answer in a talk, or the talk's free notes when `answer` is None."""

    interview: Interview
    answer: Answer | None


class Theme(Value, frozen=True):
    """A theme, as typed after the `#`, with its places in order of the talks.

    `people` counts those in whose talks it stands, `questions` those under whose answers it does.
    `beside` are the themes of the same answers and notes, with how many places they share, most
    first; `in_talks` the same for whole talks.
    """

    name: str
    places: tuple[ThemePlace, ...]
    people: int
    questions: int
    beside: tuple[tuple[str, int], ...]
    in_talks: tuple[tuple[str, int], ...]


def themes(journal: Journal) -> tuple[Theme, ...]:
    """All themes, those with most places first."""
    places: dict[str, list[ThemePlace]] = defaultdict(list)
    beside: Counter[tuple[str, str]] = Counter()
    in_talks: Counter[tuple[str, str]] = Counter()
    for talk in journal.interviews:
        together: set[str] = set()
        for place, words in _spoken(talk):
            together.update(words)
            beside.update(combinations(sorted(words), 2))
            for word in words:
                places[word].append(place)
        in_talks.update(combinations(sorted(together), 2))
    shared, same_talk = _partners(beside), _partners(in_talks)
    found = (_theme(name, where, shared[name], same_talk[name]) for name, where in places.items())
    return tuple(sorted(found, key=lambda theme: (-len(theme.places), theme.name.casefold(), theme.name)))


def spellings(found: tuple[Theme, ...]) -> tuple[tuple[Theme, ...], ...]:
    """Themes that look like one written two ways; within each group the most used stands first."""
    by_name = {theme.name: theme for theme in found}
    groups = two_ways({theme.name: len(theme.places) for theme in found})
    return tuple(tuple(by_name[name] for name in group) for group in groups)


def _spoken(talk: Interview) -> Iterator[tuple[ThemePlace, tuple[str, ...]]]:
    for answer in (*talk.answers, *talk.unknown_answers):
        if answer.themes:
            yield ThemePlace(talk, answer), answer.themes
    if talk.themes:
        yield ThemePlace(talk, None), talk.themes


def _theme(name: str, where: list[ThemePlace], beside: Counter[str], in_talks: Counter[str]) -> Theme:
    return Theme(
        name=name,
        places=tuple(where),
        people=len({place.interview.contact for place in where}),
        questions=len({place.answer.question for place in where if place.answer}),
        beside=_most_first(beside),
        in_talks=_most_first(in_talks),
    )


def _partners(pairs: Counter[tuple[str, str]]) -> dict[str, Counter[str]]:
    partners: dict[str, Counter[str]] = defaultdict(Counter)
    for (one, other), times in pairs.items():
        partners[one][other] = times
        partners[other][one] = times
    return partners


def _most_first(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
