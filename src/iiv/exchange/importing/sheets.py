"""Whether a table is a sheet of interviews, and which of its columns is which question."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from iiv.exchange.importing.column_words import key_of
from iiv.journal.bank import bank
from iiv.journal.parse.paraphrases import says_no_more
from iiv.journal.parse.undress import unlabelled
from iiv.journal.parse.wordings import FEW_WORDS, Wordings, count_words, wording_key
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iiv.exchange.importing.tables import Table
    from iiv.journal.journal import Journal
    from iiv.journal.model import Question

ALIKE: Final = 0.75
"""How alike a column's title is to a wording, of 1, when it is the same question in other words."""

_MARK: Final = re.compile(r"[?\uff1f\u061f\u037e]\s*(?:[)\]*_\"”»]|\([^()]*\))?\s*$")
_NUMBER: Final = re.compile(
    r"(?:q|question|frage|pregunta|answer|response|antwort|réponse|respuesta)\s*(?:no\.?|nr\.?|#)?\s*\d{1,2}\s*[.:)]?",
    re.IGNORECASE,
)


class Column(Value, frozen=True):
    """A column of answers: the id of its `question`, "" for one that is none of the journal's.

    `meant` is the id of the question, or of the bank's candidate, that it may be.
    """

    at: int
    title: str
    question: str = ""
    meant: str = ""


class KnownQuestions:
    """The questions of a journal, and `more` that it will have, to be found by titles of columns.

    A journal without files for its questions has those of the bank as well.
    """

    def __init__(self, journal: Journal, more: Iterable[Question] = ()) -> None:
        has_files = any(question.place for question in journal.questions)
        offered = [candidate.question for candidate in bank().values()]
        own = [*journal.questions, *more, *(() if has_files else offered)]
        self.asks = {question.id: question.ask for question in reversed(own)}
        self._own = Wordings(own)
        self._offered = Wordings(offered)

    def is_question(self, title: str) -> bool:
        """Whether a column of this title holds answers."""
        if not title.strip() or key_of(title):
            return False
        found = self._own.find_heading(title) or self._own.closest_wording(title)
        return bool(found or _MARK.search(title) or _NUMBER.fullmatch(title.strip()))

    def column(self, at: int, title: str) -> Column:
        """The column of this title: a small rewording is the same question, what comes near may be."""
        if found := self._own.find_heading(title):
            return Column(at, title, found[0])
        near = self._own.closest_wording(title) or ""
        id_ = self._own.find(near) or ""
        if near and (_likeness(title, near) >= ALIKE or says_no_more(unlabelled(title), near)):
            return Column(at, title, id_)
        offered = self._offered.find_heading(title)
        close = self._offered.find(self._offered.closest_wording(title) or "")
        return Column(at, title, "", id_ or (offered[0] if offered else close or self._in_short(title)))

    def _in_short(self, title: str) -> str:
        """The one question in whose wording all words of a title stand, as `Most satisfying`; "" for none."""
        words = _words(title)
        meant = [id_ for id_, ask in self.asks.items() if words and words <= _words(ask)]
        return meant[0] if len(meant) == 1 else ""


def is_sheet(table: Table, asked: KnownQuestions, chosen: Mapping[str, str]) -> bool:
    """Whether a table tells of talks: it has questions, and days or several questions."""
    said = [title for title in table.titles if asked.is_question(title)]
    marked = [title for title in said if count_words(title) > FEW_WORDS]
    return (
        bool(set(chosen.values()) & set(asked.asks))
        or (bool(said) and ("date" in table.keys))
        or len(marked) > 1
    )


def question_columns(table: Table, asked: KnownQuestions, chosen: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns of a sheet that are no key: what was said to a question, or anything else.

    `chosen` are ids by the titles of columns, in the form in which wordings compare.
    """
    found = []
    for at, (title, key) in enumerate(zip(table.titles, table.keys, strict=True)):
        picked = chosen.get(wording_key(title), "")
        if picked in asked.asks:
            found.append(Column(at, title, picked))
        elif not key and title:
            found.append(asked.column(at, title))
    return tuple(found)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def _likeness(title: str, wording: str) -> float:
    one, two = wording_key(unlabelled(title)), wording_key(wording)
    return SequenceMatcher(None, one, two).ratio()
