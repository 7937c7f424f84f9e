"""Opens a note of the journal in an editor, for whoever looks at its page."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from iiv.journal.read.disk import read_folder
from iiv.journal.read.notes_folder import NotesFolderError
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOT_OPENED = "No editor opened it. Set the variable IIV_EDITOR to one that has a window of its own."


class Opener(Value, frozen=True):
    """Opens notes of the journal in `root` with `editor`, which says whether it could."""

    root: Path
    editor: Callable[[Path], bool]

    def open(self, path: str) -> tuple[HTTPStatus, str]:
        """Open the note at this path from the journal's folder: what came of it, and a sentence to show.

        Nothing is opened but what is read as a note: no file elsewhere, nor one to which a link leads there.
        """
        try:
            is_note = path in read_folder(self.root).notes
        except NotesFolderError as fault:
            return HTTPStatus.NOT_FOUND, str(fault)
        if not is_note:
            return HTTPStatus.NOT_FOUND, "There is no such note."
        if not self.editor(self.root / path):
            return HTTPStatus.SERVICE_UNAVAILABLE, NOT_OPENED
        return HTTPStatus.OK, "Opened in your editor."
