"""All that a journal's pages show, but for the words of answers: most of them depend on no more."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING

from iiv.journal.markup import BOLD_START
from iiv.journal.model import Interview, Journal

if TYPE_CHECKING:
    from iiv.journal.model import Answer
    from iiv.journal.reading import Reading

_OF_JOURNAL = attrgetter(
    *(field.name for field in fields(Journal) if field.name not in {"interviews", "refs", "files"})
)
_OF_TALK = attrgetter(*(field.name for field in fields(Interview) if field.name not in {"answers", "notes"}))


def outline(reading: Reading) -> tuple[object, ...]:
    """A value that changes with everything that is read but for the words of answers and free notes.

    Where an answer stands in its note does not count either. Whether it begins in bold does: then it
    is quoted in letters.
    """
    journal = reading.journal
    talks = [
        (_OF_TALK(talk), bool(talk.notes.strip()), [*map(_of_answer, talk.answers)])
        for talk in journal.interviews
    ]
    names = [*journal.refs, *(ref.id for ref in journal.refs.values())]
    return reading.settings, reading.problems, _OF_JOURNAL(journal), names, sorted(journal.files), talks


def _of_answer(answer: Answer) -> tuple[object, ...]:
    text = answer.text
    return (
        answer.question,
        answer.heading,
        answer.gist,
        answer.themes,
        bool(text),
        bool(BOLD_START.match(text.lstrip())),
    )


def words(talk: Interview) -> tuple[str, ...]:
    """What the outline of a talk leaves out."""
    return (talk.notes, *(f"{answer.place} {answer.text}" for answer in talk.answers))
