"""How much one wants the work after each talk: by talk, by field, by tag."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.journal.model import name_key
from iiv.method.statistics.few import mean
from iiv.method.wording import capitalise, listed
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from iiv.journal.journal import Journal
    from iiv.journal.model import Interview

NAMED: Final = 3
"""So many people are named in a sentence; of more it says how many."""


class Group(Value, frozen=True):
    """The talks with an interest in one field, or with one tag, the oldest first."""

    name: str
    talks: tuple[Interview, ...]

    @property
    def degrees(self) -> tuple[int, ...]:
        """The interest after each of them, 1 to 5."""
        return tuple(talk.interest or 0 for talk in self.talks)

    @property
    def mean(self) -> float | None:
        """Its mean; None of few."""
        return mean(self.degrees)


def rated(journal: Journal) -> tuple[Interview, ...]:
    """The talks after which one said how much one wants the work, the oldest first."""
    return tuple(talk for talk in journal.talks if talk.interest is not None)


def by_field(journal: Journal) -> tuple[Group, ...]:
    """The interest by field, as of the talk, else as the person's file says."""
    return _groups(journal, lambda talk: (talk.field or journal.contacts_by_id[talk.contact].field,))


def by_tag(journal: Journal) -> tuple[Group, ...]:
    """The interest by tag, of the talk or of the person; a talk counts for each of its tags."""
    return _groups(journal, lambda talk: (*talk.tags, *journal.contacts_by_id[talk.contact].tags))


def _groups(journal: Journal, names: Callable[[Interview], Iterable[str]]) -> tuple[Group, ...]:
    """The groups, those with most talks first. Names are the same whatever their case."""
    found: dict[str, dict[str, Interview]] = {}
    called: dict[str, str] = {}
    for talk in rated(journal):
        for name in filter(None, names(talk)):
            key = name_key(name)
            called.setdefault(key, name)
            found.setdefault(key, {})[talk.id] = talk
    groups = [Group(called[key], tuple(talks.values())) for key, talks in found.items()]
    return tuple(sorted(groups, key=lambda group: (-len(group.talks), name_key(group.name))))


def interest_said(journal: Journal, talks: Sequence[Interview]) -> str:
    """After which talks one wanted the work most and least, in a sentence."""
    degrees = sorted({talk.interest for talk in talks if talk.interest is not None})
    if not degrees:
        return ""
    most = f"You wanted it most after talking with {_who(journal, talks, degrees[-1])}"
    if len(degrees) == 1:
        return f"{most}, and no talk stands out."
    return f"{most}, least after {_who(journal, talks, degrees[0])}."


def _who(journal: Journal, talks: Sequence[Interview], degree: int) -> str:
    people = dict.fromkeys(talk.contact for talk in talks if talk.interest == degree)
    if len(people) > NAMED:
        return f"{len(people)} people ({degree} of 5)"
    return f"{listed([journal.contacts_by_id[id_].name for id_ in people])} ({degree} of 5)"


def groups_said(groups: Sequence[Group], what: str) -> str:
    """What draws one most, in a sentence; of few talks nothing is said but to look."""
    means = [(group.mean, group) for group in groups if group.mean is not None]
    if not means:
        return f"No {what} has five talks yet: look at the dots, and do not calculate." if groups else ""
    best = max(found for found, _ in means)
    names = [group.name for found, group in means if found == best]
    verb = "draws" if len(names) == 1 else "draw"
    return f"{capitalise(listed(names[:NAMED]))} {verb} you most: {best:g} of 5 on average."
