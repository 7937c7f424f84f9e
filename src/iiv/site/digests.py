"""A hash of what an output is made from: equal values have the same one, in every run."""

from __future__ import annotations

import hashlib

import msgspec

_ENCODER = msgspec.msgpack.Encoder()


def digest(*values: object) -> str:
    """The hash, in hexadecimal digits, of values made of dataclasses, tuples, texts, numbers and dates.

    They must be of the same types wherever they are compared: a dataclass counts by its fields alone.
    """
    try:
        content = _ENCODER.encode(values)
    except UnicodeEncodeError:
        content = repr(values).encode(errors="surrogatepass")  # a file's name may hold any bytes
    return hashlib.sha256(content).hexdigest()
