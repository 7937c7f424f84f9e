"""A finished build takes the place of the site, file by file."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from iiv.insisting import insist
from iiv.site.disk.ownership import FILE_MODE, FOLDER_MODE
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_CHUNK = 1 << 20
_BESIDE = ".iiv-new"


class Published(Value, frozen=True):
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


def publish(staging: Path, site: Path, kept: Collection[str] = ()) -> Published:
    """Make the folder `site` hold what `staging` holds, moving the files that differ, and what is `kept`.

    Each file changes in one step, so that a reader sees the old one or the new one. Pages come
    after the files they load, and what is gone goes last; a publishing that stopped in the middle
    is finished by the next. Where the site lies on another disk, all that differs is copied beside it
    before the first file changes. Names that begin with a dot at the top of `site` are left alone.
    Raises OSError.
    """
    _remove_links(site)
    new = sorted(_files(staging), key=_pages_last)
    changed = [path for path in new if not _same(staging / path, site / path)]
    with _on_one_disk(staging, site, changed) as source:
        for path in changed:
            _put(source / path, site, path)
    gone = set(_files(site)).difference(new, kept)
    for path in gone:
        insist((site / path).unlink)
    _remove_empty_folders(site)
    return Published(len(changed), len(new) - len(changed) + len(kept), len(gone))


@contextmanager
def _on_one_disk(staging: Path, site: Path, paths: Iterable[str]) -> Iterator[Path]:
    """A folder on the site's disk that holds these files of `staging`, to be moved from there."""
    beside = site / _BESIDE
    if beside.exists():
        shutil.rmtree(beside)  # what a killed build left behind
    if staging.stat().st_dev == site.stat().st_dev:
        yield staging
        return
    try:
        for path in paths:
            (beside / path).parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
            shutil.copyfile(staging / path, beside / path)
        yield beside
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _walk(top: Path) -> Iterator[tuple[str, list[os.DirEntry[str]]]]:
    """Each folder by its path from `top`, and what is in it; the top's own dot names are left out."""
    pending = [""]
    while pending:
        folder = pending.pop()
        with os.scandir(top / folder) as entries:
            found = [entry for entry in entries if folder or not entry.name.startswith(".")]
        pending += [f"{folder}{entry.name}/" for entry in found if entry.is_dir(follow_symlinks=False)]
        yield folder, found


def _files(top: Path) -> Iterator[str]:
    """What is no folder, by its path from `top`."""
    for folder, entries in _walk(top):
        yield from (f"{folder}{entry.name}" for entry in entries if not entry.is_dir(follow_symlinks=False))


def _remove_links(site: Path) -> None:
    # Nothing of ours is a link, and writing through one would change a file elsewhere.
    for _, entries in _walk(site):
        for entry in entries:
            if entry.is_symlink():
                Path(entry.path).unlink()


def _pages_last(path: str) -> tuple[bool, str]:
    return path.endswith(".html"), path


def _put(source: Path, site: Path, path: str) -> None:
    _make_way(site, path)
    source.chmod(FILE_MODE)
    insist(partial(source.replace, site / path))


def _same(one: Path, other: Path) -> bool:
    """Whether the file of the site may stay; then nobody else can read it."""
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    with one.open("rb") as left, other.open("rb") as right:
        while chunk := left.read(_CHUNK):
            if chunk != right.read(_CHUNK):
                return False
    if other.stat().st_mode & 0o777 != FILE_MODE:
        other.chmod(FILE_MODE)
    return True


def _make_way(site: Path, path: str) -> None:
    for parent in [*reversed(PurePath(path).parents)][1:]:
        folder = site / parent
        if folder.is_file():
            folder.unlink()
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    if (site / path).is_dir():
        shutil.rmtree(site / path)


def _remove_empty_folders(site: Path) -> None:
    for folder in sorted((folder for folder, _ in _walk(site)), reverse=True):
        if folder and not any((site / folder).iterdir()):
            (site / folder).rmdir()
