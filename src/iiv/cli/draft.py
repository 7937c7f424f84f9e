"""`iiv draft`: a letter, filled in from the notes."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from iiv.cli.completion import people
from iiv.cli.context import journal_options, point_out_problems, reading, root, tell
from iiv.cli.failures import Failure
from iiv.cli.terminal import printable
from iiv.cli.whom import whom
from iiv.exchange.letter_facts import KINDS, LetterKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iiv.exchange.letters import Letter
    from iiv.journal.model import Contact
    from iiv.journal.read.reading import Reading

TO_LOG: Final[Mapping[LetterKind, str]] = {
    "ask": "asked --by e-mail",
    "nudge": "nudged --by e-mail",
    "thank": "thanked --by e-mail",
    "card": "thanked --by card",
    "hello": "wrote --by e-mail",
}


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("contact", shell_complete=people)
@click.option("--open", "in_program", is_flag=True, help="Open it in your mail program.")
@click.option(
    "--eml", type=click.Path(dir_okay=False), metavar="FILE", help="Write it to a file, as a draft."
)
@click.option("--force", is_flag=True, help="Write over the file.")
@journal_options()
def draft(kind: LetterKind, contact: str, in_program: bool, eml: str | None, force: bool) -> None:
    """Draft a letter to somebody.

    CONTACT is an id, a name, an alias, or a part of one. `ask` is for a talk, `nudge` when nobody
    replied, `thank` and `card` (to copy by hand) after a talk, `hello` to stay in touch. The letter is
    printed unless it is opened or written to a file; what stands in [brackets] is for you to fill in.
    """
    if kind == "card" and (in_program or eml):
        raise click.UsageError("A card is copied by hand: leave out --open and --eml.")
    folder = root()
    journal_read = reading()
    person = whom(journal_read.journal.contacts, contact)
    letter = _draft(kind, person, journal_read, folder)
    opened = in_program and _open(letter, person)
    if eml:
        _write(letter, Path(eml), force=force)
    elif not opened:
        _print(letter)
    _tell_rest(letter, person)
    point_out_problems(journal_read)


def _draft(kind: LetterKind, person: Contact, read: Reading, folder: Path) -> Letter:
    from iiv.exchange import letters

    try:
        return letters.draft(kind, person, read.journal, read.settings, letters.LetterTemplates(folder))
    except letters.LetterError as fault:
        raise Failure(str(fault)) from fault


def _open(letter: Letter, person: Contact) -> bool:
    """Whether the mail program took the letter; if not, why is said."""
    from iiv.exchange.mailto import mailto, too_long

    link = mailto(letter)
    if link is None:
        _tell_no_address(person)
    elif too_long(link):
        tell(f"This is too long for a link: copy it into a mail to {letter.to}.")
    elif _taken(link):
        tell(f"Opened in your mail program: a draft to {letter.to}.")
        return True
    else:
        tell(f"No mail program opened: copy this into a mail to {letter.to}.")
    return False


def _taken(link: str) -> bool:
    from iiv.cli.opening import open_link

    return open_link(link)


def _write(letter: Letter, path: Path, *, force: bool) -> None:
    from iiv.exchange.eml import eml

    content = eml(letter)
    try:
        with path.open("wb" if force else "xb") as file:
            file.write(content)
    except FileExistsError as fault:
        raise Failure(f"{path} is there already; --force writes over it") from fault
    click.echo(printable(str(path)))


def _print(letter: Letter) -> None:
    if letter.channel == "email":
        click.echo(printable(f"Subject: {letter.subject}"))
        click.echo()
    for line in letter.body.split("\n"):
        click.echo(printable(line))


def _tell_rest(letter: Letter, person: Contact) -> None:
    """What is left to do with the letter."""
    tell()
    if letter.channel == "email":
        if letter.to:
            tell(f"To: {letter.to}")
        else:
            _tell_no_address(person)
    if letter.blanks:
        tell(f"To fill in: {', '.join(letter.blanks)}")
    tell(f"When it is sent: iiv log {shlex.quote(person.id)} {TO_LOG[letter.kind]}")


def _tell_no_address(person: Contact) -> None:
    reason = f"{person.email!r} is no mail address" if person.email else "no mail address is noted"
    tell(f"{person.name}: {reason}.")
