"""What the path of a note says: its kind, its stem, and the ids that can be made of it."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iiv.journal.model import NoteKind

FOLDERS: Final[Mapping[str, NoteKind]] = {
    "interviews": "interview",
    "contacts": "contact",
    "questions": "question",
    "directions": "direction",
}
SINGLE: Final[Mapping[str, NoteKind]] = {"me.md": "me", "index.md": "index"}


def kind_of(path: str) -> NoteKind | None:
    """The kind of the note at a path from the journal's folder; None for a file that is none of ours."""
    _, first, *further = path.split("/")
    return FOLDERS.get(first) if further else SINGLE.get(first)


def stem_of(path: str) -> str:
    """The file's name without its ending."""
    # Thousands of Paths take their time.
    return path.rpartition("/")[2].rpartition(".")[0]


def folded(stem: str) -> str:
    """The form in which stems compare: the same file on some disks is the same note on all."""
    return unicodedata.normalize("NFC", stem).casefold()


def marked(stem: str, path: str) -> str:
    """An id for a note that cannot have its stem for one, or is not to take it from another."""
    return f"{stem}-{hashlib.sha256(path.encode()).hexdigest()[:4]}"
