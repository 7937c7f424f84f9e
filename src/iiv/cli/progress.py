"""How far a build is, on a terminal."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BACK = "\r"


@contextmanager
def progress(stream: TextIO, after: float = 1.0) -> Iterator[Callable[[int, int], None]]:
    """Something to call with the files made and all to make: one line that counts, gone at the end.

    Where `stream` is no terminal nothing is shown, nor in the first seconds, `after` of them: most
    builds are done by then.
    """
    if not stream.isatty():
        yield lambda _done, _pages: None
        return
    shown, line = -1, ""
    quiet_until = time.monotonic() + after

    def show(done: int, whole: int) -> None:
        nonlocal shown, line
        percent = 100 * done // max(1, whole)
        if percent != shown and time.monotonic() >= quiet_until:
            shown = percent
            line = f"Building: {done} of {whole} files"
            stream.write(BACK + line)
            stream.flush()

    try:
        yield show
    finally:
        if shown >= 0:
            stream.write(BACK + " " * len(line) + BACK)  # older consoles of Windows know no sign that erases
            stream.flush()
