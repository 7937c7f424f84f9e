"""The question lines of a body as sections: each with what may be said to it, as a text of its own."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from iiv.journal.parse import markup
from iiv.journal.parse.gist import gist
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iiv.journal.model import Answer
    from iiv.journal.parse.reaches import QuestionLine

_ANSWER_LABEL = re.compile(
    r"(?:[-*+][ \t]+)?[*_]*(?:A|Ans|Answer)(?![^\W\d_])[ \t]*"
    r"\d{0,3}[*_]*[ \t]*(?:[:\uff1a]|(?<=\d)\\?[.)])[*_]*[ \t]*|[:~][ \t]+|[-=]+>[ \t]*|\u2192[ \t]*"
)
# Below `Q.` or `Q:` an answer may begin with `A.` too; elsewhere that is somebody's initial.
_LETTERED = re.compile(rf"{_ANSWER_LABEL.pattern}|[*_]*A[.)][*_]*[ \t]+")
_PARAGRAPH = re.compile(r"[ \t]*<p(?:\s[^<>]*)?>(.*)</p>[ \t]*", re.IGNORECASE)
_END_TAGS = re.compile(r"[ \t]*(?:</[a-zA-Z0-9]+>[ \t]*)+")
_RULE = re.compile(r"\s*|\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
_HOLDING = re.compile(r"\s*</(?:details|blockquote|summary)>[ \t]*$", re.IGNORECASE)


class Section(Value, frozen=True):
    """A line that may be a question's, and what stands below it for as far as that may reach.

    `line` is the question's, from 0, and the others as in `QuestionLine`. `text`, with its gist and
    themes, is what stands there before the line `text_end`, which is the one before which most answers
    end; None where it is no more than its lines.
    """

    words: str
    first: int
    line: int
    text_line: int
    end: int
    text_end: int
    text: str | None
    gist: str
    themes: tuple[str, ...]
    is_heading: bool
    dress: str
    depth: int
    rest: str


class NoteParts:
    """The lines of a body, and texts made of some of them; `answers` are those of the front matter."""

    def __init__(self, body: str, answers: Iterable[Answer]) -> None:
        self.lines = body.split("\n")
        self._body = body
        self._answers = answers

    def text(self, lines: Iterable[str]) -> str:
        """These lines without blank ones around them, and without definitions that only other parts use."""
        text = plain_text(lines)
        return markup.without_strays(text, self._labels) if "]:" in text else text

    @cached_property
    def _labels(self) -> dict[str, int]:
        return markup.labels("\n\n".join([self._body, *(answer.text for answer in self._answers)]))


def plain_text(lines: Iterable[str]) -> str:
    """These lines without blank ones around them."""
    return "\n".join(lines).strip("\n").rstrip()


def sections(lines: Iterable[QuestionLine], body: str, answers: Iterable[Answer]) -> Iterator[Section]:
    """These lines of a body with their texts; `answers` are those of the front matter."""
    parts = NoteParts(body, answers)
    lines = list(lines)
    starts = [*(line.first for line in lines[1:]), len(parts.lines)]
    for line, below in zip(lines, starts, strict=False):
        # Headings lie within each other, but not deep; of other lines each would hold all that follow.
        end = line.end if line.is_heading else min(line.end, max(below, line.text_line))
        own = parts.lines[line.text_line : end]
        text = parts.text(undressed(own, line))
        yield Section(
            line.words,
            line.first,
            line.number,
            line.text_line,
            line.end,
            end,
            None if text == plain_text(own) else text,
            gist(text),
            markup.themes(text),
            line.is_heading,
            line.dress,
            line.depth,
            line.rest,
        )


def undressed(lines: list[str], question: QuestionLine | Section) -> list[str]:
    """The lines of an answer as they read by themselves.

    Without the marks of the quote and the indentation of the list in which the question stood, and
    without `A:`.
    """
    lines = _without_marks(lines, question.depth) if question.depth else lines
    if question.rest:
        lines = [question.rest, *lines]
    if "<" in question.dress:
        lines = list(_without_tags(lines))
    if not question.is_heading:
        lines = _without_margin(lines, is_item=bool(re.search(r"[-*+.)\u2022]", question.dress)))
    return _without_rules(_without_label(lines, _LETTERED if question.dress.endswith("q") else _ANSWER_LABEL))


def _without_rules(lines: list[str]) -> list[str]:
    """The lines without the rules and blank lines around them, which only set answers apart."""
    start, end = 0, len(lines)
    while start < end and _RULE.fullmatch(lines[start]):
        start += 1
    while start < end and _RULE.fullmatch(lines[end - 1]):
        end -= 1
    return lines[start:end]


def _without_marks(lines: list[str], depth: int) -> list[str]:
    marks = re.compile(rf"(?:[ \t]{{0,3}}>[ \t]?){{1,{depth}}}")
    return [marks.sub("", line, count=1) if marks.match(line) else line for line in lines]


def _without_tags(lines: list[str]) -> Iterator[str]:
    """The lines without the tags of plain paragraphs, and of what held question and answer."""
    for number, line in enumerate(lines):
        text = _END_TAGS.sub("", line, count=1) if number == 0 and _END_TAGS.match(line) else line
        text = _HOLDING.sub("", text) if number == len(lines) - 1 else text
        if paragraph := _PARAGRAPH.fullmatch(text):
            yield from ("", *re.split(r"</p>\s*<p(?:\s[^<>]*)?>", paragraph[1]), "")
        else:
            yield text


def _without_margin(lines: list[str], *, is_item: bool) -> list[str]:
    """The lines without the indentation of the first of them, or of the first that is indented."""
    margins = (_margin(line) for line in lines if line.strip())
    margin = next((margin for margin in margins if margin or not is_item), 0)
    if not margin:
        return lines
    return [" " * max(0, _margin(line) - margin) + line.lstrip(" \t") for line in lines]


def _margin(line: str) -> int:
    start = line[: len(line) - len(line.lstrip(" \t"))]
    return len(start.expandtabs(4))


def _without_label(lines: list[str], pattern: re.Pattern[str]) -> list[str]:
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    label = pattern.match(lines[first]) if first is not None else None
    if first is None or label is None:
        return lines
    return [*lines[:first], lines[first][label.end() :], *lines[first + 1 :]]
