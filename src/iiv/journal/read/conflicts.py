"""Of whom nothing is asked until a conflict that git left is resolved."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from iiv.journal.parse.conflicts import sides
from iiv.journal.parse.interviews import named_in
from iiv.journal.people import AmbiguousNameError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iiv.journal.journal import BrokenNote
    from iiv.journal.people import People


def names_in(text: str) -> tuple[str, ...]:
    """Whom the note of a talk is about that cannot be used; of one in conflict, by either version."""
    names = (named_in(version) for version in sides(text) or (text,))
    return tuple(dict.fromkeys(name for name in names if name))


def held_back(broken: Iterable[BrokenNote], who: People) -> frozenset[str]:
    """The ids of the people whose file, or a talk with whom, is in conflict: what is owed cannot be known."""
    return frozenset(id_ for note in broken if sides(note.text) for id_ in _people_of(note, who))


def _people_of(note: BrokenNote, who: People) -> Iterator[str]:
    if note.kind == "contact":
        yield note.id
    elif note.kind == "interview":
        for name in names_in(note.text):
            with suppress(AmbiguousNameError):
                if id_ := who.id_of(name):
                    yield id_
