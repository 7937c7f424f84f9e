"""Text for a terminal: nothing in it that a terminal would obey, and columns that line up."""

from __future__ import annotations

import sys
import textwrap
import unicodedata
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP = "  "
# Marks that turn the direction of the text after them: a line could show other than it says.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
OBEYED = frozenset({"Cc", "Cs", "Zl", "Zp"})


def write_what_can_be_written() -> None:
    """Let standard output show `?` for what its encoding cannot write, as in a pipe on Windows."""
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="replace")


def printable(text: str) -> str:
    r"""`text` on one line, with its control characters written out: `\x1b` instead of escape."""
    if text.isprintable():
        return text  # nearly all is, and this is fast
    return "".join(
        char.encode("unicode_escape").decode()
        if unicodedata.category(char) in OBEYED or char in TURNING
        else char
        for char in text
    )


def width(text: str) -> int:
    """How many columns a text takes: two for wide characters, none for marks on others."""
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def columns(rows: Iterable[Sequence[str]]) -> list[str]:
    """Each row as a line, its cells padded so that columns line up; the last is as long as it is."""
    rows = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [GAP.join(_padded(row, widths)).rstrip() for row in rows]


def wrapped(text: str, columns: int, first: str = "", rest: str | None = None) -> list[str]:
    """A text in lines of so many columns, a long word aside.

    `first` stands before the first of them, and `rest` before the others.
    """
    return textwrap.wrap(
        printable(text),
        columns,
        initial_indent=first,
        subsequent_indent=first if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first.rstrip()]


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [cell + " " * (space - width(cell)) for cell, space in zip(row[:-1], widths, strict=False)] + [
        row[-1]
    ]


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
