"""Changes notes on disk: the only module that does."""

from __future__ import annotations

import contextlib
import difflib
import os
import stat
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from iiv.journal.edit.errors import (
    ChangedMeanwhileError,
    NoteExistsError,
    OutsideJournalError,
    UneditableNoteError,
)
from iiv.journal.parse.notes import decode
from iiv.journal.read.notes_folder import NOTES_FOLDER

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class _Found:
    """A file as it was when a change began."""

    content: bytes
    status: os.stat_result


def create(root: Path, path: str, text: str) -> Path:
    """Write a new note at `path`, from the journal's folder `root`, and return where it is.

    Raises NoteExistsError when there is anything of that name, OutsideJournalError when a link
    leads its folder elsewhere, and OSError.
    """
    file = root / path
    _inside(root, path)
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        opened = file.open("xb")
    except FileExistsError:
        raise NoteExistsError(f"{path} is there already, and was left alone") from None
    try:
        with opened:
            _write(opened, text.encode())
    except BaseException:
        file.unlink()  # half a note would be in the way of the whole one
        raise
    _settle(file.parent)
    return file


def change(root: Path, path: str, amend: Callable[[str], str]) -> Path:
    """Replace the text of the note at `path`, below `root`, with what `amend` makes of it.

    `amend` gets the line ends and byte order mark too. The file changes in one step, or not at all.
    Links within the journal are followed. Raises what `amend` raises, UneditableNoteError,
    ChangedMeanwhileError, OutsideJournalError and OSError.
    """
    file = _inside(root, path)
    with _alone(file.parent):
        found = _read(file)
        new = _amended(found.content, path, amend)
        if new != found.content:
            _replace(file, found, new, path)
    return root / path


def _inside(root: Path, path: str) -> Path:
    """Where the file really lies. Raises OutsideJournalError when that is not below the folder of notes."""
    top = Path(os.path.realpath(root / NOTES_FOLDER))
    real = Path(os.path.realpath(root / path))
    if not real.is_relative_to(top):
        raise OutsideJournalError(f"{path} lies outside the journal, where a link leads: nothing was changed")
    return real


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let one command at a time change what is in a folder, where the system can say so."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network disks have no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _read(file: Path) -> _Found:
    # For writing too, since a note that its owner made read-only must not be replaced.
    with file.open("r+b") as opened:
        return _Found(opened.read(), os.fstat(opened.fileno()))


def _amended(old: bytes, path: str, amend: Callable[[str], str]) -> bytes:
    _, problems = decode(old, path)
    if problems:
        raise UneditableNoteError(f"{path} was left as it is: {problems[0].message}")
    try:
        return amend(old.decode()).encode()
    except UneditableNoteError as fault:
        raise UneditableNoteError(f"{path} was left as it is: {fault}") from None


def _replace(file: Path, found: _Found, new: bytes, path: str) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".iiv-")
    beside = Path(name)
    try:
        with open(handle, "wb") as opened:  # noqa: PTH123 - a handle, no path
            _write(opened, new)
        _keep_owner_and_mode(beside, found.status)
        if not _is_still(file, found.content):
            raise _changed_meanwhile(path, found.content, new)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    _settle(file.parent)


def _write(opened: BinaryIO, content: bytes) -> None:
    opened.write(content)
    opened.flush()
    os.fsync(opened.fileno())


def _keep_owner_and_mode(file: Path, status: os.stat_result) -> None:
    if sys.platform != "win32":
        with contextlib.suppress(PermissionError):  # only root may give files away
            os.chown(file, status.st_uid, status.st_gid)
    file.chmod(stat.S_IMODE(status.st_mode))


def _is_still(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() == content
    except FileNotFoundError:
        return False


def _settle(folder: Path) -> None:
    """See to it that the new name of a file outlasts a loss of power."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):  # some disks cannot say so for folders
                os.fsync(handle)
        finally:
            os.close(handle)


def _changed_meanwhile(path: str, old: bytes, new: bytes) -> ChangedMeanwhileError:
    text = new.decode()
    compared = list(difflib.unified_diff(old.decode().splitlines(), text.splitlines(), lineterm="", n=0))
    added = ", ".join(f"`{line[1:]}`" for line in compared[2:] if line[0] == "+" and line[1:].strip())
    message = f"{path} was saved by somebody else meanwhile, and stays as they left it. Not written: {added}"
    return ChangedMeanwhileError(message, text)
