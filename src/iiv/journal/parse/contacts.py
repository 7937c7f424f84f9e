"""A contact's note to the person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iiv.journal.model import Contact
from iiv.journal.parse import log, markup
from iiv.journal.parse.headings import titles
from iiv.journal.parse.notes import odd_promises
from iiv.journal.problems import Place, Problem, error

if TYPE_CHECKING:
    from iiv.journal.parse.headings import Heading
    from iiv.journal.parse.notes import Note

KEYS = (
    "name",
    "aliases",
    "email",
    "phone",
    "role",
    "organization",
    "field",
    "know",
    "respect",
    "introduced_by",
    "next_contact",
    "tags",
)
NAME_LINE = re.compile(r"^name:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ParsedContact:
    """A person whose `introduced_by` is still a name; `introduced_by_place` says where it stands."""

    contact: Contact
    introduced_by_place: Place


def parse_contact(note: Note) -> tuple[ParsedContact, list[Problem]]:
    """The person that a note is about."""
    fields = note.fields(KEYS)
    name = fields.text("name").strip()
    if not name:
        fields.error(
            "name", "missing-name", "the key `name` is missing", "write `name: ` and the person's name"
        )
    headings = titles(note.body)
    lines, first_line, notes = _without_log(note, headings)
    touchpoints, problems = log.parse_log(lines, note.path, first_line)
    contact = Contact(
        id=note.id,
        name=name or note.id,
        place=note.place,
        aliases=fields.texts("aliases"),
        email=fields.email("email"),
        phone=fields.text("phone"),
        role=fields.text("role"),
        organization=fields.text("organization"),
        field=fields.text("field"),
        know=fields.text("know"),
        respect=fields.text("respect"),
        introduced_by=fields.text("introduced_by") or None,
        next_contact=fields.date_or_never("next_contact"),
        tags=fields.texts("tags"),
        notes=notes,
        definitions=markup.definitions(note.body),
        log=touchpoints,
        promises=markup.promises(note.body, note.path, note.body_line),
    )
    found = [*fields.problems, *problems, *log.repeated_section(note, headings, "Log"), *odd_promises(note)]
    return ParsedContact(contact, fields.place_of("introduced_by")), found


def _without_log(note: Note, headings: list[Heading]) -> tuple[list[str], int, str]:
    """The lines of the log, the line of the first in the file, and the body without them."""
    lines = note.body.split("\n")
    heading = log.section(headings, "Log")
    if heading is None:
        return [], note.body_line, note.body.strip("\n").rstrip()
    end = log.section_end(note.body, headings, heading)
    rest = [*lines[: heading.line], "", *lines[end:]]
    notes = "\n".join(rest).strip("\n").rstrip()
    return markup.without_comments(lines[heading.text_line : end]), note.body_line + heading.text_line, notes


def stand_in(id_: str, text: str, place: Place) -> Contact:
    """The person of a note that cannot be used, so that talks with them still find them."""
    name = NAME_LINE.search(text)
    return Contact(id_, name[1].strip("\"'") if name else id_, place)


def ambiguous(name: str, ids: tuple[str, ...], place: Place) -> Problem:
    """The problem of a name that two contact files share."""
    return error(
        place, "ambiguous-name", f"`{name}` may be {' or '.join(ids)}", "write the id instead of the name"
    )
