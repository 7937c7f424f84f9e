"""`iiv edit`: a person's file, a note, a question or a direction, opened."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from iiv.cli.completion import notes
from iiv.cli.context import journal_options, reading, root
from iiv.cli.editors import NO_EDITOR
from iiv.cli.editors import edit as open_in_editor
from iiv.cli.failures import Failure
from iiv.cli.terminal import printable, shown
from iiv.cli.whom import CHOICES
from iiv.command_lines import quoted
from iiv.journal.people import alike
from iiv.journal.read.named import named

if TYPE_CHECKING:
    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact
    from iiv.journal.read.named import Named

LATEST = 3


@click.command()
@click.argument("what", metavar="WHO|NOTE|QUESTION", nargs=-1, required=True, shell_complete=notes)
@journal_options()
def edit(what: tuple[str, ...]) -> None:
    """Open a note in your editor.

    The file of a person, who is named by id, name, alias, or a part of one; a note by its id, its path or
    its day; a question by its id or wording; a direction by its id or name. `me` is the note about you.
    The editor is $IIV_EDITOR, $VISUAL or $EDITOR, else what your system opens Markdown files with.
    """
    folder = root()
    path = folder / _path(reading().journal, _typed(folder, " ".join(what)))
    if not path.exists():
        raise Failure(f"there is no {shown(path)} yet: save it there, and it is read.")
    click.echo(printable(shown(path)))
    if not open_in_editor(path):
        raise Failure(NO_EDITOR)


def _typed(folder: Path, text: str) -> str:
    """What was typed; a path is told from the journal's folder."""
    path = Path(os.path.abspath(text))  # noqa: PTH100 - resolve() would follow links
    here = text.endswith(".md") and path.is_relative_to(folder) and path.exists()
    return path.relative_to(folder).as_posix() if here else text


def _path(journal: Journal, text: str) -> str:
    """The path of the one note that was named. Raises click.BadParameter, and Failure where there is none."""
    found = named(journal, text)
    if len(found) > 1:
        raise _fault(f"{text!r} may be {_choices(found)}: name one by its path.")
    if not found:
        near = " or ".join(contact.name for contact in alike(journal.contacts, text))
        raise _fault(f"nothing is called {text!r}. {f'Did you mean {near}?' if near else ''}".rstrip())
    if not found[0].path and found[0].contact:
        raise _without_file(journal, found[0].contact)
    return found[0].path


def _choices(found: list[Named]) -> str:
    shown = ", ".join(f"{one.words} ({one.path or 'no file yet'})" for one in found[:CHOICES])
    return f"{shown} and {len(found) - CHOICES} more" if len(found) > CHOICES else shown


def _without_file(journal: Journal, contact: Contact) -> Failure:
    talks = [talk.id for talk in journal.interviews if talk.contact == contact.id][-LATEST:]
    where = f" What they said is in {', '.join(talks)}." if talks else ""
    return Failure(f"{contact.name} has no file yet: `iiv add {quoted(contact.name)}` makes one.{where}")


def _fault(message: str) -> click.BadParameter:
    return click.BadParameter(printable(message), param_hint="WHO|NOTE|QUESTION")
