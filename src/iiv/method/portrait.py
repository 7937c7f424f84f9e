"""All that is known of one person, as it is on one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method.ask_next import ask_next
from iiv.method.due_states import by_urgency, state
from iiv.method.history import Histories, history_of, led_to
from iiv.method.rules import all_follow_ups
from iiv.method.status import on_day, status_of
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact, Interview, Promise
    from iiv.journal.settings import Settings
    from iiv.method.follow_up import FollowUp
    from iiv.method.history import History
    from iiv.method.stages import StatusName


class Portrait(Value, frozen=True):
    """One person on one day.

    `status` follows from `event`, in words. `introducers` led to them: whom their file names, and who
    offered them in a talk; they `led_to` others. `follow_ups` are what is to be done, the most urgent first,
    and `ask_next` is why to ask them for a talk, "" where one did.
    `notes` are those of all talks, prepared ones too, the newest first. `promises` are open and kept ones,
    with the day of the talk in which they were made.
    """

    past: History
    status: StatusName
    event: str
    introducers: tuple[Contact, ...]
    led_to: tuple[Contact, ...]
    follow_ups: tuple[FollowUp, ...]
    ask_next: str
    notes: tuple[Interview, ...]
    promises: tuple[tuple[dt.date | None, Promise], ...]

    @property
    def contact(self) -> Contact:
        """Who it is."""
        return self.past.contact


def portrait(journal: Journal, settings: Settings, contact: Contact, today: dt.date) -> Portrait:
    """The portrait of one of the journal's people on the day `today`."""
    past = history_of(journal, contact)
    status, event = on_day(status_of(past.stage, settings), today)
    follow_ups = (f for f in all_follow_ups(journal, settings) if f.contact == contact.id)
    notes = sorted((n for n in journal.interviews if n.contact == contact.id), key=lambda n: (n.date, n.id))
    offered = (talk.contact for talk in journal.offers.get(contact.id, ()))
    waiting = ask_next(Histories(journal, {contact.id: past}))
    return Portrait(
        past=past,
        status=status,
        event=event,
        introducers=_people(journal, contact, [contact.introduced_by or "", *offered]),
        led_to=_people(journal, contact, led_to(journal, past)),
        follow_ups=tuple(f for f in by_urgency(follow_ups, today) if state(f, today) != "hidden"),
        ask_next="".join(one.why for one in waiting),
        notes=tuple(reversed(notes)),
        promises=past.promises,
    )


def _people(journal: Journal, but: Contact, ids: Iterable[str]) -> tuple[Contact, ...]:
    known = journal.contacts_by_id
    return tuple(known[id_] for id_ in dict.fromkeys(ids) if id_ in known and id_ != but.id)
