"""From asking to meeting: whom one asked for a talk, who replied and after how long, with whom one talked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from iiv.method.dates import add_business_days
from iiv.method.history import led_to
from iiv.method.introductions import introducer
from iiv.method.statistics.few import days, middle
from iiv.method.statistics.thanking import thanked_both_ways
from iiv.method.wording import capitalise, count
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from iiv.journal.model import Verb
    from iiv.journal.settings import Settings
    from iiv.method.history import Histories, History

Route = Literal["introduced", "known", "cold"]

REPLIES: Final[frozenset[Verb]] = frozenset({"replied", "heard", "scheduled", "declined", "met"})
"""The verbs of the log that say that somebody answered a request."""

ROUTES: Final[Mapping[Route, str]] = {
    "introduced": "To whom somebody leads you",
    "known": "Whom you know",
    "cold": "Whom you do not know",
}
"""How one comes to a person, in words; in the order in which to ask."""


class Request(Value, frozen=True):
    """The first request to one person, `contact` by id.

    `replied` is the day of their first answer, None where none is noted; a talk, on `talked`, says that
    there was one, but not when.
    """

    contact: str
    asked: dt.date
    route: Route
    replied: dt.date | None = None
    talked: dt.date | None = None

    @property
    def answered(self) -> bool:
        """Whether they replied, yes or no."""
        return self.replied is not None or self.talked is not None

    @property
    def waited(self) -> int | None:
        """The days until their first answer, where it is noted."""
        return (self.replied - self.asked).days if self.replied else None


class Step(Value, frozen=True):
    """A step on the way from asking to meeting, and who came so far, by id."""

    name: str
    people: tuple[str, ...]


class Asking(Value, frozen=True):
    """The first request to each person, the oldest first; the `unasked` talked with one without any."""

    requests: tuple[Request, ...]
    unasked: tuple[str, ...]


def route(people: Histories, past: History) -> Route:
    """How one came to a person: through somebody, by knowing them, or neither."""
    if introducer(people.journal, past.contact) or any(line.verb == "introduced" for line in past.log):
        return "introduced"
    return "known" if past.contact.know else "cold"


def asking(people: Histories) -> Asking:
    """Whom one asked, and with whom one talked without that."""
    found = [request for past in people if (request := _request(people, past))]
    asked = {one.contact for one in found}
    unasked = tuple(past.contact.id for past in people if past.talks and not _was_asked_first(past, asked))
    return Asking(tuple(sorted(found, key=lambda one: (one.asked, one.contact))), unasked)


def _request(people: Histories, past: History) -> Request | None:
    asked = next((line.date for line in past.log if line.verb == "asked"), None)
    if asked is None:
        return None
    return Request(
        contact=past.contact.id,
        asked=asked,
        route=route(people, past),
        replied=next((line.date for line in past.log if line.verb in REPLIES and line.date >= asked), None),
        talked=next((talk.date for talk in past.talks if talk.date >= asked), None),
    )


def _was_asked_first(past: History, asked: set[str]) -> bool:
    """Whether the first talk with somebody came after a request."""
    first = past.talks[0].date
    return past.contact.id in asked and any(line.verb == "asked" and line.date <= first for line in past.log)


def steps(people: Histories, found: Asking) -> tuple[Step, ...]:
    """The way from asking to meeting; each person counts once in each step."""
    talked = [one.contact for one in found.requests if one.talked]
    return (
        Step("asked", tuple(one.contact for one in found.requests)),
        Step("replied", tuple(one.contact for one in found.requests if one.answered)),
        Step("talked with you", tuple(talked)),
        Step(
            "thanked by e-mail and card", tuple(id_ for id_ in talked if thanked_both_ways(people.by_id[id_]))
        ),
        Step("led you to somebody you met", tuple(id_ for id_ in talked if _led_to_a_talk(people, id_))),
    )


def _led_to_a_talk(people: Histories, contact: str) -> bool:
    met = people.journal.talks_by_contact
    return any(id_ in met for id_ in led_to(people.journal, people.by_id[contact]))


def asking_said(found: Asking) -> str:
    """From asking to meeting, in a sentence or two."""
    if not found.requests:
        return f"No request is noted; {_talked_unasked(found)}." if found.unasked else ""
    asked, replied = len(found.requests), sum(one.answered for one in found.requests)
    talked = sum(one.talked is not None for one in found.requests)
    said = (
        f"Of {count(asked, 'person', 'people')} you asked, {replied or 'nobody'} replied"
        f" and {talked or 'nobody'} talked with you."
    )
    return f"{said} {capitalise(_talked_unasked(found))}." if found.unasked else said


def _talked_unasked(found: Asking) -> str:
    return f"with {count(len(found.unasked), 'person', 'people')} you talked without a request on record"


def waits(requests: Sequence[Request]) -> tuple[tuple[Request, int], ...]:
    """The requests whose answer has a day, with how many days that took, the quickest first."""
    found = [(one, one.waited) for one in requests if one.waited is not None]
    return tuple(sorted(found, key=lambda pair: (pair[1], pair[0].contact)))


def waits_said(requests: Sequence[Request], settings: Settings) -> str:
    """How long replies take, in a sentence."""
    found = waits(requests)
    if not found:
        return ""
    half = middle([wait for _, wait in found])
    took = _few(found) if half is None else f"Half of the replies came {_within(half)}"
    if not settings.nudges:
        return f"{took}."
    early = sum(_before_nudge(one, settings.nudges[0]) for one, _ in found)
    return f"{took}; {early} of {len(found)} came before you would have nudged."


def _few(found: Sequence[tuple[Request, int]]) -> str:
    quick, slow = found[0][1], found[-1][1]
    if len(found) == 1:
        return f"The one reply with a day came {_after(quick)}"
    return f"The quickest reply came {_after(quick)}, the slowest {_after(slow)}"


def _after(wait: int) -> str:
    return f"after {days(wait)}" if wait else days(wait)


def _within(wait: float) -> str:
    return f"within {days(wait)}" if wait else days(wait)


def _before_nudge(request: Request, business_days: int) -> bool:
    return request.replied is not None and request.replied <= add_business_days(request.asked, business_days)


class Replies(Value, frozen=True):
    """How requests of one kind fared: `replied` of `asked` people."""

    route: Route
    asked: int
    replied: int


def replies(requests: Sequence[Request]) -> tuple[Replies, ...]:
    """How each kind of request fared that was made."""
    groups = {name: [one for one in requests if one.route == name] for name in ROUTES}
    return tuple(
        Replies(name, len(group), sum(one.answered for one in group))
        for name, group in groups.items()
        if group
    )
