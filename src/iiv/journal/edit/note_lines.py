"""A note's text in lines that keep their line ends, so that one can change while the others stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.parse.notes import open_note
from iiv.journal.problems import Problem
from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.journal.model import NoteKind
    from iiv.journal.parse.notes import Note

BYTE_ORDER_MARK = "\ufeff"
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
LINE_END = re.compile(r"(?:\r\n|\r|\n)\Z")


class NoteLines(Value, frozen=True):
    """The lines of a note, each with its line end; `mark` is the byte order mark, or ""."""

    mark: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return self.mark + "".join(self.lines)

    def read(self) -> str:
        """The text as readers of notes have it: newlines as line ends, no byte order mark."""
        return "".join(LINE_END.sub("\n", line) for line in self.lines)

    def note(self, kind: NoteKind, id_: str = "") -> Note:
        """The note that readers see. Raises UneditableNoteError where it cannot be read."""
        note = open_note(kind, id_, "", self.read())
        if isinstance(note, Problem):
            raise UneditableNoteError(f"line {note.place.line}: {note.message}")
        return note

    def inserted(self, at: int, new: Iterable[str]) -> NoteLines:
        """With new lines before line `at`, from 0; their line ends are those of the lines above.

        After a last line without line end, the last of the new lines has none either.
        """
        above, below = self.lines[:at], self.lines[at:]
        end = self._line_end(at)
        open_end = above and not LINE_END.search(above[-1])
        made = tuple(end + line if open_end else line + end for line in new)
        return replace(self, lines=(*above, *made, *below))

    def replaced(self, first: int, start: int, end: int, new: str) -> NoteLines:
        """With `new` for the characters `start` to `end` of what `read` gives from line `first` on."""
        text = "".join(self.lines)
        before, after = text[: self._index(first, start)], text[self._index(first, end) :]
        return note_lines(self.mark + before + new + after)

    def _line_end(self, at: int) -> str:
        """The line end of the nearest line above that has one, else of the first below, else a newline."""
        nearest = (*reversed(self.lines[:at]), *self.lines[at:])
        return next((match[0] for line in nearest if (match := LINE_END.search(line))), "\n")

    def _index(self, first: int, index: int) -> int:
        """Where the character `index` of what `read` gives from line `first` on stands in all lines."""
        begin = sum(map(len, self.lines[:first]))
        for line in self.lines[first:]:
            length = len(LINE_END.sub("\n", line))
            if index < length:
                break
            index -= length
            begin += len(line)
        return begin + index


def note_lines(text: str) -> NoteLines:
    """A text taken apart; `str()` puts it together again."""
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    return NoteLines(mark, tuple(LINE.findall(text.removeprefix(BYTE_ORDER_MARK))))
