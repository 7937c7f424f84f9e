"""What moved: how much one wants the work after each talk, and what changed in one's mind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.values import Value

if TYPE_CHECKING:
    from iiv.journal.journal import Journal
    from iiv.journal.model import Interview


class Change(Value, frozen=True):
    """One talk after which something was noted.

    `change` is how the interest changed (-4 to 4) since the last talk that had one, else None.
    """

    interview: Interview
    change: int | None = None


def movement(journal: Journal) -> tuple[Change, ...]:
    """The talks with an interest or a shift, in order of time."""
    changes: list[Change] = []
    before: int | None = None
    for talk in journal.talks:
        now = talk.interest
        if now is None and not talk.shift.strip():
            continue
        changes.append(Change(talk, now - before if now is not None and before is not None else None))
        before = before if now is None else now
    return tuple(changes)
