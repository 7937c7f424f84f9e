"""The lines of a body that may be a question's, and how far what is said to it may reach."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iiv.journal.parse.headings import LEVELS, headings_in
from iiv.journal.parse.markup import without_code
from iiv.journal.parse.undress import LONGEST, Undressed, bare_words, undress, without_invisible
from iiv.journal.parse.wordings import FEW_WORDS, count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_WORDS = 50
WRAPPED = 60
"""A line of so many characters may go on in the next one."""

SHORTEST = 20
MOST_LINES = 3
"""A question is broken after so many characters at least, and into so many lines at most."""

_SENTENCE_ENDS = frozenset("?!.:;\u2026\u3002\uff1f\uff01\"'\u201d\u2019)*_>")
_MARK = re.compile("[?\uff1f\u061f\u037e]")
_ASKS = re.compile(r"[?\uff1f\u061f\u037e][\W_]*$")
_TAIL = 20
"""How many signs may follow a question mark."""
_NO_QUESTION = re.compile(r"\s*(?:\||\[[^\]]+\]:)")
_HOLDS = re.compile(r"\s*(?:[-*+\u2022](?!\S)|\(?\d{1,3}[.)]|!!!|\?\?\?|===)")  # what is indented below
_MARKED = re.compile(r"\s*(?:[-*+>#<\u2022\\]|\(?\d{1,3}[.)]|!!!|\?\?\?|===)")
_CODE = re.compile(r"(?: {4}| {0,3}\t)")
_CONTAINER = re.compile(r"<(/?)(?:details|blockquote)\b[^<>]*>", re.IGNORECASE)
_OPENS = re.compile(r"\s*<(?:details|blockquote)\b[^<>]*>\s*", re.IGNORECASE)
_PRE = re.compile(r"<pre\b.*?(?:</pre\s*>|\Z)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class QuestionLine:
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


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with what it wears, before it is known how far its text reaches."""

    first: int
    number: int
    text_line: int
    seen: Undressed
    is_wrapped: bool = False

    @property
    def margin(self) -> tuple[str, int]:
        return self.seen.dress, min(self.seen.indent, _Reaches.DEEPEST)


def question_lines(body: str) -> list[QuestionLine]:
    """The lines of a body, without those in code and comments, that may be a question's, in their order."""
    text = without_invisible(body)
    bare = without_code(text)
    if "<pre" in bare.lower():
        bare = _PRE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), bare)
    plain, lines = bare.split("\n"), text.split("\n")
    found = sorted(_lines(bare, plain, lines), key=lambda line: line.number)
    reaches = _Reaches(plain, found, bare)
    asking = [reaches.reach(line) for line in reversed(found)]
    return [line for line in reversed(asking) if line is not None]


def _lines(bare: str, plain: list[str], lines: list[str]) -> Iterator[_Line]:
    taken: set[int] = set()
    for heading in headings_in(lines, bare):
        taken.update(range(heading.line, heading.text_line))
        words = bare_words(heading.words) or heading.words
        seen = Undressed(words, "#", heading.level, is_heading=True)
        yield _Line(heading.line, heading.line, heading.text_line, seen)
    in_list, before = False, ""
    for number, line in enumerate(plain):
        if not line or line.isspace():
            before = ""
        elif number in taken:
            in_list, before = False, ""
        elif line[0].isalpha() and (before or not in_list) and not _may_begin(line, before):
            before = line  # most lines
        elif before or in_list or not _CODE.match(line):  # else it is code
            in_list = bool(_HOLDS.match(line) or (in_list and (before or line[0].isspace())))
            if _MARKED.match(line) or _may_begin(line, before):
                yield from _line(number, plain, lines)
                if number + 1 < len(plain) and plain[number + 1]:
                    yield from _wrapped(number, plain)
            before = line


def _may_begin(line: str, before: str) -> bool:
    """Whether a line without a mark may say something of its own, rather than go on with the one above."""
    if len(line) > LONGEST:
        return False
    goes_on = len(before) >= WRAPPED and before.rstrip()[-1:] not in _SENTENCE_ENDS
    return not goes_on or bool(_MARK.search(line))


def _asks(words: str) -> bool:
    """Whether a text ends with a question mark, whatever signs follow it."""
    return bool(_ASKS.search(words[-_TAIL:]))


def _line(number: int, plain: list[str], lines: list[str]) -> Iterator[_Line]:
    # Inline code may be a part of a question's words; comments are not.
    line = plain[number] if "--" in lines[number] else lines[number]
    if _NO_QUESTION.match(line):
        return
    seen = undress(line if len(line) <= LONGEST else line[:LONGEST])
    if len(line) > LONGEST:
        seen = Undressed("", seen.dress, depth=seen.depth, indent=seen.indent)
    is_opened = "<" in seen.dress and number and _OPENS.fullmatch(plain[number - 1])
    yield _Line(number - 1 if is_opened else number, number, number + 1, seen)


def _wrapped(number: int, plain: list[str]) -> Iterator[_Line]:
    """A question that runs over two or three lines, as editors break them."""
    line = plain[number]
    if not SHORTEST < len(line) < LONGEST or _asks(line):
        return
    for end in range(number + 1, min(number + MOST_LINES, len(plain))):
        more = plain[end].lstrip(" \t>")
        if not more or more.isspace() or _MARKED.match(more):
            return
        line = f"{line.rstrip()} {more}"
        if _asks(plain[end]):
            seen = undress(line)
            if not seen.rest:
                yield _Line(number, number, end + 1, seen, is_wrapped=True)
            return


class _Reaches:
    """How far what is said to a question may reach: asked from the last line to the first."""

    DEEPEST = 40

    def __init__(self, plain: list[str], found: list[_Line], bare: str) -> None:
        self._plain = plain
        self._last = len(plain)
        self._quote_ends = _ends(_depths(plain)) if ">" in bare else {}
        self._containers = _container_ends(plain) if "</" in bare else {}
        self._headings: dict[int, list[int]] = {}
        self._alike: dict[tuple[str, int], int] = {}
        self._beyond: dict[int, tuple[int, str]] = {}
        self._shallower = self._below_margins() if any(line.seen.indent > 1 for line in found) else {}

    def reach(self, line: _Line) -> QuestionLine | None:
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

    def _question(self, line: _Line) -> QuestionLine | None:
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
        is_marked = bool(seen.dress.strip(">-*+.)\u2022")) and not seen.dress.endswith(":")
        is_whole = not seen.rest and not line.is_wrapped
        likely = seen.is_heading or (is_whole and (is_marked or _asks(seen.words)))
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

    def _inside(self, line: _Line) -> tuple[int, int, int]:
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

    def _same_dress(self, line: _Line, text_line: int) -> Iterator[int]:
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

    def _margin_end(self, line: _Line) -> int:
        """Before which line what is indented as this one ends; the last where nothing is."""
        end = self._shallower.get(line.number, self._last)
        is_first = not any(self._plain[n].strip() for n in range(line.text_line, end))
        is_item = end < self._last and _HOLDS.match(self._plain[end])
        return self._last if is_first and not is_item else end

    def _below_margins(self) -> dict[int, int]:
        """For each indented line, the next that is less so."""
        return _ends(_margin(line) for line in self._plain)


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


def _depths(lines: list[str]) -> list[int]:
    """In a quote of which depth each line stands."""
    return [undress(line[:40]).depth if ">" in line[:40] else 0 for line in lines]


def _container_ends(lines: list[str]) -> dict[int, int]:
    """For each line in `<details>` or `<blockquote>`, the line before which that ends."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for number, line in enumerate(lines):
        if "<" not in line:
            continue
        for tag in _CONTAINER.finditer(line):
            if not tag[1] and len(opened) < _Reaches.DEEPEST:
                opened.append(number)
            elif tag[1] and opened:
                # The end tag may stand behind the last words.
                end = number if line.lstrip().startswith("</") else number + 1
                for inside in range(opened.pop(), number + 1):
                    ends.setdefault(inside, end)
    return ends
