"""What happened with one person, in order of time."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from iiv.journal.model import Interview, Touchpoint
from iiv.method.stages import stage
from iiv.method.verbs import verbs_that
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact, Never, Promise
    from iiv.method.stages import Stage

Event: TypeAlias = Interview | Touchpoint

TOUCHES = verbs_that("keeps_in_touch")
AFTER_A_TALK = verbs_that("follows_talk")
CONTACTS = verbs_that("is_contact")


class History(Value, frozen=True, dict=True):
    """One person, the talks with them and their log, both oldest first.

    `log` holds the talks' own `thanked` too; lines of one day keep the order in which they
    are written.
    """

    contact: Contact
    talks: tuple[Interview, ...]
    log: tuple[Touchpoint, ...]

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Talks and log lines in one line of time.

        On the day of a talk what leads to it (asked, scheduled, ...) stands before it, and what
        follows from it (thanked, wrote, ...) behind.
        """
        return tuple(sorted((*self.log, *self.talks), key=_moment))

    @cached_property
    def stage(self) -> Stage:
        """How far one has come."""
        return stage(self.events, self.talks)

    @cached_property
    def last_contact(self) -> Event | None:
        """The latest talk or log line by which something passed between you."""
        return max(self.contacts, key=_moment, default=None)

    @property
    def contacts(self) -> list[Event]:
        """Every talk and log line, but for notes to oneself and coming across them."""
        return [*(line for line in self.log if line.verb in CONTACTS), *self.talks]

    @property
    def helpfulness(self) -> int | None:
        """As the newest talk says that says it, 1 to 5."""
        return next((t.helpfulness for t in reversed(self.talks) if t.helpfulness is not None), None)

    @property
    def asked_about_me(self) -> bool | None:
        """As the newest talk says that says it: after a no the person is filed."""
        return next((t.asked_about_me for t in reversed(self.talks) if t.asked_about_me is not None), None)

    @property
    def next_contact(self) -> tuple[Interview, dt.date | Never] | None:
        """The newest talk that says when to be in touch again, and what it says."""
        for talk in reversed(self.talks):
            if talk.next_contact is not None:
                return talk, talk.next_contact
        return None

    @property
    def promises(self) -> tuple[tuple[dt.date | None, Promise], ...]:
        """What one promised them: in the talks, with the day of each, and then in their file."""
        in_talks = ((talk.date, promise) for talk in self.talks for promise in talk.promises)
        return (*in_talks, *((None, promise) for promise in self.contact.promises))

    def touched_since(self, day: dt.date) -> bool:
        """Whether they were in touch on that day or later."""
        return self.talked_since(day) or any(t.verb in TOUCHES and t.date >= day for t in self.log)

    def talked_since(self, day: dt.date) -> bool:
        """Whether there was a talk on that day or later."""
        return any(talk.date >= day for talk in self.talks)


def history(contact: Contact, talks: tuple[Interview, ...]) -> History:
    """The history of a person from their file and the talks with them, in any order."""
    in_order = tuple(sorted(talks, key=lambda talk: (talk.date, talk.id)))
    lines = (*contact.log, *(line for talk in in_order for line in talk.thanked))
    return History(contact, in_order, tuple(sorted(lines, key=lambda line: line.date)))


class Histories(Value, frozen=True):
    """The history of each person in `journal`, by id, in the journal's order."""

    journal: Journal
    by_id: Mapping[str, History]

    def __iter__(self) -> Iterator[History]:
        return iter(self.by_id.values())


def histories(journal: Journal) -> Histories:
    """The history of every person."""
    return Histories(journal, {contact.id: history_of(journal, contact) for contact in journal.contacts})


def history_of(journal: Journal, contact: Contact) -> History:
    """The history of one of a journal's people."""
    return history(contact, journal.talks_by_contact.get(contact.id, ()))


def led_to(journal: Journal, past: History) -> tuple[str, ...]:
    """The ids of those to whom somebody led one, by offers in talks, then by the files on these."""
    offered = (id_ for talk in past.talks for id_ in talk.introductions)
    by_file = sorted(journal.led_to.get(past.contact.id, ()))
    return tuple(id_ for id_ in dict.fromkeys((*offered, *by_file)) if id_ != past.contact.id)


def event_id(event: Event) -> str:
    """What tells an event from the others with that person: the note's id, or the line's date and verb."""
    return event.id if isinstance(event, Interview) else f"{event.date}-{event.verb}"


def _moment(event: Event) -> tuple[dt.date, int]:
    if isinstance(event, Interview):
        return event.date, 1
    return event.date, 2 if event.verb in AFTER_A_TALK else 0
