"""Every follow-up that a journal asks for, whatever the day: one rule for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method.appointments import prepare, talk, write_up
from iiv.method.history import histories
from iiv.method.introductions import introduction
from iiv.method.outreach import nudge, schedule
from iiv.method.promises import promise
from iiv.method.staying_in_touch import stay_in_touch
from iiv.method.thanks import thank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iiv.journal.journal import Journal
    from iiv.journal.settings import Settings
    from iiv.method.follow_up import FollowUp
    from iiv.method.history import Histories

RULES: tuple[Callable[[Histories, Settings], Iterator[FollowUp]], ...] = (
    nudge,
    schedule,
    talk,
    prepare,
    write_up,
    thank,
    introduction,
    promise,
    stay_in_touch,
)


def all_follow_ups(journal: Journal, settings: Settings) -> tuple[FollowUp, ...]:
    """Every follow-up of every kind, by date, then id. No two have one id.

    None is about somebody held back: what they are owed cannot be known.
    """
    people = histories(journal)
    found = (one for rule in RULES for one in rule(people, settings) if one.contact not in journal.held_back)
    return tuple(sorted(found, key=lambda follow_up: (follow_up.due, follow_up.id)))
