"""When to be in touch with somebody again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.days import add_days, add_months
from iiv.journal.model import Never
from iiv.method.dates import spoken
from iiv.method.follow_up import FollowUp
from iiv.method.wording import deed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iiv.journal.settings import Settings
    from iiv.method.history import Histories, History

EARLY = 14  # days before a date from which being in touch fulfils it
UNKNOWN = 12  # months before a date from which it shows, where nothing says when it was set


def stay_in_touch(people: Histories, settings: Settings) -> Iterator[FollowUp]:
    """At most one for each person: by the date in their file, else by the newest talk's, else by cadence."""
    for past in people:
        item = next_word(past, settings)
        if item is not None:
            yield item


def next_word(past: History, settings: Settings) -> FollowUp | None:
    """When to be in touch with one person again; None with whom one does not mean to be."""
    return _by_file(past) or _by_talk(past, settings)


def _by_file(past: History) -> FollowUp | None:
    day = past.contact.next_contact
    if day is None or day is Never.NEVER or past.touched_since(add_days(day, -EARLY)):
        return None
    before = [event.date for event in past.contacts if event.date <= day]
    start = max(before, default=add_months(day, -UNKNOWN))
    return _item(past, start, day, f"You planned to be in touch on {spoken(day)}.")


def _by_talk(past: History, settings: Settings) -> FollowUp | None:
    if past.contact.next_contact is Never.NEVER:
        return None
    stated = past.next_contact
    if stated is None:
        return _by_cadence(past, settings)
    talk, day = stated
    if day is Never.NEVER:
        return None
    # The talk that sets a date is not what fulfils it, however near the date.
    if past.touched_since(max(add_days(day, -EARLY), add_days(talk.date, 1))):
        return _by_cadence(past, settings)
    why = f"{deed(talk)} and planned to be in touch on {spoken(day)}."
    return _item(past, talk.date, day, why)


def _by_cadence(past: History, settings: Settings) -> FollowUp | None:
    months = settings.cadence.get(past.helpfulness) if past.helpfulness is not None else None
    last = past.last_contact
    if not months or last is None or past.asked_about_me is False:
        return None
    due = add_months(last.date, months)
    every = "month" if months == 1 else f"{months} months"
    why = f"{deed(last)}; a word every {every} keeps you in touch."
    return _item(past, last.date, due, why)


def _item(past: History, start: dt.date, due: dt.date, why: str) -> FollowUp:
    # One for each person, whatever moves its date.
    return FollowUp(past.contact.id, "stay-in-touch", "next", start, due, why)
