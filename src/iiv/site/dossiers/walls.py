"""How much of each answer stands on a page with many of them."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from iiv.journal.model import Answer

Wall = Literal["open", "folded", "gists"]

OPEN: Final = 11
"""So many answers all stand open."""
FOLDED: Final = 200
"""So many are folded, with their whole text in the page. Where there are more, gists stand alone."""

_LINES: Final = 4
_LETTERS: Final = 55  # in a line of a card
_MARKS: Final = 4  # letters of Markdown around a gist: **bold**
_PIECES: Final = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+>|]|\d+[.)])\s)")


def wall_of(answers: int, *, whole: bool = False) -> Wall:
    """How so many answers are shown. `whole` ones need no script that loads them."""
    if answers <= OPEN:
        return "open"
    return "folded" if whole or answers <= FOLDED else "gists"


def folds(answer: Answer, wall: Wall) -> bool:
    """Whether an answer says more than its card shows at first."""
    if wall == "gists":
        return len(answer.text.strip()) > len(answer.gist) + _MARKS
    if wall == "open":
        return False
    lines = sum(ceil(len(piece) / _LETTERS) for piece in _PIECES.split(answer.text) if piece.strip())
    return lines > _LINES
