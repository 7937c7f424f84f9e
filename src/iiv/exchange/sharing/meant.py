"""Whether a word that is common too is a name where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from iiv.exchange.sharing.spelling import stems

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_START: Final = re.compile(r"(?:\A|\n|[.!?:…][\"'”’»)\]*_]*\s|[“\"«„(\[|])[\s>*_#~`•\-\d.)|]*\Z")
"""Found where a text ends at the start of a sentence, behind marks of Markdown too."""

_GAP = re.compile(r"[\s*_~`'’ʼ.,&/\\\-‐-–]{1,5}")
_SAID = re.compile(
    r"['’]s?\b|,? who\b|\s(?:say|tell|ask|think|write|agree|laugh|reply|explain|answer|remember)(?:s|ed)?\b"
    r"|\s(?:adds|added|replie[sd]|said|told|thought|wrote|meant|means|sagte?|meinte?|dice|dijo|dit)\b"
)
_BEFORE = 80
"""Letters before a word, of which the start of a sentence is told."""


class Token(NamedTuple):
    """A word of a text, as names are compared, and where it stands."""

    word: str
    start: int
    end: int


def is_meant(text: str, tokens: Sequence[Token], number: int, own: Collection[str]) -> bool:
    """Whether the word at index `number` is a name here.

    It is one within a sentence, before a verb of saying or `'s`, or beside another word of its name (`own`).
    """
    token = tokens[number]
    if not begins_sentence(text, token.start) or _SAID.match(text, token.end):
        return True
    return any(
        one >= 0
        and other < len(tokens)
        and _is_part(text, tokens[one if one != number else other], own)
        and bool(_GAP.fullmatch(text, tokens[one].end, tokens[other].start))
        for one, other in ((number - 1, number), (number, number + 1))
    )


def begins_sentence(text: str, start: int) -> bool:
    """Whether a word that starts at this index is the first of a sentence."""
    return bool(_START.search(text, max(0, start - _BEFORE), start))


def _is_part(text: str, token: Token, own: Collection[str]) -> bool:
    return text[token.start].isupper() and any(stem in own for stem, _ in stems(token.word))
