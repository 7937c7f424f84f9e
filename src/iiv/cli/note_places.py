"""What the notes of an import are called, and which notes of the journal they would be twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.cli.context import root
from iiv.journal.ids import id_for
from iiv.journal.names import bare_name, several
from iiv.journal.people import People

if TYPE_CHECKING:
    from iiv.exchange.notes import ForeignNote
    from iiv.journal.journal import Journal

FOLDER: Final = "journal/interviews"


class NotePlaces:
    """Gives each note its name, as `iiv new` would: day and person, and `-2` for another of that day.

    A note whose person or day is not known keeps the name of its file.
    """

    def __init__(self, journal: Journal) -> None:
        self._people = People(journal.contacts)
        self._ids = {contact.id for contact in journal.contacts}
        self._talks = {(one.contact, one.date): one.path for one in journal.interviews if not one.prepared}
        self._paths = {talk.id.casefold(): talk.path for talk in journal.interviews}
        self._paths |= {
            note.id.casefold(): note.place.path for note in journal.broken if note.kind == "interview"
        }
        self._empty = {talk.path for talk in journal.interviews if talk.prepared}
        self._planned: set[str] = set()

    def place(self, note: ForeignNote) -> tuple[str, str]:
        """The path for a note, and the path of the one that stands in its way, "" for none."""
        stem, there = self._named(note)
        number = 1
        name = stem
        while name.casefold() in self._planned or (path := self._path_of(name)):
            if name.casefold() not in self._planned and path not in self._empty:
                there.append(path)
            number += 1
            name = f"{stem}-{number}"
        if same := [path for path in there if says_the_same(path, note)]:
            return same[0], same[0]
        if there:
            return there[0], there[0]
        self._planned.add(name.casefold())
        return f"{FOLDER}/{name}.md", ""

    def _named(self, note: ForeignNote) -> tuple[str, list[str]]:
        """The stem that a note is to have, and the path of a talk with that person on that day."""
        name = bare_name(note.contact)
        known = self._people.matching(note.contact)
        if not name or not note.date or several(name) or len(known) > 1:
            return note.stem, []
        id_ = known[0] if known else id_for(name, self._ids)
        there = self._talks.get((id_, note.date))
        return f"{note.date}-{id_}", [there] if there else []

    def _path_of(self, stem: str) -> str:
        """The path of the note that has a name, "" for none."""
        path = self._paths.get(stem.casefold(), "")
        return path or (f"{FOLDER}/{stem}.md" if (root() / FOLDER / f"{stem}.md").exists() else "")


def says_the_same(path: str, note: ForeignNote) -> bool:
    """Whether a file of the journal is this note to the byte."""
    file = root() / path
    return file.is_file() and file.read_bytes() == note.text.encode()
