"""What a wikilink names, in every form that Obsidian writes: folder, ending, heading, block."""

from __future__ import annotations

import re

_FILE = re.compile(r"[^/#^]+\.(?!md\b)\w{1,5}", re.IGNORECASE)
_SIZE = re.compile(r"\d{1,4}(?:x\d{1,4})?")


def place_in(name: str) -> str:
    """The heading within the note, as in `[[note#heading]]`; "" for none, and for a block."""
    return _parts(name.strip().rstrip("\\"))[1]


def file_in(name: str) -> str:
    """The file, with its folders, that is no note: `photo.png`; "" for a note."""
    note, _ = _parts(name.strip().rstrip("\\"))
    return note if _FILE.fullmatch(note.rpartition("/")[2]) else ""


def is_size(label: str) -> bool:
    """Whether what stands behind the `|` says how large a picture is: `300` or `300x200`."""
    return bool(_SIZE.fullmatch(label.strip()))


def _parts(name: str) -> tuple[str, str]:
    note, _, place = name.partition("#")
    note, _, _ = note.partition("^")
    return note.strip(), "" if place.startswith("^") else place.strip()
