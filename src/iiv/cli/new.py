"""`iiv new`: the note of a talk, ready to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.blank_notes import blank_note
from iiv.cli.completion import people
from iiv.cli.context import Day, journal_options, reading, root, tell, today, writing
from iiv.cli.editors import NO_EDITOR
from iiv.cli.editors import edit as open_in_editor
from iiv.cli.whom import meant_by, new_name, whom_exactly
from iiv.cli.written import print_written
from iiv.journal.bank import STARTERS, bank
from iiv.journal.edit.errors import NoteExistsError
from iiv.journal.ids import id_for
from iiv.journal.people import find_exact
from iiv.method.appointments import appointed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from pathlib import Path

    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact, Interview


@click.command()
@click.argument("contact", metavar="WHO", shell_complete=people)
@click.option(
    "--date",
    "date",
    type=Day(),
    metavar="DATE",
    help="The day of the talk.  [default: the day that is fixed for it, or today]",
)
@click.option("--edit/--no-edit", default=True, help="Open the note in your editor.")
@journal_options()
def new(contact: str, date: dt.date | None, edit: bool) -> None:
    """Begin the note of a talk.

    Do it before the talk or after: your questions stand in the note as headings. WHO is the
    id, name or alias of somebody in the journal; any other name is a new person. The editor is $IIV_EDITOR,
    $VISUAL or $EDITOR, else what your system opens Markdown files with.
    """
    journal = reading().journal
    id_, name = _person(journal.contacts, contact)
    day = date or _day(journal, id_)
    stem = f"{day}-{id_}"
    empty = _empty(journal, id_, day)
    if empty:
        path = root() / empty.path
        tell("There is an empty note of that day already: here it is.")
    else:
        path = _write(journal, stem, blank_note(name, day, _questions(journal)))
    print_written(path)
    if path.stem != stem and not empty:
        tell(f"There is a note {stem} already: this is another of that day. `iiv undo` if you meant that.")
    if edit and not open_in_editor(path):
        tell(NO_EDITOR)


def _empty(journal: Journal, id_: str, day: dt.date) -> Interview | None:
    """The note of that day that says nothing yet."""
    of_day = (one for one in journal.interviews if (one.contact, one.date) == (id_, day))
    return next((one for one in of_day if one.prepared), None)


def _day(journal: Journal, id_: str) -> dt.date:
    """The day that is fixed for the next talk with somebody, else today."""
    person = journal.contacts_by_id.get(id_)
    return (person and appointed(journal, person, today())) or today()


def _person(contacts: Iterable[Contact], text: str) -> tuple[str, str]:
    """The id of the person that `text` names, and what to call them in the note."""
    contacts = list(contacts)
    person = whom_exactly(contacts, text)
    name = new_name(text)
    person = person or meant_by(contacts, name)
    if person:
        return person.id, person.name if find_exact(contacts, person.name) == [person] else person.id
    return id_for(name, {contact.id for contact in contacts}), name


def _questions(journal: Journal) -> list[str]:
    """The wordings that are asked now; the five to begin with, where there are none."""
    active = [question.ask for question in journal.questions if question.active]
    return active or [bank()[id_].ask for id_ in STARTERS]


def _write(journal: Journal, stem: str, text: str) -> Path:
    """Write the note under the first free name; a second talk on one day gets `-2`."""
    taken = {interview.id for interview in journal.interviews}
    taken |= {note.id for note in journal.broken if note.kind == "interview"}
    number = 1
    while True:
        id_ = stem if number == 1 else f"{stem}-{number}"
        number += 1
        if id_ in taken:
            continue
        try:
            with writing() as notes:
                return notes.create(f"journal/interviews/{id_}.md", text)
        except NoteExistsError:
            continue
