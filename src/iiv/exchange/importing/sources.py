"""A file of another program to what it holds: cards, or the rows of one table or several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.exchange.foreign_files import ForeignFileError, decoded, read_bytes
from iiv.exchange.importing.card_records import card_records
from iiv.exchange.importing.column_words import known_words
from iiv.exchange.importing.ldif import ldif_rows
from iiv.exchange.importing.long_tables import widened
from iiv.exchange.importing.rows import rows_of
from iiv.exchange.importing.tables import table_of
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from iiv.exchange.importing.records import Record

MOST_BYTES: Final = 64_000_000
"""A thousand cards with a photograph each have less."""

LOOKED_FOR: Final = "cards that begin with BEGIN:VCARD, or a table with a head in which a column is `Name`"

_FEW_TITLES: Final = 3
_CARD: Final = re.compile(rb"^[ \t\xef\xbb\xbf]*BEGIN[ \t]*:[ \t]*VCARD", re.IGNORECASE | re.MULTILINE)
_ZIP: Final = b"PK\3\4"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_WIDE_CARD: Final = (b"B\0E\0G\0I\0N\0:\0V\0", b"\0B\0E\0G\0I\0N\0:\0V")


class Source(Value, frozen=True):
    """What a file holds: the records of its cards, or rows by the name of their table.

    `encoding` is named where it is a guess, "" where there is no doubt.
    """

    name: str
    records: tuple[Record, ...] = ()
    tables: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = ()
    encoding: str = ""


def is_table(path: Path) -> bool:
    """Whether a file of text is a table or cards, and no note. Raises ForeignFileError and OSError."""
    if path.suffix.lower() != ".txt":
        return False
    source = read_source(path)
    tables = (table_of(name, rows, {}) for name, rows in source.tables)
    return bool(source.records) or any(table and table.known >= _FEW_TITLES for table in tables)


def read_source(path: Path) -> Source:
    """What a file holds. Raises ForeignFileError and OSError."""
    content = read_bytes(path, MOST_BYTES)
    name = path.name
    head = content[:65536].replace(b"\r", b"\n")
    if _CARD.search(head) or any(sign in content[:4096].upper() for sign in _WIDE_CARD):
        return Source(name, card_records(content))
    if content.startswith(_ZIP):
        return Source(name, tables=tuple(_sheets(content, path)))
    if content.startswith(_OLD_OFFICE):
        raise ForeignFileError(f"{path} is in an old or a locked form: save it as .xlsx, .ods or CSV")
    text, encoding = decoded(content, known_words)
    if path.suffix.lower() in {".ldif", ".ldi"}:
        return Source(name, tables=((name, _frozen(ldif_rows(text))),))
    guess = "" if encoding.startswith("utf") else encoding
    return Source(name, tables=((name, _frozen(widened(rows_of(text)))),), encoding=guess)


def _sheets(content: bytes, path: Path) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    """The sheets of a workbook that hold anything; of several, each by its name."""
    # What reads them is of no use to other files.
    from iiv.exchange.importing.ods import ods_tables  # noqa: PLC0415
    from iiv.exchange.importing.xlsx import xlsx_tables  # noqa: PLC0415

    read = ods_tables if b"mimetypeapplication/vnd.oasis.opendocument" in content[:200] else xlsx_tables
    sheets = [(title, rows) for title, rows in read(content, path.name) if rows]
    for title, rows in sheets:
        yield path.name if len(sheets) == 1 else f"{path.name}, {title}", _frozen(rows)


def _frozen(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, rows))
