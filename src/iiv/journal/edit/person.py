"""A person's note under another name, or joined with another note on the same person."""

from __future__ import annotations

import re
from datetime import date
from itertools import count
from typing import TYPE_CHECKING, Final

from iiv.journal.edit.front_matter import with_items, with_key
from iiv.journal.edit.log import log_line, with_log_line_in_order
from iiv.journal.edit.note_lines import note_lines
from iiv.journal.model import Never, name_key
from iiv.journal.names import plain_key
from iiv.journal.parse.contacts import KEYS, LISTS, parse_contact
from iiv.journal.problems import NOWHERE
from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iiv.journal.model import Contact

LOG: Final = "Log"
"""Under what lines stand that were in the log and could not be read (`Unread.key`)."""

FACTS: Final = tuple(key for key in KEYS if key not in {"name", *LISTS})
"""The keys of a person's note that hold one text or day, but for the name."""


class Difference(Value, frozen=True):
    """A key for which two notes on one person say different things, as typed."""

    key: str
    kept: str
    other: str


def _differ(one: str, two: str) -> bool:
    return bool(one and two) and name_key(one) != name_key(two)


def parse_person(text: str, id_: str) -> Contact:
    """The person that a note says, with names where others are named.

    Raises UneditableNoteError when it cannot be read.
    """
    return parse_contact(note_lines(text).note("contact", id_))[0].contact


def renamed(text: str, person: Contact, name: str) -> str:
    """The note with another name; the old one becomes an alias, where spelling alone does not lead to it."""
    known = [plain_key(called) for called in (name, *person.aliases)]
    text = with_key(text, "name", name, lower_counts=True)
    if plain_key(person.name) in known:
        return text
    return with_items(text, "aliases", [person.name], person.aliases)


def differences(kept: Contact, other: Contact) -> tuple[Difference, ...]:
    """What two notes on one person say differently."""
    found = (Difference(key, _fact(kept, key), _fact(other, key)) for key in FACTS)
    return tuple(one for one in found if _differ(one.kept, one.other))


def merged(text: str, kept: Contact, other: Contact, chosen: Iterable[Difference] = ()) -> str:
    """The note of `kept` with all that the note of `other` says.

    Facts that are missing, aliases, tags and log lines, each once and by its day; the other's name and id
    become aliases. `chosen` are differences in which the other's fact wins. Facts that lose, notes, and
    what was not understood stand under a heading of their own: nothing is lost. Raises UneditableNoteError.
    """
    theirs = {difference.key for difference in chosen}
    lost: list[str] = []
    for key in FACTS:
        one, two = _fact(kept, key), _fact(other, key)
        if two and (not one or key in theirs):
            value = getattr(other, key)
            text = with_key(text, key, value if isinstance(value, date) else two, lower_counts=True)
        if _differ(one, two):
            lost.append(f"- {key}: {one if key in theirs else two}")
    text = _with_new(text, "aliases", _aliases(kept, other), kept.aliases)
    text = _with_new(text, "tags", other.tags, kept.tags)
    text = _with_new(text, "not", other.not_same, kept.not_same)
    there = {replace(line, place=NOWHERE) for line in kept.log}
    for line in other.log:
        said = replace(line, place=NOWHERE)
        if said not in there:
            there.add(said)
            try:
                text = with_log_line_in_order(text, log_line(said))
            except ValueError:
                lost.append(f"- {said.date} {said.verb} {said.channel}: {said.note}")
    lost += [f"- {unread.key}: {unread.text}" for unread in other.unread if unread.key != LOG]
    not_log = "\n".join(unread.text for unread in other.unread if unread.key == LOG)
    return _with_notes(text, other.name, ("\n".join(lost), not_log, _notes_beside(kept, other)))


def _notes_beside(kept: Contact, other: Contact) -> str:
    """The other's notes, their footnotes under labels of their own where both have one."""
    there = {one.label for one in kept.definitions if one.label.startswith("^")}
    taken = there | {one.label for one in other.definitions}
    notes = other.notes
    for label in sorted(there.intersection(one.label for one in other.definitions)):
        free = next(new for number in count(2) if (new := f"{label}-{number}") not in taken)
        taken.add(free)
        notes = re.sub(rf"\[{re.escape(label)}\]", f"[{free}]", notes, flags=re.IGNORECASE)
    return notes


def _fact(person: Contact, key: str) -> str:
    value = getattr(person, key)
    return "never" if isinstance(value, Never) else str(value or "")


def _aliases(kept: Contact, other: Contact) -> list[str]:
    """The names and the id of the other that do not lead to the one who is kept."""
    known = {plain_key(name) for name in (kept.id, kept.name, *kept.aliases)}
    more = []
    for name in (other.name, *other.aliases, other.id):
        if plain_key(name) not in known:
            known.add(plain_key(name))
            more.append(name)
    return more


def _with_new(text: str, key: str, more: Sequence[str], kept: Sequence[str]) -> str:
    there = set(map(name_key, kept))
    new = [item for item in more if name_key(item) not in there]
    return with_items(text, key, new, kept) if new else text


def _with_notes(text: str, name: str, notes: Iterable[str]) -> str:
    """The text with what another note said below its own, under a heading."""
    said = "\n\n".join(part.strip("\n") for part in notes if part.strip())
    if not said:
        return text
    lines = note_lines(text)
    gap = [""] if lines.lines and lines.lines[-1].strip() else []
    heading = f"## From the note on {name}"
    return str(lines.inserted(len(lines.lines), [*gap, heading, "", *said.split("\n")]))
