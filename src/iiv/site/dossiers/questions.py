"""The questions: the guide with its coverage, and the answers to each side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method.comparison import comparison
from iiv.method.synthesis import has_synthesis
from iiv.method.worth import worth
from iiv.site import addresses
from iiv.site.dossiers.common import also_there, not_understood
from iiv.site.dossiers.coverage import strips
from iiv.site.dossiers.evidence import AnswerEvidence, ContradictionView, contradiction_views, made_of
from iiv.site.dossiers.filtering import Choices, Facets, choices
from iiv.site.dossiers.walls import Wall, folds, wall_of
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iiv.journal.model import FormerWording, Question
    from iiv.journal.problems import Problem
    from iiv.method.comparison import Entry
    from iiv.method.worth import Worth
    from iiv.site.dossiers.common import PersonView, TalkView
    from iiv.site.dossiers.coverage import Strip
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.markdown.rendered import Text


class QuestionRow(Value, frozen=True):
    """A question and how far it was answered. `answered` and `silent` are people."""

    id: str
    ask: str
    address: str
    topic: str
    since: dt.date | None
    retired: bool
    shortlist: bool
    formerly: tuple[FormerWording, ...]
    answered: tuple[PersonView, ...]
    silent: int
    talked_with: int


class QuestionLink(Value, frozen=True):
    """Another question, and where the answers to it stand."""

    ask: str
    address: str


class GuideRow(QuestionRow, frozen=True):
    """A question in the guide. `words` is the typical length of its answers, 0 without any.

    `quoted` of these hold a quotation, `themed` a theme. `strip` shows how fully each person answered.
    """

    words: int
    quoted: int
    themed: int
    strip: Strip | None


class GuideView(Value, frozen=True):
    """The interview guide: the questions in use, those on the shortlist, and the retired ones."""

    questions: tuple[GuideRow, ...]
    talks: int


class EntryView(Value, frozen=True):
    """One answer in a comparison. It `folds` to three lines; `asked_as` is a former wording or "".

    `question` is the id of what was asked. Where only gists stand, `said` is None. `evidence` is what was
    made of it.
    """

    question: str
    talk: TalkView
    said: Text | None
    gist: str
    folds: bool
    asked_as: str
    facets: Facets
    evidence: AnswerEvidence


class ComparisonView(Value, frozen=True):
    """All answers to one question, newest first, beside what the person makes of them.

    They all stand `open`, are `folded` to three lines, or are `gists`: so says the `wall`. `newer` answers
    came after `as_of`, the day up to which they were taken in.
    """

    question: QuestionRow
    path: str
    synthesis: Text | None
    as_of: dt.date | None
    newer: int
    contradictions: tuple[ContradictionView, ...]
    wall: Wall
    entries: tuple[EntryView, ...]
    choices: Choices
    unanswered: tuple[PersonView, ...]
    not_asked: tuple[PersonView, ...]
    others: tuple[QuestionLink, ...]
    earlier: QuestionLink | None
    later: QuestionLink | None
    not_understood: tuple[tuple[str, str], ...]
    also_there: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]
    broken: str


def guide(index: JournalIndex) -> GuideView:
    """The interview guide with its coverage, and with what each question brings."""
    brought = worth(index.journal)
    drawn = strips(index)
    rows = tuple(_in_guide(row, brought[row.id], drawn.get(row.id)) for row in question_rows(index))
    return GuideView(rows, len(index.journal.talks))


def _in_guide(row: QuestionRow, brought: Worth, strip: Strip | None) -> GuideRow:
    fields = {name: getattr(row, name) for name in QuestionRow.__struct_fields__}
    return GuideRow(**fields, words=brought.words, quoted=brought.quoted, themed=brought.themed, strip=strip)


def question_rows(index: JournalIndex) -> tuple[QuestionRow, ...]:
    """All questions in the order of the guide, with their coverage."""
    answered, silent = _coverage(index)
    return tuple(
        _row(index, question, answered.get(question.id, ()), silent.get(question.id, 0))
        for question in index.journal.questions
    )


def _coverage(index: JournalIndex) -> tuple[dict[str, tuple[PersonView, ...]], dict[str, int]]:
    """Who answered each question, and how many were asked it and did not answer."""
    said: dict[str, dict[str, bool]] = {}
    for talk in index.journal.talks:
        for answer in talk.answers:
            people = said.setdefault(answer.question, {})
            people[talk.contact] = people.get(talk.contact, False) or bool(answer.text)
    answered = {
        question: index.faces(id_ for id_, spoke in people.items() if spoke)
        for question, people in said.items()
    }
    return answered, {question: len(people) - sum(people.values()) for question, people in said.items()}


def _row(
    index: JournalIndex, question: Question, answered: tuple[PersonView, ...], silent: int
) -> QuestionRow:
    return QuestionRow(
        id=question.id,
        ask=question.ask,
        address=addresses.address(question),
        topic=question.topic,
        since=question.since,
        retired=question.retired,
        shortlist=question.shortlist,
        formerly=question.formerly,
        answered=answered,
        silent=silent,
        talked_with=len(index.journal.talks_by_contact),
    )


def comparisons(index: JournalIndex) -> Iterator[ComparisonView]:
    """The comparison page of each question."""
    rows = question_rows(index)
    questions = index.journal.questions
    for question, row, earlier, later in zip(questions, rows, [None, *rows], [*rows[1:], None], strict=False):
        compared = comparison(index.journal, question)
        wall = wall_of(len(compared.entries), whole=index.whole_answers)
        entries = tuple(_entry(index, question, entry, wall) for entry in reversed(compared.entries))
        path = question.place.path if question.place else ""
        yield ComparisonView(
            question=row,
            path=path,
            synthesis=_synthesis(index, question, path),
            as_of=question.as_of,
            newer=sum(bool(question.as_of and row.talk.date > question.as_of) for row in entries),
            contradictions=contradiction_views(index, question.contradicts),
            wall=wall,
            entries=entries,
            choices=choices(entry.facets for entry in entries),
            unanswered=index.faces(contact.id for contact in compared.unanswered),
            not_asked=() if question.shortlist else index.faces(one.id for one in compared.not_asked),
            others=tuple(_named(other) for other in rows if other is not row and other.answered),
            earlier=_named(earlier) if earlier else None,
            later=_named(later) if later else None,
            not_understood=not_understood(question.unread),
            also_there=also_there(question.unread),
            problems=index.problems_in(path),
            broken=index.broken_text("question", question.id),
        )


def _synthesis(index: JournalIndex, question: Question, path: str) -> Text | None:
    """What the person makes of the answers."""
    if not has_synthesis(question):
        return None
    return index.texts.text(question.synthesis, path, question.definitions, "synthesis", cites=True)


def _named(row: QuestionRow) -> QuestionLink:
    return QuestionLink(row.ask, row.address)


def _entry(index: JournalIndex, question: Question, entry: Entry, wall: Wall) -> EntryView:
    return EntryView(
        question=question.id,
        talk=index.talk(entry.interview),
        said=None if wall == "gists" else index.texts.answer(entry.interview, entry.answer),
        gist=entry.answer.gist,
        folds=folds(entry.answer, wall),
        asked_as=entry.wording,
        facets=Facets(
            tags=tuple(dict.fromkeys((*entry.interview.tags, *entry.contact.tags))),
            themes=entry.answer.themes,
            field=entry.field,
            helpfulness=entry.helpfulness,
        ),
        evidence=made_of(index, entry.interview, entry.answer),
    )
