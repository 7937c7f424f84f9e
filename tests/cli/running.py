"""Commands as a person runs them."""

import contextlib
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from iiv.cli.main import main

IIV = (sys.executable, "-c", "from iiv.cli.main import main; main()")
"""The same program in a process of its own."""


def iiv(*words: str | Path, env: dict[str, str | None] | None = None, color: bool = False) -> Result:
    """Run `iiv` with these words."""
    return CliRunner().invoke(main, [str(word) for word in words], env=env, color=color, prog_name="iiv")


def iiv_json(*words: str | Path) -> Any:  # noqa: ANN401 - what the JSON holds
    """What `iiv` prints as JSON with these words."""
    return json.loads(iiv(*words, "--json").stdout)


def at_a_terminal(
    root: Path, answers: str, *words: str, meanwhile: Callable[[], object] = lambda: None
) -> str:
    """What `iiv` says on a terminal at which somebody types these answers; `meanwhile` comes before them."""
    ours, theirs = pty.openpty()
    program = [sys.executable, "-m", "iiv", "-C", str(root), *words]
    with subprocess.Popen(program, stdin=theirs, stdout=theirs, stderr=theirs):
        os.close(theirs)
        said = b""
        is_asked = False
        with contextlib.suppress(OSError):  # the terminal closes with the program
            while part := os.read(ours, 4096):
                said += part
                if not is_asked and b"?" in said:
                    is_asked = True
                    meanwhile()
                    os.write(ours, answers.encode())
    os.close(ours)
    return said.decode()


def an_opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, name: str = "xdg-open") -> Path:
    """A program of this machine that opens links; the file `opened` is for it to write into."""
    folder = tmp_path / "bin"
    folder.mkdir()
    opener = folder / name
    opener.write_text(f"#!/bin/sh\n{script}\n")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    return folder / "opened"


def save(note: Path, text: str) -> None:
    """Save a note in one step, as editors do: whoever watches sees the old text or the new one."""
    beside = note.with_name(f".{note.name}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(note)


def line(process: subprocess.Popen[str], words: str) -> str:
    """The next line on standard error in which the words stand."""
    assert process.stderr
    return next(line for line in process.stderr if words in line)
