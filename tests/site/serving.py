"""A journal's site over http, as `iiv serve` gives it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

from iiv.site.serve.preview import Event, Preview, Started


@contextmanager
def running(root: Path) -> Iterator[tuple[str, SimpleQueue[Event]]]:
    """Serve the journal in the folder `root`. Gives the URL, and what happens from now on."""
    events: SimpleQueue[Event] = SimpleQueue()
    with Preview(root, 0, events.put) as preview:
        assert isinstance(events.get(), Started)
        thread = threading.Thread(target=preview.run)
        thread.start()
        try:
            yield preview.url, events
        finally:
            preview.stop()
            thread.join(timeout=60)
    assert not thread.is_alive()


@contextmanager
def served_site(root: Path) -> Iterator[str]:
    """Serve the journal in the folder `root`. Gives the URL."""
    with running(root) as (url, _):
        yield url
