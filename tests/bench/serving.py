"""How long `iiv serve` takes from a saved note to the page that shows it."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING

from tests.bench.journals import one_answer_more

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def saves(iiv: Path, root: Path, count: int) -> list[float]:
    """Seconds from each of so many saves to the moment when open pages are told to load again."""
    with _served(iiv, root) as said:
        return [_one_save(said, root, number) for number in range(count + 1)][1:]


@contextmanager
def _served(iiv: Path, root: Path) -> Iterator[IO[str]]:
    """A running server, as a file of what it says."""
    process = subprocess.Popen(
        [str(iiv), "-C", str(root), "serve", "--port", "0"],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    try:
        if process.stderr is None or not _wait_for(process.stderr, "Your journal is at"):
            raise RuntimeError("`iiv serve` did not start")
        yield process.stderr
    finally:
        process.terminate()
        process.wait()


def _one_save(said: IO[str], root: Path, number: int) -> float:
    started = time.perf_counter()
    one_answer_more(root, f"Saved for the {number}th time.")
    if not _wait_for(said, "Saved: the site was built again"):
        raise RuntimeError("`iiv serve` ended")
    return time.perf_counter() - started


def _wait_for(said: IO[str], words: str) -> bool:
    return any(words in line for line in said)
