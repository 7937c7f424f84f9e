"""Notices when a person saves something that the site is made of, and waits until all is saved."""

from __future__ import annotations

import signal
import stat
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Final, Self

from watchdog.events import (
    DirAttribEvent,
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
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
    from collections.abc import Callable, Iterator

    from watchdog.observers.api import ObservedWatch

FOLDERS = ("journal", "site_templates")
# A build opens all notes: to be told of that takes as long as a third of the build. And a folder is
# modified by what changes in it.
_WRITING: Final[list[type[FileSystemEvent]]] = [
    *(DirAttribEvent, DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
    *(FileAttribEvent, FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent),
]
_QUIET: Final = 0.1
"""Seconds without a change after which all is saved: an editor does it in several steps."""

_LOOK: Final = 1.0
"""Seconds after which it looks whether the folders are still those that were there."""


class Watcher:
    """Calls `on_change` with the path of what changed in the journal's folder `root`.

    It does so from a thread of its own, and more than once for a file that is saved in steps.
    What counts is the settings file and what lies in the folders of notes and templates, but for
    names that begin with a dot or end with `~`, which editors make. Start it with `with`, and call
    `follow` now and then.
    """

    def __init__(self, root: Path, on_change: Callable[[Path], None]) -> None:
        self._root = root
        self._on_change = on_change
        self._observer = Observer()
        self._watched: dict[str, ObservedWatch] = {}
        self._standing: dict[str, tuple[int, int] | None] = dict.fromkeys(FOLDERS)
        self._moved: set[str] = set()

    def __enter__(self) -> Self:
        self._watch(self._root)
        self.follow()
        self._observer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._observer.stop()
        self._observer.join()

    def follow(self) -> bool:
        """Follow the folders that stand there now; whether one came, went or is another than before.

        No event tells of a disk that was connected, or of what a link leads to.
        """
        anew = False
        for name in FOLDERS:
            standing = _identity(self._root / name)
            if standing != self._standing[name] or name in self._moved:
                self._moved.discard(name)
                self._standing[name] = standing
                self._follow(name)
                anew = True
        return anew

    def _follow(self, name: str) -> None:
        old = self._watched.pop(name, None)
        if old is not None:
            self._observer.unschedule(old)
        if self._standing[name]:
            with suppress(FileNotFoundError, NotADirectoryError, PermissionError):  # whoever reads it says so
                self._watched[name] = self._watch(self._root / name, recursive=True)

    def _watch(self, folder: Path, *, recursive: bool = False) -> ObservedWatch:
        real = folder.resolve()  # a link itself never changes
        handler = _Handler(folder, real, self._noticed)
        return self._observer.schedule(handler, str(real), recursive=recursive, event_filter=_WRITING)

    def _noticed(self, path: Path) -> None:
        parts = path.relative_to(self._root).parts
        if not parts or any(part.startswith(".") or part.endswith("~") for part in parts):
            return
        if parts[0] in FOLDERS or parts == (SETTINGS_FILE,):
            if len(parts) == 1 and parts[0] in FOLDERS:
                self._moved.add(parts[0])  # not followed from here: this thread holds what that waits for
            self._on_change(path)


class _Handler(FileSystemEventHandler):
    """Calls `noticed` with the paths of an event in the folder `real` as they are below `folder`."""

    def __init__(self, folder: Path, real: Path, noticed: Callable[[Path], None]) -> None:
        self._folder = folder
        self._real = real
        self._noticed = noticed

    def on_any_event(self, event: FileSystemEvent) -> None:
        for text in (event.src_path, event.dest_path):
            path = Path(text if isinstance(text, str) else text.decode())
            if text and path.is_relative_to(self._real):  # else it was moved out: the other end counts
                self._noticed(self._folder / path.relative_to(self._real))


def _identity(folder: Path) -> tuple[int, int] | None:
    """What tells a folder from another one of its name; None when there is none."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if stat.S_ISDIR(status.st_mode) else None


class Saves:
    """What is saved in the journal's folder `root`; use it with `with`. Any thread may `stop` it."""

    def __init__(self, root: Path) -> None:
        self._saved: SimpleQueue[bool] = SimpleQueue()  # False is the end
        self._watcher = Watcher(root, lambda _: self._saved.put(True))  # noqa: FBT003 - a queue's item

    def __enter__(self) -> Self:
        self._watcher.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._watcher.__exit__()

    def wait(self) -> bool:
        """Return when something was saved and all is quiet again: whether to go on."""
        going_on = self._next()
        with suppress(Empty):
            while going_on:
                self._watcher.follow()
                going_on = self._saved.get(timeout=_QUIET)
        return going_on

    def stop(self) -> None:
        """End the waiting."""
        self._saved.put(False)  # noqa: FBT003 - a queue's item

    def _next(self) -> bool:
        while True:
            try:
                return self._saved.get(timeout=_LOOK)
            except Empty:
                if self._watcher.follow():
                    return True


@contextmanager
def ended_like_an_interrupt() -> Iterator[None]:
    """Let SIGTERM end the program as Ctrl-C does, so that nothing is left behind."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
