"""Work in several processes gives what one gives, and leaves no process behind."""

import gc
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from iiv import processes
from iiv.processes import MOST, VARIABLE, available, spread
from iiv.site.build import incremental
from iiv.site.build.building import build
from iiv.site.markdown import texts
from tests.builders import write_journal
from tests.site.edits import NOTES
from tests.site.sites import made_anew, tree


@pytest.fixture(params=["fork", "spawn"])
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How processes are started."""
    how: str = request.param
    if how not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system cannot {how}")
    monkeypatch.setattr(processes, "_method", lambda: how)
    return how


@pytest.fixture(autouse=True)
def _no_process_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def squaring(offset: int) -> Callable[[int], tuple[int, int]]:
    """Work that says what it made, and in which process."""
    return lambda number: (number * number + offset, os.getpid())


def failing(fault: Exception, at: int) -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == at:
            raise fault
        return number

    return work


def not_made() -> Callable[[int], int]:
    raise ValueError("no work today")


def ended_from_outside(at: int) -> Callable[[int], int]:
    def work(number: int) -> int:
        if number == at:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    return work


def asleep(at: int) -> Callable[[int], int]:
    """Work that never ends with one of its tasks."""

    def work(number: int) -> int:
        if number == at:
            threading.Event().wait()
        return number

    return work


@pytest.mark.parametrize("tasks", [0, 1, 2, 7, 30])
@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.usefixtures("method")
def test_the_results_are_those_of_one_process_in_order(number: int, tasks: int) -> None:
    found = [*spread(partial(squaring, 5), range(tasks), number, enough=1)]
    assert [result for result, _ in found] == [task * task + 5 for task in range(tasks)]
    assert len({process for _, process in found}) == min(number, tasks)


def test_what_is_not_worth_a_process_is_done_in_this_one() -> None:
    found = spread(partial(squaring, 0), range(19), 4, enough=10)
    assert {process for _, process in found} == {os.getpid()}
    found = spread(partial(squaring, 0), range(20), 4, enough=10)
    assert len({process for _, process in found}) == 2


@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.usefixtures("method")
def test_what_the_work_raises_is_raised_in_whichever_process(at: int) -> None:
    with pytest.raises(OSError, match="the disk is old") as caught:
        list(spread(partial(failing, OSError(5, "the disk is old", "a.html"), at), range(10), 2, enough=1))
    assert caught.value.filename == "a.html"


@pytest.mark.usefixtures("method")
def test_work_that_cannot_be_made_says_why() -> None:
    with pytest.raises(ValueError, match="no work today"):
        list(spread(not_made, range(10), 2, enough=1))


@pytest.mark.usefixtures("method")
def test_a_process_that_is_ended_from_outside_is_told_of() -> None:
    with pytest.raises(ChildProcessError, match="ended from outside"):
        list(spread(partial(ended_from_outside, 1), range(10), 2, enough=1))


@pytest.mark.usefixtures("method")
def test_an_interrupt_ends_the_other_processes_wherever_they_are() -> None:
    def interrupt(_done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(spread(partial(asleep, 1), range(10), 2, enough=1, on_done=interrupt))


@pytest.mark.usefixtures("method")
def test_it_is_told_how_much_is_done() -> None:
    steps: list[int] = []
    list(spread(partial(squaring, 0), range(10), 2, enough=1, on_done=steps.append))
    assert steps == [2, 4, 6, 8, 10]


@pytest.mark.usefixtures("method")
def test_many_tasks_are_done_in_batches_each_handed_over_when_it_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(processes, "BATCH", 4)
    steps: list[int] = []
    found = spread(partial(squaring, 0), range(10), 2, enough=1, on_done=steps.append)
    assert [next(found)[0] for _ in range(4)] == [0, 1, 4, 9]
    assert steps == [2, 4]
    assert [result for result, _ in found] == [16, 25, 36, 49, 64, 81]
    assert steps == [2, 4, 6, 8, 10]


class Circle:
    def __init__(self) -> None:
        self.itself = self


def going_round(left: list[weakref.ref[Circle]]) -> Callable[[int], int]:
    """Work that leaves circles behind, which only the garbage collector finds."""

    def work(number: int) -> int:
        left.append(weakref.ref(Circle()))
        return number

    return work


def test_what_goes_round_in_circles_is_gone_after_some_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "COLLECTED", 4)
    left: list[weakref.ref[Circle]] = []
    gc.disable()
    try:
        assert list(spread(partial(going_round, left), range(6), 1)) == [*range(6)]
        assert [one() is None for one in left] == [True, True, True, True, False, False]
    finally:
        gc.enable()
    assert gc.get_freeze_count() == 0


BESIDE_THREADS = """
import threading
from iiv.processes import _method
print(_method())
end = threading.Event()
thread = threading.Thread(target=end.wait)
thread.start()
print(_method())
end.set()
"""


def test_beside_threads_no_process_is_copied() -> None:
    done = subprocess.run([sys.executable, "-c", BESIDE_THREADS], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["fork" if sys.platform == "linux" else "spawn", "spawn"]


@pytest.mark.parametrize(("said", "number"), [("1", 1), ("3", 3), ("20", 20)])
def test_the_environment_says_how_many_processes_work(
    monkeypatch: pytest.MonkeyPatch, said: str, number: int
) -> None:
    monkeypatch.setenv(VARIABLE, said)
    assert available() == number


@pytest.mark.parametrize("said", ["", "0", "-1", "many", "²"])
def test_else_it_is_one_for_each_processor(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv(VARIABLE, said)
    assert 1 <= available() <= MOST


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal that is enough for several processes."""
    monkeypatch.setattr(incremental, "_PAGES", 3)
    monkeypatch.setattr(texts, "spread", partial(spread, enough=1))
    return write_journal(tmp_path / "talks", NOTES)


@pytest.mark.usefixtures("method")
def test_a_build_in_two_processes_gives_the_bytes_of_one_in_one(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "1")
    alone = tree(build(root).site)
    monkeypatch.setenv(VARIABLE, "2")
    assert tree(build(root, clean=True).site) == alone
    write_journal(root, {"interviews/2026-03-02-one.md": "---\ncontact: Ada\ndate: 2026-03-02\n---\nHm.\n"})
    edited = tree(build(root).site)
    monkeypatch.setenv(VARIABLE, "1")
    assert tree(build(root, clean=True).site) == edited != alone


@pytest.mark.usefixtures("method")
def test_a_template_that_fails_in_another_process_is_named(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "3")
    own = root / "site_templates/pages/person.md.jinja"
    own.parent.mkdir(parents=True)
    own.write_text("{{ nobody }}", "utf-8")
    found = [str(problem.place) for problem in build(root).problems if problem.code == "bad-template"]
    assert found == ["site_templates/pages/person.md.jinja:1:1"]


STOPPED = """
import os, sys
from pathlib import Path
from iiv import processes
from iiv.site.build import incremental
from iiv.site.build.building import build
incremental._PAGES = 3
started = []
class Child(processes._Child):
    def __init__(self, *share):
        started.append(share)
        super().__init__(*share)
processes._Child = Child
def stop(done, of):
    print(len(started), flush=True)
    os.kill(os.getpid(), int(sys.argv[2]))
build(Path(sys.argv[1]), on_progress=stop)
"""


@pytest.mark.stress
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_a_build_that_is_stopped(root: Path, sign: signal.Signals) -> None:
    command = [sys.executable, "-c", STOPPED, str(root), str(int(sign))]
    there = {**os.environ, VARIABLE: "2"}
    # Its output ends when the last process that has it does.
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=there)
    assert (done.returncode, done.stdout) == (-sign, "1\n")
    assert tree(build(root).site) == made_anew(root)
