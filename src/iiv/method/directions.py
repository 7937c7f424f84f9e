"""What the talks say of each direction: who speaks to it, what draws, what speaks against, who is missing."""

from __future__ import annotations

from collections import Counter
from statistics import fmean
from typing import TYPE_CHECKING, Final

from iiv.journal.model import name_key
from iiv.journal.read.themes import places_of
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from iiv.journal.directions import Direction, VerdictName
    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Contact, Contradiction, Interview

FEWEST_VOICES: Final = 3
"""With fewer people than these nothing is averaged: one of them would weigh too much."""

WORTH_A_DIRECTION: Final = 2
"""A field with so many talks is offered as a direction to begin."""


class VerdictMeaning(Value, frozen=True):
    """How a verdict is called, and what it says, after "you"."""

    label: str
    meaning: str


VERDICTS: Final[Mapping[VerdictName, VerdictMeaning]] = {
    "keep": VerdictMeaning("Keep", "go for it"),
    "try": VerdictMeaning("Try", "try it out"),
    "open": VerdictMeaning("Open", "have not decided yet"),
    "drop": VerdictMeaning("Drop", "let it go"),
}
"""Every verdict, in the order in which directions stand."""


class Evidence(Value, frozen=True):
    """What the talks say of one direction. `talks` are those that speak to it, in order of time.

    `voices` is with how many people. `average` is the mean interest after them, None for fewer than three
    voices with one. `answers` are those of these talks by the question's id. `themes` are those that two
    voices or more share, with how many. `newer` are the talks after `as_of`.
    """

    direction: Direction
    talks: tuple[Interview, ...]
    voices: int
    average: float | None
    answers: Mapping[str, tuple[tuple[Interview, Answer], ...]]
    themes: tuple[tuple[str, int], ...]
    contradictions: tuple[Contradiction, ...]
    newer: tuple[Interview, ...]

    @property
    def newer_answers(self) -> int:
        """How many answers are newer than what was taken in."""
        return sum(map(answered, self.newer))


class Offer(Value, frozen=True):
    """A field that is worth a direction: so many talks with so many people speak to it."""

    field: str
    talks: int
    people: int


def in_order(directions: Iterable[Direction]) -> tuple[Direction, ...]:
    """Directions by their verdict, as in `VERDICTS`, then as they come."""
    places = {name: place for place, name in enumerate(VERDICTS)}
    return tuple(sorted(directions, key=lambda direction: places[direction.verdict.name]))


def evidence(journal: Journal, direction: Direction) -> Evidence:
    """What the journal's talks say of a direction."""
    talks = tuple(
        talk for talk in journal.talks if speaks_to(direction, journal.contacts_by_id[talk.contact], talk)
    )
    rated = [talk for talk in talks if talk.interest]
    voices = len({talk.contact for talk in rated})
    return Evidence(
        direction=direction,
        talks=talks,
        voices=len({talk.contact for talk in talks}),
        average=fmean(talk.interest or 0 for talk in rated) if voices >= FEWEST_VOICES else None,
        answers=_answers(journal, talks),
        themes=_shared_themes(talks),
        contradictions=_contradictions(journal, direction, {talk.id for talk in talks}),
        newer=newer(talks, direction.as_of),
    )


def speaks_to(direction: Direction, contact: Contact, talk: Interview | None = None) -> bool:
    """Whether a talk, or somebody without one, has one of the direction's fields, tags or people."""
    if contact.id in direction.people:
        return True
    fields = {name_key(talk.field if talk and talk.field else contact.field)}
    tags = {name_key(tag) for tag in (*(talk.tags if talk else ()), *contact.tags)}
    return not (
        fields.isdisjoint(map(name_key, direction.fields)) and tags.isdisjoint(map(name_key, direction.tags))
    )


def newer(talks: Iterable[Interview], as_of: dt.date | None) -> tuple[Interview, ...]:
    """The talks after the day up to which they were taken in; none where no day is said."""
    return tuple(talk for talk in talks if as_of and talk.date > as_of and answered(talk))


def answered(talk: Interview) -> int:
    """How many questions a talk answers."""
    return sum(bool(answer.text) for answer in talk.answers)


def offers(journal: Journal) -> tuple[Offer, ...]:
    """The fields with two talks or more that no direction has, those with most talks first."""
    taken = {name_key(field) for direction in journal.directions for field in direction.fields}
    talks: dict[str, list[tuple[str, str]]] = {}
    for talk in journal.talks:
        field = talk.field or journal.contacts_by_id[talk.contact].field
        if field and name_key(field) not in taken:
            talks.setdefault(name_key(field), []).append((field, talk.contact))
    found = [
        Offer(Counter(field for field, _ in own).most_common(1)[0][0], len(own), len({who for _, who in own}))
        for own in talks.values()
        if len(own) >= WORTH_A_DIRECTION
    ]
    return tuple(sorted(found, key=lambda offer: (-offer.talks, name_key(offer.field))))


def _answers(journal: Journal, talks: Iterable[Interview]) -> dict[str, tuple[tuple[Interview, Answer], ...]]:
    """The answers of these talks by question, in the order of the guide."""
    found: dict[str, list[tuple[Interview, Answer]]] = {question.id: [] for question in journal.questions}
    for talk in talks:
        for answer in talk.answers:
            if answer.text and answer.question in found:
                found[answer.question].append((talk, answer))
    return {question: tuple(pairs) for question, pairs in found.items() if pairs}


def _shared_themes(talks: Iterable[Interview]) -> tuple[tuple[str, int], ...]:
    who: dict[str, set[str]] = {}
    for talk in talks:
        for theme, _ in places_of(talk):
            who.setdefault(theme, set()).add(talk.contact)
    shared = ((theme, len(people)) for theme, people in who.items() if len(people) > 1)
    return tuple(sorted(shared, key=lambda pair: (-pair[1], pair[0].casefold(), pair[0])))


def _contradictions(journal: Journal, direction: Direction, talks: set[str]) -> tuple[Contradiction, ...]:
    """Those that the direction names, and those between its talks that questions name; each pair once."""
    between = (
        pair
        for question in journal.questions
        for pair in question.contradicts
        if {pair.one.talk, pair.other.talk} <= talks
    )
    pairs = {
        frozenset({(one.talk, one.question) for one in (pair.one, pair.other)}): pair
        for pair in reversed([*direction.contradicts, *between])
    }
    return tuple(reversed(pairs.values()))
