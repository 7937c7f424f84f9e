"""The pictures of how much one wants the work: talk by talk, by field, by tag."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from iiv.method.statistics.interest import by_field, by_tag, groups_said, interest_said, rated
from iiv.method.wording import count
from iiv.site.dossiers.pictures import (
    TALLEST,
    Figure,
    Label,
    PictureRow,
    Stack,
    Tick,
    column,
    on,
    stacked,
    table,
    talked,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iiv.journal.model import Interview
    from iiv.method.statistics.interest import Group
    from iiv.site.dossiers.common import TalkView
    from iiv.site.dossiers.journal_index import JournalIndex

DRAWN: Final = 40
"""So many talks are drawn, the latest ones."""

GROUPS: Final = 12
"""So many fields, or tags, are drawn."""

DEGREES: Final = 5
SCALE: Final = tuple(Tick(column(number, DEGREES), str(number + 1)) for number in range(DEGREES))
ENDS: Final = "1: not for me, 5: this I want"


def interest_figure(index: JournalIndex) -> Figure | None:
    """The interest after each talk, in order of time."""
    talks = rated(index.journal)
    if not talks:
        return None
    drawn = talks[-DRAWN:]
    left = len(talks) - len(drawn)
    return Figure(
        anchor="interest",
        title="What you wanted, talk by talk",
        said=interest_said(index.journal, talks),
        n=f"{len(talks)} of {count(len(index.journal.talks), 'talk')} with an interest; {ENDS}",
        kind="path",
        rows=tuple(_path(index, drawn)),
        table=table(
            ("Talk", "Day", "Field", "Interest"),
            talks[::-1],
            lambda talk: _talk_cells(index.talk(talk)),
        ),
        ticks=SCALE,
        above=True,
        more=f"Drawn are the latest {len(drawn)} of {len(talks)}." if left else "",
    )


def _talk_cells(talk: TalkView) -> tuple[Label | str, ...]:
    return talked(talk), on(talk.date), talk.person.field, str(talk.interest)


def _path(index: JournalIndex, talks: Sequence[Interview]) -> Iterator[PictureRow]:
    """A row for each talk, through which a line leads: it changes rows half the way to the next interest."""
    at = [_at(talk.interest or 0) for talk in talks]
    between = [(one + other) / 2 for one, other in pairwise(at)]
    ways = zip(talks, at, [None, *between], [*between, None], strict=True)
    for talk, x, begin, end in ways:
        label = talked(index.talk(talk))
        yield PictureRow(label, said=f"{talk.interest} of 5", begin=begin, at=x, end=end)


def _at(degree: float) -> float:
    return column(0, DEGREES) + (degree - 1) * 100 / DEGREES


def fields_figure(index: JournalIndex) -> Figure | None:
    """The interest by field."""
    return _groups(index, by_field(index.journal), "field", "Interest by field")


def tags_figure(index: JournalIndex) -> Figure | None:
    """The interest by tag."""
    return _groups(index, by_tag(index.journal), "tag", "Interest by tag")


def _groups(index: JournalIndex, groups: Sequence[Group], what: str, title: str) -> Figure | None:
    if not groups:
        return None
    left = len(groups) - GROUPS
    talks = {talk.id for group in groups for talk in group.talks}
    return Figure(
        anchor=f"{what}s",
        title=title,
        said=groups_said(groups, what),
        n=f"{count(len(talks), 'talk')} in {count(len(groups), what)}; {_marks(groups[:GROUPS])}",
        kind="degrees",
        wide=False,
        rows=tuple(_group_row(index, group) for group in groups[:GROUPS]),
        table=table((what.capitalize(), "Talks", "Interest", "Mean"), groups, _group_cells),
        ticks=SCALE,
        more=f"{count(left, what)} more in the table." if left > 0 else "",
    )


def _marks(groups: Sequence[Group]) -> str:
    marks = "a dot is a talk" if len(groups[0].talks) <= TALLEST else "of many talks there are columns"
    return f"{marks}; the line is the mean" if any(group.mean for group in groups) else marks


def _group_row(index: JournalIndex, group: Group) -> PictureRow:
    names: dict[int, list[str]] = {}
    for talk in group.talks:
        names.setdefault(talk.interest or 0, []).append(index.face(talk.contact).name)
    stacks = [
        Stack(_at(degree), len(who), f"{degree} of 5: {', '.join(who) if len(who) <= TALLEST else len(who)}")
        for degree, who in sorted(names.items())
    ]
    return stacked(
        Label(group.name),
        stacks,
        said=count(len(group.talks), "talk"),
        mean=round(_at(group.mean), 1) if group.mean else None,
    )


def _group_cells(group: Group) -> tuple[str, ...]:
    counts = Counter(group.degrees)
    each = ", ".join(
        f"{degree} ({times}×)" if times > 1 else f"{degree}" for degree, times in sorted(counts.items())
    )
    return group.name, str(len(group.talks)), each, f"{group.mean:g}" if group.mean else "too few"
