"""What is wrong in a file, as a value: where, what, and how to mend it."""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, Literal

from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Severity = Literal["error", "warning"]


class Place(Value, frozen=True, order=True):
    """A spot in a file: the path from the journal's folder with `/`, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


NOWHERE: Final = Place("")
"""The place of what stands in no file, or is compared wherever it stands."""


class Problem(Value, frozen=True, order=True):
    """One fault. An error makes a value unusable; a warning is odd but kept.

    `code` is a short stable name (`unknown-question`), `message` a plain sentence,
    `hint` what to do about it, or "".
    """

    place: Place
    code: str
    severity: Severity
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.place}: {self.code}: {self.message}{hint}"


def error(place: Place, code: str, message: str, hint: str = "") -> Problem:
    """A problem that makes its value unusable."""
    return Problem(place, code, "error", message, hint)


def warning(place: Place, code: str, message: str, hint: str = "") -> Problem:
    """A problem that is odd but kept."""
    return Problem(place, code, "warning", message, hint)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The hint that names the known word closest to `word`, or "" when none is close."""
    matches = get_close_matches(word, list(known), n=1, cutoff=0.7)
    return f"did you mean `{matches[0]}`?" if matches else ""


def changes(before: Sequence[Problem], after: Sequence[Problem]) -> tuple[list[Problem], list[Problem]]:
    """Which problems are new, and which are mended, in order of place.

    One that only moved to another line, since something above it changed, is neither.
    """
    return _not_among(after, before), _not_among(before, after)


def _not_among(problems: Sequence[Problem], others: Sequence[Problem]) -> list[Problem]:
    same = set(others)
    left = [problem for problem in problems if problem not in same]
    moved = Counter(map(_without_line, set(others).difference(problems)))
    new = []
    for problem in sorted(left):
        key = _without_line(problem)
        if moved[key]:
            moved[key] -= 1
        else:
            new.append(problem)
    return new


def _without_line(problem: Problem) -> Problem:
    return replace(problem, place=Place(problem.place.path))
