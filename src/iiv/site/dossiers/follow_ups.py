"""What the page Follow-ups may show: every follow-up, with what its letter is written from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.values import Value

if TYPE_CHECKING:
    from iiv.site.dossiers.common import AskNextView, FollowUpView
    from iiv.site.dossiers.excerpts import Excerpt
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.values import Shared

ASKED: Final = 10
"""So many of those to ask stand open on the page, with their letters."""


class DraftedFollowUp(Value, frozen=True):
    """A follow-up. `excerpt` is what its letter says of the person; None where there is no letter for it."""

    follow_up: FollowUpView
    excerpt: Shared[Excerpt] | None


class DraftedAsk(Value, frozen=True):
    """Somebody to ask for a talk. `excerpt` is that of the letter; None where it stands elsewhere."""

    ask: AskNextView
    excerpt: Shared[Excerpt] | None


class FollowUpsView(Value, frozen=True):
    """Every follow-up by date. The page's script sorts them into sections for the day it is read on.

    `ask_next` are those to ask for a talk, on no day; the first `asked` of them stand open.
    """

    follow_ups: tuple[DraftedFollowUp, ...]
    ask_next: tuple[DraftedAsk, ...]
    asked: int
    talks: int


def follow_ups(index: JournalIndex) -> FollowUpsView:
    """The page Follow-ups. What rests for good has no draft: a thousand would make a heavy page."""
    awake = {follow_up.id for follow_up in index.awake_follow_ups}
    found = index.follow_ups(index.every_follow_up)
    return FollowUpsView(
        follow_ups=tuple(drafted(index, one, with_draft=one.id in awake) for one in found),
        ask_next=asked_next(index, ASKED),
        asked=ASKED,
        talks=len(index.journal.talks),
    )


def drafted(index: JournalIndex, follow_up: FollowUpView, *, with_draft: bool) -> DraftedFollowUp:
    """A follow-up with what its letter says of the person, if it has one."""
    contact = index.journal.contacts_by_id[follow_up.person.id]
    return DraftedFollowUp(follow_up, index.excerpt(contact) if with_draft and follow_up.letter else None)


def asked_next(index: JournalIndex, with_draft: int) -> tuple[DraftedAsk, ...]:
    """Whom to ask for a talk, in order; so many of them with what the letter says of them."""
    people = index.journal.contacts_by_id
    return tuple(
        DraftedAsk(one, index.excerpt(people[one.person.id]) if number < with_draft else None)
        for number, one in enumerate(index.ask_next)
    )
