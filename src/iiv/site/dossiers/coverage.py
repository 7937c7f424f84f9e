"""Who was asked what, and how fully they answered, as pictures: a grid, and a strip for each question."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from iiv.method.statistics.coverage import LEVELS, coverage_said
from iiv.method.wording import count
from iiv.site import addresses
from iiv.site.dossiers.pictures import Figure, Label, PictureRow, SignView, Tick, column, named, table
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iiv.method.statistics.coverage import Covered, Fullness
    from iiv.site.dossiers.common import PersonView
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.dossiers.pictures import Sign

DRAWN: Final = 30
"""So many people are drawn in the grid."""

STRIP: Final = 24
"""Up to so many people each stand in the strip of a question."""

SIGNS: Final[Mapping[Fullness, tuple[Sign, float]]] = {
    "not asked": ("dash", 6),
    "no answer": ("empty", 13),
    "a line": ("square", 5),
    "a paragraph": ("square", 9),
    "more": ("square", 14),
}
"""How each fullness is drawn: more is larger."""

LEGEND: Final = (
    ("dash", "not asked"),
    ("empty", "asked, no answer"),
    ("square", "answered: the larger, the fuller (up to 25 words, up to 80, more)"),
)


class Segment(Value, frozen=True):
    """Part of a bar: how many people there are of one fullness, and from where to where, in per cent."""

    level: int
    count: int
    begin: float
    width: float


class Voice(Value, frozen=True):
    """One person in the strip of a question, and how fully they answered it."""

    person: PersonView
    sign: SignView


class Strip(Value, frozen=True):
    """How fully each person answered one question: `voices`, or, where they are many, a bar in `segments`."""

    voices: tuple[Voice, ...]
    segments: tuple[Segment, ...]
    words: str


def coverage_figure(index: JournalIndex) -> Figure | None:
    """Who was asked what, how fully, in order of time; of many, those with whom one talked first last."""
    questions, rows = index.coverage
    if all(cell == "not asked" for row in rows for cell in row.cells):
        return None
    drawn, columns = rows[-DRAWN:], len(questions)
    numbers = tuple(Tick(column(number, columns), str(number + 1)) for number in range(columns))
    asks = [question.ask for question in questions]
    return Figure(
        anchor="coverage",
        title="Who was asked what, how fully",
        said=coverage_said(questions, rows),
        n=f"{count(len(rows), 'person', 'people')}, {count(columns, 'question')}",
        kind="signs",
        rows=tuple(_row(index, row, asks) for row in drawn),
        table=table(
            ("Person", *(str(number + 1) for number in range(columns))),
            rows,
            lambda row: (named(index.face(row.contact)), *row.cells),
        ),
        ticks=numbers,
        above=True,
        legend=LEGEND,
        keys=tuple(Label(question.ask, addresses.address(question)) for question in questions),
        more=f"Drawn are the {len(drawn)} whom you met last, of {len(rows)}." if len(rows) > DRAWN else "",
    )


def _row(index: JournalIndex, row: Covered, asks: Sequence[str]) -> PictureRow:
    signs = tuple(
        _sign(column(number, len(asks)), cell, ask)
        for number, (cell, ask) in enumerate(zip(row.cells, asks, strict=True))
    )
    return PictureRow(named(index.face(row.contact)), signs=signs)


def _sign(x: float, cell: Fullness, of: str) -> SignView:
    sign, size = SIGNS[cell]
    return SignView(x, sign, f"{of}: {cell}", size)


def strips(index: JournalIndex) -> Mapping[str, Strip]:
    """The strip of each question that was or is asked, by its id."""
    questions, rows = index.coverage
    if not rows:
        return {}
    faces = index.faces(row.contact for row in rows)
    return {
        question.id: _strip(faces, [row.cells[number] for row in rows])
        for number, question in enumerate(questions)
    }


def _strip(faces: Sequence[PersonView], cells: Sequence[Fullness]) -> Strip:
    counts = Counter(cells)
    words = ", ".join(f"{counts[level]} {_WORDS[level]}" for level in reversed(LEVELS) if counts[level])
    if len(cells) > STRIP:
        return Strip((), tuple(_segments(counts, len(cells))), words)
    voices = (Voice(face, _sign(50, cell, face.name)) for face, cell in zip(faces, cells, strict=True))
    return Strip(tuple(voices), (), words)


_WORDS: Final[Mapping[Fullness, str]] = {
    "not asked": "not asked",
    "no answer": "asked without an answer",
    "a line": "in a line or two",
    "a paragraph": "in a paragraph",
    "more": "in more",
}


def _segments(counts: Mapping[Fullness, int], whole: int) -> list[Segment]:
    found: list[Segment] = []
    begin = 0.0
    for level in reversed(LEVELS):
        if number := counts.get(level, 0):
            width = number * 100 / whole
            found.append(Segment(LEVELS.index(level), number, round(begin, 1), round(width, 1)))
            begin += width
    return found
