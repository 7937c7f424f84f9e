"""Questions to the person at the terminal, with an answer for where there is none."""

from __future__ import annotations

import sys

import click

from iiv.cli.terminal import printable


def at_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def confirmed(question: str, *, default: bool = False) -> bool:
    """Whether the answer is yes; `default` for an empty answer, and where nobody can be asked."""
    return click.confirm(printable(question), default=default, err=True) if at_terminal() else default
