"""Who needs you, and why: everything that a journal asks for, whatever the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method.appointments import prepare, write_up
from iiv.method.history import histories
from iiv.method.introductions import introduction
from iiv.method.items import FollowUp, State, by_urgency, state, urgency
from iiv.method.outreach import nudge, schedule
from iiv.method.promises import promise
from iiv.method.staying_in_touch import stay_in_touch
from iiv.method.thanks import thank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iiv.journal.model import Journal
    from iiv.journal.settings import Settings
    from iiv.method.history import Histories

__all__ = ["KINDS", "FollowUp", "State", "by_urgency", "follow_ups", "state", "urgency"]

KINDS: tuple[Callable[[Histories, Settings], Iterator[FollowUp]], ...] = (
    nudge,
    schedule,
    prepare,
    write_up,
    thank,
    introduction,
    promise,
    stay_in_touch,
)


def follow_ups(journal: Journal, settings: Settings) -> tuple[FollowUp, ...]:
    """Every item of every kind, by date, then id. No two have one id."""
    people = histories(journal)
    items = (item for kind in KINDS for item in kind(people, settings))
    return tuple(sorted(items, key=lambda item: (item.due, item.id)))
