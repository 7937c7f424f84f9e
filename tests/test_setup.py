"""A fresh clone becomes a site and passes its tests, for a user who has nothing and may do little."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.users import give_to_plain_user, run_as_plain_user

ROOT = Path(__file__).resolve().parents[1]
# Of the run that this test is part of.
OTHERS = ("COV_", "MAKE", "MFLAGS", "PYTEST_", "PYTHON", "VIRTUAL_ENV", "XDG_")
# What the first release of each Python brings.
OLDEST_PIP = {"3.11": "22.3", "3.12": "23.2.1", "3.13": "24.2", "3.14": "25.2"}
WHICH = "import ensurepip, venv, sys; print('%d.%d' % sys.version_info[:2], end='')"
# A Python in whose new environments pip is as old as that.
WITH_OLDEST_PIP = """#!/bin/sh
"{python}" "$@" || exit
case "$*" in "-m venv"*)
    .venv/bin/python -m pip install -q --no-index --find-links "{wheels}" pip=={pip} ;;
esac
"""


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that any user can reach, with an empty home in it."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("home", "temporary", "wheels"):
            Path(folder, name).mkdir()
        give_to_plain_user(Path(folder))
        yield Path(folder)


@pytest.fixture
def own(place: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OTHERS)}
    folders = {"HOME": str(place / "home"), "TMPDIR": str(place / "temporary")}
    return {**kept, **folders, "PIP_NO_CACHE_DIR": "1"}


@pytest.fixture
def python(place: Path, own: dict[str, str]) -> Path:
    """A Python that the user may run, with the oldest pip that one like it brings."""
    for found in (
        shutil.which("python3", path=sys.base_prefix + "/bin"),
        shutil.which("python3", path=os.defpath),
    ):
        said = run_as_plain_user("sh", "-c", '"$0" "$@"', str(found), "-c", WHICH, cwd=place, env=own)
        if said.returncode == 0 and said.stdout in OLDEST_PIP:
            break
    else:
        pytest.skip("no supported Python, with venv, that another user may run")
    pip, wheels = OLDEST_PIP[said.stdout], place / "wheels"
    download = ["-m", "pip", "download", "-q", "--no-deps", "--dest", str(wheels), f"pip=={pip}"]
    if subprocess.run([sys.executable, *download], check=False).returncode != 0:
        pytest.skip("no network: the package index did not answer")
    python = place / "python"
    python.write_text(WITH_OLDEST_PIP.format(python=found, wheels=wheels, pip=pip), "utf-8")
    python.chmod(0o755)
    return python


@pytest.mark.stress
def test_a_fresh_clone_needs_nothing_and_leaves_nothing_behind(
    place: Path, own: dict[str, str], python: Path
) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout")
    clone = place / "Über Mut" / "iiv"
    subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
    give_to_plain_user(place)
    for goal in ("site", "test"):
        done = run_as_plain_user("make", f"PYTHON={python}", goal, cwd=clone, env=own)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (clone / "site" / "index.html").is_file()
    assert list((place / "home").iterdir()) == []
    changed = run_as_plain_user("git", "status", "--porcelain", cwd=clone, env=own)
    assert (changed.returncode, changed.stdout) == (0, ""), "git ignores all that was made"
