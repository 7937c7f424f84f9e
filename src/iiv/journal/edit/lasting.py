"""Makes files and their names outlast a loss of power: many at once cost little more than one."""

from __future__ import annotations

import contextlib
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_AT_ONCE: Final = 32
"""So many files are waited for together: a disk writes down what it holds of all of them in one go."""


def keep_contents(files: Collection[Path]) -> None:
    """Wait until what stands in these files is on the disk. Raises OSError."""
    if len(files) == 1:
        for file in files:
            _keep(file)
    elif files:
        with ThreadPoolExecutor(min(_AT_ONCE, len(files))) as threads:
            for _ in threads.map(_keep, files):
                pass


def keep_names(folders: Collection[Path]) -> None:
    """Wait until the names in these folders are on the disk, where it can say so."""
    if sys.platform != "win32":
        for folder in folders:
            with contextlib.suppress(OSError):
                _keep_folder(folder)


def _keep_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _keep(file: Path) -> None:
    with file.open("r+b") as opened:
        os.fsync(opened.fileno())
