"""Files of other programs, read as text: with a limit, in any encoding, and nothing in them followed."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOST_BYTES: Final = 20_000_000
"""The largest file that is read: a talk of three hours takes 300 kB, as captions."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16 does, so it comes first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CODE_PAGES: Final = tuple(
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp932 gb18030 cp949 big5 cp874".split()
)
"""The code pages in which Windows programs still export, the one of the West first."""

_LOOKED_AT: Final = 4096  # bytes, which tell the encoding: the head of a table stands there


class ForeignFileError(Exception):
    """A file cannot be read as what it should be. `str()` is a sentence for the person."""


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """What a file holds. Raises ForeignFileError where it is too large or no file, and OSError."""
    if not path.is_file():
        raise ForeignFileError(f"{path.name} is no file")
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise ForeignFileError(f"{path.name} is larger than {most // 1_000_000} MB: it was not read")
    return content


def text_of(content: bytes, name: str) -> str:
    """The text of a file, with newlines as line ends. Raises ForeignFileError where it is no text."""
    text, _ = decoded(content)
    if "\0" in text:
        raise ForeignFileError(f"{name} is no text")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def decoded(content: bytes, knows: Callable[[str], int] | None = None) -> tuple[str, str]:
    """The text that some bytes are, and the encoding that was found.

    `knows` says how much of the beginning of a text it knows. Of several code pages that may be, the one of
    which it knows most is meant: nothing else tells them apart.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace"), encoding
    if encoding := _wide(content):
        return content.decode(encoding, "replace"), encoding
    text = content.decode("utf-8", "replace")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    # A letter cut in two makes no code page of a text whose other letters are UTF-8.
    if not lost or lost * 10 < sum(not letter.isascii() for letter in text) - lost:
        return text, "utf-8"
    encoding = CODE_PAGES[0]
    if knows:
        head = content[:_LOOKED_AT]
        encoding = max(CODE_PAGES, key=lambda page: knows(head.decode(page, "ignore")))
    return content.decode(encoding, "replace"), encoding


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: of Latin letters and commas, every other byte is zero."""
    head = content[:_LOOKED_AT]
    half = len(head) // 2
    if half and head[1::2].count(0) * 2 > half:
        return "utf-16-le"
    return "utf-16-be" if half and head[0::2].count(0) * 2 > half else ""
