"""How counts and channels read in a sentence."""

from __future__ import annotations

_OWN_PREPOSITION = {"in", "at", "by", "on", "over", "via", "through"}


def count(number: int, one: str, many: str = "") -> str:
    """`number` with its noun: 1 talk, 2 talks, no talks."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {noun}"


def by_channel(channel: str) -> str:
    """How a channel reads after a verb: `by video`, but `in person`; "" for none."""
    first = channel.partition(" ")[0].casefold()
    return channel if not channel or first in _OWN_PREPOSITION else f"by {channel}"


def capitalise(words: str) -> str:
    """`words` as the beginning of a sentence; what follows the first letter stays as it is."""
    return words[:1].upper() + words[1:]
