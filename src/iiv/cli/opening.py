"""Handing a link or a file to the program that this system has for it."""

from __future__ import annotations

import subprocess
import sys
from threading import Thread
from typing import TYPE_CHECKING, Any

import click

from iiv.cli.programs import apart, installed

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 3  # seconds; some programs stay for as long as what they opened is open


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
