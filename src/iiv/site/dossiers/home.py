"""Home: what to do next, who was met lately, and the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method.appointments import prepared_notes
from iiv.method.ask_next import SHOWN
from iiv.site.dossiers.questions import question_rows
from iiv.site.markdown.texts import WELCOME
from iiv.site.values import Value

if TYPE_CHECKING:
    import datetime as dt

    from iiv.site.dossiers.common import AskNextView, FollowUpView, TalkView
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.dossiers.questions import QuestionRow
    from iiv.site.markdown.rendered import Text

RECENT = 6
"""How many of the latest talks, and of the notes prepared for one, Home shows."""


class HomeView(Value, frozen=True):
    """Home. `follow_ups` are all but thanks and promises, which stand apart: each is another kind of work.

    `ask_next` are the first of those to ask for a talk, of `waiting` in all. `prepared` are the latest notes
    that still wait for what was said.
    """

    welcome: Text | None
    crossroads: str
    follow_ups: tuple[FollowUpView, ...]
    thanks: tuple[FollowUpView, ...]
    promises: tuple[FollowUpView, ...]
    ask_next: tuple[AskNextView, ...]
    waiting: int
    recent: tuple[TalkView, ...]
    prepared: tuple[TalkView, ...]
    questions: tuple[QuestionRow, ...]
    talks: int
    people: int
    since: dt.date | None
    begun: bool


def home(index: JournalIndex) -> HomeView:
    """The page Home."""
    journal = index.journal
    awake = index.awake_follow_ups
    apart = {"thank", "promise"}
    return HomeView(
        welcome=index.texts.text(journal.welcome, WELCOME, (), "welcome"),
        crossroads=journal.me.crossroads,
        follow_ups=index.follow_ups(one for one in awake if one.kind not in apart),
        thanks=index.follow_ups(one for one in awake if one.kind == "thank"),
        promises=index.follow_ups(one for one in awake if one.kind == "promise"),
        ask_next=index.ask_next[:SHOWN],
        waiting=len(index.ask_next),
        recent=index.talks(reversed(journal.talks[-RECENT:])),
        prepared=index.talks(reversed(prepared_notes(journal)[-RECENT:])),
        questions=tuple(row for row in question_rows(index) if not (row.retired or row.shortlist)),
        talks=len(journal.talks),
        people=len(journal.talks_by_contact),
        since=journal.talks[0].date if journal.talks else None,
        begun=bool(journal.interviews or journal.contacts or journal.broken),
    )
