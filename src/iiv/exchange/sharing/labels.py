"""What people are called where nobody is named: by their role, told apart by numbers."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact

NOBODY: Final = "Person"
LONGEST: Final = 60
"""Letters: a longer role tells who somebody is."""


def labels(journal: Journal, hide: Callable[[str], str]) -> Mapping[str, str]:
    """What to call each person, by id: `Nursery grower`, `Nursery grower 2`; `Person 3` without a role.

    `hide` takes organisations and names out of a role. Those with talks come first, by the day of the
    first one; the others in an order that tells nothing about their names.
    """
    first = {id_: (talks[0].date, talks[0].id) for id_, talks in journal.talks_by_contact.items()}
    talked = sorted((one for one in journal.contacts if one.id in first), key=lambda one: first[one.id])
    others = sorted((one for one in journal.contacts if one.id not in first), key=_shuffled)
    counts: Counter[str] = Counter()
    found: dict[str, str] = {}
    for contact in (*talked, *others):
        role = _role(journal, contact, hide)
        counts[role.casefold()] += 1
        number = counts[role.casefold()]
        found[contact.id] = role if role != NOBODY and number == 1 else f"{role} {number}"
    return found


def _role(journal: Journal, contact: Contact, hide: Callable[[str], str]) -> str:
    talks = journal.talks_by_contact.get(contact.id, ())
    role = contact.role or next((talk.role for talk in reversed(talks) if talk.role), "")
    words = " ".join(hide(role).split()).strip(" ,;:-–—/|·")
    return words[:1].upper() + words[1:] if words and len(words) <= LONGEST else NOBODY


def _shuffled(contact: Contact) -> str:
    return hashlib.sha256(contact.name.encode(errors="surrogateescape")).hexdigest()
