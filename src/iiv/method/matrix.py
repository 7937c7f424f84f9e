"""Who said what to which question: people down, questions across, gaps included."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Contact, Interview


@dataclass(frozen=True, slots=True)
class Cell:
    """What one person said to one question, newest first. Nobody who was not `asked` has `said` anything."""

    said: tuple[tuple[Interview, Answer], ...]
    asked: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One person: a cell for each of the journal's questions, and the talks with them, newest first."""

    contact: Contact
    talks: tuple[Interview, ...]
    cells: tuple[Cell, ...]

    @property
    def answered(self) -> int:
        """How many questions they have answered."""
        return sum(bool(cell.said) for cell in self.cells)


def matrix(journal: Journal) -> tuple[Row, ...]:
    """A row for everyone with whom there was a talk, in the journal's order of people."""
    return tuple(
        _row(journal, contact, journal.talks_by_contact[contact.id])
        for contact in journal.contacts
        if contact.id in journal.talks_by_contact
    )


def _row(journal: Journal, contact: Contact, talks: tuple[Interview, ...]) -> Row:
    found: dict[str, list[tuple[Interview, Answer]]] = {}
    for talk in reversed(talks):
        for answer in talk.answers:
            found.setdefault(answer.question, []).append((talk, answer))
    cells = (_cell(found.get(question.id, [])) for question in journal.questions)
    return Row(contact, tuple(reversed(talks)), tuple(cells))


def _cell(found: list[tuple[Interview, Answer]]) -> Cell:
    said = tuple((talk, answer) for talk, answer in found if answer.text)
    return Cell(said, asked=bool(found))
