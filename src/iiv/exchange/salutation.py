"""What to call a person in a letter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.exchange.plain import one_line
from iiv.journal.model import name_key
from iiv.journal.names import DEGREES, GENERATIONS, TITLES, plain_key, several, toneless, turned
from iiv.method.wording import listed

if TYPE_CHECKING:
    from iiv.journal.model import Contact

KNIGHTED: Final = frozenset({"sir", "dame"})
"""Titles that go with the first name."""

_TITLES: Final = TITLES | {"lady", "lord"}
_BEHIND: Final = DEGREES | GENERATIONS
_REMARK: Final = re.compile(r"\s*(?:\([^()]*\)?|\[[^\[\]]*\]?)\s*|[\s?]+$")
_OF_THEM: Final = re.compile(r"(?<!\w)(?:her|him|his|she|he|them|their|they)(?!\w)|^\d")


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
    """The first word of a name; with a title, the title and the last word.

    The whole name where its first word is none to call somebody by: initials, `van`, or the family name of
    a name with marks of tones. Several people are called by the first name of each.
    """
    if together := several(one_line(name)):
        return listed(list(map(first_name, together)))
    words = (turned(one_line(name)) or one_line(name)).replace(",", " ").split()
    while len(words) > 1 and _plain(words[-1]) in _BEHIND:
        words = words[:-1]
    if len(words) > 1 and _plain(words[0]) in _TITLES:
        return f"{words[0]} {words[1] if _plain(words[0]) in KNIGHTED else words[-1]}"
    key = plain_key(name)
    is_whole = bool(words) and (
        len(words[0]) == 1 or "." in words[0] or words[0].islower() or key != toneless(key)
    )
    return " ".join(words if is_whole else words[:1])


def told_name(contact: Contact) -> str:
    """Their name as it may be told to others: without a remark in brackets, or doubts.

    "" for words of one's own in the place of a name, as are `her boss` and `2 people`.
    """
    name = _REMARK.sub(" ", one_line(contact.name)).strip()
    return "" if _OF_THEM.search(name) else name


def _plain(word: str) -> str:
    return word.replace(".", "").casefold()
