"""A contact's text with one line more in its log, and every other character as it was."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.edit.front_matter import with_key
from iiv.journal.edit.note_lines import note_lines
from iiv.journal.parse.contacts import parse_contact
from iiv.journal.parse.headings import titles
from iiv.journal.parse.log_lines import parse_line
from iiv.journal.parse.log_places import log_parts
from iiv.journal.parse.markup import without_code, without_comments
from iiv.journal.problems import NOWHERE, Problem
from iiv.values import Value, replace

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from iiv.journal.edit.note_lines import NoteLines
    from iiv.journal.model import Contact, Touchpoint
    from iiv.journal.parse.log_places import LogPart
    from iiv.journal.parse.notes import Note

HEADING = "## Log"
LIST_MARK = re.compile(r"(?:[ \t]*>)*[ \t]*[-*+][ \t]+")


# A comment would hide what follows it; NUL makes a note unreadable; lone surrogates have no UTF-8.
COMMENT_START = "<!--"
NOT_TEXT = frozenset({"Cc", "Cs"})


class LogLine(Value, frozen=True):
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
    read = parse_line(f"- {line}", said.place)
    if read != said:
        why = f": {read.hint}" if isinstance(read, Problem) else ""
        raise ValueError(f"`{line}` would not be read as it is meant{why}")
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


def with_log_line(text: str, line: LogLine) -> str:
    """The text with the line at the end of its log.

    The line takes the list mark, indentation and line end of those above it; `## Log` is added
    where there is none, and of several the last one grows. Raises UneditableNoteError when the note
    cannot be read, or the line could not be read in it.
    """
    old = note_lines(text)
    note = old.note("contact")
    before = _contact(note)
    added = replace(line.touchpoint, place=NOWHERE)
    wanted = before if added in before.log else replace(before, log=(*before.log, added))
    for new in _candidates(old, note, line.text):
        # What Markdown makes of comments and code is for the reader to say, not to be worked out twice.
        if _contact(new.note("contact")) == wanted:
            return str(new)
    raise UneditableNoteError("a comment or a block of code that is never closed would swallow the new line")


def with_log_line_in_order(text: str, line: LogLine) -> str:
    """The text with the line in its log by its day: above the first later one, else at the end.

    Raises UneditableNoteError as `with_log_line` does.
    """
    old = note_lines(text)
    log = parse_contact(old.note("contact"))[0].contact.log
    later = [number for number, entry in enumerate(log) if entry.date > line.touchpoint.date]
    if not later:
        return with_log_line(text, line)
    at = log[later[0]].place.line - 1
    mark = LIST_MARK.match(old.lines[at])
    new = old.inserted(at, [(mark[0] if mark else "- ") + line.text])
    before = _contact(old.note("contact"))
    said = replace(line.touchpoint, place=NOWHERE)
    if _contact(new.note("contact")) != replace(
        before, log=(*before.log[: later[0]], said, *before.log[later[0] :])
    ):
        raise UneditableNoteError("the new line would not be read in this log")
    return str(new)


def with_next_contact(text: str, day: dt.date) -> str:
    """The text with this day as `next_contact`. Raises UneditableNoteError."""
    new = with_key(text, "next_contact", day, lower_counts=True)
    if _contact(note_lines(new).note("contact")).next_contact != day:
        raise UneditableNoteError("`next_contact` stands in its body too: move it up to the other keys")
    return new


def _contact(note: Note) -> Contact:
    """Who the reader sees in a note, without the places of things, which move."""
    contact = parse_contact(note)[0].contact
    log = tuple(replace(touchpoint, place=NOWHERE) for touchpoint in contact.log)
    promises = tuple(replace(promise, place=NOWHERE) for promise in contact.promises)
    unread = tuple(replace(line, place=NOWHERE) for line in contact.unread)
    return replace(contact, log=log, promises=promises, unread=unread)


def _candidates(text: NoteLines, note: Note, line: str) -> Iterator[NoteLines]:
    """The text with the line in the places where it may stand, the best first.

    The last part that is a log comes first, so that the line comes after all others.
    """
    parts = log_parts(without_code(note.body).split("\n"), titles(note.body))
    for part in reversed(parts):
        yield from _in_part(text, note, part, line)
    if not any(part.is_named for part in parts):
        yield _with_log(text, line)


def _in_part(text: NoteLines, note: Note, part: LogPart, line: str) -> Iterator[NoteLines]:
    first = note.body_line - 1 + part.first
    written = note.body.split("\n")[part.first : part.end]
    entries = without_comments(written)
    item = _list_mark(entries) + line
    # Below the last entry; in a log without any, below the comment that explains it, if it is closed.
    ends = (_last(entries), _last(written))
    # A list stands apart from what is above it, as linters and formatters want it.
    gap = [] if any(map(LIST_MARK.match, entries)) else [""]
    for end in ends if ends[0] else reversed(ends):
        yield text.inserted(first + end, [*gap, item])


def _with_log(text: NoteLines, line: str) -> NoteLines:
    gap = [""] if text.lines and text.lines[-1].strip() else []
    return text.inserted(len(text.lines), [*gap, HEADING, "", f"- {line}"])


def _last(lines: list[str]) -> int:
    """How many lines there are up to the last that is not blank."""
    return max((number for number, line in enumerate(lines, 1) if line.strip()), default=0)


def _list_mark(lines: Iterable[str]) -> str:
    """The indentation and list mark of the last entry; what is indented more continues the one above."""
    mark, column = "- ", None
    for line in filter(str.strip, lines):
        indentation = len(line) - len(line.lstrip())
        if column is None or indentation <= column:
            match = LIST_MARK.match(line)
            mark = match[0] if match else mark.lstrip()
            column = indentation
    return mark
