"""What one command writes: prepared first, then written as one, and recorded so that it can be taken back."""

from __future__ import annotations

import difflib
import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from iiv.journal.edit import files, record
from iiv.journal.edit.errors import (
    ChangedMeanwhileError,
    NotAsItWasError,
    NoteExistsError,
    UneditableNoteError,
)
from iiv.journal.parse.notes import decode
from iiv.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from iiv.journal.edit.files import FileChange


@contextmanager
def writing(root: Path, command: str) -> Iterator[Writing]:
    """Write notes of the journal in `root`, as the `command` that was typed: the only way to do so.

        with writing(root, "iiv log ada thanked") as notes:
            path = notes.change("journal/contacts/ada.md", amend)

    Nothing is on disk before the end of the `with`: then all is written, or nothing, and `iiv undo` takes
    it back as one. An exception inside leaves everything as it was. Others that write to this journal
    wait meanwhile, so ask nobody anything inside, open no editor, and do not nest it. Afterwards
    `notes.recorded` says whether it can be taken back.

    Raises at its end ChangedMeanwhileError, NoteExistsError, HalfWrittenError, OutsideJournalError and
    OSError.
    """
    with files.alone(root):
        notes = Writing(root)
        yield notes
        notes.write(command)


class Writing:
    """Notes as they will be once `writing` ends; each call sees what those before it prepared."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._changes: dict[str, FileChange] = {}
        self.recorded = True

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where the notes are that were created or changed, in the order in which they were."""
        return tuple(self._root / path for path, change in self._changes.items() if change.after is not None)

    def create(self, path: str, text: str) -> Path:
        """A new note at `path`, from the journal's folder; where it will be.

        Raises NoteExistsError when there is anything of that name, OutsideJournalError when a link
        leads its folder elsewhere, and OSError.
        """
        now = self._changes.get(path)
        if now.after is not None if now else os.path.lexists(self._root / path):
            raise NoteExistsError(f"{path} is there already, and was left alone")
        return self._prepare(now or files.current(self._root, path), text.encode())

    def change(self, path: str, amend: Callable[[str], str]) -> Path:
        """Replace the text of the note at `path` with what `amend` makes of it; where the note is.

        `amend` gets the line ends and byte order mark too. Links within the journal are followed. Raises
        what `amend` raises, UneditableNoteError, OutsideJournalError and OSError.
        """
        now = self._now(path)
        return self._prepare(now, _amended(now.after or b"", path, amend))

    def remove(self, path: str) -> str:
        """Remove the note at `path`: what it says. Of a note that is a link, the link is removed alone.

        Raises UneditableNoteError when it is no text, OutsideJournalError and OSError.
        """
        now = self._now(path)
        self._prepare(now, None)
        return _text(now.after or b"", path)

    def write(self, command: str) -> None:
        """Write all that is prepared, as this command; what stays as it was is left alone."""
        changes = [change for change in self._changes.values() if change.before != change.after]
        if not changes:
            return
        # The record comes first: what a crash leaves half written can be taken back.
        self.recorded = record.add(self._root, record.written(command, changes))
        try:
            files.apply(self._root, changes)
        except BaseException as fault:
            if self.recorded and not any(files.is_made(self._root, change) for change in changes):
                record.drop_last(self._root)
            if isinstance(fault, NotAsItWasError):
                raise _changed_meanwhile(self._changes[fault.path]) from None
            raise

    def _now(self, path: str) -> FileChange:
        """The file as it will be so far. Raises FileNotFoundError when it will not be there."""
        now = self._changes.get(path) or files.current(self._root, path)
        if now.after is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return now

    def _prepare(self, now: FileChange, after: bytes | None) -> Path:
        self._changes[now.path] = replace(now, after=after)
        return self._root / now.path


def _text(content: bytes, path: str) -> str:
    _, problems = decode(content, path)
    if problems:
        raise UneditableNoteError(f"{path} was left as it is: {problems[0].message}")
    return content.decode()


def _amended(content: bytes, path: str, amend: Callable[[str], str]) -> bytes:
    text = _text(content, path)
    try:
        return amend(text).encode()
    except UneditableNoteError as fault:
        raise UneditableNoteError(f"{path} was left as it is: {fault}") from None


def _changed_meanwhile(change: FileChange) -> ChangedMeanwhileError:
    old, text = ((content or b"").decode(errors="replace") for content in (change.before, change.after))
    compared = list(difflib.unified_diff(old.splitlines(), text.splitlines(), lineterm="", n=0))
    added = ", ".join(f"`{line[1:]}`" for line in compared[2:] if line[0] == "+" and line[1:].strip())
    rest = f" Not written: {added}" if added else " Nothing was written"
    message = f"{change.path} was saved by somebody else meanwhile, and stays as they left it.{rest}"
    return ChangedMeanwhileError(message, text)
