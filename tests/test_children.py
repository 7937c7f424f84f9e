import os
import signal
import sys
from pathlib import Path

import pytest

from tests.children import a_child

ROOT = Path(__file__).resolve().parents[1]


def test_a_child_that_hangs_is_ended() -> None:
    with a_child(sys.executable, "-c", "import signal; signal.pause()", patience=0.1) as child:
        assert child.wait() == -signal.SIGKILL


def test_a_child_does_not_outlive_its_test() -> None:
    with a_child(sys.executable, "-c", "import signal; signal.pause()") as child:
        assert child.poll() is None
    assert child.returncode == -signal.SIGKILL


@pytest.mark.stress
def test_ctrl_c_ends_children_also_where_it_is_ignored() -> None:
    tests = "tests/cli/test_serve.py::test_it_says_where_and_what_it_does"
    ignoring = 'trap \'\' INT && exec "$0" "$@"'
    own = {name: value for name, value in os.environ.items() if not name.startswith(("COV_", "PYTEST_"))}
    pytest = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", tests)
    with a_child("sh", "-c", ignoring, *pytest, cwd=ROOT, env=own) as child:
        said, _ = child.communicate()
    assert child.returncode == 0, said
