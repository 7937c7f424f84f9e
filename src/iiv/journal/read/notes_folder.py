"""Whether the folder of notes is there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NOTES_FOLDER = "journal"


class NotesFolderError(Exception):
    """The folder of notes cannot be read. `str()` is a sentence for the person.

    It is no Problem: without its notes a journal would look empty, and an empty site replace a good one.
    """


def require_notes(root: Path) -> None:
    """Look whether the folder of notes of the journal in `root` can be read. Raises NotesFolderError.

    A folder with nothing in it is well: so a journal begins.
    """
    folder = root / NOTES_FOLDER
    try:
        os.scandir(folder).close()
    except OSError as fault:
        raise NotesFolderError(_sentence(folder, fault)) from fault
    if not os.access(folder, os.X_OK, effective_ids=os.access in os.supports_effective_ids):
        raise NotesFolderError(_closed(folder))


def _sentence(folder: Path, fault: OSError) -> str:
    match fault:
        case FileNotFoundError() if folder.is_symlink():
            return (
                f"{folder} is a link that leads nowhere: "
                "if your notes lie on another disk, connect it; else put the folder with your notes here"
            )
        case FileNotFoundError():
            return (
                f"there is no folder {folder}: if your notes lie on another disk, connect it; "
                "if there are none yet, make this folder"
            )
        case NotADirectoryError():
            return f"{folder} is no folder: put the folder with your notes in its place"
        case PermissionError():
            return _closed(folder)
        case _:
            return f"{folder} cannot be read ({fault.strerror}): look after the disk on which your notes lie"


def _closed(folder: Path) -> str:
    return f"{folder} cannot be read: give yourself the permission to"
