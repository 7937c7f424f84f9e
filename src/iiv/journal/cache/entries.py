"""An append-mostly cache of entries by key: most of them in one file, the latest beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from msgspec import MsgspecError, msgpack

from iiv.journal.cache import sealed_file
from iiv.journal.cache.spill_buffer import Place, SpillBuffer

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from iiv.journal.cache.sealed_file import Sealed

T = TypeVar("T")
_Value: TypeAlias = memoryview | Place
"""A value as it was read, or its place in the buffer."""

CROWDED: Final = 8
"""The latest entries are crowded when they are more than one part in so many of the rest."""

# A view of the file, not a copy of it: most values are not asked for.
_DECODER: Final = msgpack.Decoder(dict[str, memoryview])
_MAP: Final = b"\xdf"
"""What a dictionary in MessagePack begins with, before four bytes with its length."""


class Cache:
    """The entries named `name` in the workspace of the journal in `root`: bytes by key.

    Those that were saved under another `version` count for nothing. Nothing is kept that could run as
    code when it is read.
    """

    def __init__(self, root: Path, name: str, version: str = "") -> None:
        self._root, self._name, self._version = root, name, version
        most = sealed_file.load(root, name, version)
        # The latest are believed beside the file beside which they were written, and no other.
        self._latest_version = f"{version} {most.seal.hex() if most else ''}"
        latest = sealed_file.load(root, self._latest_name, self._latest_version) if most else None
        self._size = len(most.content) if most else 0
        self._most: Mapping[str, memoryview] = _decoded(most)
        self._latest: dict[str, _Value] = {**_decoded(latest)}
        self._waiting = SpillBuffer(root)
        self._used: dict[str, None] = {}
        self._is_changed = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known yet."""
        return not (self._most or self._latest)

    @property
    def is_crowded(self) -> bool:
        """Whether it is time to forget: a run that asks for everything will do so when it saves."""
        return self._are_many(CROWDED)

    def get(self, key: str) -> bytes | None:
        """The value of this key, which was asked for now; None when there is none."""
        value = self._bytes(key)
        if value is not None:
            self._used[key] = None
        return value

    def put(self, key: str, value: bytes) -> None:
        """Keep this value."""
        self._used[key] = None
        if self._bytes(key) != value:
            self._latest[key] = self._waiting.add(value)
            self._is_changed = True

    def get_value(self, key: str, decoder: msgpack.Decoder[T]) -> T | None:
        """The value of this key as the decoder has it; None when there is none, or it is none of its type."""
        encoded = self.get(key)
        try:
            return None if encoded is None else decoder.decode(encoded)
        except MsgspecError:
            return None

    def put_value(self, key: str, value: object) -> None:
        """Keep this value, encoded; one that cannot be, since half a character is in it, is not kept."""
        try:
            self.put(key, msgpack.encode(value))
        except UnicodeEncodeError:  # YAML may name half a character by its number
            return

    def save(self, *, complete: bool = False) -> None:
        """Write what is new, if anything is.

        When a run is `complete`, it asked for everything that a later one may want: then what it did not
        ask for is forgotten, as soon as the entries are crowded.
        """
        if not self._is_changed and not (complete and self.is_crowded):
            return
        if not self._size or self._are_many(CROWDED if complete else 1):
            keys = self._used if complete else {**self._most, **self._latest}
            sealed_file.save_pieces(self._root, self._name, self._version, self._encoded(keys))
            sealed_file.delete(self._root, self._latest_name)
        else:
            latest = self._encoded(self._latest)
            sealed_file.save_pieces(self._root, self._latest_name, self._latest_version, latest)

    @property
    def _latest_name(self) -> str:
        return f"{self._name}-latest"

    def _are_many(self, parts: int) -> bool:
        """Whether the latest entries are more than one part in so many of the rest."""
        sizes = (value[1] if isinstance(value, tuple) else len(value) for value in self._latest.values())
        return sum(sizes) * parts > self._size

    def _bytes(self, key: str) -> bytes | None:
        value = self._latest.get(key)
        if value is None:
            value = self._most.get(key)
        if value is None:
            return None
        return self._waiting.at(value) if isinstance(value, tuple) else bytes(value)

    def _encoded(self, keys: Collection[str]) -> Iterator[bytes]:
        """The entries with these keys as one dictionary in MessagePack, piece by piece."""
        yield _MAP + len(keys).to_bytes(4, "big")
        for key in keys:
            yield msgpack.encode(key) + msgpack.encode(self._bytes(key))


def _decoded(file: Sealed | None) -> dict[str, memoryview]:
    return _DECODER.decode(file.content) if file else {}
