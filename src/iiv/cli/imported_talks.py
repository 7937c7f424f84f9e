"""Writes the talks that a sheet brings, and the files of questions that are asked from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.cli.question_choices import active, keep_to_limit
from iiv.cli.question_files import with_files, write_candidate, write_new
from iiv.exchange.importing.talk_note import talk_note
from iiv.journal.bank import bank
from iiv.journal.edit.question import question_text
from iiv.method.questions import next_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iiv.exchange.importing.talks_plan import PlannedTalk
    from iiv.journal.edit.writing import Writing
    from iiv.journal.journal import Journal
    from iiv.journal.model import Question
    from iiv.journal.read.reading import Reading


def write_questions(notes: Writing, read: Reading, more: Sequence[Question]) -> Journal:
    """Prepare the files of new questions, asked after the others: the journal with files for those it has.

    Raises Failure where there would be too many, EditError and OSError.
    """
    if not more:
        return read.journal
    asked = active(read.journal)
    keep_to_limit(list(asked), [question.id for question in more], read.settings.max_questions)
    journal = with_files(notes, read.journal)
    number = next_number(question.order for question in active(journal).values())
    for question in more:
        if question.id in bank():
            write_candidate(notes, question.id, number, None)
        else:
            write_new(notes, question.id, question_text(question.ask, order=number))
        number = None if number is None else number + 1
    return journal


def write_talks(notes: Writing, planned: Iterable[PlannedTalk], questions: Sequence[Question]) -> None:
    """Prepare the notes of these talks. Raises EditError and OSError."""
    known = {question.id for question in questions}
    offered = [candidate.question for candidate in bank().values() if candidate.id not in known]
    for one in planned:
        text = talk_note(one.contact, one.talk, [*questions, *offered])
        notes.create(f"journal/interviews/{one.stem}.md", text)
