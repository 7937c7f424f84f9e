"""Changes files of notes on disk, several as one: the only module that does."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from filelock import FileLock

from iiv.insisting import insist
from iiv.journal.cache.workspace import WRITING, workspace
from iiv.journal.edit.errors import (
    EditError,
    HalfWrittenError,
    NotAsItWasError,
    NoteExistsError,
    OutsideJournalError,
)
from iiv.journal.read.notes_folder import NOTES_FOLDER, require_notes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_BESIDE: Final = ".iiv-"
_POLL: Final = 0.01
"""Seconds after which a command that waits for another one looks again."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file at `path`, from the journal's folder: its bytes `before` and `after`, None for no file.

    Of a file that goes or comes back, `mode` is its mode, and `link` where it leads when it is a link.
    """

    path: str
    before: bytes | None
    after: bytes | None
    mode: int | None = None
    link: str = ""

    def undone(self) -> FileChange:
        """The change that takes this one back."""
        return FileChange(self.path, self.after, self.before, self.mode, self.link)


def current(root: Path, path: str) -> FileChange:
    """The file as it is, as a change that changes nothing. A link within the journal is followed.

    Raises OutsideJournalError for a link that leads out of it, and OSError: also when the file may not
    be written, since a note that its owner made read-only must not be replaced.
    """
    file, real = root / path, _inside(root, path)
    if not os.path.lexists(file):
        return FileChange(path, None, None)
    with real.open("r+b") as opened:
        content, status = opened.read(), os.fstat(opened.fileno())
    link = str(file.readlink()) if file.is_symlink() else ""
    return FileChange(path, content, content, stat.S_IMODE(status.st_mode), link)


def apply(root: Path, changes: Iterable[FileChange]) -> None:
    """Make all of these changes, or none.

    Whatever needs room on the disk is written first, so that little can go wrong between two files; when
    it does, what was done is taken back. Raises NotAsItWasError and NoteExistsError for a file that is
    not as it was `before`, OutsideJournalError, OSError, and HalfWrittenError when not all could be
    taken back.
    """
    ordered = sorted(changes, key=lambda change: (change.before is not None, change.after is None))
    with ExitStack() as beside:
        steps = [_prepared(root, change, beside) for change in ordered]
        for number, step in enumerate(steps, 1):
            try:
                step()
            except BaseException as fault:
                # A file that could not be created may be somebody else's.
                done = ordered[: number if ordered[number - 1].before is not None else number - 1]
                _take_back(root, done, fault)
                raise


def tidy(root: Path, paths: Iterable[str]) -> None:
    """Remove what a crash left beside these files. Call it while `alone`."""
    for folder in {_inside(root, path).parent for path in paths}:
        for left in folder.glob(f"{_BESIDE}*"):
            left.unlink()


def is_made(root: Path, change: FileChange) -> bool:
    """Whether the file is as it is after the change."""
    file = root / change.path
    try:
        return file.read_bytes() == change.after
    except OSError:
        return change.after is None and not os.path.lexists(file)


@contextlib.contextmanager
def alone(root: Path) -> Iterator[None]:
    """Let one command at a time change the notes of a journal, where the disk can say so.

    Raises NotesFolderError when there are none.
    """
    require_notes(root)
    with ExitStack() as held:
        with contextlib.suppress(OSError, NotImplementedError):  # some disks have no locks, or are full
            lock = FileLock(workspace(root) / WRITING, mode=0o600)
            held.enter_context(lock.acquire(poll_interval=_POLL))
        yield


def _inside(root: Path, path: str) -> Path:
    """Where the file really lies. Raises OutsideJournalError when that is not below the folder of notes."""
    top = Path(os.path.realpath(root / NOTES_FOLDER))
    real = Path(os.path.realpath(root / path))
    if not real.is_relative_to(top):
        raise OutsideJournalError(f"{path} lies outside the journal, where a link leads: nothing was changed")
    return real


def _prepared(root: Path, change: FileChange, beside: ExitStack) -> Callable[[], None]:
    """The last step of a change, with all that comes before it done."""
    real = _inside(root, change.path)
    if change.before is None:
        return partial(_create, root, change)
    _require_before(real, change)
    if change.after is None:
        return partial(_remove, root, change)
    with real.open("r+b") as opened:
        status = os.fstat(opened.fileno())
    new = real.with_name(f"{_BESIDE}{secrets.token_hex(8)}")
    beside.callback(new.unlink, missing_ok=True)
    with new.open("xb") as opened:
        _write(opened, change.after)
    _keep_owner_and_mode(new, status)
    return partial(_replace, real, change, new)


def _create(root: Path, change: FileChange) -> None:
    file = root / change.path
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        if change.link:
            file.symlink_to(change.link)
            return
        opened = file.open("xb")
    except FileExistsError:
        raise NoteExistsError(f"{change.path} is there already, and was left alone") from None
    try:
        with opened:
            _write(opened, change.after or b"")
        if change.mode is not None:
            file.chmod(change.mode)
        _settle(file.parent)
    except BaseException:
        file.unlink()  # half a note would be in the way of the whole one
        raise


def _replace(real: Path, change: FileChange, new: Path) -> None:
    _require_before(real, change)
    insist(partial(new.replace, real))
    _settle(real.parent)


def _remove(root: Path, change: FileChange) -> None:
    file = root / change.path
    _require_before(file, change)
    insist(file.unlink)
    _settle(file.parent)


def _require_before(file: Path, change: FileChange) -> None:
    try:
        same = file.read_bytes() == change.before
    except FileNotFoundError:
        same = False
    if not same:
        raise NotAsItWasError(change.path, f"{change.path} was changed meanwhile: nothing was changed")


def _take_back(root: Path, changes: list[FileChange], fault: BaseException) -> None:
    """Undo those of the changes that are made. Raises HalfWrittenError."""
    made = [change for change in changes if is_made(root, change)]
    try:
        for change in reversed(made):
            apply(root, [change.undone()])
    except (EditError, OSError) as second:
        left = ", ".join(change.path for change in made if is_made(root, change))
        raise HalfWrittenError(f"{fault}. Written, and not taken back: {left} ({second})") from fault


def _write(opened: BinaryIO, content: bytes) -> None:
    opened.write(content)
    opened.flush()
    os.fsync(opened.fileno())


def _keep_owner_and_mode(file: Path, status: os.stat_result) -> None:
    if sys.platform != "win32":
        with contextlib.suppress(PermissionError):  # only root may give files away
            os.chown(file, status.st_uid, status.st_gid)
    file.chmod(stat.S_IMODE(status.st_mode))


def _settle(folder: Path) -> None:
    """See to it that the new name of a file outlasts a loss of power."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):  # some disks cannot say so for folders
                os.fsync(handle)
        finally:
            os.close(handle)
