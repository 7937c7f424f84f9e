"""The notes of a journal: parsed, by kind; and apart those that cannot be used."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING, TypeVar

from msgspec.msgpack import encode

from iiv.journal.cache.note_cache import PERSON, TALK
from iiv.journal.ids import RESERVED
from iiv.journal.journal import BrokenNote
from iiv.journal.parse.notes import decode, open_note
from iiv.journal.parse.parsed_note import parse_person, parse_talk
from iiv.journal.problems import Place, Problem, error, warning

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from msgspec.msgpack import Decoder

    from iiv.journal.cache.note_cache import NoteCache
    from iiv.journal.model import NoteKind
    from iiv.journal.parse.contacts import ParsedContact
    from iiv.journal.parse.interviews import ParsedInterview
    from iiv.journal.parse.notes import Note
    from iiv.journal.parse.parsed_note import ParsedNote

    T = TypeVar("T", ParsedInterview, ParsedContact)

FOLDERS: dict[str, NoteKind] = {"interviews": "interview", "contacts": "contact", "questions": "question"}
SINGLE: dict[str, NoteKind] = {"me.md": "me", "index.md": "index"}


MANY = 600
"""So many notes are worth a second process: each takes a millisecond to parse."""


class NoteIndex:
    """The notes of a journal, from their content by path.

    Talks and people are taken from the cache, or parsed; `notes` are the others, by kind, in order of
    their paths. `broken` are those that cannot be used, and `problems` say what is wrong with any. Notes
    that `problems` name without a content could not be read, and are broken too.
    """

    def __init__(
        self, contents: Mapping[str, bytes], problems: Sequence[Problem], cache: NoteCache | None
    ) -> None:
        self.problems = [*problems]
        self.talks: list[ParsedNote[ParsedInterview]] = []
        self.people: list[ParsedNote[ParsedContact]] = []
        self.notes: dict[NoteKind, list[Note]] = {"question": [], "me": [], "index": []}
        self.broken: list[BrokenNote] = []
        self._contents = contents
        self._cache = cache
        self._ids: set[tuple[NoteKind, str]] = set()
        if cache and cache.is_empty and len(contents) > MANY:
            _parse_all(contents, cache)
        for path in contents:
            self._add(path)
        for path in dict.fromkeys(problem.place.path for problem in problems):
            if path.lower().endswith(".md") and path not in contents:
                self._add_unread(path)

    def broken_of(self, kind: NoteKind) -> list[BrokenNote]:
        """The notes of a kind that cannot be used."""
        return [note for note in self.broken if note.kind == kind]

    def set_aside(self, kind: NoteKind, id_: str, path: str) -> None:
        """Count a note among the broken ones."""
        text, _ = decode(self._contents[path], path)
        self.broken.append(BrokenNote(kind, id_, Place(path), text))

    def _add(self, path: str) -> None:
        kind = _kind(path)
        if kind is None:
            if _stem(path).lower() != "readme":
                hint = "move it to interviews/, contacts/ or questions/"
                self.problems.append(
                    warning(Place(path), "unknown-note", "iiv does not know what this note is", hint)
                )
            return
        id_, fault = self._id(kind, path)
        if fault:
            self._opened(kind, id_, path, fault)
        elif kind == "interview":
            self.talks += self._parsed(kind, id_, path, TALK, parse_talk)
        elif kind == "contact":
            self.people += self._parsed(kind, id_, path, PERSON, parse_person)
        elif note := self._opened(kind, id_, path):
            self.notes[kind].append(note)

    def _add_unread(self, path: str) -> None:
        kind = _kind(path)
        if kind is not None:
            id_, fault = self._id(kind, path)
            self.problems += [fault] if fault else []
            self.broken.append(BrokenNote(kind, id_, Place(path), ""))

    def _parsed(
        self,
        kind: NoteKind,
        id_: str,
        path: str,
        decoder: Decoder[ParsedNote[T]],
        parse: Callable[[Note], ParsedNote[T]],
    ) -> list[ParsedNote[T]]:
        """The note, parsed now or before; none when it cannot be opened."""
        content = self._contents[path]
        known = self._cache.get(path, content, decoder) if self._cache else None
        if known is None and (note := self._opened(kind, id_, path)):
            known = parse(note)
            if self._cache:
                self._cache.put(path, content, known)
        return [] if known is None else [known]

    def _opened(self, kind: NoteKind, id_: str, path: str, *faults_: Problem) -> Note | None:
        """The note taken apart; None when it cannot be, or has other faults, and then it is set aside."""
        text, faults = decode(self._contents[path], path)
        note = open_note(kind, id_, path, text)
        faults += [*faults_, *([note] if isinstance(note, Problem) else [])]
        self.problems += faults
        if faults or isinstance(note, Problem):
            self.set_aside(kind, id_, path)
            return None
        return note

    def _id(self, kind: NoteKind, path: str) -> tuple[str, Problem | None]:
        """The note's id, and why it cannot have its stem for one."""
        stem = _stem(path)
        if kind in SINGLE.values():
            return stem, None
        if stem.casefold() in RESERVED:
            message = f"a note cannot be called `{stem}`"
            fault = error(Place(path), "reserved-name", message, "give the file another name")
            return _marked(stem, path), fault
        folded = unicodedata.normalize("NFC", stem).casefold()
        if (kind, folded) in self._ids:
            message = f"another note in {kind}s/ is called `{stem}`"
            fault = error(Place(path), "name-taken", message, "give one of the files another name")
            return _marked(stem, path), fault
        self._ids.add((kind, folded))
        return stem, None


def _parse_all(contents: Mapping[str, bytes], cache: NoteCache) -> None:
    """Parse talks and people in as many processes as there are, into the cache."""
    from iiv.processes import available, spread  # noqa: PLC0415 - a journal that is known needs none

    notes = [(path, content) for path, content in contents.items() if _kind(path) in _PARSERS]
    parsed = spread(_new_parser, notes, available(), MANY // 2)
    for (path, content), encoded in zip(notes, parsed, strict=True):
        if encoded:
            cache.put_encoded(path, content, encoded)


def _new_parser() -> Callable[[tuple[str, bytes]], bytes | None]:
    """What parses a note and encodes it; None for one that cannot be: who needs it parses it."""

    def work(task: tuple[str, bytes]) -> bytes | None:
        path, content = task
        kind = _kind(path)
        text, faults = decode(content, path)
        note = open_note(kind, _stem(path), path, text) if kind and not faults else None
        if kind is None or note is None or isinstance(note, Problem):
            return None
        try:
            return encode(_PARSERS[kind](note))
        except UnicodeEncodeError:
            return None

    return work


_PARSERS: Mapping[NoteKind, Callable[[Note], object]] = {"interview": parse_talk, "contact": parse_person}


def _stem(path: str) -> str:
    # Thousands of Paths take their time.
    return path.rpartition("/")[2].rpartition(".")[0]


def _marked(stem: str, path: str) -> str:
    return f"{stem}-{hashlib.sha256(path.encode()).hexdigest()[:4]}"


def _kind(path: str) -> NoteKind | None:
    _, first, *further = path.split("/")
    return FOLDERS.get(first) if further else SINGLE.get(first)
