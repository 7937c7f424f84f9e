"""Home: what to do next, who was met lately, and the questions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iiv.method.appointments import unwritten
from iiv.method.follow_ups import state
from iiv.site.views.common import steps, talk
from iiv.site.views.questions import guide

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iiv.journal.model import Journal
    from iiv.journal.reading import Reading
    from iiv.method.follow_ups import FollowUp
    from iiv.site.rendering import Rendered, Renderer
    from iiv.site.views.common import StepView, TalkView
    from iiv.site.views.questions import QuestionRow

RECENT = 6
"""How many of the latest talks, and of the notes prepared for one, Home shows."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """Home. `steps` are all but thanks and promises, which stand apart: each is another kind of work.

    `prepared` are the latest notes that still wait for what was said.
    """

    welcome: Rendered | None
    crossroads: str
    steps: tuple[StepView, ...]
    thanks: tuple[StepView, ...]
    promises: tuple[StepView, ...]
    recent: tuple[TalkView, ...]
    prepared: tuple[TalkView, ...]
    questions: tuple[QuestionRow, ...]
    talks: int
    people: int
    since: dt.date | None
    begun: bool


def home(reading: Reading, renderer: Renderer, items: Sequence[FollowUp]) -> HomeView:
    """The page Home."""
    journal = reading.journal
    awake = not_resting(journal, items)
    return HomeView(
        welcome=renderer.text(journal.welcome, "journal/index.md", (), "welcome")
        if journal.welcome
        else None,
        crossroads=journal.me.crossroads,
        steps=steps(journal, (item for item in awake if item.kind not in {"thank", "promise"})),
        thanks=steps(journal, (item for item in awake if item.kind == "thank")),
        promises=steps(journal, (item for item in awake if item.kind == "promise")),
        recent=tuple(talk(journal, interview) for interview in reversed(journal.talks[-RECENT:])),
        prepared=tuple(talk(journal, note) for note in reversed(unwritten(journal)[-RECENT:])),
        questions=tuple(row for row in guide(journal).questions if not row.retired),
        talks=len(journal.talks),
        people=len(journal.talks_by_contact),
        since=journal.talks[0].date if journal.talks else None,
        begun=bool(journal.interviews or journal.contacts or journal.broken),
    )


def not_resting(journal: Journal, items: Iterable[FollowUp]) -> list[FollowUp]:
    """The follow-ups without those that rest for good."""
    newest = last_day(journal)
    return [item for item in items if state(item, newest) != "resting"]


def last_day(journal: Journal) -> dt.date:
    """The newest day in the notes. It was never after today, so what rests by then rests for good."""
    talked = [talk.date for talk in journal.talks]
    logged = [line.date for contact in journal.contacts for line in contact.log]
    return max([*talked, *logged], default=dt.date.min)
