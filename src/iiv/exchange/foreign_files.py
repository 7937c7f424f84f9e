"""Files of other programs, read as text: with a limit, in any encoding, and nothing in them followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES: Final = 20_000_000
"""The largest file that is read: a talk of three hours takes 300 kB, as captions."""

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SAMPLE: Final = 4000


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
    """The text of a file, with newlines as line ends.

    Where it is not in UTF-8 or UTF-16 it is taken for Windows' western one, in which every byte is a letter.
    Raises ForeignFileError where it is no text.
    """
    mark, encoding = next(((m, e) for m, e in _MARKS if content.startswith(m)), (b"", _unmarked(content)))
    try:
        text = content.removeprefix(mark if encoding == "utf-8" else b"").decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\0" in text:
        raise ForeignFileError(f"{name} is no text")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _unmarked(content: bytes) -> str:
    """The encoding of a file that does not say it: every other byte of plain UTF-16 is zero."""
    start = content[:_SAMPLE]
    if start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    return "utf-16-be" if start[0::2].count(0) > len(start) // 4 else "utf-8"
