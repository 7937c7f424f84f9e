"""Which editor a note is opened in: the person's own, else the one that the system has for Markdown files."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from iiv.cli.failures import Failure
from iiv.cli.programs import command, open_link, run_apart, with_path

if TYPE_CHECKING:
    from pathlib import Path

OWN = "IIV_EDITOR"
VARIABLES = (OWN, "VISUAL", "EDITOR")
NO_EDITOR = "Open it in any editor. With the name of yours in the variable EDITOR, it opens here."


def edit(path: Path) -> bool:
    """Open a note, and wait until a program named by a variable is closed; whether anything opened it.

    Raises Failure when the program that a variable names is not there, or fails.
    """
    variable = next(filter(os.environ.get, VARIABLES), None)
    if variable is None:
        return open_link(str(path.absolute()))
    editor = os.environ[variable]
    try:
        done = subprocess.run(with_path(command(editor), str(path)), check=False)  # noqa: S603 - no shell
    except ValueError as fault:
        raise Failure(f"{variable}, which names your editor, cannot be read ({fault}): {editor}") from None
    except OSError as fault:
        raise Failure(_not_run(variable, editor, fault)) from fault
    if done.returncode:
        raise Failure(f"the editor `{editor}` ended with a fault; the note is kept as it stands.")
    return True


def _not_run(variable: str, editor: str, fault: OSError) -> str:
    if isinstance(fault, FileNotFoundError):
        return f"the editor that {variable} names is not there: {editor}. The note is kept."
    return f"the editor that {variable} names cannot be run ({fault.strerror}): {editor}. The note is kept."


def edit_in_window(path: Path) -> bool:
    """Open a note without the terminal, and do not wait: whether anything opened it.

    $VISUAL and $EDITOR may need the terminal: IIV_EDITOR alone counts, or what the system opens it with.
    """
    editor = os.environ.get(OWN)
    if not editor:
        return open_link(str(path.absolute()))
    try:
        return run_apart(with_path(command(editor), str(path.absolute())))
    except (OSError, ValueError):
        return False
