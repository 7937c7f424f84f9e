"""What an introduction asks for: to take it up, then to tell the one who made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.days import add_days
from iiv.journal.model import Interview
from iiv.method.dates import spoken
from iiv.method.follow_up import FollowUp
from iiv.method.history import event_id
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact
    from iiv.journal.settings import Settings
    from iiv.method.history import Event, Histories, History

WITHIN = 7  # days after the talk in which somebody was offered, or met
TELLING = frozenset({"wrote", "called", "met"})


class Introducer(Value, frozen=True):
    """Who led one to a person; `offer` is the talk in which they offered it, where they did."""

    id: str
    offer: Interview | None


def introducer(journal: Journal, contact: Contact) -> Introducer | None:
    """Whom the person's file names, else who offered the introduction last; None where nobody did."""
    offers = _offers(journal, contact.id)
    named = contact.introduced_by
    if named and named != contact.id:
        return Introducer(named, next((talk for talk in reversed(offers) if talk.contact == named), None))
    return Introducer(offers[-1].contact, offers[-1]) if offers else None


def introduction(people: Histories, _settings: Settings) -> Iterator[FollowUp]:
    """For everyone who was offered and of whom nothing is noted yet; then for who introduced them."""
    offers = {id_: talks for id_ in people.journal.offers if (talks := _offers(people.journal, id_))}
    yield from _to_take_up(people.by_id, offers)
    yield from _to_tell(people.by_id, offers)


def _offers(journal: Journal, person: str) -> list[Interview]:
    """The talks in which a person was offered, oldest first.

    An offer of oneself, or of the one who made the introduction in the first place, is none.
    """
    people = journal.contacts_by_id
    return [
        talk
        for talk in journal.offers.get(person, ())
        if person not in {talk.contact, people[talk.contact].introduced_by}
    ]


def _to_take_up(people: Mapping[str, History], offers: Mapping[str, list[Interview]]) -> Iterator[FollowUp]:
    for offered, talks in offers.items():
        past = people.get(offered)
        if past is None or past.contacts:
            continue
        talk = talks[-1]
        due = add_days(talk.date, WITHIN)
        why = f"{people[talk.contact].contact.name} offered on {spoken(talk.date)} to introduce you."
        yield FollowUp(offered, "introduction", talk.id, talk.date, due, why)


def _to_tell(people: Mapping[str, History], offers: Mapping[str, list[Interview]]) -> Iterator[FollowUp]:
    """For each introducer, on the first meeting after the offer."""
    for introduced, past in people.items():
        for introducer, offer in _introducers(past, offers.get(introduced, [])):
            meeting = _first_meeting(past, offer)
            teller = people.get(introducer)
            if meeting is None or teller is None or _told(teller, meeting):
                continue
            event, due = _meeting_id(introduced, meeting), add_days(meeting.date, WITHIN)
            met = spoken(meeting.date)
            why = f"You met {past.contact.name} on {met}, thanks to their introduction: tell them."
            yield FollowUp(introducer, "introduction", event, meeting.date, due, why)


def _introducers(past: History, offers: list[Interview]) -> list[tuple[str, Interview | None]]:
    """Who introduced a person, with their first offer: whom the file names, else all who offered."""
    named = past.contact.introduced_by
    first: dict[str, Interview | None] = {}
    for talk in offers:
        first.setdefault(talk.contact, talk)
    if named is None:
        return list(first.items())
    return [(named, first.get(named))] if named != past.contact.id else []


def _first_meeting(past: History, offer: Interview | None) -> Event | None:
    meetings = (e for e in past.events if isinstance(e, Interview) or e.verb == "met")
    return next((e for e in meetings if offer is None or e.date >= offer.date), None)


def _told(introducer: History, meeting: Event) -> bool:
    """Whether one wrote to, called or met the introducer since; in a talk it comes up by itself."""
    return introducer.talked_since(meeting.date) or any(
        line.verb in TELLING and line.date >= meeting.date for line in introducer.log
    )


def _meeting_id(person: str, meeting: Event) -> str:
    return meeting.id if isinstance(meeting, Interview) else f"{person}/{event_id(meeting)}"
