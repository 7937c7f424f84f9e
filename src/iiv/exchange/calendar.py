"""Follow-ups as a calendar that other programs read (RFC 5545)."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from typing import TYPE_CHECKING, Final

from icalendar import Calendar, Event

from iiv.exchange.plain import one_line
from iiv.journal.days import add_days

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.journal.journal import Journal
    from iiv.method.follow_up import FollowUp

NAME: Final = "Follow-ups"
PRODUCT: Final = "-//iiv//Follow-ups//EN"
NOBODY: Final = "somebody"
TALK: Final = dt.timedelta(minutes=30)
"""How long a talk lasts, as one asked for it."""
WORD: Final = re.compile(r"[^\W\d_]+")


def calendar(journal: Journal, follow_ups: Iterable[FollowUp], *, initials: bool = False) -> bytes:
    """Follow-ups as an iCalendar file: an all-day event each, by date, that keeps nobody's day busy.

    A fixed talk stands at its time of that day, wherever one is (RFC 5545, 3.3.5: "floating").
    They are in any order, of people in `journal`. With `initials`, nothing in it
    names a person or repeats what was written about one. The same follow-ups always give the same
    bytes, and a follow-up keeps its UID when its date moves and whether or not names are left out.
    """
    names = journal.contacts_by_id
    in_order = sorted(follow_ups, key=lambda follow_up: (follow_up.due, follow_up.id))
    return with_events(
        event(follow_up, names[follow_up.contact].name, initials=initials) for follow_up in in_order
    )


def with_events(events: Iterable[bytes]) -> bytes:
    """A calendar of these events, which stand as in an iCalendar file, in their order."""
    file = Calendar()
    file.add("version", "2.0")
    file.add("prodid", PRODUCT)
    file.calendar_name = NAME
    head, end, rest = file.to_ical().partition(b"END:VCALENDAR")
    return b"".join([head, *events, end, rest])


def event(follow_up: FollowUp, name: str, *, initials: bool = False) -> bytes:
    """One follow-up of the person called `name`, as it stands in an iCalendar file."""
    told = (_veiled if initials else _told)(follow_up, one_line(name))
    text: bytes = _event(follow_up, *told).to_ical()
    return text


def _event(follow_up: FollowUp, summary: str, description: str) -> Event:
    event = Event()
    event.add("uid", _uid(follow_up))
    # When the follow-up came to be, as the notes know it; the clock would change the file each time.
    event.add("dtstamp", dt.datetime.combine(follow_up.from_, dt.time(), dt.UTC))
    if follow_up.time:  # floating: an hour on the clock where one is
        start = dt.datetime.combine(follow_up.due, follow_up.time)
        event.add("dtstart", start)
        event.add("duration", TALK)
    else:
        event.add("dtstart", follow_up.due)
        after = add_days(follow_up.due, 1)
        if after > follow_up.due:  # the last day there is has no end; without one, it is a day long
            event.add("dtend", after)
    event.add("transp", "OPAQUE" if follow_up.time else "TRANSPARENT")
    event.add("summary", summary)
    event.add("description", description)
    return event


def _uid(follow_up: FollowUp) -> str:
    """Contact, kind and event as a hash: the id itself may hold a name, and any script."""
    return f"{hashlib.sha256(follow_up.id.encode()).hexdigest()[:32]}@iiv.invalid"


def _told(follow_up: FollowUp, name: str) -> tuple[str, str]:
    return follow_up.meaning.act_with.format(name or NOBODY), one_line(follow_up.why)


def _veiled(follow_up: FollowUp, name: str) -> tuple[str, str]:
    """Summary and description without a name. The reason is left out: it may speak of anybody."""
    act = follow_up.meaning.act
    if follow_up.kind == "talk":
        return f"Talk with {initials_of(name)}", "`iiv due` says more."
    return f"Follow up with {initials_of(name)}", f"{act[0].upper()}{act[1:]}. `iiv due` says why."


def initials_of(name: str) -> str:
    """The first letters of the first and the last word of a name (`A. L.`); `somebody` without letters."""
    words = WORD.findall(name)
    return " ".join(f"{word[0].upper()}." for word in (words[:1] + words[1:][-1:])) or NOBODY
