"""What to call a person in a letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.exchange.plain import one_line
from iiv.journal.model import name_key

if TYPE_CHECKING:
    from iiv.journal.model import Contact

TITLES = frozenset(
    {"dr", "prof", "professor", "mr", "mrs", "ms", "miss", "mx", "sir", "dame", "lady", "lord"}
)


def call_name(contact: Contact) -> str:
    """What to call them after `Dear`.

    That is the first alias that is one word of the name (for names whose family name comes
    first), else the name's first word. A name with a title keeps it: `Dr Lovelace`.
    """
    name = one_line(contact.name)
    words = {name_key(word) for word in name.split()}
    short = (one_line(alias) for alias in contact.aliases)
    return next((alias for alias in short if name_key(alias) in words), "") or first_name(name)


def first_name(name: str) -> str:
    """The first word of a name; with a title, the title and the last word."""
    words = one_line(name).split()
    if len(words) > 1 and words[0].rstrip(".").casefold() in TITLES:
        return f"{words[0]} {words[-1]}"
    return words[0].rstrip(",") if words else ""
