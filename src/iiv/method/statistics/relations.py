"""Each relation as a line of time: what passed between two people, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from iiv.journal.model import Interview
from iiv.method.dates import written
from iiv.method.wording import count
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from iiv.journal.journal import Journal
    from iiv.journal.model import Verb
    from iiv.method.history import Event, Histories, History

Mark = Literal["asked", "word", "talk", "thanks", "touch"]

MARKS: Final[Mapping[Mark, str]] = {
    "asked": "you asked",
    "word": "word from them",
    "talk": "a talk",
    "thanks": "thanks",
    "touch": "in touch",
}
"""What a mark on a line of time means."""

OF_VERB: Final[Mapping[Verb, Mark]] = {
    "asked": "asked",
    "nudged": "asked",
    "replied": "word",
    "scheduled": "word",
    "declined": "word",
    "cancelled": "word",
    "heard": "word",
    "introduced": "word",
    "thanked": "thanks",
    "gave": "thanks",
    "wrote": "touch",
    "called": "touch",
    "met": "touch",
}
"""What each verb of the log is on a line of time; notes to oneself are nothing."""


class Relation(Value, frozen=True):
    """What passed between oneself and a person, by id: each kind of mark once a day, in order of time."""

    contact: str
    marks: tuple[tuple[dt.date, Mark], ...]
    talks: int

    @property
    def first(self) -> dt.date:
        """The day of the first mark."""
        return self.marks[0][0]

    @property
    def last(self) -> dt.date:
        """The day of the last mark."""
        return self.marks[-1][0]


def marks(past: History) -> tuple[tuple[dt.date, Mark], ...]:
    """What passed between the two, without notes to oneself."""
    found = ((event.date, mark) for event in past.events if (mark := _mark(event)))
    return tuple(dict.fromkeys(found))


def _mark(event: Event) -> Mark | None:
    return "talk" if isinstance(event, Interview) else OF_VERB.get(event.verb)


def relations(people: Histories) -> tuple[Relation, ...]:
    """The relation to everyone with whom something passed, in order of its beginning."""
    found = (Relation(past.contact.id, marks(past), len(past.talks)) for past in people)
    return tuple(sorted((one for one in found if one.marks), key=lambda one: (one.first, one.contact)))


def latest(found: Sequence[Relation], most: int) -> tuple[Relation, ...]:
    """Those in which something passed last, at most so many, in order of their beginning."""
    newest = sorted(found, key=lambda one: (one.last, one.contact), reverse=True)[:most]
    return tuple(sorted(newest, key=lambda one: (one.first, one.contact)))


def relations_said(journal: Journal, found: Sequence[Relation]) -> str:
    """Which relation goes back longest from its last word, in a sentence."""
    if not found:
        return ""
    longest = max(found, key=lambda one: (one.last - one.first, one.contact))
    said = f"Something passed between you and {count(len(found), 'person', 'people')}"
    if longest.first == longest.last:
        return f"{said}."
    name = journal.contacts_by_id[longest.contact].name
    return f"{said}; longest with {name}, from {written(longest.first)} to {written(longest.last)}."
