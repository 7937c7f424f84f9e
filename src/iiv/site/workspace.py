"""Builds in the folder `.iiv` of a journal: one at a time, and nothing left behind."""

from __future__ import annotations

import fcntl
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from iiv.journal.workspace import OWNER_ONLY, workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_IN_USE = {".gitignore", "lock", "staging"}


def forget(root: Path) -> None:
    """Remove what earlier builds left in the workspace."""
    for path in workspace(root).iterdir():
        if path.name not in _IN_USE:
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
    """An empty folder for one build; gone afterwards, whatever happens."""
    folder = workspace(root) / "staging"
    _remove(folder)  # what a killed build left behind
    folder.mkdir(mode=OWNER_ONLY)
    try:
        yield folder
    finally:
        _remove(folder)


@contextmanager
def alone(root: Path, on_wait: Callable[[], None]) -> Iterator[None]:
    """One build at a time: waits for the other to end, after calling `on_wait` once."""
    # The system lets go of the lock when a process ends, however it ends.
    with (workspace(root) / "lock").open("w", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_wait()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
