"""Takes back what the last command wrote, when nobody changed it since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.edit import files, record
from iiv.journal.edit.errors import NotAsItWasError, NothingToUndoError
from iiv.journal.edit.files import FileChange
from iiv.values import Value

if TYPE_CHECKING:
    from pathlib import Path

    from iiv.journal.edit.record import Written, WrittenFile


class TakenBack(Value, frozen=True):
    """What was taken back: the command, and its files that changed back, are `gone` again, or came `back`."""

    command: str
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    back: tuple[str, ...]


def recorded(root: Path) -> tuple[Written, ...]:
    """What could be taken back, the latest last. Raises NothingToUndoError when the record is damaged."""
    return record.load(root)


def undo(root: Path) -> TakenBack:
    """Take back the last command that wrote.

    A file that is as before already stays. Raises NothingToUndoError, NotAsItWasError with the file that
    was changed since, HalfWrittenError, OutsideJournalError and OSError: then nothing is changed.
    """
    with files.alone(root):
        entries = record.load(root)
        if not entries:
            raise NothingToUndoError("nothing to take back: no command wrote anything here")
        last = entries[-1]
        found = (_back(root, file, last) for file in last.files)
        changes = [change for change in found if change]
        files.tidy(root, last.paths)
        files.apply(root, changes)
        record.drop_last(root)
    return TakenBack(
        last.command,
        changed=tuple(change.path for change in changes if None not in {change.before, change.after}),
        gone=tuple(change.path for change in changes if change.after is None),
        back=tuple(change.path for change in changes if change.before is None),
    )


def _back(root: Path, file: WrittenFile, last: Written) -> FileChange | None:
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
    return FileChange(file.path, now.after, file.before, like.mode, like.link)


def _changed_since(file: WrittenFile, last: Written) -> NotAsItWasError:
    message = f"{file.path} was changed since `{last.command}`, which stays: nothing was taken back"
    return NotAsItWasError(file.path, message)
