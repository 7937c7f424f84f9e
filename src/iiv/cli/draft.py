"""`iiv draft`: a letter, filled in from the notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from iiv.cli.completion import people
from iiv.cli.context import journal_options, point_out_problems, reading, root, tell
from iiv.cli.failures import Failure
from iiv.cli.terminal import at_terminal, confirmed, printable, say
from iiv.cli.whom import whom
from iiv.command_lines import quoted
from iiv.exchange.letter_facts import KINDS, VERBS, LetterKind

if TYPE_CHECKING:
    from iiv.exchange.letters import Letter
    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact
    from iiv.journal.read.reading import Reading

NO_NAME: Final = "[your name]"


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("contact", metavar="WHO", shell_complete=people)
@click.option("--open", "in_program", is_flag=True, help="Open it in your mail program.")
@click.option(
    "--eml", type=click.Path(dir_okay=False), metavar="FILE", help="Write it to a file, as a draft."
)
@click.option("--by", "by", type=click.Choice(["phone", "e-mail"]), help="phone: the words to say.")
@click.option("--force", is_flag=True, help="Write over the file.")
@journal_options()
def draft(
    kind: LetterKind, contact: str, *, in_program: bool, eml: str | None, by: str | None, force: bool
) -> None:
    """Draft a letter to somebody.

    WHO is an id, a name, an alias, or a part of one. `ask` is for a talk, `nudge` when nobody
    replied, `thank` and `card` (to copy by hand) after a talk, `hello` to stay in touch. The letter is
    printed unless it is opened or written to a file; what stands in [brackets] is for you to fill in.
    """
    by_phone = by == "phone"
    if kind == "card" and (in_program or eml or by):
        raise click.UsageError("A card is copied by hand: leave out --open, --eml and --by.")
    if by_phone and (in_program or eml):
        raise click.UsageError("Words for the phone are printed: leave out --open and --eml.")
    folder = root()
    journal_read = reading()
    person = whom(journal_read.journal.contacts, contact)
    letter = _draft(kind, person, journal_read, folder, by_phone=by_phone)
    opened = in_program and _may_open(letter) and _open(letter, person)
    if eml:
        _write(letter, Path(eml), force=force)
    elif not opened:
        _print(letter)
    _tell_rest(letter, person, journal_read.journal)
    point_out_problems(journal_read)


def _draft(kind: LetterKind, person: Contact, read: Reading, folder: Path, *, by_phone: bool) -> Letter:
    from iiv.exchange import letters

    if by_phone and kind not in letters.SCRIPTS:
        raise click.UsageError(f"By phone there are words for {', '.join(letters.SCRIPTS)}.")
    name = letters.SCRIPTS[kind] if by_phone else kind
    templates = letters.LetterTemplates(folder)
    letter = letters.draft(name, person, read.journal, read.settings, templates)
    for problem in templates.problems:
        raise Failure(f"{problem.place}: {problem.message}")
    return letter


def _may_open(letter: Letter) -> bool:
    """Whether the mail program may have the letter: with a blank in it only when that is wanted."""
    if not letter.blanks:
        return True
    blanks = ", ".join(letter.blanks)
    if at_terminal():
        return confirmed(f"There is something to fill in: {blanks}. Open it all the same?")
    tell(f"Not opened, since there is something to fill in: {blanks}.")
    return False


def _open(letter: Letter, person: Contact) -> bool:
    """Whether the mail program took the letter; if not, why is said."""
    from iiv.cli.programs import open_link
    from iiv.exchange.mailto import mailto, too_long

    link = mailto(letter)
    if link is None:
        _tell_no_address(person)
    elif too_long(link):
        tell(f"This is too long for a link: copy it into a mail to {letter.to}.")
    elif open_link(link):
        tell(f"Opened in your mail program: a draft to {letter.to}.")
        return True
    else:
        tell(f"No mail program opened: copy this into a mail to {letter.to}.")
    return False


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
        say(f"Subject: {letter.subject}")
        click.echo()
    for line in letter.body.split("\n"):
        say(line)


def _tell_rest(letter: Letter, person: Contact, journal: Journal) -> None:
    """What is left to do with the letter, and what else the notes offer for it."""
    from iiv.exchange.letter_facts import beside, doubt

    tell()
    if letter.channel == "email":
        if letter.to:
            tell(f"To: {letter.to}")
        else:
            _tell_no_address(person)
    if letter.channel == "phone":
        tell(f"Phone: {person.phone}" if person.phone else f"{person.name}: no phone number is noted.")
    if letter.blanks:
        tell(f"To fill in: {', '.join(letter.blanks)}")
    if NO_NAME in letter.blanks:
        tell("Your name comes from `name:` in journal/me.md.")
    if says := doubt(letter.kind, person, journal):
        tell(f"Look again before you send it: {says}")
    for line in beside(person, journal):
        tell(f"Not in the letter, from your notes: {line}")
    sent = f"{VERBS[letter.kind]} --by {letter.channel}".replace("email", "e-mail")
    tell(f"When it is sent: iiv log {quoted(person.id)} {sent}")


def _tell_no_address(person: Contact) -> None:
    reason = f"{person.email!r} is no mail address" if person.email else "no mail address is noted"
    tell(f"{person.name}: {reason}.")
