import subprocess
from functools import partial
from pathlib import Path

import pytest

from tests.bench.timing import PYTHON, Command, Run, in_turns, memory, middle, run, with_children


def test_a_command_that_fails_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as failed:
        run(Command((PYTHON, "-c", "raise SystemExit('no journal')"), tmp_path))
    assert failed.value.__notes__ == ["no journal\n"]


def test_commands_take_turns_after_one_round_to_warm_up(tmp_path: Path) -> None:
    said: list[str] = []
    nothing = (PYTHON, "-c", "")
    commands = {name: Command(nothing, tmp_path, partial(said.append, name)) for name in "ab"}
    found = in_turns(commands, 2)
    assert said == ["a", "b"] * 3
    assert {name: len(runs) for name, runs in found.items()} == {"a": 2, "b": 2}


def test_the_middle_is_that_of_each_measure() -> None:
    assert middle([Run(1, 5, 3), Run(2, 4, 9), Run(9, 1, 1)]) == Run(2, 4, 3)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system does not show its processes")
def test_the_processes_that_a_process_started_are_counted_with_it(tmp_path: Path) -> None:
    starts_another = (
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'print(1, flush=True); input()'])"
    )
    with subprocess.Popen(
        [PYTHON, "-c", starts_another], cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"1\n"
        family = with_children(process.pid)
        assert len(family) == 2
        assert memory(family) > memory([process.pid]) > 0
        process.communicate(b"\n")
