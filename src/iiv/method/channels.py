"""By what way one reaches a person: by card, or by e-mail."""

from __future__ import annotations

from typing import Literal

from iiv.journal.model import name_key

Medium = Literal["email", "card"]

MEDIA: tuple[Medium, ...] = ("email", "card")
CARDS = frozenset({"card", "letter", "post"})


def medium(channel: str) -> Medium:
    """What a channel counts as, as typed in a note: every one but a card, and none, is e-mail."""
    return "card" if name_key(channel) in CARDS else "email"
