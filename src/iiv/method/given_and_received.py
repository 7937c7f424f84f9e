"""Who did what for whom: what one gave to a person, and what they gave."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.markup import plain_text
from iiv.method.wording import told
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.journal.journal import Journal
    from iiv.journal.model import Verb
    from iiv.method.history import History

GIVING: Final[frozenset[Verb]] = frozenset({"thanked", "gave"})
"""The verbs of the log that say what one gave."""


class Deed(Value, frozen=True):
    """One thing that one did for the other. `date` is None where nothing says when.

    `words` say what, `note` is plain text on it, and `people` are the ids of those whom it is about.
    """

    date: dt.date | None
    words: str
    note: str = ""
    people: tuple[str, ...] = ()


def given(past: History) -> tuple[Deed, ...]:
    """Thanks, gifts, and the promises that were kept, with the day on which each was made."""
    deeds = [Deed(line.date, told(line), plain_text(line.note)) for line in past.log if line.verb in GIVING]
    deeds += [Deed(day, "Kept your promise", plain_text(one.text)) for day, one in past.promises if one.done]
    return _in_order(deeds)


def received(journal: Journal, past: History) -> tuple[Deed, ...]:
    """Their help, and whom they led one to: by an offer in a talk, or as the files on these say."""
    deeds: list[Deed] = []
    known = {past.contact.id}
    for talk in past.talks:
        if talk.help:
            deeds.append(Deed(talk.date, "Helped with", ", ".join(map(plain_text, talk.help))))
        offered = tuple(id_ for id_ in dict.fromkeys(talk.introductions) if id_ != talk.contact)
        if offered:
            deeds.append(Deed(talk.date, "Offered to introduce you to", people=offered))
        known.update(offered)
    led_to = tuple(sorted(journal.led_to.get(past.contact.id, frozenset()) - known))
    if led_to:
        deeds.append(Deed(None, "Led you to", people=led_to))
    return _in_order(deeds)


def _in_order(deeds: Iterable[Deed]) -> tuple[Deed, ...]:
    """By day; what has none comes last."""
    return tuple(sorted(deeds, key=lambda deed: deed.date or dt.date.max))
