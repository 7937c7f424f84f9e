"""Follow-ups as a calendar that other programs read (RFC 5545)."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Final

from icalendar import Calendar, Event

from iiv.journal.days import add_days
from iiv.method.wording import act

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iiv.journal.model import Journal
    from iiv.method.items import FollowUp, Kind

NAME: Final = "Follow-ups"
PRODUCT: Final = "-//iiv//Follow-ups//EN"
NOBODY: Final = "somebody"
ACTS: Final[Mapping[Kind, str]] = {
    "nudge": "Ask {} once more",
    "schedule": "Find a day with {}",
    "prepare": "Prepare the talk with {}",
    "write-up": "Write up the talk with {}",
    "introduction": "Follow up the introduction: {}",
    "promise": "Keep your promise to {}",
    "stay-in-touch": "Get in touch with {}",
}
# Line ends of all kinds: some readers break lines at those that the standard leaves alone.
CONTROL: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
WORD: Final = re.compile(r"[^\W\d_]+")


def calendar(journal: Journal, items: Iterable[FollowUp], *, initials: bool = False) -> bytes:
    """The items as an iCalendar file: an all-day event each, by date, that keeps nobody's day busy.

    `items` are follow-ups in any order, of people in `journal`. With `initials`, nothing in it
    names a person or repeats what was written about one. The same items always give the same
    bytes, and an item keeps its UID when its date moves and whether or not names are left out.
    """
    names = journal.contacts_by_id
    in_order = sorted(items, key=lambda item: (item.due, item.id))
    return with_events(event(item, names[item.contact].name, initials=initials) for item in in_order)


def with_events(events: Iterable[bytes]) -> bytes:
    """A calendar of these events, which stand as in an iCalendar file, in their order."""
    file = Calendar()
    file.add("version", "2.0")
    file.add("prodid", PRODUCT)
    file.calendar_name = NAME
    head, end, rest = file.to_ical().partition(b"END:VCALENDAR")
    return b"".join([head, *events, end, rest])


def event(item: FollowUp, name: str, *, initials: bool = False) -> bytes:
    """One follow-up of the person called `name`, as it stands in an iCalendar file."""
    name = _clean(name)
    text: bytes = _event(item, *(_veiled(item, name) if initials else _told(item, name))).to_ical()
    return text


def _event(item: FollowUp, summary: str, description: str) -> Event:
    event = Event()
    event.add("uid", _uid(item))
    # When the item came to be, as the notes know it; the clock would change the file each time.
    event.add("dtstamp", dt.datetime.combine(item.from_, dt.time(), dt.UTC))
    event.add("dtstart", item.due)
    after = add_days(item.due, 1)
    if after > item.due:  # the last day there is has no end to exclude; without one, it is a day long
        event.add("dtend", after)
    event.add("transp", "TRANSPARENT")
    event.add("summary", summary)
    event.add("description", description)
    return event


def _uid(item: FollowUp) -> str:
    """Contact, kind and event as a hash: the id itself may hold a name, and any script."""
    return f"{hashlib.sha256(item.id.encode()).hexdigest()[:32]}@iiv.invalid"


def _told(item: FollowUp, name: str) -> tuple[str, str]:
    """Summary and description in full."""
    return _summary(item).format(name or NOBODY), _clean(item.why)


def _veiled(item: FollowUp, name: str) -> tuple[str, str]:
    """Summary and description without a name. The reason is left out: it may speak of anybody."""
    deed = act(item)
    return f"Follow up with {initials_of(name)}", f"{deed[0].upper()}{deed[1:]}. `iiv due` says why."


def _summary(item: FollowUp) -> str:
    if item.kind == "thank":
        return "Send a card to {}" if item.channel == "card" else "Thank {} by e-mail"
    return ACTS[item.kind]


def initials_of(name: str) -> str:
    """The first letters of the first and the last word of a name (`A. L.`); `somebody` without letters."""
    words = WORD.findall(name)
    return " ".join(f"{word[0].upper()}." for word in (words[:1] + words[1:][-1:])) or NOBODY


def _clean(text: str) -> str:
    """`text` on one line, without control characters."""
    return " ".join("".join(" " if unicodedata.category(c) in CONTROL else c for c in text).split())
