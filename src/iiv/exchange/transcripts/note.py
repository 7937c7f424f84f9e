"""The note of a talk with what was said in it, part by part: a new one, or one that was prepared for it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from iiv.exchange.transcripts.plain_words import broken, plain_words
from iiv.exchange.transcripts.turns import sentences
from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.edit.front_matter import with_key
from iiv.journal.edit.note_lines import note_lines
from iiv.journal.parse.answers import WITHIN, answers_in
from iiv.journal.parse.headings import headings
from iiv.journal.parse.interviews import parse_interview
from iiv.journal.parse.notes import Note, open_note
from iiv.journal.parse.occurrences import occurrences
from iiv.journal.parse.sections import NoteParts
from iiv.journal.parse.undress import LONGEST
from iiv.journal.parse.wordings import count_words
from iiv.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iiv.exchange.transcripts.placing import Part
    from iiv.exchange.transcripts.turns import Turn
    from iiv.journal.parse.wordings import Wordings

UNPLACED: Final = "Unplaced"
"""The heading of what belongs to no question, or to one that is not known."""

MINE: Final = "**Me:**"
"""What stands before your own words."""

_LONG: Final = 110
"""A paragraph of so many words ends with its sentence: nobody reads one of half an hour."""

_SHORTER: Final = (8, 5, 3, 1)
"""How many words of a question stand in one line, at the most, until none is read as that."""

_LABEL: Final = re.compile(r"\*\*[^*\n]*:\*\* ")
_HEAD: Final = ["---", "contact: A", "date: 2026-03-02", "---"]


def note_body(parts: Sequence[Part], wordings: Wordings) -> str:
    """The body of the note: a heading for each question and what was said to it, in order.

    `wordings` are those of the journal's questions: a line in which somebody else says one would be read as
    that question, and is broken, into as few lines as will do.
    """
    lines = whole = list(_lines(parts))
    for words in _SHORTER:
        misread = _misread(lines, wordings)
        if not misread:
            break
        lines = [*lines]
        for number in misread:
            lines[number] = _with_broken_begin(whole[number], words)
    return "\n".join(lines).rstrip("\n") + "\n"


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


def _lines(parts: Sequence[Part]) -> Iterator[str]:
    """The lines of the body; a paragraph is one of them, though there may be newlines in it."""
    names = {turn.speaker for part in parts for turn in part.text if not turn.is_mine}
    is_unplaced = False
    for part in parts:
        if part.question:
            yield from ("", f"## {part.wording}")
        elif not is_unplaced:
            yield from ("", f"## {UNPLACED}")
        is_unplaced = not part.question
        if part.hint:
            yield from ("", f"<!-- {_within_comment(part.hint)} -->")
        for _, turns in groupby(enumerate(part.text), lambda one: one[1].speaker or one[0]):
            said = [turn for _, turn in turns]
            text = " ".join(turn.text for turn in said)
            yield from _paragraphs(replace(said[0], text=text), is_named=len(names) > 1)


def _paragraphs(turn: Turn, *, is_named: bool) -> Iterator[str]:
    name = f"**{plain_words(turn.speaker)}:**" if is_named and turn.speaker else ""
    label = MINE if turn.is_mine else name
    for paragraph in _short_enough(turn.text):
        yield from ("", f"{label} {plain_words(paragraph)}".lstrip())
        label = ""


def _short_enough(text: str) -> Iterator[str]:
    """The text in paragraphs that can be read, each of whole sentences."""
    said: list[str] = []
    words = 0
    for sentence in sentences(text):
        said.append(sentence)
        words += count_words(sentence)
        if words >= _LONG:
            yield " ".join(said)
            said, words = [], 0
    if said:
        yield " ".join(said)


def _within_comment(text: str) -> str:
    return text.replace("--", "\N{EN DASH}").replace(">", "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}")


def _misread(lines: Sequence[str], wordings: Wordings) -> list[int]:
    """Which of the paragraphs would be read as a question, or be taken for one that is meant."""
    talk = open_note("interview", "talk", "talk.md", "\n".join([*_HEAD, *lines]))
    if not isinstance(talk, Note):
        return []
    parsed, _ = parse_interview(talk)
    found = occurrences(parsed, wordings, NoteParts(parsed.body, parsed.answers))
    read = {one.section.line + parsed.body_line for one in found}
    problems = answers_in(parsed, wordings).problems
    read |= {problem.place.line for problem in problems if problem.code != WITHIN}
    return [at for at, line in _numbered(lines) if line in read and not lines[at].startswith("## ")]


def _numbered(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each index, with the lines of the note on which that begins and goes on."""
    line = len(_HEAD) + 1
    for at, text in enumerate(lines):
        for _ in text.split("\n"):
            yield at, line
            line += 1


def _with_broken_begin(paragraph: str, words: int) -> str:
    """A paragraph whose begin, but for who speaks, stands in lines of no more than so many words."""
    label = _LABEL.match(paragraph)
    start = label.end() if label else 0
    end = paragraph.rfind(" ", start, LONGEST)
    end = len(paragraph) if len(paragraph) <= LONGEST or end < 0 else end
    return paragraph[:start] + broken(paragraph[start:end], words) + paragraph[end:]
