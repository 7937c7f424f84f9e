"""Which note of a journal somebody means who names a person, a talk, a question or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.model import name_key
from iiv.journal.parse.wordings import Wordings, wording_key
from iiv.journal.people import find, find_exact
from iiv.journal.read.notes_folder import NOTES_FOLDER
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.journal.directions import Direction
    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact, Interview

_ABOUT = {"me": "the note about you", "index": "your words on the page Today"}


class Named(Value, frozen=True):
    """What was named, in words, and its file from the journal's folder, "" for a `contact` without one."""

    words: str
    path: str
    contact: Contact | None = None


def named(journal: Journal, text: str) -> list[Named]:
    """What `text` may mean: a path, an id, a name or a wording.

    Else the people, or else the notes, questions and directions, of which it is a part.
    """
    ways = (_exactly, _people, _partly)
    found = next(filter(None, (list(way(journal, text)) for way in ways)), [])
    return list({one.path or one.words: one for one in found}.values())


def _exactly(journal: Journal, text: str) -> Iterable[Named]:
    key = name_key(text)
    question = Wordings(journal.questions).find(text)
    notes = [note for note in _notes(journal) if key in map(name_key, _ids(note.path))]
    notes += [note for id_, note in _questions(journal) if id_ == question]
    notes += [note for one, note in _directions(journal) if key in {name_key(one.id), name_key(one.name)}]
    people = list(map(_person, find_exact(journal.contacts, text)))
    # Who has no file may be the one whose file cannot be read.
    return notes + [person for person in people if person.path or not notes]


def _people(journal: Journal, text: str) -> Iterable[Named]:
    return map(_person, find(journal.contacts, text))


def _partly(journal: Journal, text: str) -> Iterable[Named]:
    key, words = name_key(text), wording_key(text)
    yield from (note for note in _notes(journal) if key and key in name_key(_ids(note.path)[-1]))
    yield from (_talk(talk) for talk in journal.interviews if str(talk.date) == key)
    for id_, note in _questions(journal):
        if words and words in wording_key(journal.questions_by_id[id_].ask):
            yield note
    for direction, note in _directions(journal):
        if key and key in name_key(direction.name):
            yield note


def _ids(path: str) -> tuple[str, ...]:
    """The ways to name a note by its path: the shortest is its id."""
    stem = path.removesuffix(".md")
    return path, stem, stem.removeprefix(f"{NOTES_FOLDER}/"), stem.rpartition("/")[2]


def _person(contact: Contact) -> Named:
    return Named(contact.name, contact.place.path if contact.place else "", contact)


def _talk(talk: Interview) -> Named:
    return Named(f"the talk {talk.id}", talk.path)


def _questions(journal: Journal) -> Iterable[tuple[str, Named]]:
    for question in journal.questions:
        if question.place:
            yield question.id, Named(f"the question {question.id}", question.place.path)


def _directions(journal: Journal) -> Iterable[tuple[Direction, Named]]:
    for direction in journal.directions:
        yield direction, Named(f"the direction {direction.name}", direction.place.path)


def _notes(journal: Journal) -> Iterable[Named]:
    """Every note, also those that cannot be read."""
    for kind, words in _ABOUT.items():
        yield Named(words, f"{NOTES_FOLDER}/{kind}.md")
    yield from map(_talk, journal.interviews)
    yield from (note for _, note in _questions(journal))
    yield from (note for _, note in _directions(journal))
    yield from (person for person in map(_person, journal.contacts) if person.path)
    yield from (Named(f"the note {note.id}", note.place.path) for note in journal.broken)
