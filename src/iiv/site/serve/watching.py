"""Notices when a person changes something that the site is made of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from iiv.journal.read.disk import SETTINGS_FILE

if TYPE_CHECKING:
    from collections.abc import Callable

    from watchdog.observers.api import ObservedWatch

FOLDERS = ("journal", "site_templates")
# A build opens all notes: to be told of that takes as long as a third of the build. And a folder is
# modified by what changes in it.
_WRITING: Final[list[type[FileSystemEvent]]] = [
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
]


class Watcher:
    """Calls `on_change` with the path of what changed in the journal's folder `root`.

    It does so from a thread of its own, and more than once for a file that is saved in steps.
    What counts is the settings file and what lies in the folders of notes and templates, but for
    names that begin with a dot or end with `~`, which editors make. Start it with `with`.
    """

    def __init__(self, root: Path, on_change: Callable[[Path], None]) -> None:
        self._root = root
        self._on_change = on_change
        self._observer = Observer()
        self._watched: dict[str, ObservedWatch] = {}

    def __enter__(self) -> None:
        self._watch(self._root)
        for name in FOLDERS:
            self._follow(name)
        self._observer.start()

    def __exit__(self, *_: object) -> None:
        self._observer.stop()
        self._observer.join()

    def _follow(self, name: str) -> None:
        old = self._watched.pop(name, None)
        if old is not None:
            self._observer.unschedule(old)
        if (self._root / name).is_dir():
            self._watched[name] = self._watch(self._root / name, recursive=True)

    def _watch(self, folder: Path, *, recursive: bool = False) -> ObservedWatch:
        handler = _Handler(self._noticed)
        return self._observer.schedule(handler, str(folder), recursive=recursive, event_filter=_WRITING)

    def _noticed(self, path: Path) -> None:
        if not path.is_relative_to(self._root):
            return  # moved out of the folder: the other end of the move counts
        parts = path.relative_to(self._root).parts
        if not parts or any(part.startswith(".") or part.endswith("~") for part in parts):
            return
        if parts[0] in FOLDERS or parts == (SETTINGS_FILE,):
            if len(parts) == 1 and parts[0] in FOLDERS:
                self._follow(parts[0])  # it came, went, or is another one now
            self._on_change(path)


class _Handler(FileSystemEventHandler):
    def __init__(self, noticed: Callable[[Path], None]) -> None:
        self._noticed = noticed

    def on_any_event(self, event: FileSystemEvent) -> None:
        for path in (event.src_path, event.dest_path):
            if path:
                self._noticed(Path(path if isinstance(path, str) else path.decode()))
