"""What a scheduled talk asks for: to prepare it, to be there, and to write it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.days import add_days
from iiv.journal.model import Touchpoint
from iiv.method.dates import spoken
from iiv.method.follow_up import FollowUp
from iiv.method.history import event_id, history_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact, Interview
    from iiv.journal.settings import Settings
    from iiv.method.history import Histories, History


WHILE_FRESH = "While it is fresh: what they said, what moved in you, what fits, and what you doubt."
ENDS_ROUND = frozenset({"declined", "cancelled", "asked"})
"""After these a `scheduled` line fixes another talk."""


def prepare(people: Histories, _settings: Settings) -> Iterator[FollowUp]:
    """Due the day before a scheduled day, until its end."""
    for past, line, day in _to_come(people):
        due = max(add_days(day, -1), line.date)
        why = f"You will talk on {spoken(day)}{_at(line)}: choose your questions, and confirm."
        yield FollowUp(past.contact.id, "prepare", event_id(line), line.date, due, why, until=day)


def talk(people: Histories, _settings: Settings) -> Iterator[FollowUp]:
    """The talk itself, on its day. It stays the same one when another day is fixed for it."""
    for past, line, day in _to_come(people):
        by = f", by {line.channel}" if line.channel else ""
        yield FollowUp(
            contact=past.contact.id,
            kind="talk",
            event=event_id(_first_fixed(past, line)),
            from_=line.date,
            due=day,
            until=day,
            channel=line.channel,
            time=line.time,
            why=f"You will talk on {spoken(day)}{_at(line)}{by}.",
        )


def _to_come(people: Iterable[History]) -> Iterator[tuple[History, Touchpoint, dt.date]]:
    """The appointments, but for those that were logged when their day was over."""
    return ((past, line, day) for past, line, day in _appointments(people) if line.date <= day)


def _at(line: Touchpoint) -> str:
    return f" at {line.time:%H:%M}" if line.time else ""


def _first_fixed(past: History, line: Touchpoint) -> Touchpoint:
    """The first of the lines that fixed a day for this talk: each moved the one before it."""
    after = [event for event in past.events if not isinstance(event, Touchpoint) or event.verb in ENDS_ROUND]
    last = max((event.date for event in after if event.date <= line.date), default=None)
    fixed = [one for one in past.log if one.verb == "scheduled" and (last is None or one.date >= last)]
    return fixed[0] if fixed else line


def write_up(people: Histories, _settings: Settings) -> Iterator[FollowUp]:
    """Due the day after a scheduled day on which no talk is noted, and hidden until then."""
    prepared = {note.contact: note.date for note in prepared_notes(people.journal)}
    for past, line, day in _appointments(people):
        due = add_days(day, 1)
        begun = past.contact.id in prepared and prepared[past.contact.id] >= line.date
        missing = "the note that you prepared is still empty" if begun else "there is no note of it yet"
        why = f"You were to talk on {spoken(day)}, and {missing}. {WHILE_FRESH}"
        yield FollowUp(past.contact.id, "write-up", event_id(line), due, due, why)


def prepared_notes(journal: Journal) -> tuple[Interview, ...]:
    """The notes that are still only prepared, oldest first: no talk on their day or later is noted.

    None is about somebody held back: the note of that talk may be in conflict.
    """
    return tuple(
        note
        for note in journal.interviews
        if note.prepared
        and note.contact not in journal.held_back
        and not history_of(journal, journal.contacts_by_id[note.contact]).talked_since(note.date)
    )


def appointed(journal: Journal, contact: Contact, today: dt.date) -> dt.date | None:
    """The day, today or later, that is fixed for a talk with one person; None when there is none."""
    days = (day for _, _, day in _appointments([history_of(journal, contact)]))
    return next((day for day in days if day >= today), None)


def _appointments(people: Iterable[History]) -> Iterator[tuple[History, Touchpoint, dt.date]]:
    """Each person's latest scheduled day, unless it was called off, they declined, or a talk followed."""
    for past in people:
        lines = [line for line in past.log if line.verb in {"scheduled", "declined", "cancelled"}]
        line = lines[-1] if lines else None
        if line is None or line.verb != "scheduled" or line.day is None:
            continue
        # A talk on the day of the line is most often the one in which the next was agreed.
        if not past.talked_since(min(line.day, add_days(line.date, 1))):
            yield past, line, line.day
