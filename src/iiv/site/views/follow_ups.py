"""The next steps with everybody, as the page Follow-ups shows them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from iiv.method.follow_ups import follow_ups as every_step
from iiv.site.views.common import circle, steps
from iiv.site.views.home import not_resting
from iiv.site.views.letters import kind_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from iiv.journal.model import Contact, Interview, Journal
    from iiv.journal.reading import Reading
    from iiv.method.follow_ups import FollowUp
    from iiv.site.views.common import StepView
    from iiv.site.views.letters import Letters

    _Groups = dict[str, tuple[StepView, ...]]


@dataclass(frozen=True, slots=True)
class FollowUpsView:
    """Every next step by date. The page's script sorts them into sections for the day it is read on.

    `links` open the draft of a letter in a mail program, by the id of the step that asks for it.
    """

    steps: tuple[StepView, ...]
    links: Mapping[str, str]
    talks: int


@dataclass(frozen=True, slots=True)
class OwnSteps:
    """One person's next steps, soonest first: `all` of them, and the `awake`, which do not rest for good."""

    all: tuple[StepView, ...] = ()
    awake: tuple[StepView, ...] = ()


def follow_ups(journal: Journal, items: Sequence[FollowUp], letters: Letters) -> FollowUpsView:
    """The page Follow-ups. Raises jinja2.TemplateError for a fault in the template of a letter."""
    return FollowUpsView(steps(journal, items), _links(journal, items, letters), len(journal.talks))


def inputs(reading: Reading, items: Sequence[FollowUp]) -> object:
    """All that the page Follow-ups is worked out from: letters say what was said in talks."""
    journal = reading.journal
    awake = not_resting(journal, items)
    people = sorted({item.contact for item in awake})
    known = [(journal.contacts_by_id[id_], journal.talks_by_contact.get(id_, ())) for id_ in people]
    led = sorted((id_, sorted(others)) for id_, others in journal.led_to.items())
    shown = steps(journal, items), [item.id for item in awake], len(journal.talks)
    return circle(journal, reading.settings), known, led, shown


def _links(journal: Journal, items: Iterable[FollowUp], letters: Letters) -> dict[str, str]:
    """The links to drafts. A step that rests for good has none: a thousand would make a heavy page."""
    links: dict[str, str] = {}
    for item in not_resting(journal, items):
        kind = kind_for(journal, item)
        letter = letters.letter(journal.contacts_by_id[item.contact], kind) if kind else None
        if letter and letter.link:
            links[item.id] = letter.link
    return links


class Steps:
    """The next steps in one journal, worked out when the first page asks for them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @cached_property
    def items(self) -> tuple[FollowUp, ...]:
        """All of them as the method has them."""
        return every_step(self._reading.journal, self._reading.settings)

    def of(self, contact: Contact) -> OwnSteps:
        """Those with one person."""
        return OwnSteps(self._of_people.get(contact.id, ()), self._awake.get(contact.id, ()))

    def after(self, talk: Interview) -> tuple[StepView, ...]:
        """Those that one talk led to, soonest first."""
        return self._after.get(talk.id, ())

    @cached_property
    def _of_people(self) -> _Groups:
        return self._grouped(self.items, _person)

    @cached_property
    def _awake(self) -> _Groups:
        return self._grouped(not_resting(self._reading.journal, self.items), _person)

    @cached_property
    def _after(self) -> _Groups:
        return self._grouped(self.items, _event)

    def _grouped(self, items: Iterable[FollowUp], key: Callable[[FollowUp], str]) -> _Groups:
        groups: dict[str, list[FollowUp]] = {}
        for item in items:
            groups.setdefault(key(item), []).append(item)
        return {name: steps(self._reading.journal, group) for name, group in groups.items()}


def _person(item: FollowUp) -> str:
    return item.contact


def _event(item: FollowUp) -> str:
    """The event that led to a next step: the id of an interview, or a log line."""
    return item.id.split("/")[2]
