"""What a person makes of the answers to a question, and which question to write about next."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.markup import COMMENT
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt

    from iiv.journal.journal import Journal
    from iiv.journal.model import Question

FEWEST: Final = 2
"""Of one answer there is nothing to bring together."""


class NextSynthesis(Value, frozen=True):
    """A question to write about, with `answers`, so many of which are `newer` than what is written."""

    question: Question
    answers: int
    newer: int


def has_synthesis(question: Question) -> bool:
    """Whether anything is written. The comment that says what to write there is no text."""
    return bool(COMMENT.sub("", question.synthesis).strip())


def next_synthesis(journal: Journal) -> NextSynthesis | None:
    """Of the questions asked now, the one with the most answers that are newer than what is written of it.

    None where there are too few. What is written counts for the talks up to `as_of`; for all of them where
    it does not say so.
    """
    days: dict[str, list[dt.date]] = defaultdict(list)
    for talk in journal.talks:
        for answer in talk.answers:
            if answer.text:
                days[answer.question].append(talk.date)
    asked = (question for question in journal.questions if question.active)
    found = [
        NextSynthesis(one, len(days[one.id]), sum(_is_newer(day, one) for day in days[one.id]))
        for one in asked
    ]
    first = max(found, key=lambda one: one.newer, default=None)  # of equals, the first in the guide
    return first if first and first.newer >= FEWEST else None


def _is_newer(day: dt.date, question: Question) -> bool:
    if not has_synthesis(question):
        return True
    return question.as_of is not None and day > question.as_of
