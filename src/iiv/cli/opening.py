"""Handing a link to the program that this system has for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from threading import Thread

import click

PATIENCE = 3  # seconds; some openers stay for as long as the program that they started


def open_link(link: str) -> bool:
    """Open `link` in the program for its kind; whether one took it, as far as the system says."""
    if sys.platform in {"win32", "cygwin", "darwin"}:
        return click.launch(link) == 0
    # click.launch would not wait for the exit code, which tells whether there is such a program.
    opener = shutil.which("xdg-open")
    if opener is None:
        return False
    null = subprocess.DEVNULL
    process = subprocess.Popen([opener, link], stdin=null, stdout=null, stderr=null)  # noqa: S603 - one word, no shell
    try:
        return process.wait(PATIENCE) == 0
    except subprocess.TimeoutExpired:
        Thread(target=process.wait, daemon=True).start()
        return True
