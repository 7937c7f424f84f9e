"""What the call sheets may show: one for everyone with whom one may still talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.site.dossiers.people import person_row
from iiv.site.markdown.texts import ME
from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.journal.model import Me, Question
    from iiv.site.dossiers.common import PersonView
    from iiv.site.dossiers.excerpts import Excerpt
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.markdown.rendered import Text
    from iiv.site.values import Shared


class CallSheetDossier(Value, frozen=True):
    """What one call sheet may show, with the questions as they are asked now, and my news and pitch."""

    excerpt: Shared[Excerpt]
    person: PersonView
    questions: tuple[Question, ...]
    me: Me
    pitch: Text | None


def call_sheet_dossiers(index: JournalIndex) -> Iterator[CallSheetDossier]:
    """What each sheet may show, in order of name. Some have none: they said no, or one asks no more."""
    me = index.journal.me
    pitch = index.texts.text(me.pitch, ME, me.definitions, "pitch")
    # What I make of the answers is for me alone.
    questions = tuple(replace(one, synthesis="", definitions=()) for one in index.journal.questions)
    for contact in index.journal.contacts:
        if person_row(index, contact).sheet:
            yield CallSheetDossier(index.excerpt(contact), index.face(contact.id), questions, me, pitch)
