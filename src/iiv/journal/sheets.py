"""A note of the journal, and what it says by itself: taken apart now, or known from before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from iiv.journal.contacts import ParsedContact, parse_contact
from iiv.journal.interviews import ParsedInterview, parse_interview
from iiv.journal.links import links_in
from iiv.journal.notes import Note, decode, open_note
from iiv.journal.problems import Place, Problem
from iiv.journal.questions import answered_in

if TYPE_CHECKING:
    from iiv.journal.links import Link
    from iiv.journal.model import NoteKind
    from iiv.journal.wording import Wordings


@dataclass(frozen=True, slots=True)
class Said:
    """What the note of a talk or of a person says by itself.

    `parsed` is the one or the other, `problems` those of the note alone, `answered` the questions
    that it answers where the journal has no files for them, None where nobody asked. `wordings` is
    the key of those that a talk's headings were compared with, "" for a person.
    """

    parsed: ParsedInterview | ParsedContact
    problems: tuple[Problem, ...]
    links: tuple[Link, ...]
    answered: tuple[str, ...] | None
    wordings: str


class Sheet:
    """One note: opened, or what is known of it. What is known is given again, the rest worked out."""

    def __init__(self, kind: NoteKind, id_: str, path: str, content: bytes, note: Note | Said) -> None:
        self.kind = kind
        self.id = id_
        self.path = path
        self.content = content
        self._note = note if isinstance(note, Note) else None
        self._known = None if isinstance(note, Note) else note
        self._answered = self._known.answered if self._known else None
        self._parsed: tuple[ParsedInterview | ParsedContact, tuple[Problem, ...], str] | None = None

    @property
    def place(self) -> Place:
        """Where the note begins."""
        return Place(self.path)

    @property
    def text(self) -> str:
        """The whole note."""
        return decode(self.content, self.path)[0]

    @property
    def note(self) -> Note:
        """The note taken apart."""
        if self._note is None:
            opened = open_note(self.kind, self.id, self.path, self.text)
            assert isinstance(opened, Note)  # noqa: S101 - it could be opened when it became known
            self._note = opened
        return self._note

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Its links within the journal."""
        return self._known.links if self._known else tuple(links_in(self.note))

    def answered(self) -> tuple[str, ...]:
        """The questions it answers, where the journal has no files for them."""
        if self._answered is None:
            self._answered = answered_in(self.note)
        return self._answered

    def talk(self, wordings: Wordings) -> tuple[ParsedInterview | None, tuple[Problem, ...]]:
        """The talk that it tells of, or None, and what is wrong with it."""
        known = self._known
        if known and known.wordings == wordings.key and isinstance(known.parsed, ParsedInterview):
            return known.parsed, known.problems
        talk, problems = parse_interview(self.note, wordings)
        if talk:
            self._parsed = talk, tuple(problems), wordings.key
        return talk, tuple(problems)

    def person(self) -> tuple[ParsedContact, tuple[Problem, ...]]:
        """The person it is about, and what is wrong with it."""
        if self._known and isinstance(self._known.parsed, ParsedContact):
            return self._known.parsed, self._known.problems
        person, problems = parse_contact(self.note)
        self._parsed = person, tuple(problems), ""
        return person, tuple(problems)

    def news(self) -> Said | None:
        """What was worked out now, to be known the next time; None when nothing was."""
        if self._parsed is not None:
            parsed, problems, wordings = self._parsed
        elif self._known and self._known.answered != self._answered:
            parsed, problems, wordings = self._known.parsed, self._known.problems, self._known.wordings
        else:
            return None
        return Said(parsed, problems, self.links, self._answered, wordings)
