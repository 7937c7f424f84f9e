"""Which of the speakers of a transcript is you, and which the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.exchange.transcripts.labels import is_one_of
from iiv.journal.names import plain_key, turned

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_YOU: Final = frozenset({"me", "you", "i", "ich", "moi", "yo", "q", "interviewer"})
"""What programs and people call whoever writes, or asks."""


def named_as(speakers: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """The speakers who have one of these names, or a part of it: `Nuala` for `Nuala Brandt`."""
    speakers, names = list(speakers), [name for name in names if name]
    whole = tuple(one for one in speakers if is_one_of(one, names))
    return whole or tuple(one for one in speakers if any(_is_part(one, name) for name in names))


def yours(speakers: Sequence[str], mine: Iterable[str], theirs: Iterable[str]) -> str:
    """Which of the speakers is you: by your name or a word for you, else by the name of the other of two.

    "" where that cannot be told.
    """
    found = named_as(speakers, mine) or tuple(one for one in speakers if one.casefold() in _YOU)
    if len(found) == 1:
        return found[0]
    others = named_as(speakers, theirs)
    left = [one for one in speakers if one not in others]
    return left[0] if not found and len(others) == 1 and len(speakers) == 2 else ""  # noqa: PLR2004 - you and they


def _is_part(one: str, name: str) -> bool:
    words, others = (set(plain_key(turned(text) or text).split()) for text in (one, name))
    return bool(words and others) and (words <= others or others <= words)
