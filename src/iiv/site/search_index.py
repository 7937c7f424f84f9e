"""The search index in parts, one for each page, so that a page can keep its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DOCS: Final = '"docs":['
_END: Final = "]}"


def part(entries: Sequence[Any]) -> str:
    """A page's entries as they stand in the index: "" for none. All of it is ASCII."""
    return json.dumps(entries, separators=(",", ":"), default=str)[1:-1]


def join(index: str, parts: Iterable[str]) -> str:
    """The index with the entries of these parts, in their order, instead of its own."""
    return f"{_head(index)}{','.join(filter(None, parts))}{_END}"


def split(index: str, lengths: Iterable[int]) -> list[str]:
    """The parts of an index by how long each is. Raises ValueError when it has other parts."""
    at = len(_head(index))
    parts = []
    for length in lengths:
        parts.append(index[at : at + length])
        at += length + 1 if length else 0
    if at + len(_END) != len(index) + bool(any(parts)) or index[-len(_END) :] != _END:
        raise ValueError("the index does not consist of these parts")
    return parts


def _head(index: str) -> str:
    """What stands before the entries. A quotation mark within a text would have a backslash."""
    head, found, _ = index.partition(_DOCS)
    if not found:
        raise ValueError("this is no index")
    return head + found
