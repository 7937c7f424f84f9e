"""What a journal holds of one person, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.values import Value

if TYPE_CHECKING:
    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact
    from iiv.journal.settings import Settings


class Excerpt(Value, frozen=True):
    """What a journal holds of one person: enough for their status, their letters and their story.

    `journal` has the notes on them in full. Of each person to whom they led one, and of those who led to
    them or offered it, it has the name alone, and the day of the first talk or of the offer. It has the
    wordings and topics of the questions, as no question is ever quoted, and of me no pitch.
    """

    journal: Journal
    settings: Settings
    id: str

    @property
    def contact(self) -> Contact:
        """The person."""
        return self.journal.contacts_by_id[self.id]
