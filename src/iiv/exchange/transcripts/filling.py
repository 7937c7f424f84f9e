"""The note of a talk with what was said in it: a new one, or one that was prepared for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.edit.front_matter import with_key
from iiv.journal.edit.note_lines import note_lines
from iiv.journal.parse.answers import answers_in
from iiv.journal.parse.headings import headings
from iiv.journal.parse.interviews import parse_interview

if TYPE_CHECKING:
    from iiv.journal.parse.wordings import Wordings


def with_minutes(text: str, minutes: int | None) -> str:
    """The text of a note that says how long the talk was, where that is known."""
    return with_key(text, "minutes", minutes) if minutes else text


def filled(text: str, body: str, minutes: int | None, wordings: Wordings) -> str:
    """The text of a prepared note with what was said in place of the questions that it has.

    Its front matter stays, and so do comments below it. Raises UneditableNoteError where the note says
    something: nothing that somebody wrote is ever replaced.
    """
    lines = note_lines(text)
    note = lines.note("interview")
    talk, _ = parse_interview(note)
    if not answers_in(talk, wordings).prepared:
        raise UneditableNoteError("it says something already")
    asked = {heading.line for heading in headings(note.body)}
    kept = [line for number, line in enumerate(note.body.split("\n")) if line.strip() and number not in asked]
    end = "\r\n" if lines.lines[:1] and lines.lines[0].endswith("\r\n") else "\n"
    above = "".join(lines.lines[: note.body_line - 1])
    below = "".join(f"\n{line}\n" for line in kept) + body
    new = lines.mark + above + below.replace("\n", end)
    return with_minutes(new, minutes if talk.interview.minutes is None else None)
