"""Which version of the site is published, for those who wait for the next one."""

from __future__ import annotations

import secrets
import threading


class Versions:
    """Counts the versions that one server publishes, across threads.

    A version is named by a text that no other server uses, so that a page which was open while
    the server was started again finds out that it is old.
    """

    def __init__(self) -> None:
        self._server = secrets.token_hex(4)
        self._count = 0
        self._over = False
        self._changed = threading.Condition()

    @property
    def current(self) -> str:
        """The name of the version that is published now."""
        return f"{self._server}-{self._count}"

    @property
    def over(self) -> bool:
        """Whether no more versions come."""
        return self._over

    def publish(self) -> None:
        """Tell all who wait that there is a new version."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def end(self) -> None:
        """Tell all who wait that nothing more comes."""
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def wait(self, seen: str, seconds: float) -> None:
        """Return when another version than `seen` is there, at the end, or after `seconds`."""
        with self._changed:
            self._changed.wait_for(lambda: self._over or self.current != seen, seconds)
