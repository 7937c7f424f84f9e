"""Which notes are copies of others, by their names and, where these may be innocent, by what they say."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from iiv.journal.model import name_key
from iiv.journal.names import bare_name, plain_key
from iiv.journal.parse.contacts import parse_contact
from iiv.journal.parse.directions import parse_direction
from iiv.journal.parse.interviews import KEYS
from iiv.journal.parse.notes import Note, decode, open_note
from iiv.journal.parse.prepared import KNOWN_BEFORE
from iiv.journal.parse.questions import parse_question
from iiv.journal.parse.wordings import wording_key
from iiv.journal.problems import Place, Problem, error, warning
from iiv.journal.read.copy_names import copied_names
from iiv.journal.read.note_names import folded, kind_of, stem_of
from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from iiv.journal.model import NoteKind
    from iiv.journal.read.copy_names import CopiedName

_WORDS: Final = 3
_SHARED: Final = 3
"""Of a copy, one in so many pieces of the shorter text at least stands in the other: two talks share few."""

_KEY = re.compile(r"\s*(?P<key>[\w-]+):\s*(?P<value>.*)")
_OPENERS = frozenset({"", "|", ">", "|-", ">-"})
_GIVEN: Final[Mapping[str, Collection[str]]] = {
    "interview": KNOWN_BEFORE,
    "contact": {"name"},
    "question": {"ask", "order", "topic"},
    "direction": {"name"},
}
"""The keys that say what a note is about: two notes on that have them in common."""


class Copy(Value, frozen=True):
    """A file that is a copy of the note with this kind and id.

    `of` is the path of that note. It is "" where the note is gone: then the copy counts as the note.
    """

    kind: NoteKind
    id: str
    of: str


def find_copies(contents: Mapping[str, bytes], unread: Iterable[str] = ()) -> dict[str, Copy]:
    """The copies among notes, from their content by path; notes at the paths `unread` could not be read."""
    named = {path: names for path in contents if (names := _names(path))}
    if not named:
        return {}
    there: dict[tuple[NoteKind, str], str] = {}
    for path in (*contents, *unread):
        if kind := kind_of(path):
            there.setdefault((kind, folded(stem_of(path))), path)
    copies = dict(_alone(named, there))
    there |= {(copy.kind, folded(copy.id)): path for path, copy in reversed(copies.items())}
    for path in named.keys() - copies.keys():
        if copy := _copy(path, named[path], there, contents):
            copies[path] = copy
    return {path: replace(copy, of=_first(copy.of, copies)) for path, copy in copies.items()}


def _names(path: str) -> list[tuple[NoteKind, CopiedName]]:
    folder = path.rpartition("/")[0]
    names = copied_names(unicodedata.normalize("NFC", stem_of(path)))
    return [(kind, name) for name in names if (kind := kind_of(f"{folder}/{name.of}.md"))]


def _alone(
    named: Mapping[str, list[tuple[NoteKind, CopiedName]]], there: Mapping[tuple[NoteKind, str], str]
) -> Iterator[tuple[str, Copy]]:
    """The copies of notes that are gone: for each note the first that names it without doubt."""
    gone: set[tuple[NoteKind, str]] = set()
    for path, names in named.items():
        kind, name = names[0]
        keys = [(kind, folded(name.of)) for kind, name in names]
        if name.is_certain and not any(key in there or key in gone for key in keys):
            gone.add(keys[0])
            yield path, Copy(kind, name.of, "")


def _copy(
    path: str,
    names: Iterable[tuple[NoteKind, CopiedName]],
    there: Mapping[tuple[NoteKind, str], str],
    contents: Mapping[str, bytes],
) -> Copy | None:
    for kind, name in names:
        of = there.get((kind, folded(name.of)))
        if of and (name.is_certain or (of in contents and _is_alike(kind, contents[path], contents[of]))):
            return Copy(kind, name.of, of)
    return None


def _first(of: str, copies: Mapping[str, Copy]) -> str:
    """The note itself, where the copy is one of a copy."""
    while of in copies and copies[of].of:
        of = copies[of].of
    return of


def _is_alike(kind: NoteKind, content: bytes, other: bytes) -> bool:
    """Whether two notes are about the same, and one says what the other says."""
    texts = [decode(one, "")[0] for one in (content, other)]
    opened = [open_note(kind, "", "", text) for text in texts]
    about = [None if isinstance(note, Problem) else _about(note) for note in opened]
    if about[0] is not None and about[1] is not None and not about[0] & about[1]:
        return False
    pieces = [set(_pieces(kind, text)) for text in texts]
    return _SHARED * len(pieces[0] & pieces[1]) >= min(map(len, pieces))


def _about(note: Note) -> frozenset[object]:
    """What a note is about: a person on a day, a person, the wordings of a question, a life."""
    if note.kind == "interview":
        fields = note.fields(KEYS)
        return frozenset({(plain_key(bare_name(fields.text("contact"))), fields.date("date"))})
    if note.kind == "contact":
        return frozenset({plain_key(parse_contact(note)[0].contact.name)})
    if note.kind == "question":
        question = parse_question(note)[0][1]
        asked = (question.ask, *(former.ask for former in question.formerly))
        return frozenset(map(wording_key, asked))
    if note.kind == "direction":
        return frozenset({name_key(parse_direction(note)[0].direction.name)})
    return frozenset({note.kind})


def _pieces(kind: NoteKind, text: str) -> Iterator[tuple[str, ...]]:
    """Each three words in a row of what a note says, or all of a shorter line."""
    given = _GIVEN.get(kind, ())
    for line in text.split("\n"):
        key = _KEY.fullmatch(line)
        if line.startswith(("#", "---")) or (key and (key["key"] in given or key["value"] in _OPENERS)):
            continue
        words = line.casefold().split()
        for start in range(max(len(words) - _WORDS, 0) + 1 if words else 0):
            yield tuple(words[start : start + _WORDS])


def only_in(text: str, other: str) -> tuple[str, ...]:
    """The lines of a text that another does not have."""
    known = {line.strip() for line in other.split("\n")}
    return tuple(line.rstrip() for line in text.split("\n") if line.strip() and line.strip() not in known)


def copy_problem(path: str, copy: Copy, lines: int) -> Problem:
    """What is wrong with a copy that has so many lines which its note does not have."""
    if not copy.of:
        message = f"this is named as a copy of `{copy.id}.md`, which is not there: it counts as that note"
        return warning(Place(path), "copy-alone", message, f"rename it to `{copy.id}.md`")
    message = f"this is a copy of {copy.of}, and counts for nothing"
    hint = "it says nothing that the note does not: delete it"
    if lines:
        more = "a line" if lines == 1 else f"{lines} lines"
        hint = f"it has {more} that the note does not: put what is right into the note, then delete this file"
    return error(Place(path), "copy", message, hint)
