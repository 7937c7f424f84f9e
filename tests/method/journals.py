"""Any journal that a person might keep, for properties of the method."""

import datetime as dt
from typing import get_args

from hypothesis import strategies as st

from iiv.journal.journal import Journal
from iiv.journal.model import Contact, Interview, Never, Promise, Touchpoint, Verb
from iiv.journal.problems import Place

PEOPLE = ("ada", "grace", "mary")
PLACE = Place("journal/notes.md")


def _never() -> st.SearchStrategy[Never]:
    return st.just(Never.NEVER)


DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31))
NEXT: st.SearchStrategy[dt.date | Never | None] = st.none() | _never() | DAYS
PROMISES = st.lists(
    st.builds(Promise, st.just("a book"), st.just(PLACE), st.none() | DAYS, st.booleans()), max_size=2
)


@st.composite
def lines(draw: st.DrawFn) -> Touchpoint:
    """A log line."""
    verb: Verb = draw(st.sampled_from(get_args(Verb)))
    channel = draw(st.sampled_from(["", "e-mail", "card"]))
    return Touchpoint(draw(DAYS), verb, PLACE, channel, day=draw(DAYS) if verb == "scheduled" else None)


@st.composite
def interviews(draw: st.DrawFn, number: int) -> Interview:
    """A talk, or a prepared note."""
    date = draw(DAYS)
    person = draw(st.sampled_from(PEOPLE))
    return Interview(
        id=f"{date}-{person}-{number}",
        place=PLACE,
        contact=person,
        date=date,
        helpfulness=draw(st.none() | st.integers(1, 5)),
        next_contact=draw(NEXT),
        asked_about_me=draw(st.none() | st.booleans()),
        introductions=tuple(draw(st.lists(st.sampled_from(PEOPLE), max_size=2))),
        promises=tuple(draw(PROMISES)),
        prepared=draw(st.integers(0, 4)) == 0,
    )


@st.composite
def contacts(draw: st.DrawFn, person: str) -> Contact:
    """A person with a log in any order."""
    return Contact(
        id=person,
        name=person.title(),
        place=PLACE,
        introduced_by=draw(st.none() | st.sampled_from(PEOPLE)),
        next_contact=draw(NEXT),
        log=tuple(draw(st.lists(lines(), max_size=6))),
        promises=tuple(draw(PROMISES)),
    )


@st.composite
def journals(draw: st.DrawFn) -> Journal:
    """A journal of three people."""
    talks = [draw(interviews(number)) for number in range(draw(st.integers(0, 5)))]
    return Journal(
        interviews=tuple(sorted(talks, key=lambda talk: (talk.date, talk.id))),
        contacts=tuple(draw(contacts(person)) for person in PEOPLE),
    )
