"""A direction: one life that a person considers, as a value."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - a value is known by these annotations
from typing import Literal

from iiv.journal.model import Contradiction, Definition, Unread  # noqa: TC001 - the same
from iiv.journal.problems import Place  # noqa: TC001 - the same
from iiv.values import Value

VerdictName = Literal["open", "try", "keep", "drop"]


class Verdict(Value, frozen=True):
    """What was decided on a direction, on which day and why; the day may be unknown."""

    name: VerdictName
    on: dt.date | None = None
    why: str = ""


class Direction(Value, frozen=True):
    """One life that is considered. A talk speaks to it that has one of its fields, tags or people.

    `people` are ids of contacts. `verdicts` are in order of time, those without a day first; the last one
    counts. `as_of` is up to which day the talks are taken in. `notes` is the body, in Markdown, and `to_know`
    what of it says what is not known yet.
    """

    id: str
    name: str
    place: Place
    fields: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    as_of: dt.date | None = None
    verdicts: tuple[Verdict, ...] = ()
    contradicts: tuple[Contradiction, ...] = ()
    notes: str = ""
    to_know: str = ""
    definitions: tuple[Definition, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The one that counts: the newest. Where nothing was decided, it is open."""
        return self.verdicts[-1] if self.verdicts else Verdict("open")
