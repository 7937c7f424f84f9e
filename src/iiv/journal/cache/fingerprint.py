"""A fingerprint of the code that decides how notes are read."""

from __future__ import annotations

import os
import sys
import unicodedata
from functools import cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iiv import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

_OURS: Final = ("journal", "method")
_PACKAGES: Final = ("frontmatter", "msgspec", "yaml")


@cache
def fingerprint() -> str:
    """What changes with our code, Python's, and that of the packages that take notes and entries apart."""
    ours = Path(__file__).parents[2]
    files = [path for name in _OURS for path in _files(str(ours / name))]
    files += [path for name in _PACKAGES if (path := _origin(name))]
    return repr([__version__, sys.version, unicodedata.unidata_version, sorted(map(_state, files))])


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield entry.path
            elif entry.name != "__pycache__":
                yield from _files(entry.path)


def _origin(package: str) -> str | None:
    found = PathFinder.find_spec(package)
    return found.origin if found else None


def _state(path: str) -> tuple[str, int, int]:
    status = Path(path).stat()
    return path, status.st_size, status.st_mtime_ns
