"""One person as another program has them: a record, with values that are safe to write into a note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.exchange.plain import one_line
from iiv.journal.parse.fields import is_email
from iiv.values import Value, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONGEST: Final = 300
"""Signs of a fact; a longer text is none."""

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"\\^`{|}]+")
_SEPARATORS: Final = re.compile(r"\s*(?::::|[;,\s])\s*")
_CUT: Final = re.compile(r"\d[.,]?\d*E\+\d+", re.IGNORECASE)
_PAGE: Final = re.compile(r"\s*\(https?://[^()\s]*\)")


class Record(Value, frozen=True):
    """What a file says of one person. `where` it says so, as `card 3` or `row 12`.

    `facts` are texts by the keys of a person's note; `profile` is the address of their page at a network;
    `more` are further addresses and numbers, each with what it is; `note` is other people's text. `words` is
    all of it, to be searched. Of what is no person, `no_person` says why.
    """

    where: str
    name: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    profile: str = ""
    more: tuple[tuple[str, str], ...] = ()
    note: str = ""
    words: str = ""
    no_person: str = ""


def fact(text: str) -> str:
    """A text as one fact on one line, without the address that Notion puts behind it; "" for a long one."""
    line = without_page(one_line(text))
    return line if len(line) <= LONGEST else ""


def without_page(text: str) -> str:
    """A text without the address that Notion puts behind it."""
    return _PAGE.sub("", text)


def addresses(text: str) -> list[str]:
    """The mail addresses in a text, several of which may be separated."""
    words = _SEPARATORS.split(one_line(text))
    bare = (word.strip("<>'\"").removeprefix("mailto:") for word in words)
    return [word for word in bare if is_email(word)]


def numbers(text: str) -> list[str]:
    """The phone numbers in a text."""
    said = (fact(part).removeprefix("tel:") for part in text.split(":::"))
    return [number.strip() for number in said if any(sign.isdigit() for sign in number)]


def is_cut(number: str) -> bool:
    """Whether a spreadsheet rounded a number, as 4.47E+11: it is nobody's any more."""
    return bool(_CUT.fullmatch(number))


def page(text: str) -> str:
    """The web address that a text begins with, "" for none."""
    match = _ADDRESS.match(one_line(text))
    return match[0] if match else ""


def with_best(
    facts: dict[str, str], emails: Iterable[str], phones: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    """Put the first address and number into the facts: the others, each with what it is."""
    said = [*phones]
    more = [("number that a spreadsheet cut", number) for number in said if is_cut(number)]
    phones = [number for number in said if not is_cut(number)]
    for key, kind, found in (("email", "another address", emails), ("phone", "another number", phones)):
        each: dict[str, str] = {}
        for one in found:
            each.setdefault(one.casefold(), one)
        first, *others = [*each.values()] or [""]
        if first:
            facts[key] = first
        more += [(kind, other) for other in others]
    return tuple(more)
