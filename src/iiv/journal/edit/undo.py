"""Takes back what the last command wrote, when nobody changed it since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.edit import files, record
from iiv.journal.edit.errors import NotAsItWasError, NothingToUndoError
from iiv.journal.edit.files import Change

if TYPE_CHECKING:
    from pathlib import Path

    from iiv.journal.edit.record import Written, WrittenFile


def undo(root: Path) -> tuple[Written, tuple[Change, ...]]:
    """Take back the last command that wrote: what it was, and the changes that were made now.

    There are none when all its files were as before it already. Raises NothingToUndoError, NotAsItWasError
    with the file that was changed since, HalfWrittenError, OutsideJournalError and OSError: then
    nothing is changed.
    """
    with files.alone(root):
        entries = record.load(root)
        if not entries:
            raise NothingToUndoError("nothing to take back: no command wrote anything here")
        last = entries[-1]
        found = (_back(root, file, last) for file in last.files)
        changes = tuple(change for change in found if change)
        files.apply(root, changes)
        record.drop_last(root)
    return last, changes


def _back(root: Path, file: WrittenFile, last: Written) -> Change | None:
    """The change that takes one file back; None for one that is as before, as a crash may leave it."""
    try:
        now = files.current(root, file.path)
    except FileNotFoundError:  # a link that leads nowhere
        raise _changed_since(file, last) from None
    if now.after == file.before:
        return None
    if record.digest(now.after) != file.after:
        raise _changed_since(file, last)
    # What a file that comes back was like is recorded; one that goes shows it.
    like = file if now.after is None else now
    return Change(file.path, now.after, file.before, like.mode, like.link)


def _changed_since(file: WrittenFile, last: Written) -> NotAsItWasError:
    message = f"{file.path} was changed since `{last.command}`, which stays: nothing was taken back"
    return NotAsItWasError(file.path, message)
