"""What search finds in a share: each question with its answers, directions and themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.site import addresses
from iiv.site.search.records import Part, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.site.dossiers.shares import Share


def shared_records(share: Share) -> Iterator[Record]:
    """The questions in their order, then directions and themes."""
    for found in share.comparisons():
        parts = [Part(entry.id, entry.person.name, entry.said, entry.gist) for entry in found.entries]
        synthesis = [Part("synthesis", "What I make of it", found.synthesis)] if found.synthesis else []
        yield Record("question", found.address, found.ask, parts=(*synthesis, *parts))
    for direction in share.directions():
        notes = (Part("notes", "", direction.notes),) if direction.notes else ()
        yield Record("page", direction.address, direction.name, parts=notes)
    for theme in share.themes().themes:
        yield Record("theme", f"{addresses.THEMES}#{theme.anchor}", f"#{theme.name}", str(theme.count))
