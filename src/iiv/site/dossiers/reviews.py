"""The page of each year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.parse.markup import plain_text
from iiv.method import review
from iiv.method.review import quiet_said
from iiv.site import addresses
from iiv.site.dossiers.insights import moves
from iiv.site.dossiers.pictures import Label
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iiv.journal.model import Interview, Promise
    from iiv.method.review import Review
    from iiv.site.dossiers.common import PersonView, TalkView
    from iiv.site.dossiers.insights import Move
    from iiv.site.dossiers.journal_index import JournalIndex


class PromiseView(Value, frozen=True):
    """A promise as plain text, with the talk in which it was made, and by when, None where nothing says."""

    text: str
    talk: TalkView
    by: dt.date | None


class QuietView(Value, frozen=True):
    """Somebody who went quiet, and why one says so."""

    person: PersonView
    why: str


class ConcludedView(Value, frozen=True):
    """A question or a direction by its name, and in short what one makes of it."""

    name: str
    address: str
    words: str


class ReviewView(Value, frozen=True):
    """A year as it was on `until`.

    `new` are the ids of the talks in `met` that were the first with somebody; `open` and `kept` are promises
    made in the year. `others` are the years beside it.
    """

    year: int
    until: dt.date
    asked: int
    replied: int
    met: tuple[TalkView, ...]
    new: tuple[str, ...]
    moved: tuple[Move, ...]
    kept: tuple[PromiseView, ...]
    open: tuple[PromiseView, ...]
    quiet: tuple[QuietView, ...]
    concluded: tuple[ConcludedView, ...]
    others: tuple[Label, ...]


def reviews(index: JournalIndex) -> tuple[ReviewView, ...]:
    """The review of each year, the first one first."""
    found = [*review.reviews(index.histories, index.settings, index.asking)]
    labels = {one.year: Label(str(one.year), addresses.review(one.year)) for one in found}
    return tuple(
        _view(index, one, tuple(label for year, label in labels.items() if year != one.year)) for one in found
    )


def _view(index: JournalIndex, found: Review, others: tuple[Label, ...]) -> ReviewView:
    return ReviewView(
        year=found.year,
        until=found.until,
        asked=found.asked,
        replied=found.replied,
        met=index.talks(found.met),
        new=tuple(talk.id for talk in found.met if talk.id in found.new),
        moved=moves(index, (change for change in found.moved if change.interview.shift.strip())),
        kept=_promises(index, found.kept),
        open=_promises(index, found.open),
        quiet=tuple(QuietView(index.face(one.contact), quiet_said(one)) for one in found.quiet),
        concluded=tuple(
            ConcludedView(one.name, addresses.address(one.of), one.words) for one in found.concluded
        ),
        others=others,
    )


def _promises(index: JournalIndex, promises: Sequence[tuple[Interview, Promise]]) -> tuple[PromiseView, ...]:
    return tuple(PromiseView(plain_text(one.text), index.talk(talk), one.by) for talk, one in promises)
