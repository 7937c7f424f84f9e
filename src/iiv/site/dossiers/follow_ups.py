"""What the page Follow-ups may show: every follow-up, with what its letter is written from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.site.values import Value

if TYPE_CHECKING:
    from iiv.site.dossiers.common import AskNextView, FollowUpView
    from iiv.site.dossiers.excerpts import Excerpt
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.values import Shared


class DraftedFollowUp(Value, frozen=True):
    """A follow-up. `excerpt` is what its letter says of the person; None where there is no letter for it."""

    follow_up: FollowUpView
    excerpt: Shared[Excerpt] | None


class FollowUpsView(Value, frozen=True):
    """Every follow-up by date. The page's script sorts them into sections for the day it is read on.

    `ask_next` are those to ask for a talk, on no day.
    """

    follow_ups: tuple[DraftedFollowUp, ...]
    ask_next: tuple[AskNextView, ...]
    talks: int


def follow_ups(index: JournalIndex) -> FollowUpsView:
    """The page Follow-ups. What rests for good has no draft: a thousand would make a heavy page."""
    awake = {follow_up.id for follow_up in index.awake_follow_ups}
    found = index.follow_ups(index.every_follow_up)
    drafted = tuple(_drafted(index, follow_up, awake) for follow_up in found)
    return FollowUpsView(drafted, index.ask_next, len(index.journal.talks))


def _drafted(index: JournalIndex, follow_up: FollowUpView, awake: set[str]) -> DraftedFollowUp:
    has_draft = follow_up.letter and follow_up.id in awake
    contact = index.journal.contacts_by_id[follow_up.person.id]
    return DraftedFollowUp(follow_up, index.excerpt(contact) if has_draft else None)
