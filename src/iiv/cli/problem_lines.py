"""Problems on standard output: a line each, and their sum on standard error."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from iiv.cli.context import tell
from iiv.cli.terminal import BELOW, say
from iiv.journal.problems import changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iiv.journal.problems import Problem

SHOWN: Final = 50
"""So many problems a person may look through; where they are not asked for, no more are shown."""

KINDS: Final = 5


def print_problems(problems: Sequence[Problem]) -> None:
    """A line for each, errors first, as `path:line:column: code: sentence (what to do)`."""
    for problem in _worst_first(problems):
        say(str(problem), "", BELOW)


def print_first(problems: Sequence[Problem]) -> None:
    """The same, but of very many only the first."""
    print_problems(_worst_first(problems)[:SHOWN])
    if len(problems) > SHOWN:
        tell(f"... and {len(problems) - SHOWN:,} more: `iiv check` shows all of them.")


def _worst_first(problems: Sequence[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.severity != "error")


def print_changes(before: Sequence[Problem], after: Sequence[Problem]) -> None:
    """What is new among the problems; what is mended is no data, and goes to standard error."""
    new, mended = changes(before, after)
    print_first(new)
    for problem in mended[:SHOWN]:
        tell(f"Mended: {problem}", fg="green")
    if len(mended) > SHOWN:
        tell(f"... and {len(mended) - SHOWN:,} more are mended.")


def tell_sum(problems: Sequence[Problem]) -> None:
    """Print how many errors and warnings there are, if any; of very many also of which kinds."""
    if problems:
        errors = sum(problem.severity == "error" for problem in problems)
        tell(f"{_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')}.")
    if len(problems) > SHOWN:
        kinds = Counter(problem.code for problem in problems).most_common(KINDS)
        tell(f"Most of them: {', '.join(f'{code} ({number:,})' for code, number in kinds)}.")


def fail_for(problems: Sequence[Problem], *, strict: bool) -> bool:
    """Whether these problems make a command fail: errors do, in strict mode warnings too."""
    return any(strict or problem.severity == "error" for problem in problems)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
