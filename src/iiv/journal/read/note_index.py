"""The notes of a journal: parsed, by kind; and apart those that cannot be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.msgpack import encode

from iiv.journal.cache.note_cache import PERSON, TALK
from iiv.journal.ids import RESERVED
from iiv.journal.journal import BrokenNote
from iiv.journal.parse.notes import decode, open_note
from iiv.journal.parse.parsed_note import parse_person, parse_talk
from iiv.journal.problems import Place, Problem, error, warning
from iiv.journal.read.copies import copy_problem, find_copies, only_in
from iiv.journal.read.note_names import SINGLE, folded, kind_of, marked, stem_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from msgspec.msgpack import Decoder

    from iiv.journal.cache.note_cache import NoteCache
    from iiv.journal.model import NoteKind
    from iiv.journal.parse.contacts import ParsedContact
    from iiv.journal.parse.interviews import ParsedInterview
    from iiv.journal.parse.notes import Note
    from iiv.journal.parse.parsed_note import ParsedNote
    from iiv.journal.read.copies import Copy

    T = TypeVar("T", ParsedInterview, ParsedContact)

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
        self.notes: dict[NoteKind, list[Note]] = {"question": [], "direction": [], "me": [], "index": []}
        self.broken: list[BrokenNote] = []
        self._contents = contents
        self._cache = cache
        self._ids: set[tuple[NoteKind, str]] = set()
        named = dict.fromkeys(problem.place.path for problem in problems)
        unread = [path for path in named if path.lower().endswith(".md") and path not in contents]
        self._copies = find_copies(contents, unread)
        if cache and cache.is_empty and len(contents) > MANY:
            _parse_all(contents, cache)
        for path in contents:
            self._add(path)
        for path in unread:
            self._add_unread(path)

    def broken_of(self, kind: NoteKind) -> list[BrokenNote]:
        """The notes of a kind that cannot be used; copies of others are none."""
        return [note for note in self.broken if note.kind == kind and not note.copy_of]

    def set_aside(self, kind: NoteKind, id_: str, path: str) -> None:
        """Count a note among the broken ones."""
        text, _ = decode(self._contents[path], path)
        self.broken.append(BrokenNote(kind, id_, Place(path), text))

    def _add(self, path: str) -> None:
        kind, stem = kind_of(path), stem_of(path)
        if copy := self._copies.get(path):
            if copy.of:
                self._add_copy(path, copy)
                return
            kind, stem = copy.kind, copy.id
            self.problems.append(copy_problem(path, copy, 0))
        if kind is None:
            if stem.lower() != "readme":
                hint = "move it to interviews/, contacts/, questions/ or directions/"
                self.problems.append(
                    warning(Place(path), "unknown-note", "iiv does not know what this note is", hint)
                )
            return
        id_, fault = self._id(kind, stem, path)
        if fault:
            self._opened(kind, id_, path, fault)
        elif kind == "interview":
            self.talks += self._parsed(kind, id_, path, TALK, parse_talk)
        elif kind == "contact":
            self.people += self._parsed(kind, id_, path, PERSON, parse_person)
        elif note := self._opened(kind, id_, path):
            self.notes[kind].append(note)

    def _add_copy(self, path: str, copy: Copy) -> None:
        text, _ = decode(self._contents[path], path)
        note, _ = decode(self._contents.get(copy.of, b""), copy.of)
        here, there = only_in(text, note), only_in(note, text)
        self.problems.append(copy_problem(path, copy, len(here)))
        id_ = marked(stem_of(path), path)
        self.broken.append(BrokenNote(copy.kind, id_, Place(path), text, copy.of, here, there))

    def _add_unread(self, path: str) -> None:
        kind = kind_of(path)
        if kind is not None:
            id_, fault = self._id(kind, stem_of(path), path)
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
        # What is kept has the file's stem for an id, and a copy that counts as its note has another.
        cache = self._cache if id_ == stem_of(path) else None
        known = cache.get(path, content, decoder) if cache else None
        if known is None and (note := self._opened(kind, id_, path)):
            known = parse(note)
            if cache:
                cache.put(path, content, known)
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

    def _id(self, kind: NoteKind, stem: str, path: str) -> tuple[str, Problem | None]:
        """The note's id, and why it cannot have this stem for one."""
        if kind in SINGLE.values():
            return stem, None
        if stem.casefold() in RESERVED:
            message = f"a note cannot be called `{stem}`"
            fault = error(Place(path), "reserved-name", message, "give the file another name")
            return marked(stem, path), fault
        if (kind, folded(stem)) in self._ids:
            message = f"another note in {kind}s/ is called `{stem}`"
            fault = error(Place(path), "name-taken", message, "give one of the files another name")
            return marked(stem, path), fault
        self._ids.add((kind, folded(stem)))
        return stem, None


def _parse_all(contents: Mapping[str, bytes], cache: NoteCache) -> None:
    """Parse talks and people in as many processes as there are, into the cache."""
    from iiv.processes import available, spread  # noqa: PLC0415 - a journal that is known needs none

    notes = [(path, content) for path, content in contents.items() if kind_of(path) in _PARSERS]
    parsed = spread(_new_parser, notes, available(), MANY // 2)
    for (path, content), encoded in zip(notes, parsed, strict=True):
        if encoded:
            cache.put_encoded(path, content, encoded)


def _new_parser() -> Callable[[tuple[str, bytes]], bytes | None]:
    """What parses a note and encodes it; None for one that cannot be: who needs it parses it."""

    def work(task: tuple[str, bytes]) -> bytes | None:
        path, content = task
        kind = kind_of(path)
        text, faults = decode(content, path)
        note = open_note(kind, stem_of(path), path, text) if kind and not faults else None
        if kind is None or note is None or isinstance(note, Problem):
            return None
        try:
            return encode(_PARSERS[kind](note))
        except UnicodeEncodeError:
            return None

    return work


_PARSERS: Mapping[NoteKind, Callable[[Note], object]] = {"interview": parse_talk, "contact": parse_person}
