"""What each said until somebody else spoke, and the sentences in it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iiv.exchange.transcripts.cues import Cue

_SENTENCE_END: Final = re.compile(
    r"(?<=[.!?\u2026\u061f])[\"'\u201d\u2019)\]]*\s+(?=\S)|(?<=[\u3002\uff1f\uff01])(?=\S)"
)


class Turn(Value, frozen=True):
    """What somebody said in a row; `is_mine` where that was you. `speaker` is "" where nobody is named."""

    speaker: str
    text: str
    is_mine: bool = False


def turns(cues: Iterable[Cue], me: str) -> list[Turn]:
    """The turns of a talk in which `me` is the name that the file has for you, "" where it has none.

    Where nobody is named, each cue is a turn.
    """
    said = [(cue.speaker, " ".join(cue.text.split())) for cue in cues]
    groups = groupby(enumerate(said), key=lambda one: one[1][0] or one[0])
    joined = (
        (group, " ".join(filter(None, (words for _, (_, words) in group_)))) for group, group_ in groups
    )
    return [
        Turn(name, text, is_mine=bool(name) and name == me)
        for group, text in joined
        if text
        for name in (group if isinstance(group, str) else "",)
    ]


def unnamed(cues: Iterable[Cue]) -> list[Turn]:
    """What was said as one turn, where the file names one speaker for all that anybody said."""
    return [Turn("", " ".join(" ".join(cue.text.split()) for cue in cues))]


def sentences(text: str) -> list[str]:
    """The sentences of a text on one line, each with what closes it."""
    return list(_sentences(text))


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield text[start : end.end()].strip()
        start = end.end()
    if rest := text[start:].strip():
        yield rest
