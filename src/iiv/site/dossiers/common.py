"""How a person, a talk and a follow-up look wherever they are shown."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from iiv.journal.parse.markup import plain_text
from iiv.method.wording import capitalise
from iiv.site import addresses
from iiv.site.dossiers.letter_kinds import kind_for
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from iiv.exchange.letters import LetterKind
    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact, Interview, Unread
    from iiv.method.follow_up import FollowUp

HUES = 12
"""How many quiet hues there are for people; the style sheet has a class for each."""

_WORDS = re.compile(r"[^\W\d_]+")


def not_understood(unread: Iterable[Unread]) -> tuple[tuple[str, str], ...]:
    """Keys of a note that could not be understood, with what stands under them."""
    return tuple((one.key, one.text) for one in unread if not one.by_editor)


def also_there(unread: Iterable[Unread]) -> tuple[tuple[str, str], ...]:
    """Keys that an editor has, with what stands under them."""
    return tuple((one.key, one.text) for one in unread if one.by_editor)


class PersonView(Value, frozen=True):
    """A person as a badge with a name. `line` says role and organization, "" when unknown."""

    id: str
    name: str
    initials: str
    hue: int
    address: str
    line: str
    field: str


class TalkView(Value, frozen=True):
    """One talk in a list, with what was true of the person on that day."""

    id: str
    address: str
    person: PersonView
    date: dt.date
    channel: str
    minutes: int | None
    helpfulness: int | None
    interest: int | None
    shift: str
    gist: str
    answered: int
    prepared: bool
    tags: tuple[str, ...]


class FollowUpView(Value, frozen=True):
    """A follow-up: whom to do what for, when, and why. The day it is read on decides its state.

    `appointment` is the time and channel of a fixed talk; `letter` is the letter that does it, where one
    does.
    """

    id: str
    person: PersonView
    kind: str
    act: str
    since: dt.date
    due: dt.date
    until: dt.date | None
    why: str
    appointment: str
    letter: LetterKind | None


class AskNextView(Value, frozen=True):
    """Somebody to ask for a talk, and why."""

    person: PersonView
    why: str


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name, in any script; `?` for none."""
    firsts = [word[0][0] for word in _WORDS.finditer(name)]
    letters = firsts[:1] + firsts[1:][-1:]
    return "".join(letters).upper() or "?"


def hue(contact_id: str) -> int:
    """A person's own hue, 0 to 11: the same wherever and whenever they are shown."""
    return zlib.crc32(contact_id.encode(errors="surrogateescape")) % HUES


def line_of(role: str, organization: str) -> str:
    """Role and organization in one line."""
    return ", ".join(part for part in (role, organization) if part)


def person(journal: Journal, contact: Contact, talk: Interview | None = None) -> PersonView:
    """The person as of `talk`, or as of today: the contact's own words, else their latest talk's."""
    then = talk or next(reversed(journal.talks_by_contact.get(contact.id, ())), contact)
    first, second = (then, contact) if talk else (contact, then)
    return PersonView(
        id=contact.id,
        name=contact.name,
        initials=initials(contact.name),
        hue=hue(contact.id),
        address=addresses.address(contact),
        line=line_of(first.role or second.role, first.organization or second.organization),
        field=first.field or second.field,
    )


def talk(journal: Journal, interview: Interview) -> TalkView:
    """A talk as it stands in a list."""
    answered = [answer for answer in interview.answers if answer.text]
    return TalkView(
        id=interview.id,
        address=addresses.address(interview),
        person=person(journal, journal.contacts_by_id[interview.contact], interview),
        date=interview.date,
        channel=interview.channel,
        minutes=interview.minutes,
        helpfulness=interview.helpfulness,
        interest=interview.interest,
        shift=interview.shift,
        gist=answered[0].gist if answered else "",
        answered=len(answered),
        prepared=interview.prepared,
        tags=interview.tags,
    )


def follow_up(journal: Journal, item: FollowUp, face: PersonView) -> FollowUpView:
    """A follow-up with the person `face` as it stands in a list."""
    return FollowUpView(
        id=item.id,
        person=face,
        kind=item.kind,
        act=capitalise(item.meaning.act),
        since=item.from_,
        due=item.due,
        until=item.until,
        why=plain_text(item.why),
        appointment=item.appointment,
        letter=kind_for(journal, item),
    )
