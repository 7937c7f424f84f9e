"""Questions to the person at the terminal, with an answer for where there is none."""

from __future__ import annotations

import sys

import click

from iiv.cli.terminal import WIDEST, terminal_width, wrapped


def at_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def confirmed(question: str, *, default: bool = False) -> bool:
    """Whether the answer is yes; `default` for an empty answer, and where nobody can be asked."""
    if not at_terminal():
        return default
    *lines, last = wrapped(question, (terminal_width(sys.stderr) or WIDEST) - len(" [y/N]: "))
    for line in lines:
        click.echo(line, err=True)
    return click.confirm(last, default=default, err=True)
