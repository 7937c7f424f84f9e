"""`iiv add`: a person on the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from iiv.cli.blank_notes import blank_contact
from iiv.cli.completion import people
from iiv.cli.context import journal_options, reading, root, tell, writing
from iiv.cli.terminal import print_written, printable, shown
from iiv.cli.whom import meant_by, new_name, whom_exactly
from iiv.journal.ids import id_for
from iiv.journal.model import name_key
from iiv.journal.names import bare_name, plain_key
from iiv.journal.parse.fields import is_email
from iiv.journal.people import find_exact

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from iiv.journal.model import Contact


def _text(_ctx: click.Context, _param: click.Parameter, value: Any) -> Any:  # noqa: ANN401 - Click's signature
    """What was typed, unless its bytes were no text."""
    try:
        "".join(value or "").encode()
    except UnicodeEncodeError:
        raise click.BadParameter("this is not UTF-8.") from None
    return value


def _mail(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
    """The address that was typed, or a usage error."""
    address = (value or "").strip()
    if address and not is_email(address):
        raise click.BadParameter(f"{value!r} is no mail address: write one, as in ada@example.org.")
    return address


@click.command()
@click.argument("name", shell_complete=people)
@click.option("--email", metavar="ADDRESS", callback=_mail, help="Their mail address.")
@click.option("--phone", metavar="NUMBER", callback=_text, help="Their phone number.")
@click.option("--role", metavar="TEXT", callback=_text, help="What they are: analyst, nurse, ...")
@click.option("--organization", metavar="TEXT", callback=_text, help="Where they work.")
@click.option("--field", metavar="TEXT", callback=_text, help="What kind of work it is.")
@click.option("--know", metavar="TEXT", callback=_text, help="How you know them.")
@click.option("--respect", metavar="TEXT", callback=_text, help="What you respect in them.")
@click.option("--opening", metavar="TEXT", callback=_text, help="Your own line for the letter to them.")
@click.option("--introduced-by", metavar="NAME", shell_complete=people, help="Who led you to them.")
@click.option(
    "--tag", "tags", metavar="WORD", multiple=True, callback=_text, help="A word to find them by; repeatable."
)
@journal_options()
def add(name: str, introduced_by: str | None, tags: tuple[str, ...], **facts: str | None) -> None:
    """Put a person on the list.

    Makes the file of NAME, for you to fill in further. Nothing is changed for somebody who has one.
    """
    contacts = reading().journal.contacts
    there = find_exact(contacts, name) or _meant(contacts, name)
    if any(contact.place for contact in there):
        _tell_there(root(), there)
        return
    id_, called = _person(contacts, there, name)
    known = {key: text for key, text in facts.items() if text}
    known["introduced_by"] = _introducer(contacts, introduced_by)
    with writing() as notes:
        path = notes.create(f"journal/contacts/{id_}.md", blank_contact(called, known, tags))
    print_written(path)


def _tell_there(folder: Path, there: Iterable[Contact]) -> None:
    for contact in there:
        if contact.place:
            tell(f"{contact.name} is there already. Nothing was changed.")
            click.echo(printable(shown(folder / contact.place.path)))


def _meant(contacts: Iterable[Contact], text: str) -> list[Contact]:
    """Whom a name, which names nobody, means after all."""
    person = meant_by(contacts, new_name(text, "NAME"))
    return [person] if person else []


def _person(contacts: Iterable[Contact], there: list[Contact], text: str) -> tuple[str, str]:
    """The id and name of somebody who has no note: those that other notes lead to, where any do."""
    name = new_name(text, "NAME")
    if not there:
        return id_for(name, {name_key(contact.id) for contact in contacts}), name
    person = there[0]
    # The name as it was typed just now, unless that was the id, or another name.
    is_name = plain_key(name) == plain_key(person.name) and name_key(name) != name_key(person.id)
    return person.id, name if is_name else person.name


def _introducer(contacts: Iterable[Contact], text: str | None) -> str:
    """The introducer as typed. Raises click.BadParameter for no name, and for one that several have."""
    if not text:
        return ""
    new_name(text, "--introduced-by")
    whom_exactly(contacts, text, "--introduced-by")
    return bare_name(text)
