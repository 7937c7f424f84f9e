"""Two notes on what may be one: two talks with somebody on one day, two files that one name leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.command_lines import joined
from iiv.journal.model import name_key
from iiv.journal.names import plain_key
from iiv.journal.problems import NOWHERE, warning

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from iiv.journal.model import Contact, Interview
    from iiv.journal.problems import Problem


def check_days(interviews: Iterable[Interview], names: Mapping[str, str]) -> Iterator[Problem]:
    """A warning for each talk with somebody who had one on that day, unless each says its time.

    `names` are those of the people by id. A note that is only prepared is no talk.
    """
    first: dict[tuple[str, dt.date], Interview] = {}
    for talk in interviews:
        if talk.prepared:
            continue
        other = first.setdefault((talk.contact, talk.date), talk)
        if other is not talk and (talk.time is None or talk.time == other.time):
            yield _same_day(talk, other, names[talk.contact])


def check_names(people: Sequence[Contact]) -> Iterator[Problem]:
    """The problems of people with a file of whom one is called what leads to the other.

    So it is when git brings back the file of somebody who was merged, and when an editor makes one from a
    link. Namesakes are none: two files may have one name, and `not` sets apart whoever else are two.
    """
    by_id = {name_key(person.id): person for person in people}
    by_name = {plain_key(person.name): person for person in people}
    for person in people:
        meant = [(name, by_id.get(name_key(name))) for name in (person.name, *person.aliases)]
        meant += [(name, by_name.get(plain_key(name))) for name in person.aliases]
        others = {other.id: (name, other) for name, other in meant if other and other.id != person.id}
        for name, other in others.values():
            if not (_sets_apart(person, other) or _sets_apart(other, person)):
                yield _same_name(person, name, other)


def _same_day(talk: Interview, other: Interview, name: str) -> Problem:
    message = f"this is another talk with {name} on {talk.date}: there is {other.path}"
    hint = f"make one note of the two; if there were two talks, give this one its time: `{talk.date} 15:00`"
    return warning(talk.place, "same-day", message, hint)


def _sets_apart(person: Contact, other: Contact) -> bool:
    names: Iterable[str] = (other.id, other.name)
    return not set(map(plain_key, person.not_same)).isdisjoint(map(plain_key, names))


def _same_name(person: Contact, name: str, other: Contact) -> Problem:
    ids = joined((other.id, person.id))
    return warning(
        person.place or NOWHERE,
        "same-name",
        f"`{name}` leads to two files, this one and {other.place.path if other.place else other.id}",
        f"`iiv merge {ids}` makes the two one; if they are two people, write `not: [{other.id}]` here",
    )
