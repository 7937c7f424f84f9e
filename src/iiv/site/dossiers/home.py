"""What Home may show: what to do next, what to read and write, and how far things are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.method.appointments import prepared_notes
from iiv.method.ask_next import SHOWN
from iiv.method.rereading import worth_rereading
from iiv.method.synthesis import has_synthesis, next_synthesis
from iiv.site import addresses
from iiv.site.dossiers.follow_ups import asked_next, drafted
from iiv.site.dossiers.progress import progress
from iiv.site.dossiers.questions import question_rows
from iiv.site.markdown.texts import WELCOME
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from iiv.journal.model import Answer, Interview
    from iiv.method.follow_up import FollowUp
    from iiv.site.dossiers.common import TalkView
    from iiv.site.dossiers.follow_ups import DraftedAsk, DraftedFollowUp
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.dossiers.progress import StageCount
    from iiv.site.dossiers.questions import QuestionRow
    from iiv.site.markdown.rendered import Text

RECENT: Final = 6
"""How many of the latest talks, and of the notes prepared for one, Home shows."""
DRAFTS: Final = 200
"""Of so many follow-ups the drafts stand on Home; where there are more, they would make it heavy."""


class RereadView(Value, frozen=True):
    """An old answer to read again, below the question `ask`. `place` leads to it on the page of its talk."""

    talk: TalkView
    ask: str
    said: Text
    place: str


class SynthesisView(Value, frozen=True):
    """The question to write about next.

    `newer` of its `answers` came after what is written; where nothing is, `begun` is false. `path` is the
    file to write in.
    """

    ask: str
    address: str
    path: str
    answers: int
    newer: int
    begun: bool


class HomeView(Value, frozen=True):
    """Home. `follow_ups` are all but promises, by date: which of them is the first, the day decides.

    `ask_next` are the first of those to ask for a talk, of `waiting` in all. `reread` are some old answers:
    the day picks one. `prepared` are the latest notes that still wait for what was said.
    """

    welcome: Text | None
    crossroads: str
    follow_ups: tuple[DraftedFollowUp, ...]
    promises: tuple[DraftedFollowUp, ...]
    ask_next: tuple[DraftedAsk, ...]
    waiting: int
    reread: tuple[RereadView, ...]
    synthesis: SynthesisView | None
    progress: tuple[StageCount, ...]
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
    has_drafts = len(awake) <= DRAFTS

    def follow_ups(found: Iterable[FollowUp]) -> tuple[DraftedFollowUp, ...]:
        return tuple(drafted(index, one, with_draft=has_drafts) for one in index.follow_ups(found))

    return HomeView(
        welcome=index.texts.text(journal.welcome, WELCOME, (), "welcome"),
        crossroads=journal.me.crossroads,
        follow_ups=follow_ups(one for one in awake if one.kind != "promise"),
        promises=follow_ups(one for one in awake if one.kind == "promise"),
        ask_next=asked_next(index, SHOWN)[:SHOWN],
        waiting=len(index.ask_next),
        reread=tuple(_reread(index, talk, answer) for talk, answer in worth_rereading(journal)),
        synthesis=_synthesis(index),
        progress=progress(index),
        recent=index.talks(reversed(journal.talks[-RECENT:])),
        prepared=index.talks(reversed(prepared_notes(journal)[-RECENT:])),
        questions=tuple(row for row in question_rows(index) if not (row.retired or row.shortlist)),
        talks=len(journal.talks),
        people=len(journal.talks_by_contact),
        since=journal.talks[0].date if journal.talks else None,
        begun=bool(journal.interviews or journal.contacts or journal.broken),
    )


def _reread(index: JournalIndex, talk: Interview, answer: Answer) -> RereadView:
    return RereadView(
        talk=index.talk(talk),
        ask=index.journal.questions_by_id[answer.question].ask,
        said=index.texts.answer(talk, answer),
        place=answer.question,
    )


def _synthesis(index: JournalIndex) -> SynthesisView | None:
    found = next_synthesis(index.journal)
    if found is None:
        return None
    question = found.question
    return SynthesisView(
        ask=question.ask,
        address=addresses.address(question),
        path=question.place.path if question.place else "",
        answers=found.answers,
        newer=found.newer,
        begun=has_synthesis(question),
    )
