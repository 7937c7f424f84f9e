"""What a request for a talk asks for: a nudge, then a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method.dates import add_business_days
from iiv.method.follow_up import FollowUp
from iiv.method.history import event_id
from iiv.method.status import nudge_due
from iiv.method.wording import deed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.journal.settings import Settings
    from iiv.method.history import Histories

SCHEDULE_WITHIN = 2  # business days after a reply


def nudge(people: Histories, settings: Settings) -> Iterator[FollowUp]:
    """For everyone who was asked and did not reply, until they were nudged often enough."""
    for past in people:
        reached = past.stage
        due = nudge_due(reached, settings)
        if reached.event is None or due is None:
            continue
        why = f"{deed(reached.event)}; no reply yet."
        yield FollowUp(past.contact.id, "nudge", event_id(reached.event), reached.event.date, due, why)


def schedule(people: Histories, _settings: Settings) -> Iterator[FollowUp]:
    """For everyone who replied and with whom no day is fixed."""
    for past in people:
        reached = past.stage
        if reached.name != "replied" or reached.event is None:
            continue
        due = add_business_days(reached.event.date, SCHEDULE_WITHIN)
        why = f"{deed(reached.event)}; no day for your talk yet."
        yield FollowUp(past.contact.id, "schedule", event_id(reached.event), reached.event.date, due, why)
