"""The questions: the guide with its coverage, and the answers to each side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iiv.method.comparison import comparison
from iiv.site import addresses
from iiv.site.views.choices import Choices, Facets, choices
from iiv.site.views.common import NOTHING_STAYS, PersonView, TalkView, person, talk

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from iiv.journal.model import FormerWording, Journal, Question
    from iiv.journal.problems import Problem
    from iiv.method.comparison import Entry
    from iiv.site.rendering import Rendered, Renderer
    from iiv.site.views.common import Stays

BRIEF = 240
"""Up to so many letters in one paragraph an answer is shown whole: its gist would save no space."""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question in the guide. `number` counts from 1; `answered` and `silent` are people."""

    number: int
    id: str
    ask: str
    address: str
    topic: str
    since: dt.date | None
    retired: bool
    formerly: tuple[FormerWording, ...]
    answered: tuple[PersonView, ...]
    silent: int
    talked_with: int


@dataclass(frozen=True, slots=True)
class GuideView:
    """The interview guide: the questions in use, then the retired ones."""

    questions: tuple[QuestionRow, ...]
    talks: int


@dataclass(frozen=True, slots=True)
class EntryView:
    """One answer in a comparison. A `brief` one needs no gist; `asked_as` is a former wording or ""."""

    talk: TalkView
    said: Rendered
    gist: str
    brief: bool
    asked_as: str
    facets: Facets


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """All answers to one question, newest first, below what the person makes of them."""

    question: QuestionRow
    path: str
    synthesis: Rendered | None
    entries: tuple[EntryView, ...]
    choices: Choices
    unanswered: tuple[PersonView, ...]
    not_asked: tuple[PersonView, ...]
    others: tuple[QuestionRow, ...]
    earlier: QuestionRow | None
    later: QuestionRow | None
    problems: tuple[Problem, ...]
    broken: str


def guide(journal: Journal) -> GuideView:
    """The interview guide with its coverage."""
    answered, silent = _coverage(journal)
    rows = (
        _row(journal, number, question, answered.get(question.id, ()), silent.get(question.id, 0))
        for number, question in enumerate(journal.questions, 1)
    )
    return GuideView(tuple(rows), len(journal.talks))


def _coverage(journal: Journal) -> tuple[dict[str, tuple[PersonView, ...]], dict[str, int]]:
    """Who answered each question, and how many were asked it in vain."""
    said: dict[str, dict[str, bool]] = {}
    for talk_ in journal.talks:
        for answer in talk_.answers:
            people = said.setdefault(answer.question, {})
            people[talk_.contact] = people.get(talk_.contact, False) or bool(answer.text)
    faces = {id_: person(journal, journal.contacts_by_id[id_]) for id_ in journal.talks_by_contact}
    answered = {
        question: tuple(faces[id_] for id_, spoke in people.items() if spoke)
        for question, people in said.items()
    }
    return answered, {question: len(people) - sum(people.values()) for question, people in said.items()}


def _row(
    journal: Journal, number: int, question: Question, answered: tuple[PersonView, ...], silent: int
) -> QuestionRow:
    return QuestionRow(
        number=number,
        id=question.id,
        ask=question.ask,
        address=addresses.address(question),
        topic=question.topic,
        since=question.since,
        retired=question.retired,
        formerly=question.formerly,
        answered=answered,
        silent=silent,
        talked_with=len(journal.talks_by_contact),
    )


def question_pages(
    journal: Journal,
    renderer: Renderer,
    problems: Mapping[str, tuple[Problem, ...]],
    stays: Stays = NOTHING_STAYS,
) -> Iterator[ComparisonView]:
    """The comparison page of each question but for those that stay; `problems` are those of each path."""
    rows = guide(journal).questions
    broken = {note.id: note.text for note in journal.broken if note.kind == "question"}
    for question, row, earlier, later in zip(
        journal.questions, rows, [None, *rows], [*rows[1:], None], strict=False
    ):
        if stays.when_said(row.address, _words(journal, question)):
            continue
        compared = comparison(journal, question)
        entries = tuple(_entry(journal, renderer, entry) for entry in reversed(compared.entries))
        path = question.place.path if question.place else ""
        yield ComparisonView(
            question=row,
            path=path,
            synthesis=_synthesis(renderer, question),
            entries=entries,
            choices=choices(entry.facets for entry in entries),
            unanswered=tuple(person(journal, contact) for contact in compared.unanswered),
            not_asked=tuple(person(journal, contact) for contact in compared.not_asked),
            others=tuple(other for other in rows if other is not row and other.answered),
            earlier=earlier,
            later=later,
            problems=problems.get(path, ()),
            broken=broken.get(question.id, ""),
        )


def _words(journal: Journal, question: Question) -> list[str]:
    """What everybody said."""
    return [
        answer.text for talk_ in journal.talks for answer in talk_.answers if answer.question == question.id
    ]


def _synthesis(renderer: Renderer, question: Question) -> Rendered | None:
    if not question.synthesis.strip() or question.place is None:
        return None
    return renderer.text(question.synthesis, question.place.path, question.definitions, "synthesis")


def _entry(journal: Journal, renderer: Renderer, entry: Entry) -> EntryView:
    text = entry.answer.text.strip()
    return EntryView(
        talk=talk(journal, entry.interview),
        said=renderer.answer(entry.interview, entry.answer),
        gist=entry.answer.gist,
        brief=len(text) <= BRIEF and "\n\n" not in text,
        asked_as=entry.wording,
        facets=Facets(
            tags=tuple(dict.fromkeys((*entry.interview.tags, *entry.contact.tags))),
            themes=entry.answer.themes,
            field=entry.field,
            helpfulness=entry.helpfulness,
        ),
    )
