"""Parsed notes, kept from one run to the next."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeVar

from msgspec import msgpack

from iiv.journal.cache.entries import Cache
from iiv.journal.parse.contacts import ParsedContact
from iiv.journal.parse.interviews import ParsedInterview
from iiv.journal.parse.mentions import Mention
from iiv.journal.parse.parsed_note import ParsedNote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from iiv.journal.parse.wordings import Wordings

T = TypeVar("T")

TALK: Final = msgpack.Decoder(ParsedNote[ParsedInterview])
PERSON: Final = msgpack.Decoder(ParsedNote[ParsedContact])
_ASKED: Final = msgpack.Decoder(dict[int, tuple[str, ...]])
_WORDINGS: Final = msgpack.Decoder(tuple[str, dict[str, str | None], dict[int, list[Mention]]])


class NoteCache:
    """The parsed notes in the workspace of the journal in `root`, by their path and content.

    A note is known by what it says, not by its time: a time may lie, and to read 1,300 notes takes
    20 ms.
    """

    def __init__(self, root: Path) -> None:
        self._entries = Cache(root, "notes")

    @property
    def is_empty(self) -> bool:
        """Whether no note is known yet."""
        return self._entries.is_empty

    def get(self, path: str, content: bytes, decoder: msgpack.Decoder[T]) -> T | None:
        """What the note at this path is when this is its content; None when that is not known."""
        return self._entries.get_value(_key(path, content), decoder)

    def put(
        self, path: str, content: bytes, note: ParsedNote[ParsedInterview] | ParsedNote[ParsedContact]
    ) -> None:
        """Keep a note that was parsed now."""
        self._entries.put_value(_key(path, content), note)

    def put_encoded(self, path: str, content: bytes, encoded: bytes) -> None:
        """Keep a note that another process parsed and encoded with `encode`."""
        self._entries.put(_key(path, content), encoded)

    def recall(self, wordings: Wordings) -> None:
        """Let these wordings know what was found of them in the last run."""
        kept = self._entries.get_value("wordings", _WORDINGS)
        if kept and kept[0] == wordings.key:
            _, wordings.known_closest, wordings.known_mentions = kept

    def keep(self, wordings: Wordings) -> None:
        """Keep what was found of these wordings."""
        self._entries.put_value("wordings", (wordings.key, wordings.closest_to, wordings.mentions))

    def asked(self) -> Mapping[int, tuple[str, ...]]:
        """The ids of the questions that each talk asks in a journal that has no files for them, by digest."""
        return self._entries.get_value("asked", _ASKED) or {}

    def keep_asked(self, asked: Mapping[int, tuple[str, ...]]) -> None:
        """Keep what `asked` gives."""
        self._entries.put_value("asked", asked)

    def save(self) -> None:
        """Write what is new. All notes must have been asked for: others are forgotten in time."""
        self._entries.save(complete=True)


@contextmanager
def note_cache(root: Path) -> Iterator[NoteCache]:
    """The parsed notes of the journal in `root`, for one reading of all of it; it is saved afterwards."""
    cache = NoteCache(root)
    yield cache
    cache.save()


def _key(path: str, content: bytes) -> str:
    return hashlib.sha256(path.encode() + b"\0" + content).hexdigest()
