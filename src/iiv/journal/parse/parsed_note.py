"""What a note says by itself, whatever the rest of the journal says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from iiv.journal.parse.contacts import ParsedContact, parse_contact
from iiv.journal.parse.interviews import ParsedInterview, parse_interview
from iiv.journal.parse.links import Link, links_in
from iiv.journal.problems import Problem  # noqa: TC001 - what is kept is checked by these annotations
from iiv.values import Value

if TYPE_CHECKING:
    from iiv.journal.parse.notes import Note

T = TypeVar("T")


class ParsedNote(Value, Generic[T], frozen=True):
    """The talk or person that a note tells of, what is wrong with the note, and its links."""

    value: T
    problems: tuple[Problem, ...]
    links: tuple[Link, ...]


def parse_talk(note: Note) -> ParsedNote[ParsedInterview]:
    """The note of a talk, parsed."""
    talk, problems = parse_interview(note)
    return ParsedNote(talk, tuple(problems), tuple(links_in(note)))


def parse_person(note: Note) -> ParsedNote[ParsedContact]:
    """The note of a person, parsed."""
    person, problems = parse_contact(note)
    return ParsedNote(person, tuple(problems), tuple(links_in(note)))
