"""Whom to ask next, by what the talks so far say: what one has heard little of, who tends to reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.model import name_key
from iiv.method.ask_next import ask_next
from iiv.method.statistics.few import FEW
from iiv.method.statistics.requests import Replies, Route, replies, route
from iiv.method.wording import count
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from iiv.method.history import Histories, History
    from iiv.method.statistics.requests import Asking


class Field(Value, frozen=True):
    """A field of work, and the people in it: with whom one talked, and who wait on the list (ids)."""

    name: str
    voices: tuple[str, ...]
    waiting: tuple[str, ...]


class Candidate(Value, frozen=True):
    """Somebody on the list, by id, how one comes to them, and why they, a sentence each."""

    contact: str
    route: Route
    why: tuple[str, ...]


class WhomNext(Value, frozen=True):
    """Whom to ask: those on the list, the fields with one voice only, and how each kind of request fared."""

    candidates: tuple[Candidate, ...]
    one_voice: tuple[Field, ...]
    replies: tuple[Replies, ...]


def whom_next(people: Histories, asked: Asking) -> WhomNext:
    """Those who were never asked: introduced ones first, then those one knows.

    In both groups those come first in whose field one has heard a single voice.
    """
    waiting = ask_next(people)
    fields = _fields(people, tuple(one.contact for one in waiting))
    candidates = [
        Candidate(past.contact.id, route(people, past), (one.why, *_by_field(past, fields)))
        for one in waiting
        for past in [people.by_id[one.contact]]
    ]
    order = list(_ORDER)
    candidates.sort(key=lambda one: (order.index(one.route), _voices(people.by_id[one.contact], fields) != 1))
    alone = [field for field in fields.values() if len(field.voices) == 1]
    alone.sort(key=lambda field: (-len(field.waiting), name_key(field.name)))  # the fullest first
    return WhomNext(tuple(candidates), tuple(alone), replies(asked.requests))


_ORDER: tuple[Route, ...] = ("introduced", "known", "cold")


def _fields(people: Histories, waiting: tuple[str, ...]) -> dict[str, Field]:
    """Each field by the key of its name, as people's files say it, else their latest talk."""
    voices: dict[str, list[str]] = {}
    others: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for past in people:
        key = name_key(_field(past))
        if key and (past.talks or past.contact.id in waiting):
            names.setdefault(key, _field(past))
            (voices if past.talks else others).setdefault(key, []).append(past.contact.id)
    return {
        key: Field(name, tuple(voices.get(key, ())), tuple(others.get(key, ())))
        for key, name in names.items()
    }


def _field(past: History) -> str:
    return past.contact.field or next((talk.field for talk in reversed(past.talks) if talk.field), "")


def _voices(past: History, fields: Mapping[str, Field]) -> int | None:
    field = fields.get(name_key(_field(past)))
    return len(field.voices) if field else None


def _by_field(past: History, fields: Mapping[str, Field]) -> tuple[str, ...]:
    """What somebody's field says for asking them."""
    voices = _voices(past, fields)
    if voices == 0:
        return (f"You have talked with nobody in {_field(past)} yet.",)
    return (f"You have heard one voice in {_field(past)}.",) if voices == 1 else ()


_OF_ROUTE: Mapping[Route, str] = {
    "introduced": "to whom somebody led you",
    "known": "whom you know",
    "cold": "whom you did not know",
}


def replies_said(found: Replies) -> str:
    """How a kind of request fared, in a sentence, with how many there were."""
    few = ", which is few" if found.asked < FEW else ""
    asked = f"{count(found.asked, 'person', 'people')} {_OF_ROUTE[found.route]}"
    return f"Of {asked}, {found.replied or 'nobody'} replied{few}."
