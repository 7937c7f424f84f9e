"""`iiv merge`: two people, who are one, in one note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.blank_notes import blank_contact
from iiv.cli.completion import people
from iiv.cli.context import journal_options, reading, root, tell, writing
from iiv.cli.terminal import confirmed, print_written, printable
from iiv.cli.whom import whom
from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.edit.front_matter import with_key
from iiv.journal.edit.person import differences, merged, parse_person
from iiv.values import replace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from iiv.journal.model import Contact


@click.command()
@click.argument("contact", metavar="WHO", shell_complete=people)
@click.argument("into", shell_complete=people)
@journal_options()
def merge(contact: str, into: str) -> None:
    """Make two people one.

    What the file of WHO says goes into the file of INTO: facts, aliases, the log by its days, and the
    rest below. The name and the id of WHO lead to INTO from then on. Where the two contradict each other
    you are asked; without a terminal INTO wins, and what was said otherwise stands below the notes.
    """
    folder = root()
    contacts = reading().journal.contacts
    other, kept = whom(contacts, contact), whom(contacts, into)
    if other.id == kept.id:
        raise click.UsageError(printable(f"{contact!r} and {into!r} are {kept.name} already."))
    before = {person.id: _content(folder, person) for person in (other, kept)}
    theirs, ours = _said(before, other, kept), _said(before, kept, other)
    differing = differences(ours, theirs)
    chosen = [
        one
        for one in differing
        if not confirmed(f"{one.key}: is {one.kept!r} right, and not {one.other!r}?", default=True)
    ]
    path = kept.place.path if kept.place else f"journal/contacts/{kept.id}.md"
    with writing() as notes:
        if before != {person.id: _content(folder, person) for person in (other, kept)}:
            raise UneditableNoteError(
                "one of the two was saved meanwhile: nothing was changed, try once more"
            )
        if kept.place is None:
            notes.create(path, blank_contact(kept.name))
        if kept.introduced_by == other.id:
            notes.change(path, lambda text: with_key(text, "introduced_by", ""))
        written = notes.change(path, lambda text: merged(text, ours, theirs, chosen))
        if other.place:
            notes.remove(other.place.path)
    for one in differing:
        wins, loses = (one.other, one.kept) if one in chosen else (one.kept, one.other)
        tell(f"{one.key}: {wins} it is; {loses} stands below the notes.")
    print_written(written, f"{other.name} is {kept.name} now. `iiv undo` takes it back.")


def _content(folder: Path, person: Contact) -> bytes:
    return (folder / person.place.path).read_bytes() if person.place else b""


def _said(contents: Mapping[str, bytes], person: Contact, same: Contact) -> Contact:
    """What the file of a person says, with names as typed; of somebody without one, the name.

    That the `same` person introduced them is left out: nobody introduces themselves.
    """
    if person.place is None:
        return person
    try:
        said = parse_person(contents[person.id].decode(), person.id)
    except (UnicodeDecodeError, UneditableNoteError) as fault:
        raise UneditableNoteError(f"{person.place.path} must be mended first: {fault}") from None
    return replace(said, introduced_by=None) if person.introduced_by == same.id else said
