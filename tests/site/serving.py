"""A journal's site over http, as `iiv serve` gives it."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import HTTPServer
from pathlib import Path
from queue import SimpleQueue
from urllib.parse import urlsplit

from iiv.site.serve.preview import Event, Preview, Started


@contextmanager
def in_a_thread(server: HTTPServer) -> Iterator[None]:
    """Let a server serve, until the test is over."""
    with server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            thread.join()


class Served:
    """A journal that is being served, and what was reported about it."""

    def __init__(self, root: Path, url: str, events: SimpleQueue[Event]) -> None:
        self.root = root
        self.url = url
        self.port = urlsplit(url).port or 0
        self._events = events

    def save(self, path: str, text: str) -> Event:
        """Write a note and wait for what comes of it.

        It is written in one step: on a slow machine two steps may be two builds.
        """
        note = self.root / "journal" / path
        note.parent.mkdir(parents=True, exist_ok=True)
        unseen = note.with_name(f"{note.name}~")
        unseen.write_text(text, "utf-8")
        unseen.replace(note)
        return self.next_event()

    def next_event(self) -> Event:
        return self._events.get(timeout=60)

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of what is at `path`; `_` in a header's name stands for `-`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=named)
            answer = connection.getresponse()
            found = {name.title(): value for name, value in answer.getheaders()}
            return answer.status, found, answer.read()
        finally:
            connection.close()


@contextmanager
def running(root: Path) -> Iterator[Served]:
    """Serve the journal in the folder `root`."""
    events: SimpleQueue[Event] = SimpleQueue()
    with Preview(root, 0, events.put) as preview:
        assert isinstance(events.get(), Started)
        thread = threading.Thread(target=preview.run)
        thread.start()
        try:
            yield Served(root, preview.url, events)
        finally:
            preview.stop()
            thread.join(timeout=60)
    assert not thread.is_alive()


@contextmanager
def served_site(root: Path) -> Iterator[str]:
    """Serve the journal in the folder `root`. Gives the URL."""
    with running(root) as served:
        yield served.url
