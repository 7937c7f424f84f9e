"""A sheet of LibreOffice (.ods) to rows of cells: values as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from iiv.exchange.foreign_files import ForeignFileError
from iiv.exchange.importing.rows import MOST_COLUMNS, MOST_ROWS
from iiv.exchange.importing.zipped_xml import ZippedXml, local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from xml.etree.ElementTree import Element

T = TypeVar("T")

_GAPS: Final = {"s": " ", "tab": " ", "line-break": "\n"}


def ods_tables(content: bytes, name: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The sheets of a file, by name. Raises ForeignFileError."""
    for table in ZippedXml(content, name).elements("content.xml", "table"):
        rows = (
            (_cells(row), _repeated(row, "number-rows-repeated"))
            for row in table.iter()
            if local(row.tag) == "table-row"
        )
        too_many = f"{name} has more than {MOST_ROWS:,} rows"
        yield _attributes(table).get("name", ""), _each(rows, [], MOST_ROWS, too_many)


def _cells(row: Element) -> list[str]:
    cells = (
        (_value(cell), _repeated(cell, "number-columns-repeated"))
        for cell in row
        if local(cell.tag) in {"table-cell", "covered-table-cell"}
    )
    return _each(cells, "", MOST_COLUMNS, f"a row has more than {MOST_COLUMNS:,} columns")


def _each(found: Iterable[tuple[T, int]], nothing: T, most: int, too_many: str) -> list[T]:
    """Each value as often as it stands there, up to the last that says something."""
    values: list[T] = []
    empty = 0
    for value, times in found:
        if not value:
            empty += times
            continue
        if len(values) + empty + times > most:
            raise ForeignFileError(too_many)
        values += [nothing] * empty + [value] * times
        empty = 0
    return values


def _value(cell: Element) -> str:
    attributes = _attributes(cell)
    kind = attributes.get("value-type", "")
    if kind == "date":
        return attributes.get("date-value", "").replace("T00:00:00", "").replace("T", " ")
    if kind == "boolean":
        return {"true": "yes", "false": "no"}.get(attributes.get("boolean-value", ""), "")
    if kind == "float":
        return attributes.get("value", "").removesuffix(".0")
    return "\n".join(_text(one) for one in cell if local(one.tag) == "p")


def _text(paragraph: Element) -> str:
    parts = [paragraph.text or ""]
    for one in paragraph:
        tag = local(one.tag)
        parts += [_GAPS[tag] if tag in _GAPS else "" if tag == "annotation" else _text(one), one.tail or ""]
    return "".join(parts)


def _repeated(element: Element, key: str) -> int:
    times = _attributes(element).get(key, "1")
    return int(times) if times.isdecimal() and len(times) < len("10000000") + 1 else 1


def _attributes(element: Element) -> Mapping[str, str]:
    return {local(key): value for key, value in element.attrib.items()}
