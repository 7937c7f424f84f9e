"""Two journals that differ in one value, for properties of what is made from them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeAlias

from hypothesis import strategies as st

from iiv.journal.model import FormerWording, News
from iiv.journal.read.reading import Reading
from iiv.journal.settings import Settings
from iiv.values import replace
from tests.builders import a_journal
from tests.method.journals import DAYS, NEXT, PROMISES, journals, lines
from tests.site import comparing, sites

Pool: TypeAlias = Mapping[str, st.SearchStrategy[Any]]
WORDS = st.sampled_from(
    (
        "",
        "Numbers.",
        "Of *looms*, #craft and [[Ada Lovelace]]. More of it.",
        "See ![it](../images/engine.png).",
    )
)
NAMES = st.lists(st.sampled_from(("night shift", "craft", "Grace")), max_size=2, unique=True).map(tuple)
DEGREES = st.none() | st.integers(1, 5)

POOL: Pool = {
    **dict.fromkeys(("channel", "shift", "role", "organization", "field", "phone", "know", "respect"), WORDS),
    **dict.fromkeys(("crossroads", "pitch", "topic", "synthesis", "notes", "text", "gist", "heading"), WORDS),
    **dict.fromkeys(("tags", "themes", "aliases", "help"), NAMES),
    **dict.fromkeys(("helpfulness", "interest", "order"), DEGREES),
    **dict.fromkeys(("prepared", "retired"), st.booleans()),
    "ask": st.sampled_from(("How?", "What of #craft & *looms*?")),
    "name": st.sampled_from(("A. Byron", "<b>")),
    "email": st.sampled_from(("", "a@example.org", "ask her")),
    "next_contact": NEXT,
    "asked_about_me": st.none() | st.booleans(),
    "minutes": st.none() | st.integers(1, 90),
    "time": st.none() | st.just(dt.time(15, 30)),
    **dict.fromkeys(("since", "as_of"), st.none() | DAYS),
    "promises": PROMISES.map(tuple),
    "log": st.lists(lines(), max_size=3).map(tuple),
    "thanked": st.lists(lines().map(lambda line: replace(line, verb="thanked")), max_size=1).map(tuple),
    "formerly": st.tuples(st.builds(FormerWording, st.just("And how?"), st.none() | DAYS)),
    "news": st.lists(st.builds(News, DAYS, WORDS.filter(bool)), max_size=2).map(tuple),
}
"""Other values for the fields of a journal's values, by the names of the fields."""


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A journal with something of each kind, or any journal of three people."""
    written = st.sampled_from((a_journal(sites.NOTES), a_journal(comparing.NOTES)))
    any_ = journals().map(lambda journal: Reading(journal, Settings(), ()))
    return draw(written | written | any_)


@st.composite
def changed(draw: st.DrawFn, reading: Reading) -> Reading:
    """The same with another value in one place."""
    journal = reading.journal
    part = draw(st.sampled_from(("interviews", "contacts", "questions", "me", "welcome", "refs", "settings")))
    match part:
        case "settings":
            nudges = draw(st.sampled_from(((), (7,), (1, 2, 3))))
            return replace(reading, settings=Settings(cadence={5: 2}, nudges=nudges, max_questions=1))
        case "refs":
            return replace(reading, journal=replace(journal, refs={}))
        case "welcome":
            return replace(reading, journal=replace(journal, welcome=draw(WORDS)))
        case "me":
            return replace(reading, journal=replace(journal, me=draw(_another(journal.me, POOL))))
        case _:
            people = st.sampled_from(sorted(journal.contacts_by_id))
            pool = {
                **POOL,
                "introductions": st.lists(people, max_size=2, unique=True).map(tuple),
                "introduced_by": st.none() | people,
            }
            new: Any = {part: draw(_another_of(getattr(journal, part), pool))}
            return replace(reading, journal=replace(journal, **new))


@st.composite
def _another(draw: st.DrawFn, value: Any, pool: Pool) -> Any:  # noqa: ANN401 - any value of a journal
    """The value with another one in one of its fields."""
    name = draw(st.sampled_from([name for name in value.__struct_fields__ if name in (*pool, "answers")]))
    if name == "answers":
        return replace(value, answers=draw(_another_of(value.answers, pool)))
    return replace(value, **{name: draw(pool[name])})


@st.composite
def _another_of(draw: st.DrawFn, values: tuple[Any, ...], pool: Pool) -> tuple[Any, ...]:
    """The values with another one in the place of one."""
    if not values:
        return ()
    at = draw(st.integers(0, len(values) - 1))
    return (*values[:at], draw(_another(values[at], pool)), *values[at + 1 :])
