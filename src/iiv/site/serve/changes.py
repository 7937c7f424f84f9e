"""Waits until a person has saved something that the site is made of."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Final, Self

from iiv.site.serve.watching import Watcher

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_QUIET: Final = 0.1
"""Seconds without a change after which all is saved: an editor does it in several steps."""

_LOOK: Final = 1.0
"""Seconds after which is looked whether the folders are still those that were there."""


class Changes:
    """What is saved in the journal's folder `root`. Use it with `with`.

    `stop` may be called from any thread.
    """

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
