"""The themes: each with its places, by question and by person, and with what goes along with it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from iiv.method import themes as method
from iiv.site import addresses
from iiv.site.dossiers.questions import QuestionLink
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt

    from iiv.journal.model import Answer, Interview, Question
    from iiv.site.dossiers.common import PersonView
    from iiv.site.dossiers.journal_index import JournalIndex


class ThemeLink(Value, frozen=True):
    """Another theme, and how many places it shares."""

    name: str
    anchor: str
    count: int


class SpokenView(Value, frozen=True):
    """One place of a theme: who, when, what in short, and where the whole stands."""

    person: PersonView
    date: dt.date
    gist: str
    address: str
    anchor: str


class UnderView(Value, frozen=True):
    """The places of a theme under one question; `address` is its comparison's, "" for notes."""

    ask: str
    address: str
    places: tuple[SpokenView, ...]


class ShareView(Value, frozen=True):
    """How many places of a theme stand under one question; `address` is its comparison's, "" for notes."""

    address: str
    count: int


class ThemeView(Value, frozen=True):
    """A theme. `beside` are those of the same answers, `in_talks` those of the same talks.

    `across` has a share for each column of the grid: the questions of the page, then notes.
    """

    name: str
    anchor: str
    count: int
    questions: int
    under: tuple[UnderView, ...]
    across: tuple[ShareView, ...]
    people: tuple[tuple[PersonView, int], ...]
    beside: tuple[ThemeLink, ...]
    in_talks: tuple[ThemeLink, ...]


class ThemesView(Value, frozen=True):
    """All themes, the most frequent first; `two_ways` are groups that look like one theme each.

    `questions` are those that have one.
    """

    themes: tuple[ThemeView, ...]
    questions: tuple[QuestionLink, ...]
    two_ways: tuple[tuple[ThemeLink, ...], ...]


def themes(index: JournalIndex) -> ThemesView:
    """The page Themes."""
    found = method.themes(index.journal)
    under = [_under(index, theme) for theme in found]
    answered = {one.address for views in under for one in views}
    questions = tuple(
        QuestionLink(question.ask, address)
        for question in index.journal.questions
        if (address := addresses.address(question)) in answered
    )
    columns = (*(question.address for question in questions), "")
    return ThemesView(
        themes=tuple(_theme(index, theme, views, columns) for theme, views in zip(found, under, strict=True)),
        questions=questions,
        two_ways=tuple(
            tuple(_link(theme.name, len(theme.places)) for theme in group)
            for group in method.spellings(found)
        ),
    )


def _theme(
    index: JournalIndex, theme: method.Theme, under: tuple[UnderView, ...], columns: tuple[str, ...]
) -> ThemeView:
    counts = {one.address: len(one.places) for one in under}
    who = Counter(place.interview.contact for place in theme.places)
    by_count = sorted(who.items(), key=lambda pair: (-pair[1], index.face(pair[0]).name))
    return ThemeView(
        name=theme.name,
        anchor=addresses.theme_anchor(theme.name),
        count=len(theme.places),
        questions=theme.questions,
        under=under,
        across=tuple(ShareView(address, counts.get(address, 0)) for address in columns),
        people=tuple((index.face(id_), count) for id_, count in by_count),
        beside=tuple(_link(name, count) for name, count in theme.beside),
        in_talks=tuple(_link(name, count) for name, count in theme.in_talks),
    )


def _link(name: str, count: int) -> ThemeLink:
    return ThemeLink(name, addresses.theme_anchor(name), count)


def _under(index: JournalIndex, theme: method.Theme) -> tuple[UnderView, ...]:
    """The places by question, in the order of the guide; then those in notes."""
    by_question: dict[str, list[SpokenView]] = defaultdict(list)
    for place in reversed(theme.places):
        question = _question(index, place.answer)
        face = index.face(place.interview.contact)
        by_question[question.id if question else ""].append(_spoken(place, face, question))
    asked = [
        UnderView(question.ask, addresses.address(question), tuple(by_question[question.id]))
        for question in index.journal.questions
        if question.id in by_question
    ]
    notes = [UnderView("", "", tuple(by_question[""]))] if "" in by_question else []
    return (*asked, *notes)


def _question(index: JournalIndex, answer: Answer | None) -> Question | None:
    return index.journal.questions_by_id.get(answer.question) if answer else None


def _spoken(place: method.ThemePlace, face: PersonView, question: Question | None) -> SpokenView:
    talk, answer = place.interview, place.answer
    return SpokenView(
        person=face,
        date=talk.date,
        gist=answer.gist if answer else "",
        address=addresses.address(talk),
        anchor=_anchor(talk, answer, question),
    )


def _anchor(talk: Interview, answer: Answer | None, question: Question | None) -> str:
    """The id of the place on the talk's page; "" for the page: notes alone have no heading there."""
    if answer:
        return question.id if question else f"line-{answer.place.line}"
    spoke = any(said.text for said in talk.answers) or talk.unknown_answers
    return "free-notes" if spoke else ""
