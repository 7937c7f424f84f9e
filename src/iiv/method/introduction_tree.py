"""Who led to whom, as a tree, with what came of each introduction."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from iiv.method.verbs import verbs_that
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from iiv.journal.journal import Journal
    from iiv.journal.model import Interview
    from iiv.method.history import Histories, History

OUTREACH = verbs_that("is_outreach")
"""Log verbs that take up an introduction."""


class Branch(Value, frozen=True):
    """One person's place in the tree.

    `depth` is 0 for somebody whom nobody introduced; whom they led to is one deeper. `offer` is
    the talk in which `introducer` first offered them, None when only the person's file tells of
    it. `others` are the ids of those who led to them too.
    """

    past: History
    depth: int
    introducer: str | None = None
    offer: Interview | None = None
    others: tuple[str, ...] = ()

    @property
    def introduced(self) -> dt.date | None:
        """The day on which they were introduced, as their log says it; None when it does not."""
        return next((line.date for line in self.past.log if line.verb == "introduced"), None)

    @property
    def open(self) -> bool:
        """Whether somebody led to them and nothing was made of it: no talk, and nobody wrote."""
        led = self.introducer is not None or bool(self.others)
        return led and not self.past.talks and not any(line.verb in OUTREACH for line in self.past.log)


class _Link(Value, frozen=True):
    """That `introducer` led to somebody; `offer` is the talk in which they did, where it is known."""

    introducer: str
    offer: Interview | None = None


def introduction_tree(everybody: Histories) -> tuple[Branch, ...]:
    """Everyone who was introduced or who introduced somebody, each once, in the order of a tree.

    A person stands behind the introducer, one deeper, and all whom they led to behind them. The
    introducer is the one whom the person's file names, else the first who offered them in a talk;
    the rest are `others`. Those of one introducer, and those whom nobody introduced, stand in order
    of time. Where people introduced each other in a ring, the one known longest is its beginning.
    """
    people = everybody.by_id
    links = _links(everybody.journal, people)
    parents = {person: found[0] for person, found in links.items()}
    order = _in_order_of_time(people, parents)
    tops = _tops(order, parents)
    for top in tops:
        parents.pop(top, None)
    children: dict[str, list[str]] = {}
    for person in sorted(parents, key=order.__getitem__):
        children.setdefault(parents[person].introducer, []).append(person)
    shown = [top for top in tops if top in children or top in links or _was_introduced(people[top])]
    walk = _walk(shown, children)
    return tuple(_branch(people[id_], depth, parents.get(id_), links.get(id_, ())) for id_, depth in walk)


def _links(journal: Journal, people: Mapping[str, History]) -> dict[str, list[_Link]]:
    """Who led to each person, the one whom their file names first; nobody leads to themselves."""
    found: dict[str, dict[str, _Link]] = {}
    for talk in sorted(journal.talks, key=lambda talk: (talk.date, talk.id)):
        for offered in talk.introductions:
            if offered != talk.contact and offered in people:
                found.setdefault(offered, {}).setdefault(talk.contact, _Link(talk.contact, talk))
    for person, past in people.items():
        named = past.contact.introduced_by
        if named is not None and named != person and named in people:
            offers = found.pop(person, {})
            found[person] = {named: offers.get(named, _Link(named)), **offers}
    return {person: list(links.values()) for person, links in found.items()}


def _in_order_of_time(
    people: Mapping[str, History], parents: Mapping[str, _Link]
) -> dict[str, tuple[dt.date, int]]:
    """What sorts people by the first day on which one heard of them, then as the journal has them."""
    return {
        person: (_first_day(past, parents.get(person)), number)
        for number, (person, past) in enumerate(people.items())
    }


def _first_day(past: History, link: _Link | None) -> dt.date:
    days = [event.date for event in past.events[:1]]
    if link and link.offer:
        days.append(link.offer.date)
    return min(days, default=dt.date.max)


def _tops(order: Mapping[str, tuple[dt.date, int]], parents: Mapping[str, _Link]) -> list[str]:
    """Those whom nobody introduced, and of each ring the one known longest, in order of time."""
    settled: set[str] = set()
    tops: list[str] = []
    for person in order:
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


def _walk(tops: Sequence[str], children: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, int]]:
    """Each person with their depth, from top to bottom. No recursion: a chain may be of any length."""
    waiting = [(top, 0) for top in reversed(tops)]
    while waiting:
        person, depth = waiting.pop()
        yield person, depth
        waiting.extend((child, depth + 1) for child in reversed(children.get(person, ())))


def _branch(past: History, depth: int, link: _Link | None, links: Sequence[_Link]) -> Branch:
    others = tuple(other.introducer for other in links if other != link)
    return Branch(past, depth, link.introducer if link else None, link.offer if link else None, others)
