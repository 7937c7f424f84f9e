"""The files of questions: written anew, or changed; the path of each goes to standard output."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.cli.context import reading
from iiv.cli.written import print_written
from iiv.journal.bank import bank
from iiv.journal.edit.files import change, create
from iiv.journal.edit.question import question_text
from iiv.journal.ids import id_for

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from iiv.journal.journal import Journal
    from iiv.journal.model import Question


def with_files(root: Path, journal: Journal) -> Journal:
    """The journal after every question of it got a file, read again if any did.

    Where there are no files, the answers say what is asked: the first file would make strangers
    of all other questions. Raises EditError and OSError.
    """
    implied = [question for question in journal.questions if question.place is None]
    taken: set[str] = set()
    for number, question in enumerate(implied, 1):
        id_ = id_for(question.id, taken)
        taken.add(id_)
        candidate = bank().get(id_)
        write_new(root, id_, question_text(question.ask, candidate.topic if candidate else "", number))
    return reading().journal if implied else journal


def write_candidate(root: Path, id_: str, order: int | None, since: dt.date | None) -> None:
    """Write the file of a candidate of the bank. Raises EditError and OSError."""
    candidate = bank()[id_]
    write_new(root, id_, question_text(candidate.ask, candidate.topic, order, since))


def write_new(root: Path, id_: str, text: str) -> None:
    """Write the file of a new question; never over another. Raises EditError and OSError."""
    print_written(create(root, f"journal/questions/{id_}.md", text))


def amend(root: Path, question: Question, amended: Callable[[str], str]) -> None:
    """Change the file of a question that has one. Raises what `amended` raises, EditError and OSError."""
    if question.place is not None:
        print_written(change(root, question.place.path, amended))
