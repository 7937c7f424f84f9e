"""What was typed about questions to the ones that are meant, or a sentence that says why not."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import click

from iiv.cli.failures import Failure
from iiv.cli.terminal import OBEYED, printable
from iiv.journal.bank import bank
from iiv.journal.model import Question
from iiv.journal.parse.wordings import Wordings, wording_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iiv.journal.journal import Journal

TOPICS = tuple(dict.fromkeys(candidate.topic for candidate in bank().values()))


def topic_of(text: str) -> str:
    """The topic whose name begins as `text` does, "" for "". Raises click.BadParameter."""
    key = wording_key(text)
    found = next((topic for topic in TOPICS if wording_key(topic).startswith(key)), None)
    if found is None:
        message = f"{text!r} is no topic. There are {', '.join(TOPICS)}."
        raise click.BadParameter(message, param_hint="--topic")
    return found if key else ""


def own(journal: Journal, words: str) -> Question:
    """The question of the journal that an id or wording names. Raises click.BadParameter."""
    wordings = Wordings(journal.questions)
    found = wordings.find(words)
    if found is None:
        raise _unknown(words, wordings, "is none of your questions", "`iiv questions` shows them")
    return journal.questions_by_id[found]


def own_or_offered(journal: Journal, words: str) -> str:
    """The id of the question, or else of the candidate, that an id or wording names.

    A candidate whose wording a question has already is that question. Raises click.BadParameter.
    """
    mine = Wordings(journal.questions)
    offered = Wordings(Question(candidate.id, candidate.ask) for candidate in bank().values())
    found = mine.find(words) or offered.find(words)
    if found is None:
        raise _unknown(words, offered, "is not in the bank", "`iiv questions bank` shows it")
    return found if found in journal.questions_by_id else mine.find(bank()[found].ask) or found


def states(journal: Journal) -> dict[str, str]:
    """Which candidates are in use, by their ids: `asked` or `retired`."""
    mine = Wordings(journal.questions)
    found = {c.id: mine.find(c.id) or mine.find(c.ask) for c in bank().values()}
    return {
        candidate: "retired" if journal.questions_by_id[id_].retired else "asked"
        for candidate, id_ in found.items()
        if id_
    }


def keep_to_limit(active: Sequence[str], more: Sequence[str], limit: int) -> None:
    """Raise Failure, which says what would be the eleventh question, when there would be too many."""
    room = max(0, limit - len(active))
    over = [f"`{id_}` would be question {n}" for n, id_ in enumerate(more[room:], len(active) + room + 1)]
    if over:
        raise Failure(
            f"{', '.join(over)}; at most {limit} are asked. Nothing was changed:"
            " `iiv questions retire ID` makes room."
        )


def wording_for(journal: Journal, question: Question, text: Iterable[str]) -> str:
    """The words `text` as a wording for this question, on one line. Raises click.BadParameter."""
    wording = " ".join(" ".join(text).split())
    if not wording_key(wording) or any(unicodedata.category(char) in OBEYED for char in wording):
        raise click.BadParameter(f"{wording!r} is no wording.", param_hint="TEXT")
    other = Wordings(journal.questions).find(wording)
    if other not in {None, question.id}:
        raise click.BadParameter(f"`{other}` asks that already.", param_hint="TEXT")
    return wording


def _unknown(words: str, known: Wordings, fault: str, otherwise: str) -> click.BadParameter:
    close = known.closest(words)
    hint = f"did you mean `{close}`?" if close else f"{otherwise}."
    return click.BadParameter(printable(f"`{words}` {fault}: {hint}"), param_hint="ID")
