"""Writes the people whom an import brings: a new note each, or keys that a note lacks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from iiv.cli.blank_notes import blank_contact
from iiv.exchange.transcripts.plain_words import plain_lines
from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.edit.front_matter import with_items, with_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.exchange.importing.people_plan import Draft
    from iiv.journal.edit.writing import Writing


def write_people(notes: Writing, drafts: Iterable[Draft]) -> dict[str, str]:
    """Prepare the notes of these people; why not, by the id of whom nothing could be added to.

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
