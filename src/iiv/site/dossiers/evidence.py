"""Answers as evidence: in short with the way to the whole, against each other, and what was concluded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method.directions import speaks_to
from iiv.site import addresses
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from iiv.journal.journal import Ref
    from iiv.journal.model import Answer, AnswerRef, Contradiction, Interview
    from iiv.site.dossiers.common import PersonView
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.markdown.rendered import Text


class AnswerLink(Value, frozen=True):
    """An answer in short: who, when, what was asked, and the page and place of the whole."""

    person: PersonView
    date: dt.date
    ask: str
    gist: str
    address: str
    anchor: str


class SideView(Value, frozen=True):
    """One of two answers that contradict each other, whole."""

    answer: AnswerLink
    said: Text


class ContradictionView(Value, frozen=True):
    """Two answers side by side; `ask` is the question where both answer one, else ""."""

    one: SideView
    other: SideView
    ask: str


class ConclusionView(Value, frozen=True):
    """What was concluded from an answer: the `name` of a direction, or the wording of a question.

    It `is_own` where that is the question which was answered.
    """

    name: str
    is_own: bool
    address: str
    anchor: str


class DirectionLink(Value, frozen=True):
    """A direction by its name."""

    name: str
    address: str


class AnswerEvidence(Value, frozen=True):
    """What was made of one answer: `conclusions` from it, and the answers that it stands `against`."""

    conclusions: tuple[ConclusionView, ...] = ()
    against: tuple[AnswerLink, ...] = ()


NOTHING = AnswerEvidence()


def made_of(index: JournalIndex, talk: Interview, answer: Answer) -> AnswerEvidence:
    """What was made of an answer to one of the journal's questions."""
    key = (talk.id, answer.question)
    if key not in index.conclusions and key not in index.opposed:
        return NOTHING
    return AnswerEvidence(
        conclusions=tuple(_conclusion(index, ref, answer) for ref in index.conclusions.get(key, ())),
        against=tuple(answer_link(index, *_found(index, *other)) for other in index.opposed.get(key, ())),
    )


def speaking_to(index: JournalIndex, talk: Interview) -> tuple[DirectionLink, ...]:
    """The directions to which a talk speaks."""
    person = index.journal.contacts_by_id[talk.contact]
    return tuple(
        DirectionLink(direction.name, addresses.address(direction))
        for direction in index.journal.directions
        if not talk.prepared and speaks_to(direction, person, talk)
    )


def answer_link(index: JournalIndex, talk: Interview, answer: Answer) -> AnswerLink:
    """An answer to one of the journal's questions, in short."""
    question = index.journal.questions_by_id[answer.question]
    return AnswerLink(
        person=index.face(talk.contact),
        date=talk.date,
        ask=question.ask,
        gist=answer.gist,
        address=addresses.address(talk),
        anchor=question.id,
    )


def contradiction_views(index: JournalIndex, pairs: Iterable[Contradiction]) -> tuple[ContradictionView, ...]:
    """Pairs of answers as they stand side by side."""
    views = []
    for number, pair in enumerate(pairs, 1):
        one, other = (_side(index, ref, f"against-{number}") for ref in (pair.one, pair.other))
        ask = one.answer.ask if pair.one.question == pair.other.question else ""
        views.append(ContradictionView(one, other, ask))
    return tuple(views)


def _side(index: JournalIndex, ref: AnswerRef, anchor: str) -> SideView:
    """One side. Its ids are its own: the answer may stand on the page once more."""
    talk, answer = _found(index, ref.talk, ref.question)
    own = f"{anchor}-{talk.id}-{answer.question}"
    said = index.texts.text(answer.text, talk.path, talk.definitions, own)
    return SideView(answer_link(index, talk, answer), said or index.texts.answer(talk, answer))


def _found(index: JournalIndex, talk_id: str, question: str) -> tuple[Interview, Answer]:
    """A talk and its answer: whoever linked to it has seen that it is there."""
    talk = index.journal.interviews_by_id[talk_id]
    return talk, next(answer for answer in talk.answers if answer.question == question)


def _conclusion(index: JournalIndex, ref: Ref, answer: Answer) -> ConclusionView:
    if ref.kind == "question":
        name, is_own = index.journal.questions_by_id[ref.id].ask, ref.id == answer.question
        return ConclusionView(name, is_own, addresses.address(ref), "synthesis")
    name = next(one.name for one in index.journal.directions if one.id == ref.id)
    return ConclusionView(name, is_own=False, address=addresses.address(ref), anchor="")
