"""A sheet of LibreOffice (.ods) to rows of cells: values as they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.exchange.foreign_files import ForeignFileError
from iiv.exchange.importing.rows import MOST_COLUMNS, MOST_ROWS
from iiv.exchange.importing.zipped_xml import ZippedXml, local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

_GAPS: Final = {"s": " ", "tab": " ", "line-break": "\n"}


def ods_tables(content: bytes, name: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The sheets of a file, by name. Raises ForeignFileError."""
    for table in ZippedXml(content, name).elements("content.xml", "table"):
        rows: list[list[str]] = []
        empty = 0
        for row in (one for one in table.iter() if local(one.tag) == "table-row"):
            cells = _cells(row)
            times = _repeated(row, "number-rows-repeated")
            if not cells:
                empty += times
                continue
            if len(rows) + empty + times > MOST_ROWS:
                raise ForeignFileError(f"{name} has more than {MOST_ROWS:,} rows")
            rows += [[] for _ in range(empty)]
            rows += [cells] * times
            empty = 0
        yield _attributes(table).get("name", ""), rows


def _cells(row: Element) -> list[str]:
    cells: list[str] = []
    empty = 0
    for cell in (one for one in row if local(one.tag) in {"table-cell", "covered-table-cell"}):
        value = _value(cell)
        times = _repeated(cell, "number-columns-repeated")
        if not value:
            empty += times
            continue
        if len(cells) + empty + times > MOST_COLUMNS:
            raise ForeignFileError(f"a row has more than {MOST_COLUMNS:,} columns")
        cells += [""] * empty + [value] * times
        empty = 0
    return cells


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
