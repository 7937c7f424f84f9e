"""The text of a table with separators to rows of cells, as spreadsheets and databases write it."""

from __future__ import annotations

import csv
import re
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING, Final

from iiv.exchange.answer_table import WIDE
from iiv.exchange.cells import unguarded_formula
from iiv.exchange.foreign_files import ForeignFileError

if TYPE_CHECKING:
    from collections.abc import Iterable

SEPARATORS: Final = ",;\t|"
MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 1_000
_LOOKED_AT: Final = 40  # rows
_SAID: Final = re.compile(r"\s*\"?sep=([,;\t|])\"?[ \t]*(?:\r\n|\r|\n)", re.IGNORECASE)


def rows_of(text: str) -> list[list[str]]:
    """The rows of a text. Raises ForeignFileError for cells and tables that are too large."""
    text = text.replace("\0", "")
    said = _SAID.match(text)  # as spreadsheets may write it in the first line
    if said:
        return _read(text[said.end() :], said[1])
    if text.removeprefix("talk,").startswith(",".join(WIDE)):  # ours, whatever stands in the answers
        return _read(text, ",")
    return _read(text, max(SEPARATORS, key=lambda separator: _likely(text, separator)))


def bounded(rows: Iterable[list[str]], name: str = "the table") -> list[list[str]]:
    """The rows, without the empty ones at the end. Raises ForeignFileError for too many, or too wide ones."""
    kept: list[list[str]] = []
    for row in rows:
        if len(kept) >= MOST_ROWS or len(row) > MOST_COLUMNS:
            most = f"{MOST_ROWS:,} rows" if len(kept) >= MOST_ROWS else f"{MOST_COLUMNS:,} columns"
            raise ForeignFileError(f"{name} has more than {most}")
        kept.append(row)
    while kept and not any(cell.strip() for cell in kept[-1]):
        kept.pop()
    return kept


def _read(text: str, separator: str) -> list[list[str]]:
    rows = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        return bounded([unguarded_formula(cell) for cell in row] for row in rows)
    except csv.Error:
        most = f"{csv.field_size_limit():,} characters"
        raise ForeignFileError(f"a cell has more than {most}: is a quotation mark missing?") from None


def _likely(text: str, separator: str) -> tuple[int, int]:
    """How likely a separator is: by how many rows have as many cells as another, and by how many cells."""
    try:
        head = list(islice(csv.reader(StringIO(text, newline=""), delimiter=separator), _LOOKED_AT))
    except csv.Error:
        return 0, 0
    widths = [len(row) for row in head if len(row) > 1]
    usual = max(set(widths), key=widths.count, default=0)
    return widths.count(usual), usual
