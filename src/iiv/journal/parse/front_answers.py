"""The answers in front matter, by question: a mapping, or a list of mappings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.parse.front_matter import Entries, Items

if TYPE_CHECKING:
    from iiv.journal.parse.front_matter import Entry, Node


def answer_entries(node: Node | None) -> tuple[Entry, ...]:
    """What stands under `answers`, question by question; () when it is no mapping and no list of them."""
    if isinstance(node, Entries):
        return node.entries
    if isinstance(node, Items) and all(isinstance(item, Entries) for item in node.items):
        return tuple(entry for item in node.items if isinstance(item, Entries) for entry in item.entries)
    return ()
