"""Every quotation of all talks: what of their words is marked as theirs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iiv.journal.parse.markup import plain_text
from iiv.journal.parse.plain_values import says_none
from iiv.journal.parse.quotations import bold_words, name_words, quoted_blocks, unmarked
from iiv.journal.parse.wordings import wording_keys

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Interview


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of theirs, plain and without marks around, one paragraph a line.

    `answer` is where they stand; None where they are what may go back to them (`said`).
    """

    text: str
    talk: Interview
    answer: Answer | None


def quotations(journal: Journal) -> tuple[Quotation, ...]:
    """All of them, the newest talk first; in a talk what may go back, then in the order of the guide.

    A quotation is what `iiv.journal.parse.quotations` says; words that stand twice in a talk count once.
    """
    order = {question.id: number for number, question in enumerate(journal.questions)}
    wordings = wording_keys(journal.questions)
    found: list[Quotation] = []
    for talk in reversed(journal.talks):
        answers = sorted(talk.answers, key=lambda answer: order.get(answer.question, len(order)))
        said = {
            quotation.text.casefold().rstrip(".!?…"): quotation
            for quotation in reversed([*_in_talk(journal, talk, answers, wordings)])
            if any(map(str.isalnum, quotation.text))
        }
        found += reversed(said.values())
    return tuple(found)


def _in_talk(
    journal: Journal, talk: Interview, answers: Iterable[Answer], wordings: Container[str]
) -> Iterator[Quotation]:
    person = journal.contacts_by_id[talk.contact]
    theirs, mine = name_words(person.name, *person.aliases), name_words(journal.me.name)
    if talk.said and not says_none(talk.said):
        yield Quotation(unmarked(plain_text(talk.said)), talk, None)
    for answer in answers:
        if words := bold_words(answer.text):
            yield Quotation(unmarked(plain_text(words)), talk, answer)
        for block in quoted_blocks(answer.text, wordings, theirs, mine):
            yield Quotation(unmarked(plain_text(block)), talk, answer)
