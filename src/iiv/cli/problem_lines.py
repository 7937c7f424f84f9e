"""Problems on standard output: a line each, and their sum on standard error."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from iiv.cli.context import tell
from iiv.cli.terminal import BELOW, say
from iiv.journal.problems import changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iiv.journal.problems import Problem

SHOWN: Final = 50
"""So many problems a person may look through; where they are not asked for, no more are shown."""

ALIKE: Final = 9
"""Where the same is wrong in more places, as in the notes of a sheet, the first stands for all."""

KINDS: Final = 5


def print_problems(problems: Sequence[Problem]) -> None:
    """A line for each, errors first, as `path:line:column: code: sentence (what to do)`.

    What is wrong alike in many places has one line, that of the first.
    """
    _print_groups(_grouped(problems))


def print_first(problems: Sequence[Problem]) -> None:
    """The same, but of very many lines only the first."""
    groups = _grouped(problems)
    _print_groups(groups[:SHOWN])
    if rest := sum(map(len, groups[SHOWN:])):
        tell(f"... and {rest:,} more: `iiv check` shows all of them.")


def _grouped(problems: Sequence[Problem]) -> list[list[Problem]]:
    """The problems, errors first, with those that are alike in more than ALIKE places together."""
    sorted_ = sorted(problems, key=lambda problem: problem.severity != "error")
    counts = Counter(map(_alike, sorted_))
    groups: dict[object, list[Problem]] = {}
    for problem in sorted_:
        key = _alike(problem)
        groups.setdefault(key if counts[key] > ALIKE else problem, []).append(problem)
    return [*groups.values()]


def _alike(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.message, problem.hint


def _print_groups(groups: Iterable[Sequence[Problem]]) -> None:
    for first, *others in groups:
        more = f"; so it is in {len(others):,} more places" if others else ""
        say(f"{first}{more}", "", BELOW)


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
