"""Problems on standard output: a line each, and their sum on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.context import tell
from iiv.cli.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iiv.journal.problems import Problem


def print_problems(problems: Sequence[Problem]) -> None:
    """A line for each, as `path:line:column: code: sentence (what to do)`."""
    for problem in problems:
        click.echo(printable(str(problem)))


def tell_sum(problems: Sequence[Problem]) -> None:
    """Print how many errors and warnings there are, if any."""
    if problems:
        errors = sum(problem.severity == "error" for problem in problems)
        tell(f"{_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')}.")


def fail_for(problems: Sequence[Problem], *, strict: bool) -> bool:
    """Whether these problems make a command fail: errors do, in strict mode warnings too."""
    return any(strict or problem.severity == "error" for problem in problems)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
