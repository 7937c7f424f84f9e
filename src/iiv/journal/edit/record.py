"""The record of what the last commands wrote, kept in `.iiv` so that it can be taken back."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from msgspec import MsgspecError, msgpack

from iiv.journal.cache import sealed_file
from iiv.journal.cache.workspace import UNDO, WORKSPACE
from iiv.journal.edit.errors import NothingToUndoError
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from iiv.journal.edit.files import FileChange

VERSION: Final = "1"
MOST_COMMANDS: Final = 50
MOST_BYTES: Final = 16_000_000


class WrittenFile(Value, frozen=True):
    """One file that a command wrote: its bytes before, and the hash of those after; None for no file.

    `mode` and `link` are those of a file that was removed.
    """

    path: str
    before: bytes | None
    after: str | None
    mode: int | None = None
    link: str = ""


class Written(Value, frozen=True):
    """What one command, as it was typed, wrote."""

    command: str
    files: tuple[WrittenFile, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The files, by their paths from the journal's folder."""
        return tuple(file.path for file in self.files)

    @property
    def size(self) -> int:
        """How many bytes it takes to keep, roughly."""
        return sum(len(file.before or b"") + len(file.path) for file in self.files)


_DECODER: Final = msgpack.Decoder(tuple[Written, ...])


def written(command: str, changes: Iterable[FileChange]) -> Written:
    """What is to be recorded of these changes."""
    # What was typed may hold bytes that are no text.
    command = command.encode(errors="replace").decode()
    return Written(
        command,
        tuple(
            WrittenFile(change.path, change.before, digest(change.after), change.mode, change.link)
            for change in changes
        ),
    )


def digest(content: bytes | None) -> str | None:
    """The hash by which a file's bytes are known again; None for no file."""
    return None if content is None else hashlib.sha256(content).hexdigest()


def load(root: Path) -> tuple[Written, ...]:
    """What the last commands wrote, the latest last. Raises NothingToUndoError where that is damaged."""
    found = sealed_file.load(root, UNDO, VERSION)
    try:
        if found is not None:
            return _DECODER.decode(found.content)
    except MsgspecError:
        pass
    if (root / WORKSPACE / UNDO).exists():
        raise NothingToUndoError(
            f"the record of what commands wrote ({WORKSPACE}/{UNDO}) is damaged, or another version of iiv"
            " or another folder left it: nothing can be taken back"
        )
    return ()


def add(root: Path, entry: Written) -> bool:
    """Record what a command is about to write: whether it is recorded."""
    try:
        earlier = load(root)
    except NothingToUndoError:
        earlier = ()
    if _save(root, _bounded((*earlier, entry))):
        return True
    # An earlier command would be taken back in the place of this one.
    sealed_file.delete(root, UNDO)
    return False


def drop_last(root: Path) -> bool:
    """Forget what the last command wrote, since it is taken back: whether it is forgotten."""
    return _save(root, load(root)[:-1])


def _bounded(entries: tuple[Written, ...]) -> tuple[Written, ...]:
    """The latest of them: the last one always, and before it as many as there is room for."""
    kept, size = [entries[-1]], entries[-1].size
    for entry in entries[-2 : -MOST_COMMANDS - 1 : -1]:
        size += entry.size
        if size > MOST_BYTES:
            break
        kept.append(entry)
    return tuple(reversed(kept))


def _save(root: Path, entries: tuple[Written, ...]) -> bool:
    return sealed_file.save(root, UNDO, VERSION, msgpack.encode(entries), lasting=True)
