"""Which letters make sense for a person, and which one does what a follow-up asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method.history import history_of
from iiv.method.stages import KNOWN, WAITING

if TYPE_CHECKING:
    from iiv.exchange.letters import LetterKind
    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact
    from iiv.method.follow_up import FollowUp
    from iiv.method.stages import StatusName


def kind_for(journal: Journal, item: FollowUp) -> LetterKind | None:
    """The letter that does what a follow-up asks for; None where no letter does."""
    match item.kind:
        case "nudge":
            return "nudge"
        case "thank":
            return "card" if item.channel == "card" else "thank"
        case "stay-in-touch":
            return "hello"
        case "introduction":
            return "ask" if _was_offered(journal, item.contact) else "hello"
        case _:
            return None


def _was_offered(journal: Journal, contact: str) -> bool:
    """Whether the introduction is still to be taken up: then nothing is noted of the person but the offer."""
    if journal.contacts_by_id[contact].log or contact in journal.talks_by_contact:
        return False
    return contact in journal.offers


def sensible(journal: Journal, contact: Contact) -> tuple[LetterKind, ...]:
    """The letters that one may write to a person, as far as things have come with them."""
    reached = reached_with(journal, contact)
    if contact.id in journal.talks_by_contact or reached in KNOWN:
        return ("thank", "card", "hello")
    if reached in WAITING:
        return ("nudge", "ask")
    return () if reached == "declined" else ("ask",)


def reached_with(journal: Journal, contact: Contact) -> StatusName:
    """How far things have come with a person."""
    return history_of(journal, contact).stage.name
