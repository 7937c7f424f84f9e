"""Other programs, on any system: where one lies, the command that a variable names, and what opens a file."""

from __future__ import annotations

import errno
import os
import shlex
import shutil
import subprocess
import sys
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ON_WINDOWS: Final = sys.platform == "win32"
_QUOTES: Final = "\"'"
_DETACHED_PROCESS: Final = 0x00000008
_CREATE_NEW_PROCESS_GROUP: Final = 0x00000200
PATIENCE: Final = 3  # seconds; some programs stay for as long as what they opened is open


def installed(name: str, *, windows: bool = ON_WINDOWS) -> str | None:
    """Where the program of this name or path lies, None where it is not there.

    On Windows a mere name is none of this folder, where that system looks first: a journal may come
    from somebody else.
    """
    found = shutil.which(name)
    if found and windows and not os.path.dirname(name) and not os.path.isabs(found):  # noqa: PTH117, PTH120 - a name need be no path
        return None
    return found


def command(
    text: str, *, windows: bool = ON_WINDOWS, find: Callable[[str], str | None] = installed
) -> list[str]:
    r"""The words of a command as a variable names it, first the program, as `find` finds it.

    Spaces in the program's path need no quotation marks: `C:\Program Files\Vim\vim.exe -n`. Raises
    ValueError for no command and for half a pair of quotation marks, FileNotFoundError for no such program.
    """
    if found := find(text.strip()):
        return [found]
    words = _split(text, windows=windows)
    if not words:
        raise ValueError("No command")
    if found := find(words[0]):
        return [found, *words[1:]]
    parts = text.split(" ")
    for number in range(len(parts) - 1, 1, -1):
        if found := find(" ".join(parts[:number]).strip()):
            return [found, *_split(" ".join(parts[number:]), windows=windows)]
    raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), words[0])


def _split(text: str, *, windows: bool) -> list[str]:
    """The words of a command. On Windows a backslash is part of a path."""
    if not windows:
        return shlex.split(text)
    return [word.strip(_QUOTES) for word in shlex.split(text, posix=False)]


def with_path(words: Sequence[str], path: str, *, windows: bool = ON_WINDOWS) -> str | list[str]:
    """A command and the path it is given, as subprocess takes them.

    Windows hands many programs to its command prompt, to which `&` in a path without quotation marks begins
    another command.
    """
    return f'{subprocess.list2cmdline(words)} "{path}"' if windows else [*words, path]


def apart(*, windows: bool = ON_WINDOWS) -> dict[str, int | bool]:
    """What subprocess is told of a program that lives on, whatever becomes of this one and its terminal."""
    if windows:
        return {"creationflags": _DETACHED_PROCESS | _CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def open_link(link: str) -> bool:
    """Open a link or a file in the program for its kind; whether one took it, as far as the system says."""
    if sys.platform in {"win32", "cygwin", "darwin"}:
        return click.launch(link) == 0
    else:  # noqa: RET505 - so that types are checked for the one system and for the other
        # click.launch would not wait for the exit code, which tells whether there is such a program.
        opener = installed("xdg-open")
        return opener is not None and run_apart([opener, link])


def run_apart(command: str | Sequence[str]) -> bool:
    """Run a program that lives on when this one ends, without the terminal; whether it began well.

    Raises OSError when there is no such program.
    """
    null = subprocess.DEVNULL
    settings: dict[str, Any] = {**apart()}
    process = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, **settings)  # noqa: S603 - no shell
    try:
        return process.wait(PATIENCE) == 0
    except subprocess.TimeoutExpired:
        Thread(target=process.wait, daemon=True).start()
        return True
