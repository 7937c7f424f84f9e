"""The log of a contact: the section that it is, and its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.model import Unread
from iiv.journal.parse.log_entries import entries
from iiv.journal.parse.wordings import wording_key
from iiv.journal.problems import Problem, error
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iiv.journal.model import Touchpoint
    from iiv.journal.parse.headings import Heading
    from iiv.journal.parse.notes import Note


def section(headings: Sequence[Heading], title: str) -> Heading | None:
    """The first heading with these words, in any case; signs around them do not count."""
    return next((heading for heading in headings if _is_called(heading, title)), None)


def section_end(body: str, headings: Sequence[Heading], start: Heading) -> int:
    """The line from 0 before which the section under a heading ends.

    That is the next heading of its own or a higher level, or the end of the body.
    """
    following = (h.line for h in headings if h.line > start.line and h.level <= start.level)
    return next(following, body.count("\n") + 1)


def repeated_section(note: Note, headings: Sequence[Heading], title: str) -> list[Problem]:
    """A problem for each further heading with these words: what stands below it is not read."""
    found = sections(note.body, headings, title)
    if not found:
        return []
    first = f"move its lines to the first, on line {note.body_line + found[0].line}"
    message = "`{}` stands here a second time, and what is below it is not read"
    return [
        error(note.body_place(one.line), "repeated-section", message.format(one.words), first)
        for one in found[1:]
    ]


def sections(body: str, headings: Sequence[Heading], title: str) -> list[Heading]:
    """The headings with these words, but for one in the section of another."""
    found: list[Heading] = []
    for heading in headings:
        if _is_called(heading, title) and not (
            found and heading.line < section_end(body, headings, found[-1])
        ):
            found.append(heading)
    return found


def _is_called(heading: Heading, title: str) -> bool:
    return wording_key(heading.words) == wording_key(title)


class ParsedLog(Value, frozen=True):
    """The lines of a log, those that could not be read as they stand, and why."""

    touchpoints: tuple[Touchpoint, ...]
    unread: tuple[Unread, ...]
    problems: tuple[Problem, ...]


def parse_log(lines: Iterable[str], path: str, first_line: int) -> ParsedLog:
    """Parse the lines of a log, the first of which is line `first_line` of the note at `path`.

    Indented lines continue the note of the line above.
    """
    found = list(entries(lines, path, first_line))
    return ParsedLog(
        tuple(entry.touchpoint for entry in found if entry.touchpoint),
        tuple(Unread("Log", entry.text, entry.place) for entry in found if entry.touchpoint is None),
        tuple(entry.problem for entry in found if entry.problem),
    )
