"""A document of a word processor to Markdown: paragraphs, headings, lists, bold and italic."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from iiv.exchange.docx import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.exchange.docx import Paragraph

# What would read otherwise in Markdown. Themes, tasks and links stay what they are.
_SIGNS: Final = re.compile(r"[\\*_`<]|(?<=\w)~(?=~)")
# A list or a heading where Word has none; what is a task may stay one.
_BEGINS: Final = re.compile(r"(\d*)([.)]|[-+>]|#{1,6}|={2,}$|-{2,}$)(?=\s(?!\[)|$)")
_INDENT: Final = "    "


def markdown_of(content: bytes, name: str) -> str:
    """The text of a document as Markdown. Raises ForeignFileError."""
    lines = list(_lines(paragraphs(content, name)))
    return "\n".join(lines).strip("\n") + "\n"


def _lines(found: list[Paragraph]) -> Iterator[str]:
    in_list = False
    for paragraph in found:
        text = _text(paragraph)
        if not text:
            continue
        is_item = bool(paragraph.depth) and not paragraph.level
        if not (is_item and in_list):
            yield ""
        in_list = is_item
        yield f"{_mark(paragraph)}{text}"


def _mark(paragraph: Paragraph) -> str:
    if paragraph.level:
        return "#" * paragraph.level + " "
    if paragraph.depth:
        return _INDENT * (paragraph.depth - 1) + ("1. " if paragraph.numbered else "- ")
    return ""


def _text(paragraph: Paragraph) -> str:
    """The words of a paragraph; in a heading, which is bold by itself, without marks."""
    looks = groupby(
        paragraph.runs, lambda run: (run.bold, run.italic) if not paragraph.level else (False, False)
    )
    pieces = (_dressed("".join(run.text for run in runs), *look) for look, runs in looks)
    lines = "".join(pieces).strip().split("\n")
    end = " " if paragraph.level else "\\\n"
    return end.join(_BEGINS.sub(_escaped, line.strip(), count=1) for line in lines if line.strip())


def _escaped(begin: re.Match[str]) -> str:
    return f"{begin[1]}\\{begin[2]}" if begin.start() == 0 else begin[0]


def _dressed(text: str, bold: bool, italic: bool) -> str:  # noqa: FBT001 - how a run looks
    """Words with the marks of how they look; spaces and line breaks stay outside of them."""
    mark = "***" if bold and italic else "**" if bold else "*" if italic else ""
    return "\n".join(_marked(line, mark) for line in text.split("\n"))


def _marked(line: str, mark: str) -> str:
    words = line.strip()
    if not words:
        return line
    before, after = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :]
    plain = _SIGNS.sub(r"\\\g<0>", words)
    return f"{before}{mark}{plain}{mark}{after}".replace("\t", " ")
