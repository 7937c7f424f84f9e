"""Notes that were written elsewhere, as notes of the journal: what they say stays as it is."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from iiv.exchange.docx_notes import markdown_of
from iiv.exchange.foreign_files import ForeignFileError
from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.edit.front_matter import with_key
from iiv.journal.parse.interviews import told_of
from iiv.journal.parse.notes import Note, decode, open_note
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt

KINDS: Final = frozenset({".md", ".markdown", ".docx", ".txt"})
"""The endings of files that are taken for notes."""

_FORBIDDEN: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*#^\[\]]')
_LONGEST: Final = 120  # letters of a name


class ForeignNote(Value, frozen=True):
    """A note as it will be: its file's stem, its text, and whom and which day it tells of.

    `missing` are the keys that it lacks, and whose values nothing tells.
    """

    stem: str
    text: str
    contact: str
    date: dt.date | None
    missing: tuple[str, ...] = ()


def foreign_note(content: bytes, name: str, contact: str = "", date: dt.date | None = None) -> ForeignNote:
    """The note in a file, with the front matter that it lacks.

    `contact` and `date` are for a file that does not say them. Its text below the front matter stays byte
    for byte, and that of a document is converted. Raises ForeignFileError.
    """
    stem = safe_stem(PurePath(name).stem)
    text = markdown_of(content, name) if PurePath(name).suffix.lower() == ".docx" else _text(content, name)
    note = open_note("interview", stem, name, decode(text.encode(), name)[0])
    if not isinstance(note, Note):
        raise ForeignFileError(f"{name}, line {note.place.line}: {note.message}; {note.hint}")
    fields, told = note.fields(("contact", "date")), told_of(note)
    known = {"contact": contact or told.contact, "date": date or told.date}
    absent = {key: value for key, value in known.items() if key not in fields}
    try:
        for key, value in absent.items():
            text = with_key(text, key, value) if value else text
    except UneditableNoteError as fault:
        raise ForeignFileError(f"{name}: {fault}") from None
    missing = tuple(key for key, value in absent.items() if not value)
    day = fields.date_and_time("date")[0] if "date" in fields else date or told.date
    return ForeignNote(stem, text, fields.text("contact") or contact or told.contact, day, missing)


def safe_stem(stem: str) -> str:
    """The stem of a file as that of a note: the same but for signs that no file or link may have."""
    text = " ".join(_FORBIDDEN.sub(" ", stem).split()).strip(". ")[:_LONGEST].rstrip(". ")
    return text or "note"


def _text(content: bytes, name: str) -> str:
    """The text of a note, with the line ends and the mark that it has."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        raise ForeignFileError(f"{name} is not in UTF-8: save it so in your editor, and take that") from None
    if "\0" in text:
        raise ForeignFileError(f"{name} is no text")
    return text
