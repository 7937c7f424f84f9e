"""Builds in the folder `.iiv` of a journal: one at a time, and nothing left behind."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from iiv.journal.cache.workspace import OWNER_ONLY, UNDO, WRITING, workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_STAYS = {".gitignore", "lock", UNDO, WRITING}
_STAGING = "staging-"


def forget(root: Path) -> None:
    """Remove what earlier builds left in the workspace."""
    for path in workspace(root).iterdir():
        if path.name not in _STAYS:
            _remove(path)


def mark(root: Path) -> Path:
    """An empty file of the workspace, written just now."""
    path = workspace(root) / "now"
    path.write_bytes(b"")
    path.chmod(0o600)
    return path


def empty_folder(root: Path) -> Path:
    """A folder of the workspace with nothing in it.

    MkDocs walks the folder it takes notes from and follows loops of links for ever: it gets this
    one, and iiv reads the journal.
    """
    folder = workspace(root) / "empty"
    _remove(folder)
    folder.mkdir(mode=OWNER_ONLY)
    return folder


@contextmanager
def staging(root: Path) -> Iterator[Path]:
    """An empty folder for one build; gone afterwards, whatever happens.

    It has a name of its own, so that a process of a killed build, which may still write, finds it gone.
    """
    for left in workspace(root).glob(f"{_STAGING}*"):
        _remove(left)  # what a killed build left behind
    folder = Path(tempfile.mkdtemp(prefix=_STAGING, dir=workspace(root)))
    try:
        yield folder
    finally:
        _remove(folder)


@contextmanager
def alone(root: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """One build at a time: waits for the other to end, after calling `on_wait` once."""
    # The system lets go of the lock when a process ends, however it ends.
    lock = FileLock(workspace(root) / "lock", mode=0o600)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        on_wait()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
