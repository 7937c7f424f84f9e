"""What a person changes in the text of a note: the beginning or the end of an answer, a fact, a task."""

import re
from dataclasses import dataclass
from typing import Final

_HEADING: Final = re.compile(r"#{1,6} ")
_KEY: Final = re.compile(r"  [\w-]+: \|$")
_PROSE: Final = re.compile(r" {0,4}[\w*“‘\"'(#]")
"""A line that is no list, quotation, picture, table or definition: one that a sentence may be added to."""
_BEGINNING: Final = re.compile(r"^( *(?:\*\*)?)")
_HELPFULNESS: Final = re.compile(r"^helpfulness: ([1-5])$", re.MULTILINE)
_OPEN_TASK: Final = "- [ ]"


@dataclass(frozen=True, slots=True)
class Answer:
    """The first and last line of an answer, as indices of the note's lines."""

    first: int
    last: int


def answers(text: str) -> list[Answer]:
    """The answers of a note to whose first and last line words may be added, in their order.

    They stand below headings of the body, or as `id: |` in the front matter.
    """
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if _HEADING.match(line) or _KEY.match(line)]
    ends = [number for number, line in enumerate(lines) if line == "---"][1:2]
    found = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        until = min([end, *(rule for rule in ends if rule > start)])
        words = [number for number in range(start + 1, until) if _says_something(lines[number])]
        if words and _PROSE.match(lines[words[0]]) and _PROSE.match(lines[words[-1]]):
            found.append(Answer(words[0], words[-1]))
    return found


def ended(text: str, answer: Answer, words: str) -> str:
    """The note with an answer that ends in `words`."""
    lines = text.split("\n")
    lines[answer.last] += f" {words}"
    return "\n".join(lines)


def begun(text: str, answer: Answer, sentence: str) -> str:
    """The note with an answer that begins with a sentence, which is its gist where it has one."""
    lines = text.split("\n")
    lines[answer.first] = _BEGINNING.sub(rf"\1{sentence} ", lines[answer.first])
    return "\n".join(lines)


def rated_otherwise(text: str) -> str:
    """The note with another helpfulness, where it has one."""
    return _HELPFULNESS.sub(lambda match: f"helpfulness: {int(match[1]) % 5 + 1}", text, count=1)


def ticked(text: str) -> str:
    """The note with its first open task done, where it has one."""
    return text.replace(_OPEN_TASK, "- [x]", 1)


def _says_something(line: str) -> bool:
    # The targets of links stand below the last answer and are no part of it.
    return bool(line.strip()) and not re.match(r" {0,3}\[[^\]]+\]: ", line)
