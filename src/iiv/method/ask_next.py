"""Whom to ask next: those on the list who were never asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.journal.model import Never, name_key
from iiv.method.dates import spoken
from iiv.method.introductions import introducer
from iiv.method.stages import ACQUAINTED
from iiv.values import Value

if TYPE_CHECKING:
    from iiv.journal.journal import Journal
    from iiv.method.history import Histories, History
    from iiv.method.introductions import Introducer

ASKED: Final = frozenset({"asked", "nudged", "replied", "scheduled", "declined", "cancelled"})
"""The verbs that say that the list no longer waits for them."""

SHOWN: Final = 5
"""So many are shown before one asks for the rest."""


class AskNext(Value, frozen=True):
    """Somebody to ask for a talk, on no day. `contact` is an id, `why` a sentence."""

    contact: str
    why: str

    @property
    def id(self) -> str:
        """As that of a follow-up: `CONTACT/ask/list`."""
        return f"{self.contact}/ask/list"


def ask_next(people: Histories) -> tuple[AskNext, ...]:
    """Everybody on the list, or offered in a talk, whom one never asked; nobody held back.

    Introduced ones come first, then those one knows, then by name.
    """
    journal = people.journal
    waiting = [(past, introducer(journal, past.contact)) for past in people if _waits(journal, past)]
    waiting.sort(key=lambda pair: (pair[1] is None, not _is_known(pair[0]), name_key(pair[0].contact.name)))
    return tuple(AskNext(past.contact.id, _why(journal, past, led_by)) for past, led_by in waiting)


def _waits(journal: Journal, past: History) -> bool:
    contact = past.contact
    on_list = contact.place is not None or contact.id in journal.offers
    asked = past.talks or any(line.verb in ASKED for line in past.log)
    over = isinstance(contact.next_contact, Never) or contact.id in journal.held_back
    return on_list and not asked and not over


def _is_known(past: History) -> bool:
    return bool(past.contact.know) or any(line.verb in ACQUAINTED for line in past.log)


def _why(journal: Journal, past: History, led_by: Introducer | None) -> str:
    contact = past.contact
    if led_by:
        name = journal.name_of(led_by.id)
        if led_by.offer:
            return f"{name} offered to introduce you on {spoken(led_by.offer.date)}."
        return f"{name} led you to them."
    if contact.know:
        return f"You know them: {contact.know.rstrip('.')}."
    if contact.respect:
        return f"You respect in them: {contact.respect.rstrip('.')}."
    return "On your list, and never asked."
