"""What was said in all talks as a table, for counting in a spreadsheet."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF8
from typing import TYPE_CHECKING

from iiv.exchange.cells import NOT_ANSWERED, guarded, joined
from iiv.journal.model import Never

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Interview

ABOUT_THE_ANSWER = ("question", "asked", "answer", "gist", "themes")
"""In a table of answers `question` is the id, and `asked` the wording today."""

WIDE = (
    *("contact", "date", "time", "role", "organization", "field", "channel", "minutes", "helpfulness"),
    *("interest", "asked_about_me", "next_contact", "shift", "said", "fits", "doubt"),
    *("introductions", "help", "tags"),
)
"""What is told of each talk: keys of a note's front matter, and its `time`."""
NOTES = "notes"


def answer_table(journal: Journal) -> bytes:
    """One row an answer, talk by talk: a CSV file in UTF-8 that opens in a spreadsheet and runs no formula.

    `answer` is empty where the question was asked and not answered. A talk without an answer has one row, and
    free notes stand in the first row of each.
    """
    rows = (map(guarded, row) for talk in journal.talks for row in _answer_rows(journal, talk))
    return _csv(["talk", *WIDE, *ABOUT_THE_ANSWER, NOTES], rows)


def talk_table(journal: Journal) -> bytes:
    """One row a talk and one column a question: `n/a` where it was not answered, empty where not asked.

    Free notes stand in the last column, with the footnotes and links of the whole note.
    """
    columns = _question_columns(journal)
    rows = (_talk_row(journal, talk, columns) for talk in journal.talks)
    return _csv([*WIDE, *columns.values(), NOTES], rows)


def _answer_rows(journal: Journal, talk: Interview) -> Iterator[list[str]]:
    facts = _facts(journal, talk)
    about = [talk.id, *(facts[key] for key in WIDE)]
    answers = (*journal.in_guide_order(talk.answers), *talk.unknown_answers)
    said = [_about_answer(journal, answer) for answer in answers]
    notes = _notes(talk)
    for answer in said or [[""] * len(ABOUT_THE_ANSWER)]:
        yield [*about, *answer, notes]
        notes = ""


def _about_answer(journal: Journal, answer: Answer) -> list[str]:
    question = journal.questions_by_id.get(answer.question)
    asked = question.ask if question else answer.heading or answer.question
    return [answer.question, asked, answer.text, answer.gist, joined(answer.themes)]


def _question_columns(journal: Journal) -> Mapping[str, str]:
    """The head of each question's column, by its id, or by the heading of one that the journal lacks."""
    asked = {question.id: question.ask for question in journal.questions}
    for talk in journal.talks:
        for answer in talk.unknown_answers:
            asked.setdefault(answer.question, answer.heading or answer.question)
    taken = {*WIDE, NOTES}
    heads: dict[str, str] = {}
    for id_, ask in asked.items():
        heads[id_] = f"{ask} ({id_})" if ask in taken else ask
        taken.add(heads[id_])
    return heads


def _talk_row(journal: Journal, talk: Interview, columns: Mapping[str, str]) -> list[str]:
    facts = _facts(journal, talk)
    said: dict[str, str] = {}
    for answer in (*talk.answers, *talk.unknown_answers):
        said[answer.question] = "\n\n".join(filter(None, (said.get(answer.question), answer.text)))
    answers = (guarded(said[id_]) or NOT_ANSWERED if id_ in said else "" for id_ in columns)
    return [*(guarded(facts[key]) for key in WIDE), *answers, guarded(_notes(talk))]


def _notes(talk: Interview) -> str:
    """Free notes, with the definitions that stand neither there nor in an answer."""
    there = "\n".join((talk.notes, *(answer.text for answer in talk.answers)))
    more = (each.text for each in talk.definitions if each.text not in there)
    return "\n\n".join(filter(None, (talk.notes, *more)))


def _facts(journal: Journal, talk: Interview) -> dict[str, str]:
    """What the front matter says, as text, by its keys; a person's file may say it instead."""
    people = journal.contacts_by_id
    who = people[talk.contact]
    after = "never" if isinstance(talk.next_contact, Never) else talk.next_contact
    asked = {True: "yes", False: "no", None: ""}[talk.asked_about_me]
    values: dict[str, object] = {
        "contact": who.name,
        "date": talk.date,
        "time": f"{talk.time:%H:%M}" if talk.time else "",
        "role": talk.role or who.role,
        "organization": talk.organization or who.organization,
        "field": talk.field or who.field,
        "channel": talk.channel,
        "minutes": talk.minutes,
        "helpfulness": talk.helpfulness,
        "interest": talk.interest,
        "asked_about_me": asked,
        "next_contact": after,
        "shift": talk.shift,
        "said": talk.said,
        "fits": talk.fits,
        "doubt": talk.doubt,
        "introductions": joined([people[id_].name for id_ in talk.introductions]),
        "help": joined(talk.help),
        "tags": joined(talk.tags),
    }
    return {key: "" if value is None else str(value) for key, value in values.items()}


def _csv(heads: Sequence[str], rows: Iterable[Iterable[str]]) -> bytes:
    """The rows as spreadsheets read them: with a mark that says UTF-8, commas, and CRLF between rows."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(map(guarded, heads))
    writer.writerows(rows)
    return BOM_UTF8 + text.getvalue().encode()
