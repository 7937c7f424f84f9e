"""Every answer to one question, next to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.parse.wordings import wording_key
from iiv.values import Value

if TYPE_CHECKING:
    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Contact, Interview, Question


class Entry(Value, frozen=True):
    """One person's answer to a question in one talk.

    `role`, `organization` and `field` are those in the talk's note, else the contact's. `wording` is the
    former wording of the question, "" for today's.
    """

    interview: Interview
    contact: Contact
    answer: Answer
    role: str
    organization: str
    field: str
    helpfulness: int | None
    wording: str = ""


class Comparison(Value, frozen=True):
    """The answers to one question in order of the talks, and who is missing from them.

    `unanswered` are the people who were asked and never answered, `not_asked` those with whom
    there was a talk, but never this question; both in the journal's order.
    """

    question: Question
    entries: tuple[Entry, ...]
    unanswered: tuple[Contact, ...]
    not_asked: tuple[Contact, ...]


class Coverage(Value, frozen=True):
    """How many people answered one question, were asked it, and were talked with at all."""

    question: Question
    answered: int
    asked: int
    talked: int


def comparison(journal: Journal, question: Question) -> Comparison:
    """What everybody said to `question`. Prepared notes do not count as asked."""
    found = journal.answers_by_question.get(question.id, ())
    asked = {talk.contact for talk, _ in found}
    answered = {talk.contact for talk, answer in found if answer.text}
    silent = asked - answered
    talked = [contact for contact in journal.contacts if contact.id in journal.talks_by_contact]
    return Comparison(
        question=question,
        entries=tuple(_entry(journal, question, talk, answer) for talk, answer in found if answer.text),
        unanswered=tuple(contact for contact in talked if contact.id in silent),
        not_asked=tuple(contact for contact in talked if contact.id not in asked),
    )


def coverage(journal: Journal) -> tuple[Coverage, ...]:
    """How far each question has been asked and answered, in the journal's order of questions."""
    return tuple(_coverage(journal, question) for question in journal.questions)


def _coverage(journal: Journal, question: Question) -> Coverage:
    found = journal.answers_by_question.get(question.id, ())
    return Coverage(
        question,
        answered=len({talk.contact for talk, answer in found if answer.text}),
        asked=len({talk.contact for talk, _ in found}),
        talked=len(journal.talks_by_contact),
    )


def wording_of(question: Question, interview: Interview, answer: Answer) -> str:
    """The former wording under which an answer was given, or "" when it was today's.

    A heading that spells out a wording decides. If it is the question's id, or there is none, the date
    decides: of the former wordings, the first to end (`until`) on or after the day of the talk.
    """
    heading = wording_key(answer.heading)
    if heading and heading == wording_key(question.ask):
        return ""
    if heading and heading != wording_key(question.id):
        return next((former.ask for former in question.formerly if wording_key(former.ask) == heading), "")
    then = [(f.until, f.ask) for f in question.formerly if f.until and interview.date <= f.until]
    return min(then)[1] if then else ""


def _entry(journal: Journal, question: Question, talk: Interview, answer: Answer) -> Entry:
    contact = journal.contacts_by_id[talk.contact]
    return Entry(
        interview=talk,
        contact=contact,
        answer=answer,
        role=talk.role or contact.role,
        organization=talk.organization or contact.organization,
        field=talk.field or contact.field,
        helpfulness=talk.helpfulness,
        wording=wording_of(question, talk, answer),
    )
