"""The files of a journal on disk: the only place where its notes are opened."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from iiv.journal.problems import Place, Problem, error

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS_FILE = "mkdocs.yml"
NOTES_FOLDER = "journal"
MAX_NOTE_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Files:
    """What lies below `journal/`: the content of each note and the paths of all other files.

    Paths are from the journal's folder, with `/`, in order.
    """

    notes: dict[str, bytes]
    others: frozenset[str]


def read_files(root: Path) -> tuple[Files, list[Problem]]:
    """Read every note below `root / "journal"`.

    Hidden files and folders are left out; links to folders and out of the journal, what is no
    regular file, and notes of more than 5 MB are left out with a problem.
    """
    notes: dict[str, bytes] = {}
    others: set[str] = set()
    problems: list[Problem] = []
    for path, fault in _walk(root):
        if fault:
            problems.append(fault)
        elif not path.lower().endswith(".md"):
            others.add(path)
        else:
            content = _read(root, path)
            if isinstance(content, Problem):
                problems.append(content)
            else:
                notes[path] = content
    return Files(notes, frozenset(others)), problems


def read_settings_file(root: Path) -> bytes:
    """The content of mkdocs.yml, empty when it cannot be read."""
    try:
        return (root / SETTINGS_FILE).read_bytes()
    except OSError:
        return b""


def _walk(root: Path) -> Iterator[tuple[str, Problem | None]]:
    """The files below the folder of notes in the order of their paths, or why one is left out."""
    top = root / NOTES_FOLDER
    inside = os.path.realpath(top)
    pending = [top]
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name, reverse=True)
        except OSError as fault:
            if folder != top or top.exists():
                place = Place(folder.relative_to(root).as_posix())
                yield (
                    place.path,
                    error(
                        place,
                        "unreadable",
                        f"this folder cannot be read: {fault.strerror}",
                        "check its permissions",
                    ),
                )
            continue
        files = []
        for entry in found:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(folder / entry.name)
            else:
                files.append(entry)
        for entry in reversed(files):
            path = (folder / entry.name).relative_to(root).as_posix()
            yield path, _fault(entry, path, inside)


def _fault(entry: os.DirEntry[str], path: str, inside: str) -> Problem | None:
    """Why a file is left out, or None."""
    place = Place(path.encode(errors="replace").decode())
    try:
        path.encode()
        target = os.path.realpath(entry.path)
        mode = entry.stat().st_mode
    except UnicodeEncodeError:
        return error(place, "bad-file-name", "the file's name is not UTF-8", "rename it")
    except OSError:
        return error(
            place,
            "link-to-nothing",
            "a link that leads nowhere, or in a circle",
            "delete it, or put the file itself here",
        )
    if stat.S_ISDIR(mode):
        return error(
            place, "link-to-folder", "a link to a folder is not followed", "put the files themselves here"
        )
    if entry.is_symlink() and not target.startswith(inside + os.sep):
        return error(
            place, "link-outside", "a link that leads out of the journal", "put the file itself here"
        )
    if not stat.S_ISREG(mode):
        return error(
            place, "not-a-file", "this is no ordinary file", "delete it, or move it out of the journal"
        )
    return None


def _read(root: Path, path: str) -> bytes | Problem:
    file = root / path
    place = Place(path)
    try:
        if file.stat().st_size > MAX_NOTE_BYTES:
            limit = MAX_NOTE_BYTES // 1_000_000
            return error(
                place,
                "too-large",
                f"a note of more than {limit} MB is not read",
                "split it, or move what is no text out of it",
            )
        return file.read_bytes()
    except OSError as fault:
        return error(
            place, "unreadable", f"this note cannot be read: {fault.strerror}", "check its permissions"
        )


def find_root(start: Path) -> Path | None:
    """The folder with a mkdocs.yml that is `start` or the nearest above it."""
    start = Path(os.path.abspath(start))  # noqa: PTH100 - resolve() would follow links
    return next((folder for folder in (start, *start.parents) if (folder / SETTINGS_FILE).is_file()), None)
