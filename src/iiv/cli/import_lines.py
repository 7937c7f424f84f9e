"""The plan of an import as lines, and its counts, which add up to the records in the files."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from iiv.cli.terminal import BELOW, GAP, say
from iiv.method.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from iiv.exchange.importing.people_plan import Step, What
    from iiv.exchange.importing.sheets import Column

_DONE: Final[Mapping[What, str]] = {"create": "created", "merge": "merged", "skip": "skipped"}
_PLANNED: Final[Mapping[What, str]] = {"create": "to create", "merge": "to merge", "skip": "to skip"}


def print_steps(steps: Iterable[Step], *, is_done: bool) -> None:
    """Print what becomes of each record."""
    for step in steps:
        what = (_DONE[step.what] if is_done else step.what).ljust(len("skipped" if is_done else "create"))
        whose = f"{step.name} ({step.where})" if step.name else step.where
        said = f": {step.said}" if step.said else ""
        say(f"{whose}{said}{_near(step)}", f"{GAP}{what}{GAP}", BELOW)


def print_columns(columns: Iterable[Column], left_out: Sequence[str], notes: Mapping[str, int]) -> None:
    """Print which question each column of a sheet is, or in how many `notes` a heading; those left out."""
    if left_out:
        say(f"Left out: {', '.join(left_out)}", GAP, BELOW)
    others: list[str] = []
    for column in columns:
        in_notes = f"in {count(notes.get(column.title, 0), 'note')}"
        if column.question:
            say(f"“{column.title}” is the question {column.question}", GAP, BELOW)
        elif column.meant:
            hint = f'if it is {column.meant}: `--map "{column.title}={column.meant}"`'
            say(f"“{column.title}” is a heading of its own {in_notes}; {hint}", GAP, BELOW)
        else:
            say(f"“{column.title}” is a heading of its own {in_notes}", GAP, BELOW)
            others.append(column.title)
    if others:
        say(f'If one of them is a question of yours: `--map "{others[0]}=ID"`, or `=new`', GAP, BELOW)


def counted(steps: Sequence[Step], *, is_done: bool) -> str:
    """How many records there are, and what becomes of how many."""
    counts = Counter(step.what for step in steps)
    words = _DONE if is_done else _PLANNED
    parts = [f"{counts[what]} {words[what]}" for what in words if counts[what]]
    return f"{count(len(steps), 'record')}: {', '.join(parts)}."


def _near(step: Step) -> str:
    names = " or ".join(f"{contact.name} ({contact.id})" for contact in step.near)
    return f"; is it {names}? Then `iiv merge {step.id} {step.near[0].id}`" if names else ""
