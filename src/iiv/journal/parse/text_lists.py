"""A list on one line: texts, or names of people, with something between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.journal.parse.plain_values import says_none

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_COMMAS = re.compile(r"\s*[,\n]\s*")
_SEMICOLONS = re.compile(r"\s*[;\n]\s*")
_BETWEEN_PEOPLE = re.compile(r"(\s*[,\n]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+)", re.IGNORECASE)
_IN_ITEM = re.compile(r"(\s+(?:and|&)\s+)", re.IGNORECASE)
_QUOTED = re.compile(r"^([\"'])(.*)\1$")
_LONGEST_NAME = 6  # pieces of a line that one name may be made of


def split_list(line: str) -> tuple[str, ...]:
    """The texts of a line with commas between, or semicolons where there is one; none for `none`."""
    texts = (
        _QUOTED.sub(r"\2", text.strip()) for text in (_SEMICOLONS if ";" in line else _COMMAS).split(line)
    )
    return tuple(text for text in texts if text and not says_none(text))


def split_people(line: str, is_known: Callable[[str], bool], *, item: bool = False) -> tuple[str, ...]:
    """The names in a line with commas, semicolons, `and` or `&` between, none for `none`.

    A name that is known is never split, nor a known one written `Last, First`. In an item of a list, and
    between semicolons, commas are part of the name.
    """
    line = line.strip()
    if ";" in line:
        return tuple(name for part in line.split(";") for name in split_people(part, is_known, item=True))
    if line.startswith("[[") and line.find("]]") == len(line) - 2:
        return (line,)
    pieces = (_IN_ITEM if item else _BETWEEN_PEOPLE).split(line)
    return tuple(name for name in _names(pieces, is_known) if name and not says_none(name))


def _names(pieces: list[str], is_known: Callable[[str], bool]) -> Iterator[str]:
    """Names from pieces of a line, between which stand what separates them."""
    at = 0
    while at < len(pieces):
        for end in range(min(len(pieces), at + 2 * _LONGEST_NAME - 1), at, -2):
            name = _known("".join(pieces[at:end]).strip(), is_known)
            if name or end == at + 1:
                yield name or pieces[at].strip()
                at = end + 1
                break


def _known(name: str, is_known: Callable[[str], bool]) -> str:
    """The name, or what it is when it is written `Last, First`; "" for nobody known."""
    if is_known(name):
        return name
    last, comma, first = name.partition(",")
    turned = f"{first.strip()} {last.strip()}"
    return turned if comma and first.strip() and is_known(turned) else ""
