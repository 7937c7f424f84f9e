"""A file in `.iiv` that is believed only when this program wrote it, in this place, and it is whole."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from typing import TYPE_CHECKING

from iiv.journal.cache.program import fingerprint
from iiv.journal.workspace import workspace

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


class Store:
    """The lines of the file `name` in the workspace of the journal in `root`.

    Its first line is a seal: the hash of all that follows, of the program that wrote it, and of the
    workspace it was written in. So a file that is cut off or damaged, of another version, or brought
    along with a folder from elsewhere counts for nothing.
    """

    def __init__(self, root: Path, name: str) -> None:
        self._root = root
        self._name = name

    def load(self) -> list[str]:
        """The lines that were saved last; none when they cannot be believed."""
        folder = self._root / ".iiv"
        try:
            content = _read(folder / self._name)
            seal, _, rest = content.partition(b"\n")
            return rest.decode("ascii").split("\n") if seal == _seal(folder, rest) else []
        except (OSError, ValueError):
            return []

    def save(self, lines: Iterable[str]) -> None:
        """Keep these lines, which are ASCII. Where nothing can be written, nothing is kept."""
        rest = "\n".join(lines).encode("ascii")
        try:
            folder = workspace(self._root)
            # Two processes that write it at once may leave a mixture: its seal is wrong.
            new = folder / f"{self._name}.new"
            with os.fdopen(_open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "wb") as file:
                file.write(_seal(folder, rest) + b"\n" + rest)
            new.replace(folder / self._name)
        except OSError:
            return


def _open(path: Path, flags: int) -> int:
    # A link is not followed, and a pipe not waited for.
    careful = (getattr(os, name, 0) for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
    return os.open(path, flags | sum(careful), 0o600)


def _read(path: Path) -> bytes:
    """The content of a file that is ours alone. Raises OSError, or ValueError when it is not."""
    with os.fdopen(_open(path, os.O_RDONLY), "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) or _is_open_to_others(status):
            raise ValueError("somebody else may have written it")
        return file.read()


def _is_open_to_others(status: os.stat_result) -> bool:
    if sys.platform == "win32":
        return False
    return status.st_uid != os.geteuid() or bool(status.st_mode & _OTHERS_MAY_WRITE)


def _seal(folder: Path, rest: bytes) -> bytes:
    """Raises OSError when the workspace is not complete."""
    # When a file got its place on this disk, to the nanosecond, is what nobody can know elsewhere.
    here = (folder / ".gitignore").lstat()
    sealed = hashlib.sha256(f"{fingerprint()} {here.st_ino} {here.st_ctime_ns}\n".encode())
    sealed.update(rest)
    return sealed.hexdigest().encode("ascii")
