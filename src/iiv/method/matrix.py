"""Who said what to which question: people down, questions across, gaps included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.values import Value

if TYPE_CHECKING:
    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Contact, Interview, Question


class Cell(Value, frozen=True):
    """What one person said to one question, newest first. Nobody who was not `asked` has `said` anything."""

    said: tuple[tuple[Interview, Answer], ...]
    asked: bool


class Row(Value, frozen=True):
    """One person: a cell for each question that stands `across`, and the talks, newest first."""

    contact: Contact
    talks: tuple[Interview, ...]
    cells: tuple[Cell, ...]

    @property
    def answered(self) -> int:
        """How many questions they have answered."""
        return sum(bool(cell.said) for cell in self.cells)


def across(journal: Journal) -> tuple[Question, ...]:
    """The journal's questions, without those on the shortlist that nobody was asked."""
    if not any(question.shortlist for question in journal.questions):
        return journal.questions
    asked = {answer.question for talk in journal.talks for answer in talk.answers}
    return tuple(one for one in journal.questions if not one.shortlist or one.id in asked)


def matrix(journal: Journal) -> tuple[Row, ...]:
    """A row for everyone with whom there was a talk, in the journal's order of people."""
    questions = across(journal)
    return tuple(
        _row(questions, contact, journal.talks_by_contact[contact.id])
        for contact in journal.contacts
        if contact.id in journal.talks_by_contact
    )


def _row(questions: tuple[Question, ...], contact: Contact, talks: tuple[Interview, ...]) -> Row:
    found: dict[str, list[tuple[Interview, Answer]]] = {}
    for talk in reversed(talks):
        for answer in talk.answers:
            found.setdefault(answer.question, []).append((talk, answer))
    cells = (_cell(found.get(question.id, [])) for question in questions)
    return Row(contact, tuple(reversed(talks)), tuple(cells))


def _cell(found: list[tuple[Interview, Answer]]) -> Cell:
    said = tuple((talk, answer) for talk, answer in found if answer.text)
    return Cell(said, asked=bool(found))
