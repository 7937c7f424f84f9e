"""A hash of what a page shows: equal values have the same one, in every run."""

from __future__ import annotations

import hashlib
import pickle
from dataclasses import fields, is_dataclass
from io import BytesIO
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from iiv.journal.model import Contact, Interview, Question
from iiv.site.rendering import Rendered
from iiv.site.views.common import PersonView, StepView, TalkView

if TYPE_CHECKING:
    from collections.abc import Callable

_SHARED = frozenset({Contact, Interview, PersonView, Question, Rendered, StepView, TalkView})
"""What stands on many pages, and is large."""

Reduced = tuple[Any, ...]


class Digests:
    """Hashes of values made of frozen dataclasses, tuples, mappings, texts, numbers and dates.

    Pickle writes them down, as it does so in a tenth of the time that Python code takes. Nothing reads
    that again.
    """

    def __init__(self) -> None:
        self._table = _Table(self._shared)
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, *values: object) -> str:
        """The hash of these values, in hexadecimal digits."""
        return self._digest(values).hex()

    def _digest(self, values: object) -> bytes:
        out = BytesIO()
        pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
        pickler.fast = True  # else it would tell equal texts from the same text
        pickler.dispatch_table = self._table
        pickler.dump(values)
        return hashlib.sha256(out.getbuffer()).digest()

    def _shared(self, values: tuple[str, Any], value: object) -> bytes:
        # The value is kept along: another could get its id.
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = value, self._digest(values)
        return known[1]


class _Table(dict[type, "Callable[[Any], Reduced]"]):
    """How each type is written down: a dataclass as its name and the values of its fields."""

    def __init__(self, shared: Callable[[Any, object], bytes]) -> None:
        super().__init__()
        self._shared = shared

    def __missing__(self, kind: type) -> Callable[[Any], Reduced]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        name = kind.__qualname__
        names = [field.name for field in fields(kind)]
        values = attrgetter(*names)
        shared = self._shared

        def whole(value: object) -> Reduced:
            return str, (name, values(value))

        def short(value: object) -> Reduced:
            return bytes, (shared((name, values(value)), value),)

        self[kind] = short if kind in _SHARED else whole
        return self[kind]
