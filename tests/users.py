"""A user who may not do everything, also where the tests run as root."""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534


@contextmanager
def a_plain_user() -> Iterator[Path]:
    """Give up root's right to everything. Gives an empty folder of that user's own."""
    was_root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as folder:
        give_to_plain_user(Path(folder))
        if was_root:
            os.seteuid(NOBODY)
        try:
            if not os.access(__file__, os.R_OK, effective_ids=True):
                pytest.skip("this checkout lies where another user cannot read it, such as in root's home")
            yield Path(folder)
        finally:
            if was_root:
                os.seteuid(0)


def give_to_plain_user(folder: Path) -> None:
    """Make that user the owner of a folder and of all in it."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY, follow_symlinks=False)


def run_as_plain_user(*command: str, cwd: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """A command and what it said, run by that user and not by root."""
    user = NOBODY if os.geteuid() == 0 else None
    groups: list[int] | None = None if user is None else []
    return subprocess.run(
        command,
        cwd=cwd,
        env=env,
        user=user,
        group=user,
        extra_groups=groups,
        capture_output=True,
        text=True,
        check=False,
    )
