"""How long whole processes take, and how much memory, in turns so that a busy machine slows all alike."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

_KILOBYTES_IN_MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Command:
    """A command to measure, run in `folder`. `before` is done each time, and not measured."""

    words: Sequence[str | Path]
    folder: Path
    before: Callable[[], object] = lambda: None
    environment: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds by the clock and of the processor, and the most memory it had, in MB."""

    seconds: float
    processor: float
    megabytes: float


def run(command: Command) -> Run:
    """Run a command. Raises subprocess.CalledProcessError when it fails."""
    command.before()
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **(command.environment or {})}
    started = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command.words],
        cwd=command.folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    said = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args, stderr=said)
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _KILOBYTES_IN_MEGABYTE)


def in_turns(commands: Mapping[str, Command], rounds: int) -> dict[str, list[Run]]:
    """Each command once a round, and once more before that to warm caches."""
    for command in commands.values():
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
