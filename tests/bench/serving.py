"""How long `iiv serve` takes from a saved file until a page that is open could show it."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import IO, Final

from tests.bench.timing import IIV, Run, environment, with_children

CHANGES: Final = "/.iiv/changes"
"""Where the server tells open pages to load again; reload.js listens there."""
_PATIENCE: Final = 300
"""Seconds without a word from the server after which a save is lost."""
_TICKS: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Served:
    """A journal that is served: host and port, the server's process, and what it tells open pages."""

    host: str
    pid: int
    told: HTTPResponse

    def save(self, change: Callable[[], object]) -> Run:
        """Save something, and wait for the home page that shows it."""
        before = _processor(self.pid)
        started = time.perf_counter()
        change()
        _next_version(self.told)
        with _got(self.host, "/") as page:
            page.read()
        seconds = time.perf_counter() - started
        return Run(seconds, _processor(self.pid) - before, 0)


@contextmanager
def served(root: Path) -> Iterator[Served]:
    """Serve a journal; ends the server."""
    process = subprocess.Popen(
        [IIV, "-C", root, "serve", "--port", "0"],
        env=environment(),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    )
    try:
        host = _host(process.stderr)
        with _got(host, CHANGES) as told:
            _next_version(told)
            yield Served(host, process.pid, told)
    finally:
        process.terminate()
        process.communicate()


def _host(said: IO[str] | None) -> str:
    for line in said or ():
        _, found, rest = line.partition("Your journal is at http://")
        if found:
            return rest.split("/")[0]
    raise RuntimeError("`iiv serve` did not start")


@contextmanager
def _got(host: str, path: str) -> Iterator[HTTPResponse]:
    with closing(HTTPConnection(host, timeout=_PATIENCE)) as connection:
        connection.request("GET", path)
        yield connection.getresponse()


def _next_version(told: HTTPResponse) -> None:
    if not any(line.startswith(b"data:") for line in told):
        raise RuntimeError("`iiv serve` ended")


def _processor(pid: int) -> float:
    """Seconds of the processor of a process and its children, where this system shows them."""
    ticks = 0
    for each in with_children(pid):
        stat = Path(f"/proc/{each}/stat")
        if stat.is_file():
            ticks += sum(map(int, stat.read_text("utf-8").rpartition(")")[2].split()[11:15]))
    return ticks / _TICKS
