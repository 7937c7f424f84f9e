"""How long whole processes take, and how much memory, in turns so that a busy machine slows all alike."""

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.journals import LAST_DAY

PYTHON: Final = Path(sys.executable)
IIV: Final = PYTHON.parent / "iiv"
ENVIRONMENT: Final = {"NO_MKDOCS_2_WARNING": "1", "IIV_TODAY": str(LAST_DAY)}
"""What measured processes see beside the rest: one day, on which all runs build the same."""
_UNUSUAL: Final = "PYTHONDONTWRITEBYTECODE"
"""With it, Python compiles all of iiv at each start, and nothing of MkDocs, which pip compiled."""
_PROCESSES: Final = Path("/proc")
_KILOBYTES_IN_MEGABYTE: Final = 1024
_LOOKS_EVERY: Final = 0.25  # seconds


@dataclass(frozen=True, slots=True)
class Command:
    """A command to measure, run in `folder`. `before` is done each time, and not measured."""

    words: Sequence[str | Path]
    folder: Path
    before: Callable[[], object] = lambda: None


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds by the clock, seconds of the processor (user and system), and the most memory in MB.

    Processor and memory are those of a process and of the processes that it started, together.
    """

    seconds: float
    processor: float
    megabytes: float


def environment() -> dict[str, str]:
    """What measured processes see: what people have, and one day."""
    return {name: value for name, value in os.environ.items() if name != _UNUSUAL} | ENVIRONMENT


def run(command: Command) -> Run:
    """Run a command. Raises subprocess.CalledProcessError when it fails."""
    command.before()
    words = [str(word) for word in command.words]
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            words, cwd=command.folder, env=environment(), stdout=subprocess.DEVNULL, stderr=said
        )
        with _most_memory_together(process.pid) as most:
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            failed = subprocess.CalledProcessError(process.returncode, words, stderr=said.read())
            failed.add_note(failed.stderr.decode(errors="replace"))
            raise failed
    megabytes = max(usage.ru_maxrss / _KILOBYTES_IN_MEGABYTE, *most)
    return Run(seconds, usage.ru_utime + usage.ru_stime, megabytes)


def in_turns(commands: Mapping[str, Command], rounds: int, *, warm: bool = True) -> dict[str, list[Run]]:
    """Each command once a round, and once more before that to warm caches, unless `warm` is false."""
    for command in commands.values() if warm else ():
        run(command)
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(run(command))
    return runs


def middle(runs: Sequence[Run]) -> Run:
    """The median of each measure."""
    return Run(
        statistics.median(run.seconds for run in runs),
        statistics.median(run.processor for run in runs),
        statistics.median(run.megabytes for run in runs),
    )


def with_children(pid: int) -> list[int]:
    """A process and all that it started, as far as this system shows them."""
    family = [pid]
    parents = {int(path.name): _parent(path) for path in _PROCESSES.glob("[0-9]*")}
    for known in family:
        family += [child for child, parent in parents.items() if parent == known]
    return family


def memory(pids: Iterable[int]) -> float:
    """MB that processes have together, as far as this system tells; what they share is counted once."""
    kilobytes = 0
    for pid in pids:
        with suppress(OSError):
            lines = (_PROCESSES / f"{pid}" / "smaps_rollup").read_text("utf-8").split("\n")
            kilobytes += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return kilobytes / _KILOBYTES_IN_MEGABYTE


@contextmanager
def _most_memory_together(pid: int) -> Iterator[list[float]]:
    """The most memory in MB that a process had with its children, when it has any; full at the end.

    The system tells the most of each process alone, which is no measure for several. A process
    without children is left alone: to look costs it time.
    """
    most = [0.0]
    over = threading.Event()

    def look() -> None:
        while not over.wait(_LOOKS_EVERY):
            family = with_children(pid)
            if len(family) > 1:
                most[0] = max(most[0], memory(family))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield most
    finally:
        over.set()
        thread.join()


def _parent(process: Path) -> int:
    with suppress(OSError):
        # The name of the program stands in brackets and may hold anything.
        return int((process / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1])
    return 0
