"""How a person, a talk and a next step look wherever they are shown."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from iiv.journal.markup import plain_text
from iiv.method.wording import act
from iiv.site import addresses
from iiv.site.views.letters import kind_for
from iiv.site.words import capitalise

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from iiv.exchange.letters import LetterKind
    from iiv.journal.model import Contact, Interview, Journal, Me, Question
    from iiv.journal.settings import Settings
    from iiv.method.follow_ups import FollowUp

HUES = 12
"""How many quiet hues there are for people; the style sheet has a class for each."""

_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person as a badge with a name. `line` says role and organization, "" when unknown."""

    id: str
    name: str
    initials: str
    hue: int
    address: str
    line: str
    field: str


@dataclass(frozen=True, slots=True)
class Circle:
    """What a page about one person may show of all others, and what it shares with their pages.

    `met` are those with whom one talked, with the id and day of the first talk.
    """

    people: tuple[PersonView, ...]
    met: tuple[tuple[str, str, dt.date], ...]
    questions: tuple[Question, ...]
    me: Me
    settings: Settings


class Stays(Protocol):
    """Which outputs may stay as they are in the last site."""

    def when_said(self, address: str, words: Sequence[str] = (), /) -> bool:
        """Whether one may, when of what was said it shows no more than the outline and these words."""

    def when_made_from(self, address: str, inputs: object, /) -> bool:
        """Whether one may, when this is all that it is made from."""


class _NothingStays:
    def when_said(self, *_: object) -> bool:
        return False

    when_made_from = when_said


NOTHING_STAYS: Final[Stays] = _NothingStays()
"""For a site that is made anew."""


@dataclass(frozen=True, slots=True)
class TalkView:
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


@dataclass(frozen=True, slots=True)
class StepView:
    """A next step: whom to do what for, when, and why. The day it is read on decides its state.

    `letter` is the letter that does it, where one does.
    """

    id: str
    person: PersonView
    kind: str
    act: str
    since: dt.date
    due: dt.date
    until: dt.date | None
    why: str
    letter: LetterKind | None


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
    key = person, contact.id, talk.id if talk else ""
    if key not in journal.memory:
        journal.memory[key] = _person(journal, contact, talk)
    view: PersonView = journal.memory[key]
    return view


def _person(journal: Journal, contact: Contact, talk: Interview | None) -> PersonView:
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


def circle(journal: Journal, settings: Settings) -> Circle:
    """What pages about one person may show besides what is known of that person."""
    first = ((id_, talks[0]) for id_, talks in journal.talks_by_contact.items())
    return Circle(
        people=tuple(person(journal, contact) for contact in journal.contacts),
        met=tuple((id_, talk_.id, talk_.date) for id_, talk_ in first),
        questions=journal.questions,
        me=journal.me,
        settings=settings,
    )


def people_by_id(journal: Journal, ids: Iterable[str]) -> tuple[PersonView, ...]:
    """The people with these ids, in their order."""
    return tuple(person(journal, journal.contacts_by_id[id_]) for id_ in ids)


def talk(journal: Journal, interview: Interview) -> TalkView:
    """A talk as it stands in a list."""
    key = talk, interview.id
    if key not in journal.memory:
        journal.memory[key] = _talk(journal, interview)
    view: TalkView = journal.memory[key]
    return view


def _talk(journal: Journal, interview: Interview) -> TalkView:
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


def step(journal: Journal, item: FollowUp) -> StepView:
    """A next step as it stands in a list."""
    key = step, item.id
    if key not in journal.memory:
        journal.memory[key] = _step(journal, item)
    view: StepView = journal.memory[key]
    return view


def _step(journal: Journal, item: FollowUp) -> StepView:
    return StepView(
        id=item.id,
        person=person(journal, journal.contacts_by_id[item.contact]),
        kind=item.kind,
        act=capitalise(act(item)),
        since=item.from_,
        due=item.due,
        until=item.until,
        why=plain_text(item.why),
        letter=kind_for(journal, item),
    )


def steps(journal: Journal, items: Iterable[FollowUp]) -> tuple[StepView, ...]:
    """Next steps by date: the order that is right without knowing the day."""
    return tuple(sorted((step(journal, item) for item in items), key=lambda view: (view.due, view.id)))
