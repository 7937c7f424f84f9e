"""The directions: all of them side by side, and each with the evidence for and against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method.directions import VERDICTS, evidence, in_order, offers, speaks_to
from iiv.site import addresses
from iiv.site.dossiers.common import also_there, not_understood
from iiv.site.dossiers.evidence import answer_link, contradiction_views
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from iiv.journal.directions import Direction, Verdict
    from iiv.journal.model import Interview
    from iiv.journal.problems import Problem
    from iiv.method.directions import Evidence
    from iiv.site.dossiers.common import AskNextView, PersonView, TalkView
    from iiv.site.dossiers.evidence import AnswerLink, ContradictionView
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.markdown.rendered import Text


class VerdictView(Value, frozen=True):
    """What was decided: `label` is the verdict's name, `meaning` what it says after "you"."""

    name: str
    label: str
    meaning: str
    on: dt.date | None
    why: str


class NotedLine(Value, frozen=True):
    """One line that was noted after a talk: what would suit, or what speaks against it."""

    words: str
    person: PersonView
    date: dt.date
    address: str


class InterestView(Value, frozen=True):
    """The interest after one talk, 1 to 5."""

    interest: int
    person: PersonView
    date: dt.date
    address: str


class DirectionRow(Value, frozen=True):
    """A direction beside the others. `voices` are people, in so many `talks`.

    `average` is the mean interest, "" for fewer than three voices. `to_know` is what the direction's text
    says is not known yet, `ask_next` who in it was never asked. `newer` answers came after `as_of`.
    """

    id: str
    name: str
    address: str
    verdict: VerdictView
    voices: int
    talks: int
    interests: tuple[InterestView, ...]
    average: str
    fits: tuple[NotedLine, ...]
    doubts: tuple[NotedLine, ...]
    to_know: Text | None
    ask_next: tuple[AskNextView, ...]
    as_of: dt.date | None
    newer: int


class AnsweredView(Value, frozen=True):
    """What the voices of a direction said to one question; `address` is the comparison of all answers."""

    ask: str
    address: str
    answers: tuple[AnswerLink, ...]


class SharedTheme(Value, frozen=True):
    """A theme of so many voices; `anchor` is its place on the page Themes."""

    name: str
    anchor: str
    voices: int


class DirectionView(Value, frozen=True):
    """One direction with its evidence. `verdicts` are all there were, the newest first.

    `text` is what the person wrote, and `newer` are the talks after the day up to which it is written.
    """

    row: DirectionRow
    path: str
    text: Text | None
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    people: tuple[PersonView, ...]
    verdicts: tuple[VerdictView, ...]
    talks: tuple[TalkView, ...]
    newer: tuple[TalkView, ...]
    answered: tuple[AnsweredView, ...]
    themes: tuple[SharedTheme, ...]
    contradictions: tuple[ContradictionView, ...]
    not_understood: tuple[tuple[str, str], ...]
    also_there: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


class OfferView(Value, frozen=True):
    """A field that is worth a direction, with its talks and people."""

    field: str
    talks: int
    people: int


class DirectionsView(Value, frozen=True):
    """All directions side by side, and fields that may become one; `broken` are files nobody could read."""

    rows: tuple[DirectionRow, ...]
    offers: tuple[OfferView, ...]
    broken: tuple[tuple[str, str], ...]


def directions(index: JournalIndex) -> DirectionsView:
    """The page Directions."""
    journal = index.journal
    return DirectionsView(
        rows=tuple(_row(index, evidence(journal, one)) for one in in_order(journal.directions)),
        offers=tuple(OfferView(one.field, one.talks, one.people) for one in offers(journal)),
        broken=tuple(
            (note.place.path, addresses.address(note))
            for note in journal.broken
            if note.kind == "direction" and not note.copy_of
        ),
    )


def direction_pages(index: JournalIndex) -> Iterator[DirectionView]:
    """The page of each direction."""
    for direction in index.journal.directions:
        found = evidence(index.journal, direction)
        path = direction.place.path
        yield DirectionView(
            row=_row(index, found),
            path=path,
            text=index.texts.text(direction.notes, path, direction.definitions, "direction", cites=True),
            fields=direction.fields,
            tags=direction.tags,
            people=index.faces(direction.people),
            verdicts=tuple(map(_verdict, reversed(direction.verdicts))),
            talks=index.talks(reversed(found.talks)),
            newer=index.talks(found.newer),
            answered=_answered(index, found),
            themes=tuple(
                SharedTheme(theme, addresses.theme_anchor(theme), voices) for theme, voices in found.themes
            ),
            contradictions=contradiction_views(index, found.contradictions),
            not_understood=not_understood(direction.unread),
            also_there=also_there(direction.unread),
            problems=index.problems_in(path),
        )


def _row(index: JournalIndex, found: Evidence) -> DirectionRow:
    direction = found.direction
    anchor = f"{direction.id}-to-know"
    return DirectionRow(
        id=direction.id,
        name=direction.name,
        address=addresses.address(direction),
        verdict=_verdict(direction.verdict),
        voices=found.voices,
        talks=len(found.talks),
        interests=tuple(
            InterestView(talk.interest, index.face(talk.contact), talk.date, addresses.address(talk))
            for talk in found.talks
            if talk.interest
        ),
        average="" if found.average is None else f"{found.average:.1f}",
        fits=_noted(index, found.talks, "fits"),
        doubts=_noted(index, found.talks, "doubt"),
        to_know=index.texts.text(
            direction.to_know, direction.place.path, direction.definitions, anchor, cites=True
        ),
        ask_next=_to_ask(index, direction),
        as_of=direction.as_of,
        newer=found.newer_answers,
    )


def _verdict(verdict: Verdict) -> VerdictView:
    meant = VERDICTS[verdict.name]
    return VerdictView(verdict.name, meant.label, meant.meaning, verdict.on, verdict.why)


def _noted(index: JournalIndex, talks: Iterable[Interview], key: str) -> tuple[NotedLine, ...]:
    """The lines under a key of these talks, newest first."""
    return tuple(
        NotedLine(getattr(talk, key), index.face(talk.contact), talk.date, addresses.address(talk))
        for talk in reversed([*talks])
        if getattr(talk, key).strip()
    )


def _to_ask(index: JournalIndex, direction: Direction) -> tuple[AskNextView, ...]:
    people = index.journal.contacts_by_id
    return tuple(one for one in index.ask_next if speaks_to(direction, people[one.person.id]))


def _answered(index: JournalIndex, found: Evidence) -> tuple[AnsweredView, ...]:
    questions = index.journal.questions_by_id
    return tuple(
        AnsweredView(
            ask=questions[id_].ask,
            address=addresses.address(questions[id_]),
            answers=tuple(answer_link(index, talk, answer) for talk, answer in reversed(pairs)),
        )
        for id_, pairs in found.answers.items()
    )
