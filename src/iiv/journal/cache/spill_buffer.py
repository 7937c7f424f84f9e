"""Values that wait until they are saved: a few in memory, more than that in a file without a name."""

from __future__ import annotations

import os
import sys
import tempfile
import weakref
from typing import IO, TYPE_CHECKING, Final, TypeAlias

from iiv.journal.cache.workspace import workspace

if TYPE_CHECKING:
    from pathlib import Path

Place: TypeAlias = tuple[int, int]
"""Where a value begins, and its length."""

IN_MEMORY: Final = 32_000_000
"""So many bytes are held before they are written to the file."""


class SpillBuffer:
    """Values by the places at which they were added; beyond `in_memory` bytes they lie in a file.

    That file is in the workspace of `root`. Where none can be written, all stay in memory.
    """

    def __init__(self, root: Path, in_memory: int = IN_MEMORY) -> None:
        self._root = root
        self._in_memory = in_memory
        self._file: IO[bytes] | None = None
        self._on_disk = 0
        self._newest = bytearray()

    def add(self, value: bytes) -> Place:
        """Put a value in the buffer."""
        place = self._on_disk + len(self._newest), len(value)
        self._newest += value
        if len(self._newest) > self._in_memory:
            self._move_to_disk()
        return place

    def at(self, place: Place) -> bytes:
        """The value at a place."""
        start, length = place
        if start >= self._on_disk or self._file is None:
            start -= self._on_disk
            return bytes(self._newest[start : start + length])
        return _read(self._file, length, start)

    def _move_to_disk(self) -> None:
        try:
            if self._file is None:
                self._file = tempfile.TemporaryFile(dir=workspace(self._root), buffering=0)  # noqa: SIM115 - closed below
                weakref.finalize(self, self._file.close)
            self._file.seek(self._on_disk)
            rest = memoryview(self._newest)
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError:
            self._in_memory = sys.maxsize  # a disk that is full, or not ours to write on
        else:
            self._on_disk += len(self._newest)
            self._newest = bytearray()


def _read(file: IO[bytes], length: int, start: int) -> bytes:
    if sys.platform == "win32":
        file.seek(start)
        return file.read(length)
    else:  # noqa: RET505 - so that types are checked for the one system and for the other
        return os.pread(file.fileno(), length, start)  # a copy of this process may read meanwhile
