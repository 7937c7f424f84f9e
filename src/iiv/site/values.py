"""What values are by what they hold: their digests."""

from __future__ import annotations

import hashlib
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class Shared(Generic[T]):
    """A large value that several dossiers hold. It counts by its own digest, which is worked out once."""

    __slots__ = ("digest", "value")

    def __init__(self, value: T) -> None:
        self.value = value
        self.digest = digest(value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Shared) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def __repr__(self) -> str:
        return f"Shared({self.digest})"


def digest(*values: object) -> str:
    """The SHA-256, in hexadecimal digits, of nested values, dataclasses, tuples, texts, numbers and dates.

    It covers fields, not the names of classes. Compare only digests of values of the same types.
    """
    try:
        content = _ENCODER.encode(values)
    except UnicodeEncodeError:
        content = repr(values).encode(errors="surrogatepass")  # a file's name may hold any bytes
    return hashlib.sha256(content).hexdigest()


def _as_digest(value: object) -> str:
    if isinstance(value, Shared):
        return value.digest
    raise TypeError(f"{type(value).__name__} says not all that it is")


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_as_digest)
