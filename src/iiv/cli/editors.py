"""Which editor a note is opened in: the person's own, else the one that the system has for Markdown files."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

import click

from iiv.cli.failures import Failure
from iiv.cli.opening import open_link, run_apart

if TYPE_CHECKING:
    from pathlib import Path

OWN = "IIV_EDITOR"
VARIABLES = (OWN, "VISUAL", "EDITOR")
NO_EDITOR = "Set the variable EDITOR to the name of your editor, and it opens here."


def edit(path: Path) -> bool:
    """Open a note, and wait until a program named by a variable is closed; whether anything opened it.

    Raises click.ClickException when the program that a variable names fails.
    """
    editor = next(filter(None, map(os.environ.get, VARIABLES)), None)
    if editor is None:
        return open_link(str(path.absolute()))
    try:
        click.edit(filename=str(path), editor=editor)
    except ValueError as fault:  # a quotation mark that has no other
        raise Failure(f"the variable that names your editor cannot be read ({fault}): {editor}") from None
    return True


def edit_in_window(path: Path) -> bool:
    """Open a note without the terminal, and do not wait: whether anything opened it.

    $VISUAL and $EDITOR may need the terminal: IIV_EDITOR alone counts, or what the system opens it with.
    """
    editor = os.environ.get(OWN)
    if not editor:
        return open_link(str(path.absolute()))
    try:
        return run_apart([*shlex.split(editor), str(path.absolute())])
    except (OSError, ValueError):
        return False
