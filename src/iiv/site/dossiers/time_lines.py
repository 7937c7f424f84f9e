"""Lines of time: a row for each relation, with a sign for each thing that passed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from iiv.method.dates import written
from iiv.method.statistics.relations import MARKS, latest, marks, relations, relations_said
from iiv.method.statistics.time_axis import axis
from iiv.method.wording import capitalise, count
from iiv.site.dossiers.pictures import Figure, Label, PictureRow, SignView, Tick, named, on, table, ticks
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from iiv.method.history import History
    from iiv.method.introduction_tree import Branch
    from iiv.method.statistics.relations import Mark
    from iiv.method.statistics.time_axis import Axis
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.dossiers.pictures import Sign

DRAWN: Final = 40
"""So many relations are drawn."""

LEGEND: Final = tuple(MARKS.items())


def time_line(label: Label, marks: Iterable[tuple[dt.date, Mark]], scale: Axis) -> PictureRow:
    """The row of one relation."""
    signs = tuple(
        SignView(scale.at(day), mark, f"{capitalise(MARKS[mark])}, {written(day)}") for day, mark in marks
    )
    return PictureRow(label, begin=signs[0].x, end=signs[-1].x, signs=signs)


class TimeLine(Value, frozen=True):
    """One relation as a line of time, with what is written below it and what its signs mean."""

    row: PictureRow
    ticks: tuple[Tick, ...]
    legend: tuple[tuple[Sign, str], ...]


def own_line(past: History) -> TimeLine | None:
    """What passed between oneself and one person; None of fewer than two things."""
    found = marks(past)
    scale = axis(day for day, _ in found)
    if scale is None or len(found) <= 1:
        return None
    there = {mark for _, mark in found}
    row = time_line(Label(past.contact.name), found, scale)
    return TimeLine(row, ticks(scale), tuple(pair for pair in LEGEND if pair[0] in there))


def relations_figure(index: JournalIndex) -> Figure | None:
    """Every relation as a line of time; of many, those in which something passed last."""
    found = relations(index.histories)
    drawn = latest(found, DRAWN)
    scale = axis(day for one in drawn for day in (one.first, one.last))
    if scale is None:
        return None
    left = len(found) - len(drawn)
    return Figure(
        anchor="relations",
        title="Every relation, from first word to last",
        said=relations_said(index.journal, found),
        n=f"{count(len(found), 'person', 'people')}, {written(scale.first)} to {written(scale.last)}",
        kind="signs",
        rows=tuple(time_line(named(index.face(one.contact)), one.marks, scale) for one in drawn),
        table=table(
            ("Person", "First", "Last", "Talks"),
            sorted(found, key=lambda one: one.last, reverse=True),
            lambda one: (named(index.face(one.contact)), on(one.first), on(one.last), str(one.talks)),
        ),
        ticks=ticks(scale),
        legend=LEGEND,
        more=f"Drawn are the {len(drawn)} in which something passed last, of {len(found)}." if left else "",
    )


def tree_figure(index: JournalIndex, tree: Sequence[Branch]) -> Figure | None:
    """Who led to whom, in order of time: the latest trees, as many as there is room for."""
    drawn = _latest_trees(tree)
    lines = [(branch, _with_offer(branch)) for branch in drawn]
    scale = axis(day for _, found in lines for day, _ in found)
    if scale is None:
        return None
    return Figure(
        anchor="over-time",
        title="Over time",
        said="Whom somebody led you to stands below them, each with what passed between you.",
        n=f"{count(len(drawn), 'person', 'people')}, {written(scale.first)} to {written(scale.last)}",
        kind="signs",
        rows=tuple(_branch_row(index, branch, found, scale) for branch, found in lines),
        table=table(("Person", "Through", "Noted", "First talk"), drawn, partial(_branch_cells, index)),
        ticks=ticks(scale),
        legend=LEGEND,
        more=f"Drawn are {len(drawn)} of {len(tree)}; all stand below." if len(drawn) < len(tree) else "",
    )


def _latest_trees(tree: Sequence[Branch]) -> Sequence[Branch]:
    begins = [number for number, branch in enumerate(tree) if not branch.depth]
    fits = [begin for begin in begins if len(tree) - begin <= DRAWN]
    begin = fits[0] if fits else begins[-1] if begins else 0
    return tree[begin : begin + DRAWN]


def _with_offer(branch: Branch) -> list[tuple[dt.date, Mark]]:
    offered: list[tuple[dt.date, Mark]] = [(branch.offer.date, "word")] if branch.offer else []
    return sorted(dict.fromkeys((*offered, *marks(branch.past))), key=lambda pair: pair[0])


def _branch_row(
    index: JournalIndex, branch: Branch, found: Sequence[tuple[dt.date, Mark]], scale: Axis
) -> PictureRow:
    label = named(index.face(branch.past.contact.id), depth=branch.depth)
    return time_line(label, found, scale) if found else PictureRow(label)


def _branch_cells(index: JournalIndex, branch: Branch) -> tuple[Label | str, ...]:
    day, talks = branch.offer.date if branch.offer else branch.introduced, branch.past.talks
    return (
        named(index.face(branch.past.contact.id)),
        named(index.face(branch.introducer)) if branch.introducer else "",
        on(day) if day else "",
        on(talks[0].date) if talks else "",
    )
