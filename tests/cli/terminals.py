"""What commands show on a terminal of so many columns, as a person sees it."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Sequence
from pathlib import Path

DRIVER = """\
import shlex, sys
from iiv.cli.main import main
for line in sys.argv[1:]:
    print("$", flush=True)
    try:
        main(shlex.split(line), prog_name="iiv")
    except SystemExit:
        pass
"""
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def shown(columns: int, folder: Path, commands: Sequence[str]) -> dict[str, list[str]]:
    """The lines that each command prints, on both streams, typed in `folder` one after the other."""
    own, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    words = [sys.executable, "-c", DRIVER, *commands]
    # What Python knows of the environment: readline, which pytest loads, sets COLUMNS behind its back.
    environment = dict(os.environ)
    with subprocess.Popen(
        words, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs
    ) as running:
        os.close(theirs)
        printed = b"".join(iter(lambda: _read(own), b""))
        running.wait()
    os.close(own)
    text = COLOURS.sub("", printed.decode()).replace("\r\n", "\n")
    return {command: part.split("\n")[1:-1] for command, part in zip(commands, _parts(text), strict=True)}


def _parts(text: str) -> list[str]:
    return re.split(r"^\$(?=\n)", text, flags=re.MULTILINE)[1:]


def _read(descriptor: int) -> bytes:
    """What comes next; nothing at the end, which Linux calls an error."""
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""
