"""A hash of what a page shows: equal values have the same one, in every run."""

from __future__ import annotations

import datetime as dt
import hashlib
import pickle
from dataclasses import fields, is_dataclass
from io import BytesIO
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from iiv.journal.model import Contact, Interview, Question
from iiv.site.rendered import KeptRendered, Rendered
from iiv.site.views.common import Circle, PersonView, StepView, TalkView

if TYPE_CHECKING:
    from collections.abc import Callable

_SHARED = frozenset({Circle, Contact, Interview, PersonView, Question, StepView, TalkView})
"""What stands on many pages, and is large."""

Reduced = tuple[Any, ...]


class Digests:
    """Hashes of values made of frozen dataclasses, tuples, mappings, texts, numbers and dates.

    Pickle writes them down, as it does so in a tenth of the time that Python code takes. Nothing reads
    that again.
    """

    def __init__(self) -> None:
        self._table = _Table()

    def of(self, *values: object) -> str:
        """The hash of these values, in hexadecimal digits."""
        return _digest(values, self._table).hex()


class _Table(dict[type, "Callable[[Any], Reduced]"]):
    """How each type is written down: a dataclass as its name and the values of its fields.

    One of the shared is its hash instead, worked out once.
    """

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[int, tuple[object, Reduced]] = {}
        self[dt.date] = _day
        self[Rendered] = self[KeptRendered] = self._once(_line_digest)

    def __missing__(self, kind: type) -> Callable[[Any], Reduced]:
        if not is_dataclass(kind):
            raise KeyError(kind)
        name = kind.__qualname__
        values = attrgetter(*(field.name for field in fields(kind)))

        def whole(value: object) -> Reduced:
            return str, (name, values(value))

        shared = self._once(lambda value: _digest((name, values(value)), self))
        self[kind] = shared if kind in _SHARED else whole
        return self[kind]

    def _once(self, digest: Callable[[Any], bytes]) -> Callable[[Any], Reduced]:
        known = self._known

        def reduced(value: object) -> Reduced:
            found = known.get(id(value))
            if found is None:
                # The value is kept along: another could get its id.
                found = known[id(value)] = value, (bytes, (digest(value),))
            return found[1]

        return reduced


def _digest(values: object, table: _Table) -> bytes:
    out = BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.fast = True  # else it would tell equal texts from the same text
    pickler.dispatch_table = table
    pickler.dump(values)
    return hashlib.sha256(out.getbuffer()).digest()


def _line_digest(rendered: Rendered) -> bytes:
    return hashlib.sha256(rendered.line().encode()).digest()


def _day(day: dt.date) -> Reduced:
    return str, (day.isoformat(),)
