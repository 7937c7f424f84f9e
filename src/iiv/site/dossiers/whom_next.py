"""Whom to ask next, as it stands on the page People."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.journal.parse.markup import plain_text
from iiv.method.statistics.requests import ROUTES
from iiv.method.whom_next import replies_said, whom_next
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.method.whom_next import Candidate, Field, WhomNext
    from iiv.site.dossiers.common import PersonView
    from iiv.site.dossiers.journal_index import JournalIndex

SHOWN: Final = 8
"""So many people of each route, and so many fields, are shown."""


class CandidateView(Value, frozen=True):
    """Somebody to ask, and why they."""

    person: PersonView
    why: tuple[str, ...]


class RouteView(Value, frozen=True):
    """One way to come to people: how such requests fared, "" without any, and whom to ask; `more` besides."""

    words: str
    replied: str
    candidates: tuple[CandidateView, ...]
    more: int


class FieldView(Value, frozen=True):
    """A field with one voice only, whose it is, and who of the list could be another one."""

    name: str
    voice: PersonView
    waiting: tuple[PersonView, ...]


class WhomNextView(Value, frozen=True):
    """Whom to ask, by how one comes to them, and fields with one voice only; there are `more` of these."""

    routes: tuple[RouteView, ...]
    fields: tuple[FieldView, ...]
    more: int


def whom_next_view(index: JournalIndex) -> WhomNextView:
    """Whom to ask next."""
    found = whom_next(index.histories, index.asking)
    return WhomNextView(
        routes=tuple(_routes(index, found)),
        fields=tuple(_field(index, field) for field in found.one_voice[:SHOWN]),
        more=max(0, len(found.one_voice) - SHOWN),
    )


def _routes(index: JournalIndex, found: WhomNext) -> Iterator[RouteView]:
    said = {one.route: replies_said(one) for one in found.replies}
    for route, words in ROUTES.items():
        people = [one for one in found.candidates if one.route == route]
        if people or route in said:
            yield RouteView(
                words=words,
                replied=said.get(route, ""),
                candidates=tuple(_candidate(index, one) for one in people[:SHOWN]),
                more=max(0, len(people) - SHOWN),
            )


def _candidate(index: JournalIndex, one: Candidate) -> CandidateView:
    return CandidateView(index.face(one.contact), tuple(map(plain_text, one.why)))


def _field(index: JournalIndex, field: Field) -> FieldView:
    return FieldView(field.name, index.face(field.voices[0]), index.faces(field.waiting[:SHOWN]))
