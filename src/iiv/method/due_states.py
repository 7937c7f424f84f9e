"""What a follow-up is on a day: due, overdue, to come or at rest; and which comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from iiv.method.follow_up import FollowUp

State = Literal["hidden", "upcoming", "due", "overdue", "resting"]

RESTS_AFTER = 60  # days overdue; past them some kinds would only shame


def state(follow_up: FollowUp, today: dt.date) -> State:
    """What a follow-up is on a day. The page's script holds the same rule; one table of cases tests both."""
    if today < follow_up.from_ or (follow_up.until is not None and today > follow_up.until):
        return "hidden"
    if today < follow_up.due:
        return "upcoming"
    if today == follow_up.due or follow_up.until is not None:
        return "due"  # what ends by itself is not late before that
    if follow_up.meaning.rests and (today - follow_up.due).days > RESTS_AFTER:
        return "resting"
    return "overdue"


def urgency(follow_up: FollowUp, today: dt.date) -> float:
    """Days overdue over the days that led to the date (at least one); negative before the date."""
    return (today - follow_up.due).days / max(1, (follow_up.due - follow_up.from_).days)


def by_urgency(follow_ups: Iterable[FollowUp], today: dt.date) -> list[FollowUp]:
    """All follow-ups in order: the overdue by urgency, those to come by date, the resting, the hidden."""
    return sorted(follow_ups, key=lambda follow_up: _rank(follow_up, today))


def _rank(follow_up: FollowUp, today: dt.date) -> tuple[int, float, dt.date]:
    order = {"overdue": 0, "due": 1, "upcoming": 1, "resting": 2, "hidden": 3}[state(follow_up, today)]
    return (order, -urgency(follow_up, today) if order == 0 else 0.0, follow_up.due)
