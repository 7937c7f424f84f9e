"""Changes files of notes on disk, several as one: the only module that does."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

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
from iiv.journal.edit.lasting import keep_contents, keep_names
from iiv.journal.read.notes_folder import NOTES_FOLDER, require_notes
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_BESIDE: Final = ".iiv-"
_POLL: Final = 0.01
"""Seconds after which a command that waits for another one looks again."""


class FileChange(Value, frozen=True):
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

    All that is written lies on the disk before the first file has its name, so that a crash leaves whole
    files, and little can go wrong between two; when it does, what was done is taken back. Raises
    NotAsItWasError and NoteExistsError for a file that is not as it was `before`, OutsideJournalError,
    OSError, and HalfWrittenError when not all could be taken back.
    """
    ordered = sorted(changes, key=lambda change: (change.before is not None, change.after is None))
    with ExitStack() as beside:
        steps = [_prepared(root, change, beside) for change in ordered]
        keep_contents([step.new for step in steps if step.new])
        for number, step in enumerate(steps, 1):
            try:
                step.act()
            except BaseException as fault:
                # A file that could not be created may be somebody else's.
                done = ordered[: number if ordered[number - 1].before is not None else number - 1]
                _take_back(root, done, fault)
                raise
    keep_names({step.folder for step in steps})


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


class _Step(Value, frozen=True):
    """The last step of a change, with all before it done; `new` is a file that it gives its name."""

    act: Callable[[], None]
    folder: Path
    new: Path | None = None


def _prepared(root: Path, change: FileChange, beside: ExitStack) -> _Step:
    file, real = root / change.path, _inside(root, change.path)
    if change.before is not None:
        _require_before(real, change)
    if change.after is None:
        return _Step(partial(_remove, file, change), file.parent)
    if change.before is not None:
        with real.open("r+b") as opened:
            status = os.fstat(opened.fileno())
        new = _beside(real, change.after, beside)
        _keep_owner_and_mode(new, status)
        return _Step(partial(_replace, real, change, new), real.parent, new)
    file.parent.mkdir(parents=True, exist_ok=True)
    if change.link:
        return _Step(partial(_link, file, change), file.parent)
    new = _beside(file, change.after, beside)
    if change.mode is not None:
        new.chmod(change.mode)
    return _Step(partial(_create, file, change, new), file.parent, new)


def _beside(file: Path, content: bytes, stack: ExitStack) -> Path:
    """A new file beside another, which is gone with the stack."""
    new = file.with_name(f"{_BESIDE}{secrets.token_hex(8)}")
    stack.callback(insist, partial(new.unlink, missing_ok=True))
    with new.open("xb") as opened:
        opened.write(content)
    return new


def _link(file: Path, change: FileChange) -> None:
    try:
        file.symlink_to(change.link)
    except FileExistsError:
        raise _exists(change) from None


def _create(file: Path, change: FileChange, new: Path) -> None:
    """Give a file that is written its name; a name that is taken stays whose it is."""
    try:
        os.link(new, file)
    except FileExistsError:
        raise _exists(change) from None
    except OSError:  # some disks have no second names
        _copy(file, change)


def _copy(file: Path, change: FileChange) -> None:
    try:
        opened = file.open("xb")
    except FileExistsError:
        raise _exists(change) from None
    try:
        with opened:
            opened.write(change.after or b"")
            opened.flush()
            os.fsync(opened.fileno())
        if change.mode is not None:
            file.chmod(change.mode)
    except BaseException:
        file.unlink()  # half a note would be in the way of the whole one
        raise


def _exists(change: FileChange) -> NoteExistsError:
    return NoteExistsError(f"{change.path} is there already, and was left alone")


def _replace(real: Path, change: FileChange, new: Path) -> None:
    _require_before(real, change)
    insist(partial(new.replace, real))


def _remove(file: Path, change: FileChange) -> None:
    _require_before(file, change)
    insist(file.unlink)


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


def _keep_owner_and_mode(file: Path, status: os.stat_result) -> None:
    if sys.platform != "win32":
        with contextlib.suppress(PermissionError):  # only root may give files away
            os.chown(file, status.st_uid, status.st_gid)
    file.chmod(stat.S_IMODE(status.st_mode))
