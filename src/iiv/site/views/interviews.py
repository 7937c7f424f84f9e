"""The talks: all of them in a list, and each on a page of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iiv.method.comparison import wording_of
from iiv.method.dates import written
from iiv.site import addresses
from iiv.site.outline import words
from iiv.site.views.common import NOTHING_STAYS, PersonView, TalkView, people_by_id, talk

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from iiv.journal.model import Answer, Interview, Journal
    from iiv.journal.problems import Problem
    from iiv.site.rendering import Rendered, Renderer
    from iiv.site.views.common import Stays, StepView
    from iiv.site.views.follow_ups import Steps


@dataclass(frozen=True, slots=True)
class InterviewsView:
    """All talks, newest first; those only prepared, and the notes nobody could read, stand apart."""

    talks: tuple[TalkView, ...]
    prepared: tuple[TalkView, ...]
    people: int
    broken: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SaidView:
    """An answer on the page of its talk. `comparison` is the address of the others' answers."""

    question: str
    ask: str
    comparison: str
    asked_as: str
    said: Rendered | None
    anchor: str


@dataclass(frozen=True, slots=True)
class InterviewView:
    """One talk, whole. `earlier` and `later` are the talks before and after it in time."""

    talk: TalkView
    title: str
    path: str
    time: dt.time | None
    said: tuple[SaidView, ...]
    silent: tuple[SaidView, ...]
    unknown: tuple[SaidView, ...]
    notes: Rendered | None
    help: tuple[str, ...]
    introductions: tuple[PersonView, ...]
    thanked: tuple[tuple[str, dt.date], ...]
    asked_about_me: bool | None
    next_contact: dt.date | str | None
    steps: tuple[StepView, ...]
    earlier: TalkView | None
    later: TalkView | None
    problems: tuple[Problem, ...]


def interviews(journal: Journal) -> InterviewsView:
    """The list of talks."""
    rows = [talk(journal, interview) for interview in reversed(journal.interviews)]
    return InterviewsView(
        talks=tuple(row for row in rows if not row.prepared),
        prepared=tuple(row for row in rows if row.prepared),
        people=len(journal.talks_by_contact),
        broken=tuple(
            (note.place.path, addresses.address(note)) for note in journal.broken if note.kind == "interview"
        ),
    )


def interview_pages(
    journal: Journal,
    renderer: Renderer,
    steps: Steps,
    problems: Mapping[str, tuple[Problem, ...]],
    stays: Stays = NOTHING_STAYS,
) -> Iterator[InterviewView]:
    """The page of each talk, in order of time, but for those that stay.

    `problems` are those of each path.
    """
    rows = [talk(journal, interview) for interview in journal.interviews]
    for interview, row, earlier, later in zip(
        journal.interviews, rows, [None, *rows], [*rows[1:], None], strict=False
    ):
        if stays.when_said(row.address, words(interview)):
            continue
        answers = _answers(journal, renderer, interview)
        yield InterviewView(
            talk=row,
            title=title(row),
            path=interview.path,
            time=interview.time,
            said=tuple(answer for answer in answers if answer.said),
            silent=tuple(answer for answer in answers if not answer.said),
            unknown=tuple(_said(renderer, interview, answer) for answer in interview.unknown_answers),
            notes=renderer.notes(interview) if interview.notes.strip() else None,
            help=interview.help,
            introductions=people_by_id(journal, interview.introductions),
            thanked=tuple((line.channel, line.date) for line in interview.thanked),
            asked_about_me=interview.asked_about_me,
            next_contact=interview.next_contact,
            steps=steps.after(interview),
            earlier=earlier,
            later=later,
            problems=problems.get(interview.path, ()),
        )


def title(row: TalkView) -> str:
    """What a talk's page is called."""
    return f"{row.person.name}, {written(row.date)}"


def _answers(journal: Journal, renderer: Renderer, interview: Interview) -> list[SaidView]:
    """The answers in the order of the guide, not of the note."""
    place = {question.id: number for number, question in enumerate(journal.questions)}
    known = sorted(interview.answers, key=lambda answer: place.get(answer.question, len(place)))
    return [_said(renderer, interview, answer, journal) for answer in known]


def _said(
    renderer: Renderer, interview: Interview, answer: Answer, journal: Journal | None = None
) -> SaidView:
    question = journal.questions_by_id.get(answer.question) if journal else None
    return SaidView(
        question=answer.question,
        ask=question.ask if question else answer.heading or answer.question,
        comparison=addresses.address(question) if question else "",
        asked_as=wording_of(question, interview, answer) if question else "",
        said=renderer.answer(interview, answer) if answer.text else None,
        anchor=question.id if question else f"line-{answer.place.line}",
    )
