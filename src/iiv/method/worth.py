"""What each question brings: how long the answers to it are, and how many hold words or a theme to keep."""

from __future__ import annotations

from statistics import median_low
from typing import TYPE_CHECKING

from iiv.journal.parse.quotations import bold_words, quoted_blocks
from iiv.journal.parse.wordings import wording_keys
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer


class Worth(Value, frozen=True):
    """The answers to one question. `words` is the median of their lengths, 0 without any.

    `quoted` of them hold words that are marked as theirs, `themed` a theme.
    """

    answers: int = 0
    words: int = 0
    quoted: int = 0
    themed: int = 0


def worth(journal: Journal) -> Mapping[str, Worth]:
    """What every question brings, by its id."""
    wordings = wording_keys(journal.questions)
    ids = dict.fromkeys((*(question.id for question in journal.questions), *journal.answers_by_question))
    return {id_: _worth(_answers(journal, id_), wordings) for id_ in ids}


def _answers(journal: Journal, question: str) -> list[Answer]:
    return [answer for _, answer in journal.answers_by_question.get(question, ()) if answer.text]


def _worth(answers: list[Answer], wordings: Container[str]) -> Worth:
    if not answers:
        return Worth()
    return Worth(
        answers=len(answers),
        words=median_low(map(words_of, answers)),
        quoted=sum(_is_quoted(answer.text, wordings) for answer in answers),
        themed=sum(bool(answer.themes) for answer in answers),
    )


def words_of(answer: Answer) -> int:
    """How many words an answer has, by the gaps between them: there are thousands of answers."""
    text = answer.text.strip()
    return 1 + text.count(" ") + text.count("\n") - text.count("\n\n")


def _is_quoted(text: str, wordings: Container[str]) -> bool:
    return bool(bold_words(text)) or any(quoted_blocks(text, wordings))
