"""A note as text to its front matter, as fields, and its body."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.parse.conflicts import conflict_line
from iiv.journal.parse.fields import Fields
from iiv.journal.parse.front_matter import Entries, FrontMatterError, parse, split
from iiv.journal.problems import Place, Problem, error
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Collection

    from iiv.journal.model import NoteKind

NUL = "\0"
CONFLICT = "two versions of this note stand in each other"
RESTS = "until then nothing is asked of you for this person"
LOST = "\N{REPLACEMENT CHARACTER}"
AS_UTF_8 = "save the file as UTF-8: in most editors, choose that as the encoding under `Save as`"
_SAMPLE = 4000
"""How many bytes tell which encoding a file has."""


class Note(Value, frozen=True):
    """One note taken apart. Lines count from 1; line ends in `body` are newlines."""

    kind: NoteKind
    id: str
    path: str
    entries: Entries
    has_front_matter: bool
    body: str
    body_line: int

    @property
    def place(self) -> Place:
        """Where the note begins."""
        return Place(self.path)

    def fields(self, known: Collection[str], merged_lists: Collection[str] | None = None) -> Fields:
        """Its front matter, in which only these keys are known; see `Fields`."""
        return Fields(self.entries, known, merged_lists)

    def body_place(self, line: int) -> Place:
        """The place of a line of the body, from 0."""
        return Place(self.path, self.body_line + line)


def decode(content: bytes, path: str) -> tuple[str, list[Problem]]:
    """The text of a note, with newlines as line ends and without a byte order mark.

    Bytes that are no UTF-8 and NUL bytes come out as U+FFFD, with a problem for the first of either. UTF-16
    is read, so that its text can be shown, and is a problem too: what edits notes could not write it.
    """
    if wide := _wide_encoding(content):
        text = content.decode(wide, errors="replace").removeprefix("\ufeff").replace(NUL, LOST)
        return _newlines(text), [error(Place(path), "not-utf-8", "this file is UTF-16, not UTF-8", AS_UTF_8)]
    content = content.removeprefix(b"\xef\xbb\xbf")
    problems = []
    try:
        text = content.decode()
    except UnicodeDecodeError as fault:
        text = content.decode(errors="replace")
        before = content[: fault.start]
        message = f"byte {content[fault.start]:#04x} on line {_line(before)} is not UTF-8"
        problems.append(error(_place_after(before, path), "not-utf-8", message, AS_UTF_8))
    if NUL in text and not problems:
        before = content[: content.find(b"\0")]
        message = f"byte 0x00 (NUL) on line {_line(before)}: this is no plain text"
        problems.append(error(_place_after(before, path), "nul-byte", message, f"delete it, or {AS_UTF_8}"))
    return _newlines(text.replace(NUL, LOST)), problems


def _wide_encoding(content: bytes) -> str:
    """The name of the UTF-16 that these bytes are, by their mark or their many zeros; "" for any other."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    start = content[:_SAMPLE]
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = start[offset::2].count(0), start[1 - offset :: 2].count(0)
        if zeros > len(start) // 4 and not others:
            return name
    return ""


def _newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _line(before: bytes) -> int:
    return _place_after(before, "").line


def _place_after(before: bytes, path: str) -> Place:
    text = _newlines(before.decode(errors="replace"))
    return Place(path, text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1)


def _mend(kind: NoteKind) -> str:
    """What to do about a conflict, and what rests until then."""
    mend = (
        "keep the lines that are right; delete the others, and the lines with `<<<<<<<`, `=======`, `>>>>>>>`"
    )
    return f"{mend}: {RESTS}" if kind in {"interview", "contact"} else mend


def open_note(kind: NoteKind, id_: str, path: str, text: str) -> Note | Problem:
    """Take a note's text apart, or say why that cannot be done."""
    if line := conflict_line(text):
        return error(Place(path, line), "merge-conflict", CONFLICT, _mend(kind))
    try:
        parts = split(text, path)
        entries = parse(parts.front or "", path, parts.front_line)
    except FrontMatterError as fault:
        return fault.problem
    return Note(kind, id_, path, entries, parts.front is not None, parts.body, parts.body_line)
