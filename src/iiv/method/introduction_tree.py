"""Who led to whom, as a tree, with what came of each introduction."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iiv.method.history import histories
from iiv.method.status import stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iiv.journal.model import Interview, Journal
    from iiv.method.history import History


@dataclass(frozen=True, slots=True)
class Branch:
    """One person's place in the tree.

    `depth` is 0 for somebody whom nobody introduced, and one more than that of the introducer
    below. `offer` is the talk in which `introducer` first offered them, None when only the
    person's file or log tells of the introduction. `others` are ids of those who led to them too.
    """

    past: History
    depth: int
    introducer: str | None
    offer: Interview | None
    others: tuple[str, ...]

    @property
    def id(self) -> str:
        """The contact's id."""
        return self.past.contact.id

    @property
    def introduced(self) -> dt.date | None:
        """The day on which they were introduced, as their log says it; None when it does not."""
        return next((line.date for line in self.past.log if line.verb == "introduced"), None)

    @property
    def open(self) -> bool:
        """Whether they were offered and nothing is noted of them yet: no line of a log and no talk."""
        return self.offer is not None and not self.past.log and not self.past.talks

    @property
    def declined(self) -> bool:
        """Whether they declined, whatever came before."""
        return stage(self.past).name == "declined"


@dataclass(frozen=True, slots=True)
class _Link:
    """That `introducer` led to somebody, in the talk `offer` where it is known; `day` sorts."""

    introducer: str
    offer: Interview | None
    day: dt.date


def introduction_tree(journal: Journal) -> tuple[Branch, ...]:
    """Everyone who was introduced or who introduced somebody, each once, in the order of a tree.

    A person stands right behind the introducer, one deeper, and all whom they led to behind them.
    The introducer is the one whom the person's file names, else the first who offered them in a
    talk; the rest are `others`. Those of one introducer, and those whom nobody introduced, stand
    in order of time. Where people introduced each other in a ring, the one known longest is
    taken for its beginning.
    """
    people = {past.contact.id: past for past in histories(journal)}
    links = _links(journal, people)
    parents = {person: found[0] for person, found in links.items()}
    days = {person: _first_day(past, parents.get(person)) for person, past in people.items()}
    tops = _tops(people, parents, days)
    for top in tops:
        parents.pop(top, None)
    children: dict[str, list[str]] = {}
    for person, link in parents.items():
        children.setdefault(link.introducer, []).append(person)
    shown = [top for top in tops if top in children or top in links or _was_introduced(people[top])]
    return tuple(_branches(shown, children, days, people, parents, links))


def _links(journal: Journal, people: Mapping[str, History]) -> dict[str, list[_Link]]:
    """Who led to each person, the one whom their file names first; nobody leads to themselves."""
    offers: dict[str, dict[str, _Link]] = {}
    for talk in sorted(journal.talks, key=lambda talk: (talk.date, talk.id)):
        for offered in talk.introductions:
            if offered != talk.contact and offered in people and talk.contact in people:
                link = _Link(talk.contact, talk, talk.date)
                offers.setdefault(offered, {}).setdefault(talk.contact, link)
    for person, past in people.items():
        named = past.contact.introduced_by
        if named is not None and named != person and named in people:
            known = offers.pop(person, {})
            link = known.pop(named, _Link(named, None, dt.date.max))
            offers[person] = {named: link, **known}
    return {person: list(found.values()) for person, found in offers.items()}


def _first_day(past: History, link: _Link | None) -> dt.date:
    """The first day on which one heard of a person; the last day there is when nothing says."""
    events = past.events
    return min(events[0].date if events else dt.date.max, link.day if link else dt.date.max)


def _tops(
    people: Mapping[str, History], parents: Mapping[str, _Link], days: Mapping[str, dt.date]
) -> list[str]:
    """Those whom nobody introduced, and of each ring the one known longest, in order of time."""
    order = {person: (days[person], number) for number, person in enumerate(people)}
    settled: set[str] = set()
    tops: list[str] = []
    for person in people:
        way: dict[str, None] = {}
        here = person
        while here not in settled and here not in way and here in parents:
            way[here] = None
            here = parents[here].introducer
        if here in way:
            ring = list(way)[list(way).index(here) :]
            tops.append(min(ring, key=order.__getitem__))
        elif here not in settled:
            tops.append(here)
        settled.update(way, [here])
    return sorted(tops, key=order.__getitem__)


def _was_introduced(past: History) -> bool:
    return any(line.verb == "introduced" for line in past.log)


def _branches(  # noqa: PLR0913, PLR0917 - the parts of one tree
    tops: list[str],
    children: Mapping[str, list[str]],
    days: Mapping[str, dt.date],
    people: Mapping[str, History],
    parents: Mapping[str, _Link],
    links: Mapping[str, list[_Link]],
) -> Iterator[Branch]:
    """The tree from top to bottom, without recursion: a chain may be of any length."""
    waiting = [(top, 0) for top in reversed(tops)]
    while waiting:
        person, depth = waiting.pop()
        link = parents.get(person)
        yield Branch(
            past=people[person],
            depth=depth,
            introducer=link.introducer if link else None,
            offer=link.offer if link else None,
            others=tuple(other.introducer for other in links.get(person, ()) if other != link),
        )
        below = sorted(children.get(person, ()), key=days.__getitem__, reverse=True)
        waiting.extend((child, depth + 1) for child in below)
