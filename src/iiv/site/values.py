"""What the values are made as that pages show: frozen, and counted by what they hold."""

from __future__ import annotations

from msgspec import Struct


class Value(Struct, frozen=True, array_like=True):
    """A frozen value, made of such values, tuples, texts, numbers and dates.

    A site has tens of thousands of them. They are made and encoded several times faster than dataclasses,
    and to define a hundred classes takes a few milliseconds, not a tenth of a second.
    """
