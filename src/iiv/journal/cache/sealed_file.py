"""A file in `.iiv` that is believed only when this program wrote it, in this place, and it is whole."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from functools import partial
from typing import TYPE_CHECKING, Final

from iiv.insisting import insist
from iiv.journal.cache.fingerprint import fingerprint
from iiv.journal.cache.workspace import WORKSPACE, workspace
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_OTHERS_MAY_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH
_SEAL_LENGTH: Final = hashlib.sha256().digest_size


class Sealed(Value, frozen=True):
    """The content of a file, and the seal that it begins with.

    The seal is a hash of the content, the program that wrote it, the version of what it holds, and the
    workspace it was written in. So a file that is cut off or damaged, of another version, or brought
    along with a folder from elsewhere counts for nothing.
    """

    seal: bytes
    content: memoryview


def load(root: Path, name: str, version: str) -> Sealed | None:
    """What was saved last in the file `name` of the journal in `root`; None when it cannot be believed."""
    folder = root / WORKSPACE
    try:
        file = memoryview(_read(folder / name))
        found = Sealed(bytes(file[:_SEAL_LENGTH]), file[_SEAL_LENGTH:])
        seal = _begun_seal(folder, version)
        seal.update(found.content)
        return found if found.seal == seal.digest() else None
    except (OSError, ValueError):
        return None


def save(root: Path, name: str, version: str, content: bytes, *, lasting: bool = False) -> bool:
    """Keep this content, over a loss of power too when `lasting`; whether it could be written."""
    return save_pieces(root, name, version, (content,), lasting=lasting)


def save_pieces(
    root: Path, name: str, version: str, pieces: Iterable[bytes], *, lasting: bool = False
) -> bool:
    """The same for content that is never in memory as a whole."""
    try:
        folder = workspace(root)
        new = folder / f"{name}.new"
        _remove(new)
        # Two processes that write it at once may leave half a file: its seal is wrong.
        with os.fdopen(_open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
            seal = _begun_seal(folder, version)
            file.write(bytes(_SEAL_LENGTH))
            for piece in pieces:
                seal.update(piece)
                file.write(piece)
            file.seek(0)
            file.write(seal.digest())
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        if (folder / name).is_dir():
            _remove(folder / name)
        insist(partial(new.replace, folder / name))
    except OSError:
        return False
    return True


def delete(root: Path, name: str) -> None:
    """Keep the file `name` no longer."""
    try:
        _remove(root / WORKSPACE / name)
    except OSError:
        return


def _remove(path: Path) -> None:
    """Remove whatever has this name, a folder too: all in the workspace is ours, and can be made again."""
    if path.is_dir() and not path.is_symlink():
        import shutil  # noqa: PLC0415 - takes longer to import than all the rest, and is hardly ever needed

        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _open(path: Path, flags: int) -> int:
    # A link is not followed, and a pipe not waited for.
    careful = (getattr(os, name, 0) for name in ("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"))
    return os.open(path, flags | sum(careful), 0o600)


def _read(path: Path) -> bytes:
    """The content of a file that is ours alone. Raises OSError, or ValueError when it is not."""
    with os.fdopen(_open(path, os.O_RDONLY), "rb", buffering=0) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) or _is_open_to_others(status):
            raise ValueError("somebody else may have written it")
        return file.readall()


def _is_open_to_others(status: os.stat_result) -> bool:
    if sys.platform == "win32":
        return False
    else:  # noqa: RET505 - so that types are checked for the one system and for the other
        return status.st_uid != os.geteuid() or bool(status.st_mode & _OTHERS_MAY_WRITE)


def _begun_seal(folder: Path, version: str) -> hashlib._Hash:
    """A seal without the content, which comes next. Raises OSError when the workspace is not complete."""
    # When a file got its place on this disk, to the nanosecond, is what nobody can know elsewhere.
    here = (folder / ".gitignore").lstat()
    return hashlib.sha256(repr((fingerprint(), version, here.st_ino, here.st_ctime_ns)).encode())
