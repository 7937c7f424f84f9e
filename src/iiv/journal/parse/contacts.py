"""A contact's note to the person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.journal.model import Contact, name_key
from iiv.journal.names import several
from iiv.journal.parse import log, markup
from iiv.journal.parse.conflicts import sides
from iiv.journal.parse.contact_log import parse_contact_log
from iiv.journal.parse.front_matter import Scalar
from iiv.journal.parse.headings import titles
from iiv.journal.parse.notes import open_note
from iiv.journal.parse.plain_values import says_none
from iiv.journal.parse.promises import promises, task_problems
from iiv.journal.parse.unions import lines_once, promises_once, with_all_front_matter
from iiv.journal.problems import Place, Problem, error, warning
from iiv.values import Value

if TYPE_CHECKING:
    from iiv.journal.parse.fields import Fields
    from iiv.journal.parse.headings import Heading
    from iiv.journal.parse.notes import Note

KEYS = tuple(
    """name aliases email phone role organization field know respect introduced_by next_contact tags
    opening tone not""".split()
)
LISTS = ("aliases", "tags", "not")
NAME_LINE = re.compile(r"^name:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE | re.IGNORECASE)
SECTIONS = frozenset({"log", "notes", "note"})


class ParsedContact(Value, frozen=True):
    """A person whose `introduced_by` is still a name; `introduced_by_place` says where it stands."""

    contact: Contact
    introduced_by_place: Place


def parse_contact(note: Note) -> tuple[ParsedContact, list[Problem]]:
    """The person that a note is about."""
    note, merged = with_all_front_matter(note, KEYS)
    fields = note.fields(KEYS, LISTS)
    headings = titles(note.body)
    name = fields.text("name").strip() or titled(headings) or name_of(note.id)
    introducer = fields.text("introduced_by")
    parsed = parse_contact_log(note, headings)
    lines, again = lines_once(parsed.touchpoints)
    last = max((line.date for line in lines), default=None)
    tasks, twice = promises_once(promises(note.body, note.path, note.body_line, last))
    contact = Contact(
        id=note.id,
        name=name,
        place=note.place,
        aliases=_aliases(fields, name),
        email=fields.email("email"),
        phone=fields.text("phone"),
        role=fields.text("role"),
        organization=fields.text("organization"),
        field=fields.text("field"),
        know=fields.text("know"),
        respect=fields.text("respect"),
        introduced_by=None if says_none(introducer) else introducer or None,
        next_contact=fields.date_or_never("next_contact"),
        tags=fields.tags("tags"),
        notes=parsed.notes,
        definitions=markup.definitions(note.body),
        log=lines,
        promises=tasks,
        opening=fields.text("opening"),
        tone=fields.text("tone"),
        not_same=fields.texts("not"),
        unread=(*fields.unread, *parsed.unread),
    )
    faults = task_problems(note.body, note.path, note.body_line, last)
    second = [_second_log(note, *pair) for pair in _second_logs(note, headings)]
    found = [*merged, *fields.problems, *parsed.problems, *second, *again, *twice, *faults]
    return ParsedContact(contact, fields.place_of("introduced_by")), found


def name_of(id_: str) -> str:
    """The name that a file's name says: `ada-lovelace` is Ada Lovelace, and `Ada Lovelace` stays."""
    words = id_.replace("_", " ").replace("-", " ").split() if id_ == id_.casefold() else id_.split()
    return " ".join(word[:1].upper() + word[1:] for word in words) or id_


def titled(headings: list[Heading]) -> str:
    """The first heading, where it is the title of the note."""
    first = headings[0] if headings else None
    if first is None or first.level > 1 or first.words.casefold() in SECTIONS:
        return ""
    return markup.plain_text(first.words)


def _aliases(fields: Fields, name: str) -> tuple[str, ...]:
    """Other names; on one line a comma separates them, unless the line is the name as `Last, First`."""
    line = fields.text("aliases") if isinstance(fields.node("aliases"), Scalar) else ""
    last, _, first = line.partition(",")
    return (line,) if name_key(f"{first} {last}") == name_key(name) else fields.texts("aliases")


def _second_logs(note: Note, headings: list[Heading]) -> list[tuple[Heading, Heading]]:
    found = log.sections(note.body, headings, "Log")
    return [(heading, found[0]) for heading in found[1:]]


def _second_log(note: Note, heading: Heading, first: Heading) -> Problem:
    message = f"`{heading.words}` stands here a second time; what is below it is read too"
    hint = f"move its lines to the first, on line {note.body_line + first.line}"
    return warning(note.body_place(heading.line), "repeated-section", message, hint)


def stand_in(id_: str, text: str, place: Place) -> Contact:
    """The person of a note that cannot be used, so that talks with them still find them.

    One in conflict goes by the names of both versions.
    """
    opened = [open_note("contact", id_, place.path, side) for side in sides(text)]
    versions = [parse_contact(note)[0].contact for note in opened if not isinstance(note, Problem)]
    if versions:
        first = versions[0].name
        names = dict.fromkeys(name for one in versions for name in (one.name, *one.aliases))
        return Contact(id_, first, place, tuple(name for name in names if name != first))
    name = NAME_LINE.search(text)
    return Contact(id_, name[1].strip("\"'") if name else name_of(id_), place)


def ambiguous(name: str, ids: tuple[str, ...], place: Place) -> Problem:
    """The problem of a name that two contact files share."""
    return error(
        place, "ambiguous-name", f"`{name}` may be {' or '.join(ids)}", "write the id instead of the name"
    )


def nobody(name: str, place: Place) -> Problem:
    """The problem of a name that means no one person."""
    if names := several(name):
        hint = f'write a note for each, or give them a file together with `iiv add "{name}"`'
        return error(place, "one-person", f"`{' and '.join(names)}` are more than one person", hint)
    return error(place, "no-name", f"`{name}` names nobody", "write a name")


def similar(name: str, meant: tuple[str, ...], place: Place) -> Problem:
    """The problem of somebody without a file whose name is near those of others."""
    names = " or ".join(f"`{other}`" for other in meant)
    hint = (
        f"write `{meant[0]}` if it is the same person; if not, give this one a file with `iiv add`,"
        f" and write `not: [{meant[0]}]` in it"
    )
    return warning(place, "similar-name", f"`{name}` has no file and may be {names}", hint)
