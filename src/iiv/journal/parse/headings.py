"""Markdown text to its headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.journal.parse.markup import ATX_HEADING, COMMENT, without_code
from iiv.journal.parse.undress import LONGEST, undress, without_invisible
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

LEVELS = 6
BOLD_LEVEL = LEVELS + 1
"""The level of a bold line: below all headings."""

CLOSING_HASHES = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
# A line that ATX_HEADING or SETEXT_LINE may match.
HEADING_LINE = re.compile(r"^ {0,3}[#=-]", re.MULTILINE)
SETEXT_LINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
NO_PARAGRAPH = re.compile(r"[ \t]*([-*+>|#]|\d+[.)])|\s*$|\s{4}")
ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")
BOLD_LINE = re.compile(r"^ {0,3}(?:\*\*|__)(?=[^\n]*(?:\*\*|__))", re.MULTILINE)


class Heading(Value, frozen=True):
    """A heading: its level from 1, its words, and the lines from 0 on which it and its text begin."""

    level: int
    words: str
    line: int
    text_line: int


def headings(text: str) -> list[Heading]:
    """The headings of a Markdown text in their order; none in code or comments."""
    text = without_invisible(text)
    return headings_in(text.split("\n"), without_code(text))


def headings_in(lines: list[str], bare: str) -> list[Heading]:
    """The headings in lines without invisible characters; `bare` is their text without code and comments."""
    found = []
    plain = bare.split("\n")
    for number in _lines_of(HEADING_LINE, bare):
        line = plain[number]
        if match := ATX_HEADING.match(line):
            words = ATX_HEADING.match(lines[number])
            found.append(Heading(len(match[1]), _words((words or match)[2]), number, number + 1))
        elif (setext := SETEXT_LINE.match(line)) and number and _is_title(plain, number - 1):
            level = 1 if setext[1].startswith("=") else 2
            found.append(Heading(level, _words(lines[number - 1].strip()), number - 1, number + 1))
    return found


def titles(text: str) -> list[Heading]:
    """The headings of a text, and the lines that are bold as a whole, as a word processor has them."""
    found = headings(text)
    taken = {heading.line for heading in found}
    bare = without_code(without_invisible(text))
    plain = bare.split("\n")
    for number in _lines_of(BOLD_LINE, bare):
        line = undress(plain[number][:LONGEST])
        if line.dress == "b" and not line.rest and number not in taken:
            found.append(Heading(BOLD_LEVEL, line.words, number, number + 1))
    return sorted(found, key=lambda heading: heading.line)


def _lines_of(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    """The lines, from 0, on which the pattern matches: much faster than to try it on each line."""
    number = start = 0
    for match in pattern.finditer(text):
        number += text.count("\n", start, match.start())
        start = match.start()
        yield number


def _is_title(lines: list[str], number: int) -> bool:
    """Whether the line is a paragraph of one line, which a row of `-` or `=` makes a heading."""
    return not NO_PARAGRAPH.match(lines[number]) and (number == 0 or not lines[number - 1].strip())


def _words(heading: str | None) -> str:
    words = COMMENT.sub("", heading or "")
    return CLOSING_HASHES.sub("", ATTRIBUTES.sub("", words)).strip()
