"""How far what is said to a question may reach in a body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.journal.parse.headings import LEVELS
from iiv.journal.parse.undress import Undressed, undress
from iiv.journal.parse.wordings import FEW_WORDS, count_words
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_WORDS = 50
_FEW = 12
"""A numbered line of so many words may be a heading."""

HOLDS = re.compile(r"\s*(?:[-*+\u2022](?!\S)|\(?\d{1,3}[.)]|!!!|\?\?\?|===)")
"""The beginning of a line below which what is indented belongs to it."""

_ASKS = re.compile(r"[?\uff1f\u061f\u037e][\W_]*$")
_TAIL = 20
"""How many signs may follow a question mark."""

_CONTAINER = re.compile(r"<(/?)(?:details|blockquote)\b[^<>]*>", re.IGNORECASE)


class QuestionLine(Value, frozen=True):
    """A line that a question may stand on, from 0, and what it wears.

    `first` is the line of a tag that opens for it alone, or else its own. What is said to it begins on
    `text_line`, or with `rest` on its own line, and ends before the line `end` at the latest. `depth`
    counts the marks of the quote in which that stands. It `is_likely` when it looks like a heading or
    ends with a question mark.
    """

    first: int
    number: int
    text_line: int
    end: int
    words: str
    dress: str
    is_heading: bool
    is_likely: bool
    rest: str
    depth: int


class Line(Value, frozen=True):
    """A line with what it wears, before it is known how far its text reaches.

    It `is_wrapped` where it is several lines, and `is_alone` where nothing below belongs to it.
    """

    first: int
    number: int
    text_line: int
    seen: Undressed
    is_wrapped: bool = False
    is_alone: bool = False

    @property
    def margin(self) -> tuple[str, int]:
        """Its dress, and how far it is indented: lines that look alike have the same."""
        return self.seen.dress, min(self.seen.indent, Reaches.DEEPEST)


def asks(words: str) -> bool:
    """Whether a text ends with a question mark, whatever signs follow it."""
    return bool(_ASKS.search(words[-_TAIL:]))


class Reaches:
    """How far what is said to a question may reach: asked from the last line to the first."""

    DEEPEST = 40

    def __init__(self, plain: list[str], found: list[Line], bare: str) -> None:
        self._plain = plain
        self._last = len(plain)
        self._quote_ends = (
            _ends(undress(line[:40]).depth if ">" in line[:40] else 0 for line in plain)
            if ">" in bare
            else {}
        )
        self._containers = _container_ends(plain) if "</" in bare else {}
        self._headings: dict[int, list[int]] = {}
        self._alike: dict[tuple[str, int], int] = {}
        self._beyond: dict[int, tuple[int, str]] = {}
        self._shallower = _ends(map(_margin, plain)) if any(line.seen.indent > 1 for line in found) else {}

    def reach(self, line: Line) -> QuestionLine | None:
        """The line as a question's; None where it has too few words, or too many."""
        question = self._question(line)
        seen = line.seen
        if line.is_wrapped:
            return question
        if seen.is_heading:
            levels = self._headings.setdefault(seen.depth, [self._last] * (LEVELS + 1))
            levels[seen.level :] = [line.number] * (LEVELS + 1 - seen.level)
        elif seen.dress.strip("><") and not seen.rest:
            self._beyond[line.first] = self._alike.get(line.margin, self._last), seen.words
            self._alike[line.margin] = line.first
        return question

    def _question(self, line: Line) -> QuestionLine | None:
        seen = line.seen
        count = count_words(seen.words)
        if not seen.is_heading and not FEW_WORDS < count < MOST_WORDS:
            return None
        text_line, depth, end = self._inside(line)
        levels = self._headings.get(depth)
        if levels:
            end = min(end, levels[seen.level if seen.is_heading else LEVELS])
        if not seen.is_heading:
            end = min([end, *self._same_dress(line, text_line)])
        if line.is_alone:
            end = text_line
        is_numbered = (
            seen.dress.lstrip(">-*+\u2022").startswith((".", ")"))
            and count <= _FEW
            and seen.words[-1:] not in ".;,"
        )
        is_marked = is_numbered or (seen.dress.strip(">-*+.)\u2022") and not seen.dress.endswith(":"))
        is_whole = not seen.rest and not line.is_wrapped
        likely = (
            seen.is_heading or (is_whole and bool(is_marked)) or (not line.is_wrapped and asks(seen.words))
        )
        return QuestionLine(
            line.first,
            line.number,
            text_line,
            max(end, text_line),
            seen.words,
            seen.dress,
            seen.is_heading,
            likely,
            seen.rest,
            depth,
        )

    def _inside(self, line: Line) -> tuple[int, int, int]:
        """Where the text begins, in a quote of which depth, and where what holds the line ends.

        A quote that holds no more than the question is but its dress.
        """
        depth, text_line = line.seen.depth, line.text_line
        end = min(self._containers.get(line.number, self._last), self._margin_end(line))
        if depth:
            quote_end = self._quote_ends.get(line.number, self._last)
            if any(self._plain[n].strip(" \t>") for n in range(text_line, quote_end)):
                return text_line, depth, min(end, quote_end)
            text_line, depth = max(text_line, quote_end), 0
        return text_line, depth, end

    def _same_dress(self, line: Line, text_line: int) -> Iterator[int]:
        """The next lines in the same dress, in this margin and those before it.

        A bold sentence with which an answer begins is its gist.
        """
        dress, indent = line.margin
        for margin in range(indent + 1):
            end = self._alike.get((dress, margin))
            if end is None:
                continue
            beyond, words = self._beyond[end]
            is_gist = dress.endswith("b") and words.endswith((".", "!", "\u2026"))
            if is_gist and not any(self._plain[n].strip() for n in range(text_line, end)):
                end = beyond
            yield end

    def _margin_end(self, line: Line) -> int:
        """Before which line what is indented as this one ends; the last where nothing is."""
        end = self._shallower.get(line.number, self._last)
        is_first = not any(self._plain[n].strip() for n in range(line.text_line, end))
        is_item = end < self._last and HOLDS.match(self._plain[end])
        return self._last if is_first and not is_item else end


def _margin(line: str) -> int | None:
    text = line.expandtabs(4)
    words = text.lstrip()
    return len(text) - len(words) if words and not words.startswith(">") else None


def _ends(measures: Iterable[int | None]) -> dict[int, int]:
    """For each line, the next one that measures less; lines without a measure are passed over."""
    ends: dict[int, int] = {}
    waiting: list[tuple[int, int]] = []
    for number, measure in enumerate(measures):
        if measure is None:
            continue
        while waiting and waiting[-1][0] > measure:
            ends[waiting.pop()[1]] = number
        waiting.append((measure, number))
    return ends


def _container_ends(lines: list[str]) -> dict[int, int]:
    """For each line in `<details>` or `<blockquote>`, the line before which that ends."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for number, line in enumerate(lines):
        if "<" not in line:
            continue
        for tag in _CONTAINER.finditer(line):
            if not tag[1] and len(opened) < Reaches.DEEPEST:
                opened.append(number)
            elif tag[1] and opened:
                # The end tag may stand behind the last words.
                end = number if line.lstrip().startswith("</") else number + 1
                for inside in range(opened.pop(), number + 1):
                    ends.setdefault(inside, end)
    return ends
