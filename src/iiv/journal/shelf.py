"""The notes of a journal in their places: by kind and id, and apart those that cannot be opened."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iiv.journal.model import BrokenNote
from iiv.journal.notes import decode, open_note
from iiv.journal.people import RESERVED
from iiv.journal.problems import Place, Problem, error, warning
from iiv.journal.sheets import Sheet

if TYPE_CHECKING:
    from iiv.journal.model import NoteKind
    from iiv.journal.notes import Note
    from iiv.journal.sheets import Said

FOLDERS: dict[str, NoteKind] = {"interviews": "interview", "contacts": "contact", "questions": "question"}
SINGLE: dict[str, NoteKind] = {"me.md": "me", "index.md": "index"}


@dataclass
class Shelf:
    """The notes by kind and id, those that could not be opened, and what is wrong with them."""

    problems: list[Problem]
    notes: dict[NoteKind, dict[str, Sheet]] = field(default_factory=dict)
    broken: list[BrokenNote] = field(default_factory=list)
    _ids: set[tuple[NoteKind, str]] = field(default_factory=set)

    def put(self, path: str, content: bytes, known: Said | None = None) -> None:
        """Put a note in its place; it is opened when nothing is `known` of it."""
        kind = _kind(path)
        if kind is None:
            if _stem(path).lower() != "readme":
                hint = "move it to interviews/, contacts/ or questions/"
                self.problems.append(
                    warning(Place(path), "unknown-note", "iiv does not know what this note is", hint)
                )
            return
        id_, fault = self._id(kind, path)
        note: Note | Said | None = known if fault is None else None
        if note is None:
            text, faults = decode(content, path)
            opened = open_note(kind, id_, path, text)
            faults += [fault] if fault else []
            if faults or isinstance(opened, Problem):
                self.problems += [*faults, opened] if isinstance(opened, Problem) else faults
                self.broken.append(BrokenNote(kind, id_, Place(path), text))
                return
            note = opened
        self.notes.setdefault(kind, {})[id_] = Sheet(kind, id_, path, content, note)

    def notes_of(self, kind: NoteKind) -> list[Sheet]:
        """The notes of a kind that could be opened."""
        return list(self.notes.get(kind, {}).values())

    def broken_of(self, kind: NoteKind) -> list[BrokenNote]:
        """The notes of a kind that could not."""
        return [note for note in self.broken if note.kind == kind]

    def set_aside(self, note: Sheet) -> None:
        """Count a note that was opened among the broken ones: it does not say what it must."""
        self.broken.append(BrokenNote(note.kind, note.id, note.place, note.text))

    def _id(self, kind: NoteKind, path: str) -> tuple[str, Problem | None]:
        """The note's id, and why it cannot have its stem for one."""
        stem = _stem(path)
        if kind in SINGLE.values():
            return stem, None
        if stem.casefold() in RESERVED:
            message = f"a note cannot be called `{stem}`"
            fault = error(Place(path), "reserved-name", message, "give the file another name")
            return _marked(stem, path), fault
        folded = unicodedata.normalize("NFC", stem).casefold()
        if (kind, folded) in self._ids:
            message = f"another note in {kind}s/ is called `{stem}`"
            fault = error(Place(path), "name-taken", message, "give one of the files another name")
            return _marked(stem, path), fault
        self._ids.add((kind, folded))
        return stem, None


def _stem(path: str) -> str:
    # Thousands of Paths take their time.
    return path.rpartition("/")[2].rpartition(".")[0]


def _marked(stem: str, path: str) -> str:
    return f"{stem}-{hashlib.sha256(path.encode()).hexdigest()[:4]}"


def _kind(path: str) -> NoteKind | None:
    _, first, *further = path.split("/")
    return FOLDERS.get(first) if further else SINGLE.get(first)
