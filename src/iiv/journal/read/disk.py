"""The files of a journal on disk: the only place where its notes are opened."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from iiv.journal.problems import Place, Problem, error
from iiv.journal.read.notes_folder import NOTES_FOLDER, require_notes
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

SETTINGS_FILE = "mkdocs.yml"
MAX_NOTE_BYTES = 5_000_000


class Folder(Value, frozen=True):
    """A journal as it lies on disk: the content of each note, and of mkdocs.yml in `settings`.

    `others` are the files below `journal/` that are no notes. Paths are from the journal's folder,
    with `/`, in order. `problems` say what was left out.
    """

    notes: dict[str, bytes]
    others: frozenset[str]
    settings: bytes
    problems: tuple[Problem, ...]

    def digest(self) -> str:
        """A hash of all of it: the same for two folders that read the same."""
        said = [*sorted(self.others), *map(str, self.problems)]
        digest = hashlib.sha256(f"{len(said)} {said} {len(self.settings)}\n".encode())
        digest.update(self.settings)
        for path, content in self.notes.items():
            digest.update(f"{len(content)} {path}\n".encode())
            digest.update(content)
        return digest.hexdigest()


def read_folder(root: Path) -> Folder:
    """Read every note below `root / "journal"`, and the settings.

    Hidden files and folders are left out; links to folders and out of the journal, what is no
    regular file, and notes of more than 5 MB are left out with a problem. Raises NotesFolderError.
    """
    require_notes(root)
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
    require_notes(root)  # a disk that went away meanwhile took notes along
    settings = _read(root, SETTINGS_FILE) if (root / SETTINGS_FILE).exists() else b""
    if isinstance(settings, Problem):
        problems.append(settings)
        settings = b""
    return Folder(notes, frozenset(others), settings, tuple(problems))


def read_settings_file(root: Path) -> bytes:
    """The content of mkdocs.yml, empty when it cannot be read."""
    try:
        return (root / SETTINGS_FILE).read_bytes()
    except OSError:
        return b""


def _walk(root: Path) -> Iterator[tuple[str, Problem | None]]:
    """The files below the folder of notes in the order of their paths, or why one is left out."""
    inside = os.path.realpath(root / NOTES_FOLDER)
    pending = [NOTES_FOLDER]
    while pending:
        folder = pending.pop()
        try:
            with os.scandir(f"{root}/{folder}") as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as fault:
            yield folder, _closed(folder, fault)
            continue
        seen = [entry for entry in found if not entry.name.startswith(".")]
        folders = [entry for entry in seen if entry.is_dir(follow_symlinks=False)]
        pending += [f"{folder}/{entry.name}" for entry in reversed(folders)]
        for entry in seen:
            if not entry.is_dir(follow_symlinks=False):
                path = f"{folder}/{entry.name}"
                # Nearly all are plain files with plain names, of which the disk need not be asked.
                plain = path.isascii() and entry.is_file(follow_symlinks=False)
                yield path, None if plain else _fault(entry, path, inside)


def _closed(folder: str, fault: OSError) -> Problem:
    message = f"this folder cannot be read: {fault.strerror}"
    return error(Place(folder), "unreadable", message, "check its permissions")


def _fault(entry: os.DirEntry[str], path: str, inside: str) -> Problem | None:
    """Why a file is left out, or None."""
    place = Place(path.encode(errors="replace").decode())
    try:
        path.encode()
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
    if entry.is_symlink() and not os.path.realpath(entry.path).startswith(inside + os.sep):
        return error(
            place, "link-outside", "a link that leads out of the journal", "put the file itself here"
        )
    if not stat.S_ISREG(mode):
        return error(
            place, "not-a-file", "this is no ordinary file", "delete it, or move it out of the journal"
        )
    return None


def _read(root: Path, path: str) -> bytes | Problem:
    place = Place(path)
    try:
        with open(f"{root}/{path}", "rb", buffering=0) as file:  # noqa: PTH123 - thousands of Paths take their time
            if os.fstat(file.fileno()).st_size <= MAX_NOTE_BYTES:
                return file.readall()
    except OSError as fault:
        message = f"this file cannot be read: {fault.strerror}"
        return error(place, "unreadable", message, "check its permissions")
    limit = MAX_NOTE_BYTES // 1_000_000
    message = f"a file of more than {limit} MB is not read"
    return error(place, "too-large", message, "split it, or move what is no text out of it")


def find_root(start: Path) -> Path | None:
    """The folder with a mkdocs.yml that is `start` or the nearest above it.

    Notes that have none are a journal to begin, and no part of one that lies above.
    """
    start = Path(os.path.abspath(start))  # noqa: PTH100 - resolve() would follow links
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
        if (folder / "journal" / "interviews").is_dir():
            return None
    return None
