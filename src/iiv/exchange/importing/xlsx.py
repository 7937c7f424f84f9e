"""A workbook of Excel (.xlsx) to rows of cells: values as they are shown, of formulas the last result."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from typing import TYPE_CHECKING, Final

from iiv.exchange.foreign_files import ForeignFileError
from iiv.exchange.importing.rows import MOST_COLUMNS, MOST_ROWS
from iiv.exchange.importing.zipped_xml import ZippedXml, local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from xml.etree.ElementTree import Element

_REFERENCE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_LITERAL: Final = re.compile(r"\"[^\"]*\"|\\.|_.|\[[^\]]*\]")
_DATE_FORMATS: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""The built-in formats of days and times (ECMA-376, part 1, 18.8.30)."""


def xlsx_tables(content: bytes, name: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The sheets of a workbook that are not hidden, by name. Raises ForeignFileError."""
    book = ZippedXml(content, name)
    targets = {
        link.get("Id", ""): posixpath.normpath(posixpath.join("xl", link.get("Target", "")))
        for link in book.elements("xl/_rels/workbook.xml.rels", "Relationship")
    }
    texts = ["".join(_texts(item)) for item in book.elements("xl/sharedStrings.xml", "si")]
    days = _day_styles(book)
    begins = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - days in a spreadsheet have no zone
    for properties in book.elements("xl/workbook.xml", "workbookPr"):
        if properties.get("date1904") in {"1", "true"}:
            begins = dt.datetime(1904, 1, 1)  # noqa: DTZ001 - the same
    sheets = [dict(sheet.attrib) for sheet in book.elements("xl/workbook.xml", "sheet")]
    for sheet in sheets:
        attributes = {local(key): value for key, value in sheet.items()}
        part = targets.get(attributes.get("id", ""), "").lstrip("/")
        if attributes.get("state", "visible") == "visible":
            yield attributes.get("name", ""), _rows(book, part, texts, days, begins)


def _rows(
    book: ZippedXml, part: str, texts: Sequence[str], days: Sequence[bool], begins: dt.datetime
) -> list[list[str]]:
    rows: list[list[str]] = []
    for row in book.elements(part, "row"):
        cells: list[str] = []
        said = row.get("r", "")
        number = int(said) if said.isdecimal() and int(said) > len(rows) else len(rows) + 1
        at = -1
        for cell in (one for one in row if local(one.tag) == "c"):
            column = _column(cell.get("r", ""))
            at = at + 1 if column is None else column
            value = _value(cell, texts, days, begins)
            if value and at >= len(cells):
                _require_room(number, at)
                cells += [""] * (at - len(cells))
                cells.append(value)
        if cells:
            _require_room(number, 0)
            rows += [[] for _ in range(number - len(rows) - 1)]
            rows.append(cells)
    return rows


def _require_room(row: int, column: int) -> None:
    if row > MOST_ROWS or column >= MOST_COLUMNS:
        most = f"{MOST_ROWS:,} rows" if row > MOST_ROWS else f"{MOST_COLUMNS:,} columns"
        raise ForeignFileError(f"a cell stands beyond {most}: export the table as CSV")


def _column(reference: str) -> int | None:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1


def _value(cell: Element, texts: Sequence[str], days: Sequence[bool], begins: dt.datetime) -> str:
    kind = cell.get("t", "n")
    said = next((one.text or "" for one in cell if local(one.tag) == "v"), "")
    if kind == "inlineStr":
        return "".join(_texts(cell))
    if kind == "s":
        return texts[int(said)] if said.isdecimal() and int(said) < len(texts) else ""
    if kind == "b":
        return {"1": "yes", "0": "no"}.get(said, "")
    if kind in {"str", "d"}:
        return said
    style = cell.get("s", "0")
    is_day = style.isdecimal() and int(style) < len(days) and days[int(style)]
    return "" if kind == "e" else _number(said, begins if is_day else None)


def _number(said: str, begins: dt.datetime | None) -> str:
    try:
        number = float(said)
        if begins is None:
            return str(int(number)) if number == int(number) else said
        moment = begins + dt.timedelta(seconds=round(number * 86400))
    except (ValueError, OverflowError):
        return said
    if number < 1:
        return f"{moment:%H:%M}"
    return f"{moment:%Y-%m-%d %H:%M}" if number % 1 else f"{moment:%Y-%m-%d}"


def _texts(item: Element) -> Iterator[str]:
    """The text of a cell in its runs; readings beside it, as Japanese has them, are left out."""
    for one in item:
        if local(one.tag) == "t":
            yield one.text or ""
        elif local(one.tag) in {"r", "is"}:
            yield from _texts(one)


def _day_styles(book: ZippedXml) -> list[bool]:
    """Whether each style of cells shows days or times."""
    formats: dict[str, str] = {}
    styles: list[bool] = []
    for element in book.elements("xl/styles.xml", "numFmt", "cellXfs"):
        if element.tag == "numFmt":
            formats[element.get("numFmtId", "")] = element.get("formatCode", "")
        else:
            styles += [_is_day(one.get("numFmtId", "0"), formats) for one in element]
    return styles


def _is_day(number: str, formats: Mapping[str, str]) -> bool:
    if number in formats:
        return bool(re.search("[ymdhs]", _LITERAL.sub("", formats[number]).lower()))
    return number.isdecimal() and int(number) in _DATE_FORMATS
