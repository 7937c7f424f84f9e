"""The status of a person on any day.

How far one has come is a `Stage`. Two things depend on the day, and are dates in the value: a request
that nobody answers becomes `no reply` one interval after the last nudge (or, when the person was not nudged
as often as the settings say, once the nudge that is owed rests); what is dated later has not happened yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.days import add_days
from iiv.method.dates import add_business_days
from iiv.method.due_states import RESTS_AFTER
from iiv.method.history import history
from iiv.method.stages import WAITING, StatusName
from iiv.method.wording import entry
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt

    from iiv.journal.model import Contact, Interview
    from iiv.journal.settings import Settings
    from iiv.method.stages import Stage

WITHOUT_NUDGES = 7  # business days to wait for a reply where the settings ask for no nudge at all


class Change(Value, frozen=True):
    """What a status turns into by itself from the day `on`, and why."""

    name: StatusName
    on: dt.date
    event: str


class Status(Value, frozen=True):
    """A person's status: `name` from the day `since`, `before` until then, `then` later.

    `since` is None only for an idea; `event` is what it follows from, in words.
    """

    name: StatusName = "idea"
    since: dt.date | None = None
    event: str = "on your list"
    before: StatusName = "idea"
    then: Change | None = None


def status(contact: Contact, talks: tuple[Interview, ...], settings: Settings) -> Status:
    """The status of one person, from their file and the talks (not the prepared notes) with them."""
    return status_of(history(contact, talks).stage, settings)


def status_of(reached: Stage, settings: Settings) -> Status:
    """The status of somebody with whom one has come so far."""
    if reached.event is None:
        return Status()
    then = _silence(reached, settings) if reached.name in WAITING else None
    return Status(reached.name, reached.event.date, entry(reached.event), reached.before, then)


def on_day(status: Status, today: dt.date) -> tuple[StatusName, str]:
    """What the status is on a day, and what it follows from in words."""
    if status.then and today >= status.then.on:
        return status.then.name, status.then.event
    if status.since and today < status.since:
        return status.before, ""
    return status.name, status.event


def nudge_due(reached: Stage, settings: Settings) -> dt.date | None:
    """When to nudge somebody who was asked and did not reply; None when it was done often enough."""
    if reached.name not in WAITING or reached.event is None or reached.nudges >= len(settings.nudges):
        return None
    return add_business_days(reached.event.date, settings.nudges[reached.nudges])


def _silence(reached: Stage, settings: Settings) -> Change | None:
    if reached.event is None:
        return None
    owed = nudge_due(reached, settings)
    if owed is not None:
        on = add_days(owed, RESTS_AFTER + 1)
    else:
        interval = settings.nudges[-1] if settings.nudges else WITHOUT_NUDGES
        on = add_business_days(reached.event.date, interval)
    return Change("no reply", on, f"{entry(reached.event)}, no reply since")
