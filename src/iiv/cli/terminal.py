"""What is said and asked at a terminal: nothing that it would obey, and columns that line up."""

from __future__ import annotations

import codecs
import os
import sys
import unicodedata
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

GAP = "  "
BELOW = "    "  # before what stands below its head
WIDEST = 80  # columns of a text that is to be read
LEAST = 24  # columns in which a text can be read beside others
# Marks that turn the direction of the text after them: a line could show other than it says.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
PLAIN = "iiv_plain"
OBEYED = frozenset({"Cc", "Cs", "Zl", "Zp"})

json_option = click.option("--json", "as_json", is_flag=True, help="As JSON, for other programs.")


def write_what_can_be_written() -> None:
    """Let standard output show `?` for what its encoding cannot write, as in a pipe on Windows."""
    codecs.register(_plain)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            errors = "replace" if stream.errors == "strict" else stream.errors
            is_plain = codecs.lookup(stream.encoding).name == "ascii"
            stream.reconfigure(encoding=PLAIN if is_plain else None, errors=errors)


def _plain(name: str) -> codecs.CodecInfo | None:
    """ASCII by another name: to what is called ASCII, Click writes UTF-8."""
    if name != PLAIN:
        return None
    ascii_ = codecs.lookup("ascii")
    return codecs.CodecInfo(
        ascii_.encode,
        ascii_.decode,
        ascii_.streamreader,
        ascii_.streamwriter,
        ascii_.incrementalencoder,
        ascii_.incrementaldecoder,
        name=PLAIN,
    )


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


def terminal_width(stream: IO[str] | None = None) -> int | None:
    """The columns of the terminal to which a stream leads, standard output by default.

    None where it leads elsewhere: then lines are as long as they are.
    """
    stream = stream or sys.stdout
    if stream is None or not stream.isatty():
        return None
    chosen = os.environ.get("COLUMNS", "")
    if chosen.isdecimal() and int(chosen):
        return int(chosen)
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except (OSError, ValueError):
        return None


def say(text: str, first: str = "", rest: str | None = None, *, err: bool = False, **style: Any) -> None:  # noqa: ANN401 - what click.style takes
    """Print a text: on a terminal in lines in which no word is broken, elsewhere as one line."""
    space = terminal_width(sys.stderr if err else sys.stdout)
    lines = wrapped(text, space, first, rest) if space else [first + printable(text)]
    click.secho("\n".join(lines), err=err, **style)


def print_json(value: object) -> None:
    """Print a value as JSON."""
    import json

    click.echo(json.dumps(value, indent=2))


def print_written(path: Path, *lines: str) -> None:
    """Say what was written to which file: somewhere else where standard output takes nothing."""
    print_done(*lines, shown(path), otherwise=f"Written: {shown(path)}")


def print_done(*lines: str, otherwise: str = "") -> None:
    """Say what was done; where standard output takes nothing, `otherwise` or the last line elsewhere."""
    try:
        for line in lines:
            say(line)
    except OSError:
        say(otherwise or lines[-1], err=True)
        raise


def shown(path: Path) -> str:
    """A path as it is typed here."""
    try:
        return os.path.relpath(path)
    except (OSError, ValueError):  # this folder is gone, or it lies on another drive
        return str(path)


def at_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def confirmed(question: str, *, default: bool = False) -> bool:
    """Whether the answer is yes; `default` for an empty answer, and where nobody can be asked."""
    if not at_terminal():
        return default
    *lines, last = wrapped(question, (terminal_width(sys.stderr) or WIDEST) - len(" [y/N]: "))
    for line in lines:
        click.echo(line, err=True)
    return click.confirm(last, default=default, err=True)


def columns(rows: Iterable[Sequence[str]]) -> list[str]:
    """Each row with its cells padded so that columns line up, to be printed two columns from the left.

    On a terminal the last cell is broken between words where it is too long, or stands below the others where
    there is no room beside them; then a row is several lines.
    """
    rows = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = [GAP.join(_padded(row, widths)).rstrip() for row in rows]
    space = terminal_width()
    if space is None or not lines or max(map(width, lines)) + len(GAP) <= space:
        return lines
    left = sum(widths[:-1]) + len(GAP) * (len(widths) - 1)
    if space - len(GAP) - left >= LEAST:
        heads = (GAP.join([*_padded(row, widths)[:-1], ""]) for row in rows)
        found = [
            wrapped(row[-1], space - len(GAP), head, " " * left)
            for row, head in zip(rows, heads, strict=True)
        ]
    else:
        found = [_stacked(row, space - len(GAP)) for row in rows]
    return [f"\n{GAP}".join(row) for row in found]


def _stacked(row: Sequence[str], space: int) -> list[str]:
    """A row with its last cell below the others."""
    name, *others = row[:-1]
    words = ", ".join(filter(None, others))
    head = wrapped(f"{name}: {words}" if words else name, space, "", BELOW)
    return [*head, *(wrapped(row[-1], space, BELOW) if row[-1] else [])]


def wrapped(text: str, space: int, first: str = "", rest: str | None = None) -> list[str]:
    """A text in lines of so many columns. No word is broken: a long one is a line of its own.

    `first` stands before the first of them, and `rest` before the others. Between wide characters, which
    are written without spaces, a line may end.
    """
    text = printable(text)
    indent = " " * (len(text) - len(text.lstrip(" ")))
    line, rest = first + indent, (first if rest is None else rest) + indent
    lines: list[str] = []
    begun = False  # whether the line holds more than what stands before it
    for word in filter(None, text.split(" ")):
        for number, piece in enumerate(_pieces(word, space - width(rest))):
            gap = " " if begun and not number else ""
            if width(line + gap + piece) > space and (begun or width(line) > width(rest)):
                lines.append(line.rstrip())
                line, gap = rest, ""
            line += gap + piece
            begun = True
    return [*lines, line.rstrip()]


def _pieces(word: str, space: int) -> list[str]:
    """A word whole, unless it is too long and of wide characters: then it may be broken between them."""
    if word.isascii() or width(word) <= space:
        return [word]
    pieces = [""]
    for char in word:
        inside = unicodedata.category(char)[0] in "PM"  # a full stop begins no line, nor does an accent
        if pieces[-1] and not inside and 2 in {_width(char), _width(pieces[-1][-1])}:  # noqa: PLR2004 - wide
            pieces.append("")
        pieces[-1] += char
    return pieces


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [cell + " " * (space - width(cell)) for cell, space in zip(row[:-1], widths, strict=False)] + [
        row[-1]
    ]


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
