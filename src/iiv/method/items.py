"""One thing to do for somebody, what it means on a day, and which comes first."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - what is kept is checked by these annotations
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from iiv.method.channels import Medium  # noqa: TC001 - the same

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind = Literal[
    "nudge", "schedule", "prepare", "write-up", "thank", "introduction", "promise", "stay-in-touch"
]
State = Literal["hidden", "upcoming", "due", "overdue", "resting"]

RESTING_KINDS: frozenset[Kind] = frozenset({"thank", "nudge", "schedule", "write-up", "introduction"})
RESTS_AFTER = 60  # days overdue; past them these would only shame


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something owed to one person. `contact` is the id of a contact.

    `id` is `CONTACT/KIND[-CHANNEL]/EVENT`: the event that led to it, so a date that moves
    keeps its id. `from_` is the day of that event (or the day until which the item is
    hidden), `until` the last day on which it makes sense. `why` is a sentence or two that hold
    on any day.
    """

    id: str
    contact: str
    kind: Kind
    channel: Medium | Literal[""]
    from_: dt.date
    due: dt.date
    until: dt.date | None
    why: str


def state(item: FollowUp, today: dt.date) -> State:
    """What an item is on a day. The page's script holds the same rule; one table of cases tests both."""
    if today < item.from_ or (item.until is not None and today > item.until):
        return "hidden"
    if today < item.due:
        return "upcoming"
    if today == item.due or item.until is not None:
        return "due"  # what ends by itself is not late before that
    if item.kind in RESTING_KINDS and (today - item.due).days > RESTS_AFTER:
        return "resting"
    return "overdue"


def urgency(item: FollowUp, today: dt.date) -> float:
    """Days overdue over the days that led to the date (at least one); negative before the date."""
    return (today - item.due).days / max(1, (item.due - item.from_).days)


def by_urgency(items: Iterable[FollowUp], today: dt.date) -> list[FollowUp]:
    """All items in order: the overdue by urgency, those to come by date, the resting, the hidden."""
    return sorted(items, key=lambda item: _rank(item, today))


def _rank(item: FollowUp, today: dt.date) -> tuple[int, float, dt.date]:
    order = {"overdue": 0, "due": 1, "upcoming": 1, "resting": 2, "hidden": 3}[state(item, today)]
    return (order, -urgency(item, today) if order == 0 else 0.0, item.due)
