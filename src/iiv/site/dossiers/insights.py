"""Insights: pictures of one's own journey, and how one's mind changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.method.movement import movement
from iiv.method.review import years
from iiv.site import addresses
from iiv.site.dossiers.coverage import coverage_figure
from iiv.site.dossiers.insights_interest import fields_figure, interest_figure, tags_figure
from iiv.site.dossiers.insights_replies_thanks import (
    asking_figure,
    introductions_figure,
    replies_figure,
    thanks_figure,
)
from iiv.site.dossiers.pictures import Label
from iiv.site.dossiers.time_lines import relations_figure
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from iiv.method.movement import Change
    from iiv.site.dossiers.common import TalkView
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.dossiers.pictures import Figure

SHIFTS: Final = 120
"""So many changes of mind are told, the latest ones."""


class Move(Value, frozen=True):
    """A talk after which something moved. `change` is the interest's since the one before, or None."""

    talk: TalkView
    change: int | None


class InsightsView(Value, frozen=True):
    """The pictures of the journey, the changes of mind in order of time, and the years that have a review.

    `earlier` changes of mind are not told.
    """

    figures: tuple[Figure, ...]
    shifts: tuple[Move, ...]
    earlier: int
    years: tuple[Label, ...]
    talks: int
    people: int
    since: dt.date | None


class MovedView(Value, frozen=True):
    """What the page says that the movement stood on: how many changes of mind there are."""

    shifts: int


def insights(index: JournalIndex) -> InsightsView:
    """The page Insights."""
    journal = index.journal
    figures = (
        asking_figure(index),
        replies_figure(index),
        interest_figure(index),
        fields_figure(index),
        tags_figure(index),
        thanks_figure(index),
        introductions_figure(index),
        coverage_figure(index),
        relations_figure(index),
    )
    shifts = _shifts(index)
    return InsightsView(
        figures=tuple(figure for figure in figures if figure),
        shifts=moves(index, shifts[-SHIFTS:]),
        earlier=max(0, len(shifts) - SHIFTS),
        years=tuple(Label(str(year), addresses.review(year)) for year in years(journal)),
        talks=len(journal.talks),
        people=len(journal.talks_by_contact),
        since=journal.talks[0].date if journal.talks else None,
    )


def moved(index: JournalIndex) -> MovedView:
    """The page What moved, which leads to Insights."""
    return MovedView(len(_shifts(index)))


def moves(index: JournalIndex, changes: Iterable[Change]) -> tuple[Move, ...]:
    """Changes as they stand in a list."""
    return tuple(Move(index.talk(change.interview), change.change) for change in changes)


def _shifts(index: JournalIndex) -> list[Change]:
    return [change for change in movement(index.journal) if change.interview.shift.strip()]
