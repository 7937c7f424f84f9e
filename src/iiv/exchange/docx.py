"""A document of a word processor (.docx) to its paragraphs: their words, and what these wear."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final, NoReturn
from xml.parsers import expat

from iiv.exchange.foreign_files import ForeignFileError

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_XML: Final = 40_000_000
"""How many bytes a part of the document may have once unpacked: a thousand pages have 10 MB."""

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_FALLBACK: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_BODY: Final = "word/document.xml"
_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_HEADING: Final = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop)\s*(\d)", re.IGNORECASE)
_LEVELS: Final = 6
_OFF: Final = frozenset({"0", "false", "off", "none"})


@dataclass(slots=True)
class Run:
    """Words that look alike; a line break in them is a newline."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class Paragraph:
    """A paragraph: `level` is that of a heading, from 1, and 0 for others.

    `depth` is how deep in a list it stands, from 1, and 0 for none; the list may be `numbered`.
    """

    runs: list[Run] = field(default_factory=list)
    level: int = 0
    depth: int = 0
    numbered: bool = False

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)


def paragraphs(content: bytes, name: str) -> list[Paragraph]:
    """The paragraphs of a document in their order, those in tables too.

    Only three parts of it are read, and nothing is unpacked onto the disk. Deleted words, comments, headers,
    pictures and macros are left alone. Raises ForeignFileError for what is no such document.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            names = set(parts.namelist())
            if _BODY not in names:
                raise ForeignFileError(f"{name} is no Word document")
            styles = _styles(_part(parts, _STYLES, name)) if _STYLES in names else {}
            lists = _numbered(_part(parts, _NUMBERING, name)) if _NUMBERING in names else {}
            return _Body(styles, lists).read(_part(parts, _BODY, name))
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        expat.ExpatError,
    ) as fault:
        raise ForeignFileError(f"{name} cannot be read as a Word document: {fault}") from None


def _part(parts: zipfile.ZipFile, part: str, name: str) -> bytes:
    with parts.open(part) as file:
        xml = file.read(MOST_XML + 1)
    if len(xml) > MOST_XML:
        raise ForeignFileError(f"{name} is too large once it is unpacked: it was not read")
    return xml


class _Reader:
    """Reads XML that has no document type, and so no entities that could grow, or lead elsewhere."""

    def read_xml(self, xml: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = lambda tag, values: self.begin(_local(tag), _values(values))
        parser.EndElementHandler = lambda tag: self.end(_local(tag))
        parser.CharacterDataHandler = self.words
        parser.buffer_text = True
        parser.Parse(xml, True)  # noqa: FBT003 - expat's signature

    def begin(self, tag: str, values: Mapping[str, str]) -> None:
        """An element of Word's own begins; "" is any other."""

    def end(self, tag: str) -> None:
        """An element ends."""

    def words(self, text: str) -> None:
        """Text within an element."""

    @staticmethod
    def _refuse(*_: object) -> NoReturn:
        raise ForeignFileError(
            "the document has a document type, which Word writes into none: it was not read"
        )


def _local(tag: str) -> str:
    if tag == _FALLBACK:  # the same again, for older programs
        return "fallback"
    return next((tag.removeprefix(space) for space in (_W, _STRICT) if tag.startswith(space)), "")


def _values(values: Mapping[str, str]) -> dict[str, str]:
    return {_local(key): value for key, value in values.items()}


class _Styles(_Reader):
    """Which styles are headings, by their names: these are English in every language of Word's."""

    def __init__(self) -> None:
        self.levels: dict[str, int] = {}
        self._style = ""

    def begin(self, tag: str, values: Mapping[str, str]) -> None:
        if tag == "style":
            self._style = values.get("styleId", "")
        elif tag == "name" and (level := _level(values.get("val", ""))):
            self.levels[self._style] = level
        elif tag == "outlineLvl" and values.get("val", "").isdecimal() and int(values["val"]) < _LEVELS:
            self.levels.setdefault(self._style, int(values["val"]) + 1)


def _styles(xml: bytes) -> dict[str, int]:
    reader = _Styles()
    reader.read_xml(xml)
    return reader.levels


def _level(style: str) -> int:
    if style.casefold() in {"title", "titel"}:
        return 1
    match = _HEADING.fullmatch(style)
    return min(int(match[1]), _LEVELS) if match else 0


class _Numbering(_Reader):
    """Which lists are numbered, by their number and depth."""

    def __init__(self) -> None:
        self.numbered: dict[tuple[str, str], bool] = {}
        self._abstract: dict[tuple[str, str], bool] = {}
        self._of = self._level = self._list = ""

    def begin(self, tag: str, values: Mapping[str, str]) -> None:
        if tag == "abstractNum":
            self._of = values.get("abstractNumId", "")
        elif tag == "lvl":
            self._level = values.get("ilvl", "")
        elif tag == "numFmt":
            self._abstract[self._of, self._level] = values.get("val") not in {"bullet", "none"}
        elif tag == "num":
            self._list = values.get("numId", "")
        elif tag == "abstractNumId":
            found = ((key[1], value) for key, value in self._abstract.items() if key[0] == values.get("val"))
            self.numbered.update({(self._list, level): value for level, value in found})


def _numbered(xml: bytes) -> dict[tuple[str, str], bool]:
    reader = _Numbering()
    reader.read_xml(xml)
    return reader.numbered


class _Body(_Reader):
    """The paragraphs, as they come."""

    def __init__(self, styles: Mapping[str, int], lists: Mapping[tuple[str, str], bool]) -> None:
        self._levels = styles
        self._lists = lists
        self._found: list[Paragraph] = []
        self._open: list[Paragraph] = []  # a text box has paragraphs of its own within one
        self._run = Run("")
        self._in_text = self._in_run = False
        self._depth = ""
        self._skipped = 0  # within how many elements that are not shown, or shown twice

    def read(self, xml: bytes) -> list[Paragraph]:
        self.read_xml(xml)
        return self._found

    def begin(self, tag: str, values: Mapping[str, str]) -> None:
        if tag in _UNSEEN or self._skipped:
            self._skipped += 1
        elif tag == "p":
            self._open.append(Paragraph())
            self._found.append(self._open[-1])
        elif not self._open:
            return
        elif tag == "r":
            self._run, self._in_run = Run(""), True
            self._open[-1].runs.append(self._run)
        elif tag == "t":
            self._in_text = True
        elif tag in _BREAKS:
            self._run.text += _BREAKS[tag] if self._in_run else ""
        else:
            self._dress(tag, values)

    def _dress(self, tag: str, values: Mapping[str, str]) -> None:
        paragraph, value = self._open[-1], values.get("val", "")
        if tag == "pStyle":
            paragraph.level = self._levels.get(value, _level(value))
        elif tag == "ilvl":
            self._depth = value
        elif tag == "numId" and value != "0":
            depth = self._depth if self._depth.isdecimal() else "0"
            paragraph.depth = min(int(depth), _LEVELS) + 1
            paragraph.numbered = self._lists.get((value, depth), False)
        elif self._in_run and tag == "b":
            self._run.bold = value.casefold() not in _OFF
        elif self._in_run and tag == "i":
            self._run.italic = value.casefold() not in _OFF

    def end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif tag == "p" and self._open:
            self._open.pop()
            self._depth = ""
        elif tag == "r":
            self._in_run = False
        elif tag == "t":
            self._in_text = False

    def words(self, text: str) -> None:
        if self._in_text and self._in_run and not self._skipped:
            self._run.text += text


_BREAKS: Final = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_UNSEEN: Final = frozenset({"del", "moveFrom", "instrText", "delText", "rPrChange", "pPrChange", "fallback"})
