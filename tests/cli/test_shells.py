"""Somebody types a Tab in a real shell."""

import os
import pty
import re
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.builders import write_journal
from tests.children import PATIENCE

NOTES = {
    "contacts/ada.md": "---\nname: Ada Lovelace\naliases: [Countess]\n---\n",
    "contacts/ødegård.md": "---\nname: Solveig Ødegård\n---\n",
    "contacts/O'Brien, Niamh.md": "---\nname: Niamh O'Brien\n---\n",
    "questions/start.md": "---\nask: How did it begin?\n---\n",
}
TYPED = {
    "un": ["undo"],
    "log ad": ["log", "ada"],
    "log lovel": ["log", "ada"],
    "show odeg": ["show", "ødegård"],
    "show Niam": ["show", "O'Brien, Niamh"],
    "log ada tha": ["log", "ada", "thanked"],
    "log ada wrote --by e": ["log", "ada", "wrote", "--by", "e-mail"],
    "draft th": ["draft", "thank"],
    "questions reword st": ["questions", "reword", "start"],
    "-C ../other show ho": ["-C", "../other", "show", "grace"],
}
"""What stands behind `iiv` before the Tab, and the words after it."""

SWITCHED_ON = {
    "bash": 'eval "$(_IIV_COMPLETE=bash_source iiv)"',
    "zsh": 'autoload -Uz compinit && compinit -D && eval "$(_IIV_COMPLETE=zsh_source iiv)"',
    "fish": "_IIV_COMPLETE=fish_source iiv | source",
}
QUIETLY = {"bash": ("--norc", "--noprofile", "-i"), "zsh": ("-f", "-i", "+o", "prompt_sp")}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("shells")
    write_journal(top / "other", {"contacts/grace.md": "---\nname: Grace Hopper\n---\n"})
    (top / "bin").mkdir()
    (top / "bin" / "iiv").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m iiv "$@"\n')
    (top / "bin" / "iiv").chmod(0o755)
    return write_journal(top / "talks", NOTES)


@pytest.fixture(scope="module")
def environment(folder: Path) -> Mapping[str, str]:
    path = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    own = {"HOME": str(folder.parent), "ZDOTDIR": str(folder.parent), "INPUTRC": os.devnull}
    return {**os.environ, **own, "PATH": path, "TERM": "dumb", "LC_ALL": "C.UTF-8", "PS1": "\n> "}


@contextmanager
def a_shell(name: str, folder: Path, environment: Mapping[str, str]) -> Iterator[int]:
    """A shell on a terminal: what is written there is typed, and what is shown is read from there."""
    ours, theirs = pty.openpty()
    command = [name, *QUIETLY[name]]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        try:
            yield ours
        finally:
            os.close(ours)
            process.kill()


def typed(terminal: int, keys: str, shown: str) -> str:
    """What a terminal shows once these keys are pressed, up to a pattern: its first group."""
    os.write(terminal, keys.encode())
    said = b""
    while not (found := re.search(shown, said.decode(errors="replace"))):
        ready, _, _ = select.select([terminal], [], [], PATIENCE)
        assert ready, said.decode(errors="replace")
        said += os.read(terminal, 4096)
    return found[1]


@pytest.mark.parametrize("name", ["bash", pytest.param("zsh", marks=pytest.mark.stress)])
def test_a_tab_completes_the_line(name: str, folder: Path, environment: Mapping[str, str]) -> None:
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    with a_shell(name, folder, environment) as terminal:
        typed(terminal, f"{SWITCHED_ON[name]}; printf '=%s' 'is' on\n", "=is(=on)\r")
        for begun, words in TYPED.items():
            # At the front of the line: what shows the words of the rest.
            said = typed(terminal, f"iiv {begun}\t\x01printf '=%s' \n", "=iiv=([^\r\n]*)\r")
            assert said.split("=") == words, begun


@pytest.mark.stress
def test_fish_offers_the_same(folder: Path, environment: Mapping[str, str]) -> None:
    if not shutil.which("fish"):
        pytest.skip("fish is not installed")
    known = [
        begun for begun in TYPED if not begun.startswith(("show ", "log Count"))
    ]  # fish leaves out what begins otherwise
    asked = "; ".join(f"echo (complete -C 'iiv {begun}')" for begun in known)
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"{SWITCHED_ON['fish']}; {asked}"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    offered = [line.partition("\t")[0] for line in done.stdout.splitlines()]
    assert offered == [TYPED[begun][-1] for begun in known]
