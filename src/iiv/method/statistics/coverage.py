"""Who was asked what, and how fully they answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from iiv.method.matrix import across
from iiv.method.worth import words_of
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Question

Fullness = Literal["not asked", "no answer", "a line", "a paragraph", "more"]

A_PARAGRAPH: Final = 25
MORE: Final = 80
"""Words from which an answer is more than a line, and more than a paragraph."""

LEVELS: Final[tuple[Fullness, ...]] = ("not asked", "no answer", "a line", "a paragraph", "more")


class Covered(Value, frozen=True):
    """How fully one person, by id, answered each question: the fullest of their answers to it counts."""

    contact: str
    cells: tuple[Fullness, ...]


def fullness(answer: Answer) -> Fullness:
    """How full one answer is, by its words."""
    if not answer.text:
        return "no answer"
    words = words_of(answer)
    return "a line" if words < A_PARAGRAPH else "a paragraph" if words < MORE else "more"


def coverage(journal: Journal) -> tuple[tuple[Question, ...], tuple[Covered, ...]]:
    """The questions that were or are asked, and a row for everyone with whom there was a talk.

    The rows are in order of the first talk.
    """
    questions = across(journal)
    found: dict[str, dict[str, int]] = {}
    for talk in journal.talks:
        cells = found.setdefault(talk.contact, {})
        for answer in talk.answers:
            level = LEVELS.index(fullness(answer))
            cells[answer.question] = max(level, cells.get(answer.question, 0))
    rows = (
        Covered(contact, tuple(LEVELS[cells.get(question.id, 0)] for question in questions))
        for contact, cells in found.items()
    )
    return questions, tuple(rows)


def coverage_said(questions: Sequence[Question], rows: Sequence[Covered]) -> str:
    """Which question was answered most and which least, in a sentence."""
    answered = {one.id: _answered(number, rows) for number, one in enumerate(questions) if one.active}
    if not rows or not answered:
        return ""
    asks = {one.id: one.ask for one in questions}
    most, least = max(answered, key=answered.__getitem__), min(answered, key=answered.__getitem__)
    if answered[most] == answered[least]:
        return f"Each question was answered by {_part(answered[most], rows)}."
    said = f"“{asks[most]}” was answered most, by {_part(answered[most], rows)}"
    return f"{said}; “{asks[least]}” least, by {_part(answered[least], rows)}."


def _answered(number: int, rows: Sequence[Covered]) -> int:
    return sum(row.cells[number] not in {"not asked", "no answer"} for row in rows)


def _part(number: int, rows: Sequence[Covered]) -> str:
    return f"{number} of {len(rows)}" if number else "nobody"


def by_question(questions: Sequence[Question], rows: Sequence[Covered]) -> Mapping[str, tuple[Fullness, ...]]:
    """The cells of each question, by its id, a person after the other."""
    return {one.id: tuple(row.cells[number] for row in rows) for number, one in enumerate(questions)}
