"""A touchpoint to the line of a log that says it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from iiv.journal.log import parse_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.journal.model import Touchpoint

# A comment would hide what follows it; NUL makes a note unreadable; lone surrogates have no UTF-8.
COMMENT_START = "<!--"
NOT_TEXT = frozenset({"Cc", "Cs"})


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line without its list mark, `DATE VERB [DATE [TIME]] [by CHANNEL] [: note]`, and what it says."""

    text: str
    touchpoint: Touchpoint


def log_line(touchpoint: Touchpoint) -> LogLine:
    """The line that says a touchpoint, in whose channel and note line ends become spaces.

    `parse_line` reads it back as the same. Raises ValueError, with a sentence, where no line can say it.
    """
    said = replace(touchpoint, channel=one_line(touchpoint.channel), note=one_line(touchpoint.note))
    for text in (said.channel, said.note):
        _refuse_unreadable(text)
    line = "".join(_parts(said))
    if parse_line(f"- {line}", said.place) != said:
        raise ValueError(f"`{line}` would not be read as it is meant")
    return LogLine(line, said)


def one_line(text: str) -> str:
    """`text` without its line ends, and without spaces around it."""
    return " ".join(line.strip() for line in text.splitlines() if line.strip())


def _parts(said: Touchpoint) -> Iterator[str]:
    yield f"{said.date} {said.verb}"
    if said.day:
        yield f" {said.day}"
    if said.time:
        yield f" {said.time:%H:%M}"
    if said.channel:
        yield f" by {said.channel}"
    if said.note:
        yield f": {said.note}"


def _refuse_unreadable(text: str) -> None:
    if COMMENT_START in text:
        raise ValueError(f"`{COMMENT_START}` begins a comment and would hide what follows: leave it out")
    if any(unicodedata.category(char) in NOT_TEXT and char != "\t" for char in text):
        raise ValueError("a control character cannot stand in a note: leave it out")
