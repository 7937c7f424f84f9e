"""Whose a site's folder is, and who may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.site.errors import ForeignFolderError

if TYPE_CHECKING:
    from pathlib import Path

MARKER = ".iiv-site"
SHARE_MARKER = ".iiv-share"
FOLDER_MODE = 0o700
FILE_MODE = 0o600


ANOTHER = "name another `site_dir` in mkdocs.yml"


def claim(site: Path, mark: str = MARKER, instead: str = ANOTHER) -> None:
    """Make `site` ours: a folder that is missing, empty or marked as made by iiv.

    `mark` is the name of the file that marks it, `instead` what else one could do. Afterwards it
    exists, is marked, and only its owner can open it. Raises ForeignFolderError when it is a link, a
    file, or a folder that holds something else.
    """
    if site.is_symlink():
        raise ForeignFolderError(f"{site} is a symbolic link: iiv writes its site into a real folder only")
    if site.exists() and not site.is_dir():
        raise ForeignFolderError(f"{site} is a file: move it away, or {instead}")
    if site.is_dir() and not (site / mark).is_file() and any(site.iterdir()):
        raise ForeignFolderError(f"{site} was not made by iiv: move it away, or {instead}")
    site.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    site.chmod(FOLDER_MODE)
    marker = site / mark
    marker.write_text("This folder is written by iiv: whatever else is in it goes.\n", encoding="utf-8")
    marker.chmod(FILE_MODE)


def seal(site: Path) -> None:
    """Let only the owner read what is in `site`."""
    for path in site.rglob("*"):
        if not path.is_symlink():
            path.chmod(FOLDER_MODE if path.is_dir() else FILE_MODE)
