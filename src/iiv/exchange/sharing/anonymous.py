"""A journal in which nobody is named: its answers, questions and themes, and nothing else of it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from iiv.exchange.sharing.hidden import SEVERAL, hidden
from iiv.exchange.sharing.labels import labels
from iiv.exchange.sharing.redaction import Redactor
from iiv.exchange.sharing.spelling import folded, spelled
from iiv.exchange.sharing.structure import without_structure
from iiv.journal.directions import Direction
from iiv.journal.journal import Journal
from iiv.journal.model import Answer, Contact, Definition, FormerWording, Interview, Question
from iiv.journal.parse.gist import gist
from iiv.journal.parse.markup import themes
from iiv.journal.problems import NOWHERE
from iiv.method.directions import speaks_to
from iiv.values import Value, replace

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator, Mapping

_MORE = 3
_WORD = re.compile(r"(?<![\w#@^-])[^\W\d_]+")


class Origin(Value, frozen=True):
    """A text that is shared: where it was written, and as it is shown now."""

    where: str
    text: str


class Anonymous(Value, frozen=True):
    """The journal without names, each text that came from a note, and the names that may be common words."""

    journal: Journal
    origins: tuple[Origin, ...]
    doubtful: tuple[str, ...]


def anonymous(journal: Journal, only: Collection[str] = (), directions: Collection[str] = ()) -> Anonymous:
    """What may be shown of a journal: the answers to its questions, or to those with the ids in `only`.

    Of its directions those with the ids in `directions` are there; their people are all who speak to them.

    People are called by their role, days are months, and ids are numbers. Left out are notes, logs,
    letters, helpfulness, interest, pictures, and everybody with whom there was no talk.
    """
    return _Anonymiser(journal, only, directions).run()


class _Anonymiser:
    def __init__(self, journal: Journal, only: Collection[str], directions: Collection[str]) -> None:
        self._journal = journal
        self._directions = [one for one in journal.directions if one.id in directions]
        self._questions = [one for one in journal.questions if not only or one.id in only]
        small, usual = _words(journal)
        unnamed = hidden(journal, {one.id: SEVERAL for one in journal.contacts}, usual)
        called = labels(journal, Redactor(unnamed, small).role)
        self._called = called
        self._redactor = Redactor(hidden(journal, called, usual), small, _ids(journal, called))
        self._origins: list[Origin] = []
        self._ids = dict(self._question_ids())

    def run(self) -> Anonymous:
        journal = self._journal
        questions = tuple(self._question(one) for one in self._questions)
        people = {id_: f"person-{number}" for number, id_ in enumerate(self._called, 1)}
        shared = [talk for talk in journal.talks if any(a.question in self._ids for a in talk.answers)]
        width = len(str(len(shared)))
        talks = tuple(
            self._talk(talk, f"talk-{number:0{width}}", people[talk.contact])
            for number, talk in enumerate(sorted(shared, key=lambda talk: (talk.date, talk.id)), 1)
        )
        contacts = tuple(
            Contact(people[id_], label, field=self._plain(journal.contacts_by_id[id_].field))
            for id_, label in self._called.items()
            if any(talk.contact == id_ for talk in shared)
        )
        return Anonymous(
            Journal(
                interviews=talks,
                contacts=contacts,
                questions=questions,
                directions=tuple(
                    self._direction(one, f"direction-{number}", people)
                    for number, one in enumerate(self._directions, 1)
                ),
            ),
            tuple(self._origins),
            tuple(self._redactor.doubtful),
        )

    def _question_ids(self) -> Iterator[tuple[str, str]]:
        for number, question in enumerate(self._questions, 1):
            is_bare = self._redactor.is_bare(question.id.replace("-", " "))
            yield question.id, question.id if is_bare and question.id.isascii() else f"question-{number}"

    def _question(self, question: Question) -> Question:
        where = question.place.path if question.place else question.id
        formerly = tuple(
            FormerWording(self._redactor.redacted(one.ask), _month(one.until)) for one in question.formerly
        )
        return Question(
            id=self._ids[question.id],
            ask=self._text(where, question.ask),
            topic=self._plain(question.topic),
            formerly=formerly,
            retired=question.retired,
            shortlist=question.shortlist,
            synthesis=self._text(where, question.synthesis),
            definitions=self._footnotes(question.definitions, where),
        )

    def _direction(self, direction: Direction, id_: str, people: Mapping[str, str]) -> Direction:
        where = direction.place.path
        known = self._journal.contacts_by_id
        voices = dict.fromkeys(
            people[talk.contact]
            for talk in self._journal.talks
            if speaks_to(direction, known[talk.contact], talk)
        )
        verdicts = (
            replace(one, on=_month(one.on), why=self._text(where, one.why)) for one in direction.verdicts
        )
        return Direction(
            id=id_,
            name=self._text(where, direction.name),
            place=NOWHERE,
            people=tuple(voices),
            verdicts=tuple(verdicts),
            notes=self._text(where, direction.notes),
            definitions=self._footnotes(direction.definitions, where),
        )

    def _talk(self, talk: Interview, id_: str, contact: str) -> Interview:
        answers = tuple(
            self._answer(answer, f"{talk.path}: {answer.question}")
            for answer in talk.answers
            if answer.question in self._ids
        )
        used = "\n".join(answer.text for answer in talk.answers if answer.question in self._ids).casefold()
        footnotes = [one for one in talk.definitions if f"[{one.label}]" in used]
        return Interview(
            id=id_,
            place=NOWHERE,
            contact=contact,
            date=talk.date.replace(day=1),
            tags=tuple(tag for tag in talk.tags if self._redactor.is_bare(tag)),
            field=self._plain(talk.field),
            answers=answers,
            definitions=self._footnotes(footnotes, talk.path),
        )

    def _answer(self, answer: Answer, where: str) -> Answer:
        text = self._text(where, answer.text)
        found = themes(text)
        for theme in found:
            if not self._redactor.is_bare(theme):
                text = text.replace(f"#{theme}", SEVERAL)
        return Answer(self._ids[answer.question], text, NOWHERE, gist=gist(text), themes=themes(text))

    def _footnotes(self, definitions: Collection[Definition], where: str) -> tuple[Definition, ...]:
        return tuple(
            Definition(f"^{self._redactor.footnote(one.label[1:])}", self._text(where, one.text))
            for one in definitions
            if one.label.startswith("^")
        )

    def _text(self, where: str, markdown: str) -> str:
        text = self._redactor.redacted(markdown)
        if text.strip():
            self._origins.append(Origin(where, text))
        return text

    def _plain(self, text: str) -> str:
        """A field or topic, or nothing where it names somebody."""
        return text if self._redactor.is_bare(text) else ""


def _month(day: dt.date | None) -> dt.date | None:
    return day.replace(day=1) if day else None


def _ids(journal: Journal, called: Mapping[str, str]) -> Mapping[str, str]:
    """What to call each note to which a wikilink may lead; a talk is called by the person."""
    return {
        **{question.id: question.ask for question in journal.questions},
        **{direction.id: direction.name for direction in journal.directions},
        **called,
        **{talk.id: called[talk.contact] for talk in journal.interviews},
    }


def _words(journal: Journal) -> tuple[frozenset[str], frozenset[str]]:
    """The words in small letters, folded; and those of them that seldom are a name, as words of the language.

    These stand in some note in small letters alone, and in small letters one time in four or more.
    """
    notes = (
        *((*(answer.text for answer in talk.answers), talk.notes) for talk in journal.interviews),
        *((question.synthesis,) for question in journal.questions),
    )
    times: Counter[str] = Counter()
    all_small: set[str] = set()
    alone: set[str] = set()
    for texts in notes:
        words = [word for text in texts for word in _WORD.findall(without_structure(text, lambda _: " "))]
        small = Counter(spelled(folded(word)) for word in words if word.islower())
        capital = Counter(spelled(folded(word)) for word in words if not word.islower())
        times.update(capital)
        times.subtract({word: _MORE * number for word, number in small.items()})
        all_small |= small.keys()
        alone |= small.keys() - capital.keys()
    return frozenset(all_small), frozenset(word for word in alone if times[word] <= 0)
