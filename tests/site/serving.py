"""A journal's site over http, as `iiv serve` gives it."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from queue import SimpleQueue
from typing import TYPE_CHECKING

from iiv.site.server import Event, Preview, Started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def served_site(root: Path) -> Iterator[str]:
    """Serve the journal in the folder `root`. Gives the URL."""
    events: SimpleQueue[Event] = SimpleQueue()
    with Preview(root, 0, events.put) as preview:
        assert isinstance(events.get(), Started)
        thread = threading.Thread(target=preview.run)
        thread.start()
        yield preview.url
        preview.stop()
        thread.join()
