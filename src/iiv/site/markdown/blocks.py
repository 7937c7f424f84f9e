"""Lines of Markdown to lists, quotes and what stands in them, as CommonMark reads them.

The way is that of the specification's appendix ("A parsing strategy"): each line first goes on with the
blocks that are open, then may begin new ones. What stands in no list and no quote is left as it is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DEEPEST: Final = 50
"""How many blocks may stand in each other; what would begin a deeper one is text."""

GUARD: Final = "\ufdd2"
"""Stands before a line of a paragraph that looks like the start of something. A noncharacter: nobody can
write it into a note, and sanitising takes it out.
"""

STARTS: Final = re.compile(
    r"^ {0,3}(?:>|(?:[-*+]|\d{1,9}[.)])(?: |$)|([-*_])(?: *\1){2,} *$|\x02wzxhzdk:\d+\x03 *$)"
    r"|^(?:!!!|\?\?\?)|^ {1,3}[#=-]",
    re.MULTILINE,
)
"""What a text holds in which there is something to find: the sign of a list or a quote, a rule, the head of
an admonition, part of an indented heading, or what Python-Markdown puts in place of fenced code and of HTML.
"""

_QUOTE = re.compile(" {0,3}> ?")
_ITEM = re.compile(r" {0,3}([-*+]|(\d{1,9})([.)]))(?:( +)(?=\S)| *$)")
_LINE = re.compile(r" {0,3}(?:#{1,6}(?: |$)|\x02wzxhzdk:\d+\x03 *$)")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+) *$")
_TABLE_RULE = re.compile(r"[ |:-]*\|[ |:-]*$")
_HEAD_INDENT = 4
_CODE_INDENT = " " * 4


@dataclass(slots=True)
class Leaf:
    """Lines outside of lists and quotes: a paragraph, indented code, or one line that ends a paragraph.

    `end` is the number of its last line, as with the other parts.
    """

    kind: Literal["paragraph", "code", "line"]
    lines: list[str]
    end: int


@dataclass(slots=True)
class Listing:
    """A list: its sign (`-`, `*`, `+`, or what stands behind a number), the first number, and its items.

    It is loose when a blank line stands between two items or between two parts of one: its items' words are
    paragraphs.
    """

    sign: str
    start: int
    items: list[Block] = field(default_factory=list)
    loose: bool = False

    @property
    def end(self) -> int:
        """The number of the last line that is not blank."""
        return self.items[-1].end


@dataclass(slots=True)
class Block:
    """A quote, an item of a list, what stands below the head of an admonition, or the whole text."""

    kind: Literal["whole", "quote", "item", "admonition"]
    parts: list[Block | Listing | Leaf] = field(default_factory=list)
    end: int = 0
    indent: int = 0
    head: str = ""
    listing: Listing | None = None


def parse(lines: Iterable[str], is_head: Callable[[str], bool]) -> Block:
    """The blocks in lines without tabs. `is_head` says whether a line is the head of an admonition."""
    parsing = _Parsing(is_head)
    for number, line in enumerate(lines):
        parsing.line(number, line)
    return parsing.whole


class _Parsing:
    """What is open between two lines: blocks in each other, and in the last one perhaps a leaf."""

    def __init__(self, is_head: Callable[[str], bool]) -> None:
        self.whole = Block("whole")
        self._is_head = is_head
        self._open = [self.whole]
        self._leaf: Leaf | None = None
        self._number = 0

    def line(self, number: int, text: str) -> None:
        self._number = number
        rest, depth = self._inside(text)
        if not rest.strip():
            self._blank(depth)
            return
        left = self._begin(rest, depth)
        if left is None:
            self._write(rest, depth)
        elif left.strip(f" {GUARD}"):
            self._write(left, len(self._open))
        self._reach(len(self._open))

    def _inside(self, rest: str) -> tuple[str, int]:
        """What of a line is left within the open blocks that it goes on with, and how many these are."""
        for depth, block in enumerate(self._open[1:], 1):
            inner = _within(block, rest)
            if inner is None:
                return rest, depth
            rest = inner
        return rest, len(self._open)

    def _blank(self, depth: int) -> None:
        if self._leaf and self._leaf.kind == "code" and depth == len(self._open):
            self._leaf.lines.append("")
        else:
            self._close(depth)
        # A line that holds the mark of a quote is not blank for what the quote stands in.
        self._reach(max((at for at, block in enumerate(self._open, 1) if block.kind == "quote"), default=0))

    def _reach(self, depth: int) -> None:
        for block in self._open[:depth]:
            block.end = self._number

    def _close(self, depth: int) -> None:
        del self._open[depth:]
        self._leaf = None

    def _begin(self, rest: str, depth: int) -> str | None:
        """What is left of a line within the blocks that begin on it; None when none does."""
        left = None
        below_words = self._has_words and depth == len(self._open)
        while depth < DEEPEST and (start := _start(rest, self._is_head, below_words=below_words)):
            block, listing, rest = start
            self._close(depth)
            self._place(block, listing)
            left, depth, below_words = rest, depth + 1, False
        return left

    @property
    def _has_words(self) -> bool:
        """Whether a paragraph is open."""
        return self._leaf is not None and self._leaf.kind == "paragraph"

    def _place(self, block: Block, listing: Listing | None) -> None:
        """Open a block. An item belongs to the list above it, if that has the same sign, or to its own."""
        if listing is None:
            self._append(block)
        else:
            above = self._open[-1].parts[-1:]
            if above and isinstance(above[0], Listing) and above[0].sign == listing.sign:
                listing = above[0]
                listing.loose |= self._number - listing.end > 1
            else:
                self._append(listing)
            listing.items.append(block)
            block.listing = listing
        self._open.append(block)

    def _append(self, part: Block | Listing | Leaf) -> None:
        block = self._open[-1]
        if block.listing and block.parts and self._number - block.parts[-1].end > 1:
            block.listing.loose = True
        block.parts.append(part)

    def _write(self, rest: str, depth: int) -> None:
        """Put a line into the leaf that it goes on with, or into a new one."""
        leaf, kind = self._leaf, _kind(rest)
        if leaf and self._is_title(leaf, depth) and _UNDERLINE.match(rest):
            leaf.lines.append(rest.strip())
            leaf.end = self._number
            self._leaf = None  # it was a heading
        elif leaf and self._goes_on(kind, depth):
            leaf.lines.append(_guarded(rest) if leaf.kind == "paragraph" else rest)
            leaf.end = self._number
        else:
            self._close(depth)
            leaf = Leaf(kind, ["***" if _RULE.match(rest) else rest], self._number)
            self._append(leaf)
            self._leaf = leaf if kind != "line" else None

    def _is_title(self, leaf: Leaf, depth: int) -> bool:
        """Whether a line below makes a heading of the leaf: of one line, as it is read elsewhere in iiv."""
        return leaf.kind == "paragraph" and len(leaf.lines) == 1 and depth == len(self._open)

    def _goes_on(self, kind: str, depth: int) -> bool:
        """Whether a line belongs to the open leaf. Below words it may be lazy and leave out marks."""
        if self._has_words:
            return kind != "line" and all(block.kind != "admonition" for block in self._open[depth:])
        return kind == "code" and depth == len(self._open)


def _within(block: Block, rest: str) -> str | None:
    """What of a line stands in a block that is open, or None."""
    if block.kind == "quote":
        quote = _QUOTE.match(rest)
        return rest[quote.end() :] if quote else None
    if not rest.strip():
        # An item that begins with a blank line has no second one.
        return "" if block.parts or block.kind == "admonition" else None
    return rest[block.indent :] if rest.startswith(" " * block.indent) else None


def _start(
    rest: str, is_head: Callable[[str], bool], *, below_words: bool
) -> tuple[Block, Listing | None, str] | None:
    """The block that begins with a line, for an item a list that it may begin, and what is left of the line.

    Below words, which go on with a paragraph otherwise, not everything is one.
    """
    if quote := _QUOTE.match(rest):
        return Block("quote"), None, rest[quote.end() :]
    if is_head(rest):
        return Block("admonition", indent=_HEAD_INDENT, head=rest), None, ""
    item = _ITEM.match(rest)
    if item is None or _RULE.match(rest) or (below_words and not _interrupts(item, rest)):
        return None
    # Four spaces behind the sign and the code of an item belong together otherwise.
    spaces = len(item[4] or "")
    indent = item.end(1) + (spaces if 0 < spaces <= len(_CODE_INDENT) else 1)
    return Block("item", indent=indent), Listing(item[3] or item[1], int(item[2] or 1)), rest[indent:]


def _interrupts(item: re.Match[str], rest: str) -> bool:
    """Whether an item may begin right below words: it has words itself, and is the first if numbered."""
    if _UNDERLINE.match(rest) or _TABLE_RULE.match(rest):
        return False
    return bool(item[4]) and int(item[2] or 1) == 1


def _kind(rest: str) -> Literal["paragraph", "code", "line"]:
    if rest.startswith(_CODE_INDENT):
        return "code"
    return "line" if _LINE.match(rest) or _RULE.match(rest) else "paragraph"


def _guarded(rest: str) -> str:
    """A line of a paragraph such that Python-Markdown reads it as one."""
    is_odd = _UNDERLINE.match(rest) or (STARTS.match(rest) and not _TABLE_RULE.match(rest))
    return GUARD + rest if is_odd else rest
