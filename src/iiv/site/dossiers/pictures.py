"""Pictures as values: rows with a label, and what is drawn beside it.

Across, everything is in per cent of the picture's width; signs and text have sizes in pixels. So a picture
gets wider and narrower, and its text stays as large as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, TypeVar

from iiv.method.dates import written
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Sequence

    from iiv.method.statistics.time_axis import Axis
    from iiv.site.dossiers.common import PersonView, TalkView

T = TypeVar("T")

Kind = Literal["bars", "dots", "degrees", "path", "signs"]
Sign = Literal["asked", "word", "talk", "thanks", "touch", "disc", "square", "empty", "dash"]

TABLED: Final = 100
"""So many rows a table has; of the rest it says how many there are."""

DOT: Final = 9  # pixels from one dot of a stack to the next
TALLEST: Final = 8  # dots; where more stand on each other, a column takes their place
COLUMN: Final = 64  # pixels of the highest column


class Label(Value, frozen=True):
    """Words in a picture or a table. They lead to the `anchor` at `address`, unless that is "".

    `person` is who is named, with their badge; `depth` says how far in the words stand.
    """

    text: str
    address: str = ""
    anchor: str = ""
    person: PersonView | None = None
    date: dt.date | None = None
    depth: int = 0


class Tick(Value, frozen=True):
    """What is written at one place of a scale, `x` per cent from the left."""

    x: float
    text: str


class SignView(Value, frozen=True):
    """A sign at `x` per cent from the left, `size` pixels wide. `words` say what it stands for."""

    x: float
    sign: Sign
    words: str
    size: float = 0


class Stack(Value, frozen=True):
    """So many equal values: dots on each other, or a column of `height` pixels when they are too many."""

    x: float
    count: int
    words: str
    height: float = 0


class PictureRow(Value, frozen=True):
    """One row. `said` are words behind it, `begin` and `end` are where its line begins and ends.

    `mean` is where the mean stands, `aim` what one wants to keep to; None for none. A row of dots is
    `height` pixels high.
    """

    label: Label
    said: str = ""
    begin: float | None = None
    end: float | None = None
    at: float | None = None
    mean: float | None = None
    aim: float | None = None
    height: int = 0
    signs: tuple[SignView, ...] = ()
    stacks: tuple[Stack, ...] = ()


class TableView(Value, frozen=True):
    """The same as a table. Each cell holds words; `more` rows are left out."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Label, ...], ...], ...]
    more: int


class Figure(Value, frozen=True):
    """A picture with the sentence that it shows, and on how much it rests (`n`).

    Its scale stands below, or `above`; one that is not `wide` leaves room for another beside it. `legend`
    says what signs mean, `keys` what the numbers above a grid stand for, `more` what is not drawn.
    """

    anchor: str
    title: str
    said: str
    n: str
    kind: Kind
    rows: tuple[PictureRow, ...]
    table: TableView
    ticks: tuple[Tick, ...] = ()
    above: bool = False
    wide: bool = True
    legend: tuple[tuple[Sign, str], ...] = ()
    keys: tuple[Label, ...] = ()
    more: str = ""


Cell: TypeAlias = "Label | str | Sequence[Label]"
"""What stands in a cell of a table."""


def named(person: PersonView, depth: int = 0) -> Label:
    """A person, who leads to their page."""
    return Label(person.name, person.address, person=person, depth=depth)


def talked(talk: TalkView) -> Label:
    """With whom a talk was; the name leads to the talk."""
    return Label(talk.person.name, talk.address, person=talk.person, date=talk.date)


def on(day: dt.date) -> Label:
    """A day."""
    return Label(written(day), date=day)


def table(head: Sequence[str], values: Sequence[T], row: Callable[[T], Iterable[Cell]]) -> TableView:
    """A table with what `row` makes of each value; the first rows of it."""
    rows = (tuple(_cell(cell) for cell in row(value)) for value in values[:TABLED])
    return TableView(tuple(head), tuple(rows), max(0, len(values) - TABLED))


def _cell(cell: Cell) -> tuple[Label, ...]:
    if isinstance(cell, str):
        return (Label(cell),)
    return (cell,) if isinstance(cell, Label) else tuple(cell)


def column(number: int, columns: int) -> float:
    """Where the middle of a column stands, counted from 0, in per cent."""
    return round((number + 0.5) * 100 / columns, 1)


def stacked(label: Label, stacks: Sequence[Stack], **more: float | str | None) -> PictureRow:
    """A row of dots on each other; where they would stand too high, of columns."""
    most = max((stack.count for stack in stacks), default=0)
    if most > TALLEST:
        stacks = [
            Stack(stack.x, stack.count, stack.words, round(stack.count / most * COLUMN, 1))
            for stack in stacks
        ]
    height = COLUMN + 2 * DOT if most > TALLEST else max(2, most) * DOT + DOT
    return PictureRow(label, height=height, stacks=tuple(stacks), **more)  # type: ignore[arg-type]


def ticks(axis: Axis) -> tuple[Tick, ...]:
    """What is written below a line of time."""
    return tuple(Tick(x, text) for x, text in axis.ticks)
