"""Other programs: where one lies, and the command that a variable names, on any system."""

from __future__ import annotations

import errno
import os
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ON_WINDOWS: Final = sys.platform == "win32"
_QUOTES: Final = "\"'"
_DETACHED_PROCESS: Final = 0x00000008
_CREATE_NEW_PROCESS_GROUP: Final = 0x00000200


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
