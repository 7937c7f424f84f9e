"""What a variable may name as an editor, on each system."""

import os
from pathlib import Path

import pytest

from iiv.cli.programs import apart, command, installed, with_path

THERE = {
    "vi": "/usr/bin/vi",
    "/Applications/Sublime Text.app/subl": "/Applications/Sublime Text.app/subl",
    "code": r"C:\Programs\code.cmd",
    r"C:\Program Files\Vim\vim.exe": r"C:\Program Files\Vim\vim.exe",
    r"C:\vim.exe": r"C:\vim.exe",
}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("vi", ["/usr/bin/vi"]),
        (" vi ", ["/usr/bin/vi"]),
        ("vi -c 'set wrap'", ["/usr/bin/vi", "-c", "set wrap"]),
        ("/Applications/Sublime Text.app/subl", ["/Applications/Sublime Text.app/subl"]),
        ("/Applications/Sublime Text.app/subl -w", ["/Applications/Sublime Text.app/subl", "-w"]),
        ("'/Applications/Sublime Text.app/subl' -w", ["/Applications/Sublime Text.app/subl", "-w"]),
        (r"/Applications/Sublime\ Text.app/subl -w", ["/Applications/Sublime Text.app/subl", "-w"]),
    ],
)
def test_a_command(text: str, words: list[str]) -> None:
    assert command(text, windows=False, find=THERE.get) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("code --wait", [r"C:\Programs\code.cmd", "--wait"]),
        (r"C:\vim.exe -n", [r"C:\vim.exe", "-n"]),
        (r"C:\Program Files\Vim\vim.exe", [r"C:\Program Files\Vim\vim.exe"]),
        (r"C:\Program Files\Vim\vim.exe -n -c x", [r"C:\Program Files\Vim\vim.exe", "-n", "-c", "x"]),
        (r'"C:\Program Files\Vim\vim.exe" -n', [r"C:\Program Files\Vim\vim.exe", "-n"]),
        (r"vi --dir C:\notes", ["/usr/bin/vi", "--dir", r"C:\notes"]),
    ],
)
def test_a_command_on_windows(text: str, words: list[str]) -> None:
    assert command(text, windows=True, find=THERE.get) == words


@pytest.mark.parametrize("windows", [False, True])
@pytest.mark.parametrize(
    ("text", "fault"), [("emacs -nw", FileNotFoundError), (" ", ValueError), ("'vi", ValueError)]
)
def test_what_is_no_command(text: str, fault: type[Exception], windows: bool) -> None:  # noqa: FBT001 - pytest's way
    with pytest.raises(fault):
        command(text, windows=windows, find=THERE.get)


def test_a_path_is_one_word_whatever_is_in_it() -> None:
    words = [r"C:\Program Files\code.cmd", "-w"]
    assert with_path(words, r"C:\a&b.md", windows=True) == r'"C:\Program Files\code.cmd" -w "C:\a&b.md"'
    assert with_path(["vi"], "/a&b.md", windows=False) == ["vi", "/a&b.md"]


def test_a_program_of_this_folder_is_none_that_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "git").write_text("#!/bin/sh\n")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.curdir)  # as Windows always looks
    assert installed("git", windows=True) is None
    assert installed("./git", windows=True) == "./git"
    monkeypatch.setenv("PATH", str(tmp_path))
    assert installed("git", windows=True) == str(tmp_path / "git")


def test_what_lives_on_is_apart_on_each_system() -> None:
    assert apart(windows=True) == {"creationflags": 0x208}
    assert apart(windows=False) == {"start_new_session": True}
