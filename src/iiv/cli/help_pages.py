"""Help as Click writes it, but in lines in which no word is broken, however narrow the terminal is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from iiv.cli.terminal import GAP, WIDEST, terminal_width, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

TERMS = 30  # columns for the names of commands and options, at most


class WholeWords(click.HelpFormatter):
    """Formats a page of help for the terminal, or for 80 columns elsewhere."""

    def __init__(
        self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None
    ) -> None:
        space = min(width or terminal_width(sys.stdout) or WIDEST, max_width or WIDEST)
        super().__init__(indent_increment, space, max_width)

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How the command is called."""
        self._write(args, f"{prefix or 'Usage: '}{prog} ", " " * 4)

    def write_text(self, text: str) -> None:
        """Paragraphs, which blank lines part."""
        for number, paragraph in enumerate(text.split("\n\n")):
            if number:
                self.write("\n")
            self._write(" ".join(paragraph.split()), " " * self.current_indent)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = TERMS, col_spacing: int = 2) -> None:
        """Terms with what they mean beside them, or below where there is no room."""
        rows = list(rows)
        indent = " " * self.current_indent
        left = min(max(len(term) for term, _ in rows), col_max, self.width // 3) + col_spacing
        below = indent + " " * left
        for term, meaning in rows:
            if len(term) + col_spacing <= left:
                self._write(meaning, indent + term.ljust(left), below)
            else:
                self._write(term, indent, indent + GAP)
                self._write(meaning, below)

    def _write(self, text: str, first: str, rest: str | None = None) -> None:
        self.write("".join(f"{line}\n" for line in wrapped(text, self.width, first, rest)))
