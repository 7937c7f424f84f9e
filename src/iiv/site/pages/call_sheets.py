"""A call sheet: what to have in front of one in a talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.method.call_sheet import call_sheet
from iiv.method.wording import appointment
from iiv.values import Value, replace

if TYPE_CHECKING:
    from iiv.method.call_sheet import CallSheet
    from iiv.site.dossiers.call_sheets import CallSheetDossier
    from iiv.site.dossiers.common import PersonView
    from iiv.site.markdown.rendered import Text

ROOM: Final = 20
"""Ruled lines to write on, for all questions together: with them ten questions fit on two sheets of A4."""
LEAST_ROOM: Final = 2
MOST_ROOM: Final = 4


class CallSheetView(Value, frozen=True):
    """A call sheet. `appointment` says when, "" when no day is fixed; `room` is ruled lines a question."""

    person: PersonView
    sheet: CallSheet
    appointment: str
    channel: str
    talked: bool
    pitch: Text | None
    room: int


def call_sheet_page(dossier: CallSheetDossier) -> CallSheetView:
    """The sheet for the next talk with one person."""
    excerpt = dossier.excerpt.value
    journal = replace(excerpt.journal, questions=dossier.questions, me=dossier.me)
    sheet = call_sheet(journal, excerpt.contact)
    fixed = sheet.appointment
    return CallSheetView(
        person=dossier.person,
        sheet=sheet,
        appointment=appointment(fixed.day, fixed) if fixed and fixed.day else "",
        channel=fixed.channel if fixed else "",
        talked=excerpt.id in journal.talks_by_contact,
        pitch=dossier.pitch,
        room=min(MOST_ROOM, max(LEAST_ROOM, ROOM // max(1, len(sheet.questions)))),
    )
