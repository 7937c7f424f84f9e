"""A follow-up with the link that opens its letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.site.pages.letters import letter
from iiv.site.values import Value

if TYPE_CHECKING:
    from iiv.exchange.letters import LetterTemplates
    from iiv.site.dossiers.common import FollowUpView
    from iiv.site.dossiers.follow_ups import DraftedFollowUp


class LinkedFollowUp(Value, frozen=True):
    """A follow-up.

    `link` opens its letter, with so many `blanks`, as a draft in a mail program; "" where none does.
    """

    follow_up: FollowUpView
    link: str = ""
    blanks: int = 0


def linked_follow_up(dossier: DraftedFollowUp, templates: LetterTemplates) -> LinkedFollowUp:
    """The follow-up with its link."""
    kind = dossier.follow_up.letter
    if dossier.excerpt is None or kind is None:
        return LinkedFollowUp(dossier.follow_up)
    drafted = letter(dossier.excerpt.value, kind, templates)
    return LinkedFollowUp(dossier.follow_up, drafted.link, len(drafted.blanks))
