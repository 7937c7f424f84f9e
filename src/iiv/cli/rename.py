"""`iiv rename`: another name for somebody, to whom the old one still leads."""

from __future__ import annotations

import click

from iiv.cli.blank_notes import blank_contact
from iiv.cli.completion import people
from iiv.cli.context import journal_options, reading, tell, writing
from iiv.cli.terminal import print_written, printable
from iiv.cli.whom import new_name, whom, whom_exactly
from iiv.journal.edit.person import renamed


@click.command()
@click.argument("contact", metavar="WHO", shell_complete=people)
@click.argument("name")
@journal_options()
def rename(contact: str, name: str) -> None:
    """Give somebody another name.

    The old name stays as an alias and the id stays, so that no other note needs to change.
    """
    contacts = reading().journal.contacts
    person, name = whom(contacts, contact), new_name(name, "NAME")
    other = whom_exactly(contacts, name, "NAME")
    if other and other.id != person.id:
        message = f"{name!r} is somebody else: `iiv merge {person.id} {other.id}` makes the two one"
        raise click.BadParameter(printable(f"{message}."), param_hint="NAME")
    if name == person.name:
        tell(f"{name} is the name already. Nothing was changed.")
        return
    path = person.place.path if person.place else f"journal/contacts/{person.id}.md"
    with writing() as notes:
        if person.place is None:
            notes.create(path, blank_contact(person.name))
        written = notes.change(path, lambda text: renamed(text, person, name))
    print_written(written, f"{person.name} is {name} now, and {person.name} still leads there.")
