"""The example journal as if it were kept today: its days moved, so that the last talk was last week."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from iiv.journal.edit.moving import moved
from iiv.journal.read.reading import read
from iiv.shipped import EXAMPLE_PARTS, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_WEEK = dt.timedelta(7)


def example_files(today: dt.date) -> dict[str, bytes]:
    """The files of the example by their paths, as of a day."""
    top = shipped("example")
    return moved(dict(_files(top)), shift(max(talk.date for talk in read(top).journal.talks), today).days)


def shift(last_talk: dt.date, today: dt.date) -> dt.timedelta:
    """By how much days move for the last talk to lie in the week before that of today: whole weeks.

    So each stays the day of the week that it was, and as many business days from every other.
    """
    return _monday(today) - _WEEK - _monday(last_talk)


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(day.weekday())


def _files(top: Path) -> Iterator[tuple[str, bytes]]:
    for part in EXAMPLE_PARTS:
        found = [top / part] if (top / part).is_file() else sorted((top / part).rglob("*"))
        yield from ((path.relative_to(top).as_posix(), path.read_bytes()) for path in found if path.is_file())
