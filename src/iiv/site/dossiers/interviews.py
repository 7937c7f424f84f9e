"""The talks: all of them in a list, and each on a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.model import Never
from iiv.method.comparison import wording_of
from iiv.method.dates import written
from iiv.site import addresses
from iiv.site.dossiers.common import also_there, not_understood
from iiv.site.dossiers.evidence import NOTHING, AnswerEvidence, DirectionLink, made_of, speaking_to
from iiv.site.dossiers.filtering import Choices, Facets, choices, themes_in
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iiv.journal.model import Answer, Interview, Question
    from iiv.journal.problems import Problem
    from iiv.site.dossiers.common import FollowUpView, PersonView, TalkView
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.markdown.rendered import Text


class InterviewsView(Value, frozen=True):
    """All talks, newest first; those only prepared, and the notes nobody could read, stand apart."""

    talks: tuple[TalkView, ...]
    choices: Choices
    prepared: tuple[TalkView, ...]
    people: int
    broken: tuple[tuple[str, str], ...]


class SaidView(Value, frozen=True):
    """An answer on the page of its talk. `comparison` is the address of the others' answers.

    `asked_as` is a former wording, or who asked and when with the wording, as in a transcript; else "".
    `evidence` is what was made of it.
    """

    question: str
    ask: str
    comparison: str
    asked_as: str
    said: Text | None
    anchor: str
    evidence: AnswerEvidence


class TalkLink(Value, frozen=True):
    """Another talk: with whom, when, and where it stands."""

    name: str
    date: dt.date
    address: str


class InterviewView(Value, frozen=True):
    """One talk, whole. `earlier` and `later` are the talks before and after it in time.

    `quote` are words of theirs that may go back to them; `fits` and `doubt` say what in this work would
    suit me, and what speaks against it. `not_understood` are keys with what stands under them. It speaks to
    the `directions`.
    """

    talk: TalkView
    title: str
    path: str
    time: dt.time | None
    said: tuple[SaidView, ...]
    silent: tuple[SaidView, ...]
    unknown: tuple[SaidView, ...]
    notes: Text | None
    help: tuple[str, ...]
    introductions: tuple[PersonView, ...]
    thanked: tuple[tuple[str, dt.date], ...]
    asked_about_me: bool | None
    next_contact: dt.date | str | None
    quote: str
    fits: str
    doubt: str
    directions: tuple[DirectionLink, ...]
    not_understood: tuple[tuple[str, str], ...]
    also_there: tuple[tuple[str, str], ...]
    follow_ups: tuple[FollowUpView, ...]
    earlier: TalkLink | None
    later: TalkLink | None
    problems: tuple[Problem, ...]


def interviews(index: JournalIndex) -> InterviewsView:
    """The list of talks."""
    journal = index.journal
    talks = journal.talks[::-1]
    rows = index.talks(talks)
    return InterviewsView(
        talks=rows,
        choices=choices(_facets(index, talk, row) for talk, row in zip(talks, rows, strict=True)),
        prepared=index.talks(note for note in reversed(journal.interviews) if note.prepared),
        people=len(journal.talks_by_contact),
        broken=tuple(
            (note.place.path, addresses.address(note))
            for note in journal.broken
            if note.kind == "interview" and not note.copy_of
        ),
    )


def _facets(index: JournalIndex, talk: Interview, row: TalkView) -> Facets:
    return Facets(
        tags=tuple(dict.fromkeys((*talk.tags, *index.journal.contacts_by_id[talk.contact].tags))),
        themes=themes_in([talk]),
        field=row.person.field,
        helpfulness=talk.helpfulness,
        year=str(talk.date.year),
        channel=talk.channel,
    )


def interview_pages(index: JournalIndex) -> Iterator[InterviewView]:
    """The page of each talk, in order of time."""
    interviews_ = index.journal.interviews
    rows = index.talks(interviews_)
    for interview, row, earlier, later in zip(
        interviews_, rows, [None, *rows], [*rows[1:], None], strict=False
    ):
        answers = _answers(index, interview)
        yield InterviewView(
            talk=row,
            title=title(row),
            path=interview.path,
            time=interview.time,
            said=tuple(answer for answer in answers if answer.said),
            silent=tuple(answer for answer in answers if not answer.said),
            unknown=tuple(_said(index, interview, answer) for answer in interview.unknown_answers),
            notes=index.texts.notes(interview),
            help=interview.help,
            introductions=index.faces(interview.introductions),
            thanked=tuple((line.channel, line.date) for line in interview.thanked),
            asked_about_me=interview.asked_about_me,
            next_contact="never" if interview.next_contact is Never.NEVER else interview.next_contact,
            quote=interview.said,
            fits=interview.fits,
            doubt=interview.doubt,
            directions=speaking_to(index, interview),
            not_understood=not_understood(interview.unread),
            also_there=also_there(interview.unread),
            follow_ups=index.follow_ups_after(interview),
            earlier=_named(earlier) if earlier else None,
            later=_named(later) if later else None,
            problems=index.problems_in(interview.path),
        )


def _named(row: TalkView) -> TalkLink:
    return TalkLink(row.person.name, row.date, row.address)


def title(row: TalkView) -> str:
    """What a talk's page is called."""
    return f"{row.person.name}, {written(row.date)}"


def _answers(index: JournalIndex, interview: Interview) -> list[SaidView]:
    """The answers in the order of the guide, not of the note."""
    known = index.journal.in_guide_order(interview.answers)
    return [_said(index, interview, answer, known=True) for answer in known]


def _said(index: JournalIndex, interview: Interview, answer: Answer, *, known: bool = False) -> SaidView:
    question = index.journal.questions_by_id.get(answer.question) if known else None
    return SaidView(
        question=answer.question,
        ask=question.ask if question else answer.heading or answer.question,
        comparison=addresses.address(question) if question else "",
        asked_as=_asked_as(question, interview, answer),
        said=index.texts.answer(interview, answer) if answer.text else None,
        anchor=question.id if question else f"line-{answer.place.line}",
        evidence=made_of(index, interview, answer) if question else NOTHING,
    )


def _asked_as(question: Question | None, interview: Interview, answer: Answer) -> str:
    """The question as it stands in the note, where that says more or something else than its wording."""
    if answer.asked_by:
        return f"{answer.asked_by}: {answer.heading}"
    return wording_of(question, interview, answer) if question else ""
