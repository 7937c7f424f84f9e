"""The folder `.iiv` of a journal, in which iiv keeps what it can make again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

OWNER_ONLY: Final = 0o700
WORKSPACE: Final = ".iiv"
UNDO: Final = "undo"
"""The one file there that cannot be made again: what the last commands wrote, for `iiv undo`."""
WRITING: Final = "writing"
"""The file that is held while a command writes notes."""


def workspace(root: Path) -> Path:
    """The folder `.iiv` in the journal's folder `root`, made when it is not there.

    Only its owner can read it, and git leaves it alone. A link of that name is removed, and one of
    the file that tells git so: what it leads to is not ours to write in. Raises OSError.
    """
    folder = root / WORKSPACE
    if folder.is_symlink():
        folder.unlink()
    folder.mkdir(mode=OWNER_ONLY, exist_ok=True)
    folder.chmod(OWNER_ONLY)
    ignore = folder / ".gitignore"
    if ignore.is_symlink():
        ignore.unlink()
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    return folder
