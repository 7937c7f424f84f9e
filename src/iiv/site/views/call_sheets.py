"""The call sheets: what to have in front of one in a talk, for everyone one may still talk with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from iiv.method.call_sheet import call_sheet
from iiv.method.history import history_of
from iiv.method.status import StatusName, stage
from iiv.method.wording import appointment
from iiv.site import addresses
from iiv.site.outline import words
from iiv.site.views.common import NOTHING_STAYS, PersonView, circle, person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.journal.model import Contact, Journal
    from iiv.journal.reading import Reading
    from iiv.method.call_sheet import CallSheet
    from iiv.site.rendering import Rendered, Renderer
    from iiv.site.views.common import Stays

OVER: Final[frozenset[StatusName]] = frozenset({"declined", "filed"})
"""How things stand with those who get no sheet: they said no, or one asks nothing more of them."""

ROOM: Final = 20
"""Ruled lines to write on, for all questions together: with them ten questions fit on two sheets of A4."""
LEAST_ROOM: Final = 2
MOST_ROOM: Final = 4


@dataclass(frozen=True, slots=True)
class CallSheetView:
    """A call sheet. `appointment` says when, "" when no day is fixed; `room` is ruled lines a question."""

    address: str
    title: str
    person: PersonView
    sheet: CallSheet
    appointment: str
    channel: str
    talked: bool
    pitch: Rendered | None
    room: int


def sheet_address(journal: Journal, contact: Contact) -> str:
    """Where a person's call sheet lies; "" for somebody with whom one does not talk again."""
    past = history_of(journal, contact)
    return "" if stage(past).name in OVER else addresses.sheet(contact.id)


def call_sheets(
    reading: Reading, renderer: Renderer, stays: Stays = NOTHING_STAYS
) -> Iterator[CallSheetView]:
    """The sheets, in order of name, but for those that stay."""
    journal = reading.journal
    me = journal.me
    pitch = renderer.text(me.pitch, "journal/me.md", me.definitions, "pitch") if me.pitch else None
    others = circle(journal, reading.settings)
    for contact in journal.contacts:
        talks = journal.talks_by_contact.get(contact.id, ())
        if stays.when_said(addresses.sheet(contact.id), [said for talk in talks for said in words(talk)]):
            continue
        address = sheet_address(journal, contact)
        introducer = journal.contacts_by_id.get(contact.introduced_by or "")
        led = sorted(journal.led_to.get(contact.id, ()))
        if address and not stays.when_made_from(address, (others, contact, introducer, led, talks, pitch)):
            yield _view(journal, call_sheet(journal, contact), address, pitch)


def _view(journal: Journal, sheet: CallSheet, address: str, pitch: Rendered | None) -> CallSheetView:
    fixed = sheet.appointment
    return CallSheetView(
        address=address,
        title=f"Call sheet: {sheet.contact.name}",
        person=person(journal, sheet.contact),
        sheet=sheet,
        appointment=appointment(fixed.day, fixed) if fixed and fixed.day else "",
        channel=fixed.channel if fixed else "",
        talked=sheet.contact.id in journal.talks_by_contact,
        pitch=pitch,
        room=min(MOST_ROOM, max(LEAST_ROOM, ROOM // max(1, len(sheet.questions)))),
    )
