"""The XML in a zipped office file, unpacked within bounds; one that declares entities is refused."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from iiv.exchange.foreign_files import ForeignFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES: Final = 50_000_000
"""Of one part, unpacked: some hundred thousand cells."""

_ENCODING: Final = re.compile(
    rb"\A\s*<\?xml[^>]*\bencoding\s*=\s*[\"'](?!utf-8[\"']|us-ascii[\"'])", re.IGNORECASE
)

_FAULTS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,  # it is locked with a password
    OSError,
    EOFError,
    ValueError,
)


class ZippedXml:
    """The parts of an office file. Raises ForeignFileError for what is no such file."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except _FAULTS as fault:
            raise ForeignFileError(f"{name} is damaged: {fault}") from None
        self.parts = frozenset(self._zip.namelist())

    def elements(self, part: str, *tags: str) -> Iterator[ET.Element]:
        """Each element of these tags in a part, whole, without their namespaces. Nothing without the part."""
        if part not in self.parts:
            return
        content = self._content(part)
        try:
            for _, element in ET.iterparse(BytesIO(content), ("end",)):  # noqa: S314 - no entity: see _content
                element.tag = local(element.tag)
                if element.tag in tags:
                    yield element
                    element.clear()
        except ET.ParseError as fault:
            raise ForeignFileError(f"{self._name} is damaged: {part}: {fault}") from None

    def _content(self, part: str) -> bytes:
        try:
            with self._zip.open(part) as opened:
                content = opened.read(MOST_BYTES + 1)
        except _FAULTS as fault:
            raise ForeignFileError(f"{self._name} cannot be read: {fault}") from None
        if len(content) > MOST_BYTES:
            raise ForeignFileError(f"{self._name} has too many cells: export it in parts, or as CSV")
        # Without the zeros of UTF-16 and a declaration nothing can be expanded.
        is_odd = b"\0" in content or _ENCODING.match(content)
        if is_odd or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise ForeignFileError(f"{self._name} holds what no spreadsheet writes: {part}")
        return content


def local(name: str) -> str:
    """A tag's or an attribute's name without its namespace."""
    return name.rpartition("}")[2]
