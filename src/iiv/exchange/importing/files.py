"""The bytes of a file that somebody wants to import: a file on disk, of bearable size, and only read."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Final

from iiv.exchange.importing.errors import ImportFileError

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES: Final = 64_000_000
"""A thousand cards with a photograph each have less."""


def content_of(path: Path) -> bytes:
    """What the file says. Raises ImportFileError for what is no file or is too large, and OSError."""
    # Looked at before it is opened: a pipe would be waited for.
    if not stat.S_ISREG(path.stat().st_mode):
        raise ImportFileError(f"{path} is no file")
    with path.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ImportFileError(f"{path} has more than {MOST_BYTES // 1_000_000} MB: export it in parts")
    return content
