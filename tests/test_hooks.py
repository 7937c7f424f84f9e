"""What pre-commit offers to somebody who keeps a journal in git."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
from pre_commit.clientlib import load_manifest

from iiv.cli.main import COMMANDS

ROOT = Path(__file__).parents[1]
(HOOK,) = load_manifest(ROOT / ".pre-commit-hooks.yaml")


def test_its_command_is_one_that_an_installation_has() -> None:
    program, command = shlex.split(HOOK["entry"])
    assert program in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert command in COMMANDS
    assert HOOK["pass_filenames"] is False, "a journal is checked as a whole"


@pytest.mark.parametrize("path", ["journal/interviews/a.md", "mkdocs.yml", "talks/journal/me.md"])
def test_it_runs_when_a_note_or_the_settings_changed(path: str) -> None:
    assert re.search(HOOK["files"], path)


@pytest.mark.parametrize("path", ["README.md", "site_templates/home.md.jinja", "myjournal/a.md"])
def test_and_for_nothing_else(path: str) -> None:
    assert not re.search(HOOK["files"], path)
