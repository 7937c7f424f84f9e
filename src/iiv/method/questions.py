"""Choosing questions: what is in use, what changed in the middle of a series, what there is to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.days import add_days
from iiv.journal.ids import id_for, slug
from iiv.journal.model import name_key
from iiv.method.comparison import coverage, wording_of
from iiv.method.dates import written
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Container, Iterable, Mapping, Sequence

    from iiv.journal.bank import Candidate
    from iiv.journal.journal import Journal
    from iiv.journal.model import Interview, Question

NUMBERS = tuple("no one two three four five six seven eight nine ten eleven twelve".split())

TELLING = 3
"""With so many words an id tells what is asked."""

_COMMON = """
a about all an and any are as at be been being but by can could did do does doing ever for from had has have
having how i if in into is it its me my of on or our should so than that the their them there these they this
those to us was we were what when where which who whom whose why will with would you your yours yourself
"""
COMMON = frozenset(_COMMON.split())
"""Words that tell nothing about a question."""


class Usage(Value, frozen=True):
    """How one question fares. All numbers are people.

    `earlier` holds each former wording under which somebody was asked, with how many were.
    `missed` are those with whom one talked before the question came in (its `since`), and who
    were never asked it.
    """

    question: Question
    answered: int
    asked: int
    talked: int
    earlier: tuple[tuple[str, int], ...] = ()
    missed: int = 0


def usage(journal: Journal) -> tuple[Usage, ...]:
    """How every question fares, in the journal's order."""
    wordings: dict[str, dict[str, set[str]]] = {}
    for talk in journal.talks:
        for answer in talk.answers:
            wording = wording_of(journal.questions_by_id[answer.question], talk, answer)
            wordings.setdefault(answer.question, {}).setdefault(wording, set()).add(talk.contact)
    return tuple(
        Usage(
            question=row.question,
            answered=row.answered,
            asked=row.asked,
            talked=row.talked,
            earlier=_earlier(wordings.get(row.question.id, {})),
            missed=len(
                _before(journal, row.question).difference(*wordings.get(row.question.id, {}).values())
            ),
        )
        for row in coverage(journal)
    )


def _earlier(people: Mapping[str, set[str]]) -> tuple[tuple[str, int], ...]:
    return tuple((wording, len(who)) for wording, who in people.items() if wording)


def _before(journal: Journal, question: Question) -> set[str]:
    """With whom one talked before the question came in."""
    since = question.since
    return {talk.contact for talk in journal.talks if since is not None and talk.date < since}


def changes(row: Usage) -> list[str]:
    """What changed about a question in the middle of the series, a sentence each."""
    which = "the earlier wording" if len(row.earlier) == 1 else "an earlier wording"
    said = [f"{people(number)} asked {which}: “{wording}”" for wording, number in row.earlier]
    if row.missed and row.question.since:
        said.append(f"it came in on {written(row.question.since)}; {people(row.missed)} not asked it")
    return said


def people(number: int) -> str:
    """A number of people with its verb: `one person was`, `four people were`."""
    if number == 1:
        return "one person was"
    return f"{NUMBERS[number] if number < len(NUMBERS) else number} people were"


def search(bank: Iterable[Candidate], words: Iterable[str], topic: str = "") -> list[Candidate]:
    """The candidates of a topic (all, when "") that hold every word, in the order of the bank.

    A word is found in id, wording, hint and topic, also within a longer word, whatever its case.
    """
    wanted = [name_key(word) for word in words]
    return [
        candidate
        for candidate in bank
        if topic in {"", candidate.topic} and all(word in _searched(candidate) for word in wanted)
    ]


def _searched(candidate: Candidate) -> str:
    return name_key(f"{candidate.id} {candidate.ask} {candidate.hint} {candidate.topic}")


def asked_now(journal: Journal, question: Question) -> int:
    """How many people were asked a question in its present wording."""
    return len(
        {
            talk.contact
            for talk in journal.talks
            for answer in talk.answers
            if answer.question == question.id and not wording_of(question, talk, answer)
        }
    )


def last_day(journal: Journal, question: Question, today: dt.date) -> dt.date:
    """The last day on which a question was asked in its present wording, when it is reworded `today`.

    That is the day before, so that a talk later today counts for the new wording; but today
    itself where a talk of today is noted in which it was asked.
    """
    asked = any(talk.date == today and answers(talk, question) for talk in journal.talks)
    return today if asked else add_days(today, -1)


def answers(talk: Interview, question: Question) -> bool:
    """Whether a question was asked in a talk, or stands in its prepared note."""
    return any(answer.question == question.id for answer in talk.answers)


def short_id(wording: str, taken: Container[str]) -> str:
    """An id for a question of one's own, none of those `taken`: a few of the words that tell what it asks."""
    words = slug(wording.replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")).split("-")
    telling = [word for word in words if word not in COMMON] or words
    ids = ("-".join(telling[:number]) for number in range(TELLING, max(len(telling), TELLING) + 1))
    return next((id_ for id_ in ids if id_for(id_, taken) == id_), None) or id_for(wording, taken)


def renumbered(present: Mapping[str, int | None], first: Sequence[str]) -> dict[str, int]:
    """The numbers that must change so that the questions `first` are asked first, in this order.

    `present` holds each active question's number, None where it has none, in the present order;
    those that `first` does not name follow in that order. Numbers count from 1.
    """
    order = [*first, *(id_ for id_ in present if id_ not in first)]
    return {id_: number for number, id_ in enumerate(order, 1) if present[id_] != number}


def next_number(present: Iterable[int | None]) -> int | None:
    """The number that puts a new question last; None where others have none and come last anyway."""
    numbers = list(present)
    known = [number for number in numbers if number is not None]
    return None if len(known) < len(numbers) else max(known, default=0) + 1
