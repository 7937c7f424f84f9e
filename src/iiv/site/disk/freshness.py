"""Whether what a site is made of, and the site itself, are as they were: told by names, sizes and times."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iiv import __version__
from iiv.journal.read.disk import SETTINGS_FILE, read_settings_file
from iiv.journal.read.notes_folder import NOTES_FOLDER
from iiv.shipped import shipped
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

TEMPLATES_FOLDER: Final = "site_templates"
_THEME_FOLDER: Final = f"{TEMPLATES_FOLDER}/theme/"

_OPEN_SETTINGS = re.compile(rb"(?:^|[\s\[{,:-])!|\\[uUx]|INHERIT|custom_dir|jieba_dict|\b(?:hooks|nav)\b")
"""In mkdocs.yml: what can bring in files, values of the environment or titles that are not looked at here."""

_INSTALLED: Final = (".dist-info", ".egg-info")
_HTML: Final = (".html", ".xml")
_COPIED: Final = (".css", ".js")

_JINJA = re.compile(rb"\{[{%]")
"""What every template holds that puts something in."""

_TICK_NS: Final = 50_000_000
_SECONDS_NS: Final = 2_000_000_000


class Clock:
    """The time as the disk tells it, by the file `mark` that is touched."""

    def __init__(self, mark: Path) -> None:
        os.utime(mark)
        self._now = mark.stat().st_mtime_ns

    def is_settled(self, status: os.stat_result) -> bool:
        """Whether another change of a file would be seen in its times.

        Disks note them in steps of some milliseconds, some in seconds: what was changed in the last
        of these can be changed again without a trace. One from the future counts as changed just now.
        """
        newest = max(status.st_mtime_ns, status.st_ctime_ns)
        coarse = status.st_mtime_ns % 1_000_000_000 == 0
        return self._now - newest > (_SECONDS_NS if coarse else _TICK_NS)


def stamp(status: os.stat_result) -> str:
    """What changes when a file is written to, replaced, or given another owner or mode."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino} {status.st_mode}"


def inputs(root: Path, clock: Clock) -> str:
    """A hash of all that the site of the journal in `root` is made of; "" when no hash can vouch for it."""
    if not is_closed(root):
        return ""
    lines = [program(), str(root)]
    for path, status in _walk(root):
        if status is None or not (stat.S_ISDIR(status.st_mode) or clock.is_settled(status)):
            return ""
        # A folder is modified by what changes in it, which is looked at anyway.
        lines.append(f"{path}\n{status.st_mode if stat.S_ISDIR(status.st_mode) else stamp(status)}")
    return _hash(lines)


class Look(Value, frozen=True):
    """What pages look like: hashes of what decides it.

    `frames` is of the settings and MkDocs' theme, `templates` of the templates of pages and letters; both are
    of the program too. `is_closed` tells whether the frames of pages depend on nothing else: neither on
    files that the settings name, nor on the person's own HTML.
    """

    frames: str
    templates: str
    is_closed: bool


def look(root: Path) -> Look:
    """What the pages of the journal in `root` look like."""
    frames, templates = [program(), str(root), _bytes_hash(read_settings_file(root))], [program()]
    closed = is_closed(root)
    for path, status in _walk_folder(root, TEMPLATES_FOLDER, hidden=True):
        if status is None:
            closed = False  # a link: what it leads to is not looked at
        elif stat.S_ISREG(status.st_mode):
            is_theme = path.startswith(_THEME_FOLDER)
            try:
                content = (root / path).read_bytes()
            except OSError:
                content, closed = b"", False  # who needs it will say so
            closed = closed and not (is_theme and _may_be_template(path, content))
            (frames if is_theme else templates).append(f"{path}\n{_bytes_hash(content)}")
    return Look(_hash(frames), _hash(templates), closed)


def _may_be_template(path: str, content: bytes) -> bool:
    """Whether a file of a theme is or may be a template: any of them may show what other pages hold."""
    return path.endswith(_HTML) or (not path.endswith(_COPIED) and bool(_JINJA.search(content)))


def is_closed(root: Path) -> bool:
    """Whether the settings name nothing that would have to be looked at as well, such as hooks."""
    return not _OPEN_SETTINGS.search(read_settings_file(root))


def stamps(site: Path) -> dict[str, str]:
    """The stamp of each file of a site by its address; what is no ordinary file has none."""
    return {
        path: stamp(status)
        for path, status in _walk_folder(site, "", hidden=False)
        if status and stat.S_ISREG(status.st_mode)
    }


def digest_of(stamps: dict[str, str]) -> str:
    """A hash of the stamps of a site."""
    return _hash([f"{path}\n{stamps[path]}" for path in sorted(stamps)])


@cache
def program() -> str:
    """A hash of what makes sites: our code and templates, Python's version and those of all packages."""
    # Other flags differ between a terminal and a program that runs without a locale, and change no page.
    lines = [__version__, sys.version, f"-O{sys.flags.optimize}", *sorted(_packages())]
    for folder in (Path(__file__).parents[2], shipped("site_templates")):
        for path, status in _walk_folder(folder, "", hidden=True):
            if status and stat.S_ISREG(status.st_mode) and "__pycache__" not in path:
                lines.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return _hash(lines)


def _packages() -> Iterator[str]:
    """Every package that is installed, with its version: the name of its folder says both."""
    for folder in sys.path:
        try:
            yield from (name for name in os.listdir(folder) if name.endswith(_INSTALLED))  # noqa: PTH208 - names alone
        except OSError:
            continue  # a path need not exist


def _walk(root: Path) -> Iterator[tuple[str, os.stat_result | None]]:
    yield SETTINGS_FILE, _status(root / SETTINGS_FILE)
    yield from _walk_folder(root, NOTES_FOLDER, hidden=False)
    yield from _walk_folder(root, TEMPLATES_FOLDER, hidden=True)


def _walk_folder(root: Path, top: str, *, hidden: bool) -> Iterator[tuple[str, os.stat_result | None]]:
    """What lies below the folder `top` of `root`, by its path from `root`, in order.

    It is None instead of a status where a link could lead anywhere. Links are not followed.
    Names that begin with a dot come along when `hidden` are asked for.
    """
    pending = [top]
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(root / folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as fault:
            if not isinstance(fault, FileNotFoundError):
                yield folder, None
            continue
        for entry in found:
            path = f"{folder}/{entry.name}" if folder else entry.name
            if entry.name.startswith(".") and not hidden:
                continue
            if entry.is_symlink():
                yield path, None
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(path)
            yield path, entry.stat(follow_symlinks=False)


def _status(path: Path) -> os.stat_result | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    return None if stat.S_ISLNK(status.st_mode) else status


def _hash(lines: list[str]) -> str:
    return _bytes_hash("\n".join(lines).encode(errors="surrogateescape"))


def _bytes_hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
