"""Captions that roll, as YouTube makes them: each shows the line before it once more."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from iiv.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iiv.exchange.transcripts.captions import Caption

_FEWEST: Final = 4  # captions: in fewer somebody may just have said the same again
_MOST: Final = 0.6  # of the captions
_SOME: Final = 0.3
_GAP: Final = 0.5  # seconds between a caption and one that goes on with it


def rolls(shown: Sequence[Caption]) -> bool:
    """Whether captions repeat what the one before showed, and go on behind that.

    Somebody who says a thing twice does not do so, nor does a program that hears one word for ever.
    """
    filled = [one for one in shown if one.lines]
    pairs = list(pairwise(filled))
    repeated = sum(_repeats(before, one) > 0 or _grows(before, one) for before, one in pairs)
    gone_on = sum(0 < _repeats(before, one) < len(one.lines) or _grows(before, one) for before, one in pairs)
    return len(filled) >= _FEWEST and repeated >= _MOST * len(pairs) and gone_on >= _SOME * len(pairs)


def unrolled(shown: Sequence[Caption]) -> Iterator[Caption]:
    """The captions without what each repeats of the one before."""
    before: Caption | None = None
    for one in shown:
        if not one.lines:
            continue
        if before is None:
            yield one
        elif _grows(before, one):
            yield replace(one, lines=_grown(before, one))
        else:
            yield replace(one, lines=one.lines[_repeats(before, one) :])
        before = one


def _repeats(before: Caption, one: Caption) -> int:
    """How many lines a caption begins with that the one before ended with."""
    if one.start - before.end > _GAP:
        return 0
    most = min(len(before.lines), len(one.lines))
    return next((n for n in range(most, 0, -1) if before.lines[-n:] == one.lines[:n]), 0)


def _grows(before: Caption, one: Caption) -> bool:
    """Whether a caption shows all of the one before, and more behind it in the same line."""
    is_next = one.start - before.end <= _GAP and len(one.lines) >= len(before.lines)
    *above, (voice, words) = before.lines
    return (
        is_next
        and list(one.lines[: len(above)]) == above
        and one.lines[len(above)][0] == voice
        and one.lines[len(above)][1].startswith(f"{words} ")
    )


def _grown(before: Caption, one: Caption) -> tuple[tuple[str, str], ...]:
    at = len(before.lines) - 1
    voice, words = one.lines[at]
    return ((voice, words[len(before.lines[at][1]) + 1 :]), *one.lines[at + 1 :])
