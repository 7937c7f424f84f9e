"""The parts of a note's body as texts of their own."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from iiv.journal.parse import markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.journal.model import Answer


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
