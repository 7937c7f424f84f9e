"""The themes by question, drawn: a disc for each place where both meet, the larger the more there are."""

from __future__ import annotations

from collections import Counter
from math import sqrt
from typing import TYPE_CHECKING, Final

from iiv.method.wording import count
from iiv.site import addresses
from iiv.site.dossiers.pictures import Figure, Label, PictureRow, SignView, Tick, column, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iiv.journal.model import Question
    from iiv.method.themes import Theme
    from iiv.site.dossiers.journal_index import JournalIndex

DRAWN: Final = 20
"""So many themes are drawn, the most frequent ones."""

LARGEST: Final = 22.0  # pixels


def themes_figure(index: JournalIndex, found: Sequence[Theme]) -> Figure | None:
    """The themes down, the questions under which they stand across."""
    counts = {theme.name: _counts(theme) for theme in found}
    asked = [one for one in index.journal.questions if any(one.id in each for each in counts.values())]
    if not asked:
        return None
    drawn = found[:DRAWN]
    most = max((times for theme in drawn for times in counts[theme.name].values()), default=1)
    return Figure(
        anchor="themes-by-question",
        title="Themes by question",
        said=_said(found[0], asked, counts[found[0].name]),
        n=f"{count(len(found), 'theme')}, {count(sum(len(theme.places) for theme in found), 'place')}",
        kind="signs",
        rows=tuple(_row(theme, asked, counts[theme.name], most) for theme in drawn),
        table=table(
            ("Theme", *(str(number) for number in range(1, len(asked) + 1)), "Notes"),
            found,
            lambda theme: (_label(theme), *_cells(asked, counts[theme.name])),
        ),
        ticks=tuple(Tick(column(number, len(asked)), str(number + 1)) for number in range(len(asked))),
        above=True,
        legend=(("disc", "how often it was marked there: the larger, the more"),),
        keys=tuple(Label(question.ask, addresses.address(question)) for question in asked),
        more=f"Drawn are the {len(drawn)} most frequent of {len(found)}." if len(found) > DRAWN else "",
    )


def _counts(theme: Theme) -> Counter[str]:
    """How many places a theme has under each question, by its id; in notes under ""."""
    return Counter(place.answer.question if place.answer else "" for place in theme.places)


def _label(theme: Theme) -> Label:
    return Label(f"#{theme.name}", addresses.THEMES, addresses.theme_anchor(theme.name))


def _row(theme: Theme, asked: Sequence[Question], counts: Counter[str], most: int) -> PictureRow:
    signs = (
        SignView(
            column(number, len(asked)),
            "disc",
            f"{question.ask}: {counts[question.id]}",
            round(LARGEST * sqrt(counts[question.id] / most), 1),
        )
        for number, question in enumerate(asked)
        if counts[question.id]
    )
    return PictureRow(_label(theme), said=str(len(theme.places)), signs=tuple(signs))


def _cells(asked: Sequence[Question], counts: Counter[str]) -> tuple[str, ...]:
    return (*(str(counts[question.id] or "") for question in asked), str(counts[""] or ""))


def _said(theme: Theme, asked: Sequence[Question], counts: Counter[str]) -> str:
    said = f"#{theme.name} comes up most, in {count(len(theme.places), 'place')}"
    best = max(asked, key=lambda question: counts[question.id])
    times = counts[best.id]
    return f"{said}, of these {times} under “{best.ask}”." if times else f"{said}."
