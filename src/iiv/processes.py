"""The same work in two processes or more, where there is enough of it."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection

T = TypeVar("T")
R = TypeVar("R")

VARIABLE: Final = "IIV_PROCESSES"
"""The variable of the environment that says how many processes may work; 1 switches it off."""

MOST: Final = 4
"""More processes than this would mostly wait for the disk."""

BATCH: Final = 5000
"""So many tasks are done before their results are handed over. With fewer at a time, less is in memory: what
waits for the others, and what a copy of this process came to have apart from it."""

COLLECTED: Final = 500
"""After so many tasks each process collects garbage: templates and Markdown leave circles behind, and a build
collects nothing by itself."""

ENOUGH: Final = 200
"""So many tasks for each process are worth its start: a tenth of a second, or half where none forks."""


def _nobody(_done: int) -> None:
    pass


def available() -> int:
    """The number of processes: what `VARIABLE` says. Otherwise one for each processor, at most `MOST`."""
    said = os.environ.get(VARIABLE, "")
    if said.isascii() and said.isdecimal() and int(said) > 0:
        return int(said)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, MOST)


def spread(
    make: Callable[[], Callable[[T], R]],
    tasks: Sequence[T],
    processes: int,
    enough: int = ENOUGH,
    on_done: Callable[[int], None] = _nobody,
) -> Iterator[R]:
    """What the work that `make` gives makes of each task, in their order, as soon as a batch is done.

    Each process makes the work for itself, this one too. Both `make` and the tasks can be pickled, as
    some systems start a process with nothing of this one. `enough` tasks for each process are worth its
    start. `on_done` is called with about how many tasks are done. Raises what the work raises.
    """
    work: Callable[[T], R] | None = None
    for start in range(0, len(tasks), BATCH):
        batch = tasks[start : start + BATCH]
        shares = _shares(batch, processes, enough)
        children = [_Child(make, share) for share in shares[1:]]
        results: list[Any] = [None] * len(batch)
        gc.freeze()  # a collection goes through what is new, and leaves all else alone
        try:
            work = work or make()
            for number, task in enumerate(_collecting(shares[0])):
                results[number * len(shares)] = work(task)
                on_done(start + (number + 1) * len(shares))
            for number, child in enumerate(children, 1):
                results[number :: len(shares)] = child.results()
        finally:
            for child in children:
                child.end()
            gc.unfreeze()
        yield from results


def _collecting(tasks: Iterable[T]) -> Iterator[T]:
    for number, task in enumerate(tasks, 1):
        yield task
        if number % COLLECTED == 0:
            gc.collect()


def _shares(tasks: Sequence[T], processes: int, enough: int) -> list[Sequence[T]]:
    """The tasks of each process: the first, the second, the third and the first again."""
    processes = max(1, min(processes, len(tasks) // enough))
    return [tasks[number::processes] for number in range(processes)]


class _Child:
    """A process with its share of the work. It waits for nobody, so it ends whatever becomes of this one."""

    def __init__(self, make: Callable[[], Callable[[Any], Any]], share: Sequence[Any]) -> None:
        context: Any = get_context(_method())
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(sender, make, share), daemon=True)
        self._process.start()
        sender.close()

    def results(self) -> list[Any]:
        try:
            results, fault = self._receiver.recv()
        except EOFError:
            raise ChildProcessError("a process that made pages was ended from outside") from None
        if fault is not None:
            raise fault
        found: list[Any] = results
        return found

    def end(self) -> None:
        """Stop the process, done or not."""
        self._receiver.close()
        self._process.terminate()
        self._process.join()


def _work(sender: Connection, make: Callable[[], Callable[[Any], Any]], share: Sequence[Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all: the one that began ends the others
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    answer: tuple[list[Any], Exception | None]
    try:
        work = make()
        gc.freeze()  # what this process is a copy of is left alone
        answer = [work(task) for task in _collecting(share)], None
    except Exception as fault:  # noqa: BLE001 - raised again where somebody can tell of it
        answer = [], fault
    try:
        sender.send(answer)
    except OSError:
        sys.exit(1)  # nobody waits for it any more


def _method() -> str:
    """How a process is started: as a copy of this one where that is safe, which it is not beside threads."""
    can_fork = sys.platform == "linux" and threading.active_count() == 1
    return "fork" if can_fork else "spawn"
