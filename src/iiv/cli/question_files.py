"""The files of questions: written anew, or changed; the path of each goes to standard output."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from iiv.cli.context import writing
from iiv.cli.terminal import print_written
from iiv.journal.bank import bank
from iiv.journal.edit.question import question_text
from iiv.journal.ids import id_for
from iiv.journal.problems import Place
from iiv.values import replace

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from iiv.journal.edit.writing import Writing
    from iiv.journal.journal import Journal
    from iiv.journal.model import Question


@contextmanager
def question_files() -> Iterator[Writing]:
    """Write files of questions, and then say which."""
    with writing() as notes:
        yield notes
    for path in notes.paths:
        print_written(path)


def with_files(notes: Writing, journal: Journal) -> Journal:
    """The journal after every question of it got a file.

    Where there are no files, the answers say what is asked: the first file would make strangers
    of all other questions. Raises EditError and OSError.
    """
    taken: set[str] = set()
    questions = []
    for number, question in enumerate(journal.questions, 1):
        if question.place is None:
            id_ = id_for(question.id, taken)
            taken.add(id_)
            candidate = bank().get(id_)
            topic = candidate.topic if candidate else ""
            path = write_new(notes, id_, question_text(question.ask, topic, number))
            question = replace(question, id=id_, place=Place(path), topic=topic, order=number)  # noqa: PLW2901 - it has a file now
        questions.append(question)
    return replace(journal, questions=tuple(questions))


def write_candidate(notes: Writing, id_: str, order: int | None, since: dt.date | None) -> None:
    """Write the file of a candidate of the bank that is asked from now on. Raises EditError and OSError."""
    candidate = bank()[id_]
    write_new(notes, id_, question_text(candidate.ask, candidate.topic, order, since))


def write_shortlisted(notes: Writing, id_: str, day: dt.date) -> None:
    """Write the file of a candidate of the bank that is on the shortlist. Raises EditError and OSError."""
    candidate = bank()[id_]
    write_new(notes, id_, question_text(candidate.ask, candidate.topic, shortlist=day))


def write_new(notes: Writing, id_: str, text: str) -> str:
    """Write the file of a new question, never over another: its path. Raises EditError and OSError."""
    path = f"journal/questions/{id_}.md"
    notes.create(path, text)
    return path


def remove(notes: Writing, question: Question) -> None:
    """Remove the file of a question that has one. Raises EditError and OSError."""
    if question.place is not None:
        notes.remove(question.place.path)


def amend(notes: Writing, question: Question, amended: Callable[[str], str]) -> None:
    """Change the file of a question that has one. Raises what `amended` raises, EditError and OSError."""
    if question.place is not None:
        notes.change(question.place.path, amended)
