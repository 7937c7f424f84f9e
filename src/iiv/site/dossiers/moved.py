"""What moved: the interest after each talk as a picture, and the words that go with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method.movement import movement
from iiv.site.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iiv.site.dossiers.common import TalkView
    from iiv.site.dossiers.journal_index import JournalIndex

LEFT, RIGHT = 5.0, 97.0  # per cent of the picture's width
TOP, DEGREE = 16, 30  # pixels from the top to interest 5, and from each degree to the next


class Move(Value, frozen=True):
    """A talk after which something moved. `change` is the interest's since the one before, or None."""

    talk: TalkView
    change: int | None


class Point(Value, frozen=True):
    """One interest in the picture: `x` in per cent from the left, `y` in pixels from the top."""

    x: float
    y: int
    talk: TalkView


class Tick(Value, frozen=True):
    """A year's beginning in the picture, at `x` per cent from the left."""

    x: float
    year: int


class MovedView(Value, frozen=True):
    """Everything that moved, in order of time; `points` is empty for fewer than two interests."""

    changes: tuple[Move, ...]
    points: tuple[Point, ...]
    ticks: tuple[Tick, ...]
    levels: tuple[tuple[int, int], ...]
    talks: int


def moved(index: JournalIndex) -> MovedView:
    """The page What moved."""
    changes = tuple(Move(index.talk(change.interview), change.change) for change in movement(index.journal))
    rated = [change.talk for change in changes if change.talk.interest]
    drawn = rated if len(rated) > 1 else []
    return MovedView(
        changes=changes,
        points=tuple(Point(_x(row.date, drawn), _y(row.interest or 1), row) for row in drawn),
        ticks=_ticks(drawn),
        levels=tuple((degree, _y(degree)) for degree in range(5, 0, -1)),
        talks=len(index.journal.talks),
    )


def _x(day: dt.date, rows: Sequence[TalkView]) -> float:
    first, last = rows[0].date.toordinal(), rows[-1].date.toordinal()
    part = (day.toordinal() - first) / (last - first) if last > first else 0.5
    return round(LEFT + (RIGHT - LEFT) * part, 2)


def _y(interest: int) -> int:
    return TOP + DEGREE * (5 - interest)


def _ticks(rows: Sequence[TalkView]) -> tuple[Tick, ...]:
    if not rows:
        return ()
    first, last = rows[0].date, rows[-1].date
    years = range(first.year + 1, last.year + 1)
    return tuple(Tick(_x(first.replace(year=year, month=1, day=1), rows), year) for year in years)
