"""Writes what an import brings: notes of people and of talks, and files of questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from iiv.cli.blank_notes import blank_contact
from iiv.cli.question_choices import active, keep_to_limit
from iiv.cli.question_files import with_files, write_candidate, write_new
from iiv.exchange.importing.talk_note import talk_note
from iiv.exchange.transcripts.plain_words import plain_lines
from iiv.journal.bank import bank
from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.edit.front_matter import with_items, with_key
from iiv.journal.edit.question import question_text
from iiv.method.questions import next_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iiv.exchange.importing.people_plan import Draft
    from iiv.exchange.importing.talks_plan import PlannedTalk
    from iiv.journal.edit.writing import Writing
    from iiv.journal.journal import Journal
    from iiv.journal.model import Question
    from iiv.journal.read.reading import Reading


def write_people(notes: Writing, drafts: Iterable[Draft]) -> dict[str, str]:
    """Prepare the notes of these people: new ones, or keys that theirs lack.

    Gives why a note could not be prepared, by the person's id.

    Raises NoteExistsError, OutsideJournalError and OSError.
    """
    left: dict[str, str] = {}
    for draft in drafts:
        if draft.is_new:
            text = blank_contact(draft.name, draft.facts, draft.tags)
            notes.create(f"journal/contacts/{draft.id}.md", f"{text}{_body(draft)}")
        elif draft.contact and draft.contact.place and (draft.facts or draft.tags):
            try:
                notes.change(draft.contact.place.path, partial(_amended, draft=draft))
            except UneditableNoteError as fault:
                left[draft.id] = str(fault)
    return left


def write_questions(notes: Writing, read: Reading, more: Sequence[Question]) -> Journal:
    """Prepare the files of new questions, which are asked after the others.

    Gives the journal in which each question that it had has a file too. Raises Failure where there would
    be too many, EditError and OSError.
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


def _amended(text: str, draft: Draft) -> str:
    for key, fact in draft.facts.items():
        text = with_key(text, key, fact, lower_counts=True)
    kept = draft.contact.tags if draft.contact else ()
    return with_items(text, "tags", draft.tags, kept) if draft.tags else text


def _body(draft: Draft) -> str:
    """What has no key, as text that shows what other people wrote and no more."""
    more = [f"- {kind}: {_shown(text)}" for kind, text in draft.more]
    parts = [*map(plain_lines, draft.notes), "\n".join(more)]
    said = "\n\n".join(filter(None, parts))
    return f"\n{said}\n" if said else ""


def _shown(text: str) -> str:
    """A web address as a link, anything else as it is."""
    return f"<{text}>" if text.startswith(("https://", "http://")) else plain_lines(text)
