"""By what way one reaches a person: by card, by e-mail, or by both."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from iiv.journal.model import name_key

Medium = Literal["email", "card"]

MEDIA: tuple[Medium, ...] = ("email", "card")
CARDS = frozenset({"card", "cards", "postcard", "postcards"})
POST = frozenset({"letter", "letters", "post"})
BY_HAND = frozenset({"hand-written", "snail-mail"})
# What may stand beside `letter` or `post` without making it something else.
FILLING = frozenset({"by", "a", "an", "the", "in", "per", "via", "my", "nice", "long", "short", "little"})
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_JOINED = re.compile(r"\b(hand|snail)[ -]?(written|mail)\b")
_BETWEEN = re.compile(r"\band\b|[&+,;/]")


@lru_cache(maxsize=1024)
def media(channel: str) -> frozenset[Medium]:
    """What a channel counts as, read by its words: `card and e-mail` is both; none is e-mail."""
    text = _JOINED.sub(r"\1-\2", name_key(channel).replace("\N{HYPHEN}", "-"))
    parts = [words for part in _BETWEEN.split(text) if (words := set(_WORD.findall(part)))]
    found: set[Medium] = {"card" if _is_card(words) else "email" for words in parts}
    return frozenset(found or {"email"})


def _is_card(words: set[str]) -> bool:
    letter = bool(words & POST) and words <= POST | FILLING
    return letter or bool(words & BY_HAND) or any(word.split("-")[-1] in CARDS for word in words)
