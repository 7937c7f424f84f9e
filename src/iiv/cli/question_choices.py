"""What was typed about questions to the ones that are meant, or a sentence that says why not."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import click

from iiv.cli.context import tell
from iiv.cli.failures import Failure
from iiv.cli.terminal import OBEYED, at_terminal, confirmed, printable
from iiv.journal.bank import STARTERS, bank
from iiv.journal.parse.wordings import Wordings, wording_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iiv.journal.journal import Journal
    from iiv.journal.model import Question

IN_BANK = "`iiv questions bank` shows it, and `iiv questions add` takes one of your own"
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
    offered = Wordings(candidate.question for candidate in bank().values())
    found = mine.find(words) or offered.find(words)
    if found is None:
        raise _unknown(words, offered, "is not in the bank", IN_BANK)
    return found if found in journal.questions_by_id else mine.find(bank()[found].ask) or found


def states(journal: Journal) -> dict[str, str]:
    """Which candidates are in use, by their ids: `asked`, `shortlist` or `retired`."""
    mine = Wordings(journal.questions)
    found = {c.id: mine.find(c.id) or mine.find(c.ask) for c in bank().values()}
    return {candidate: state_of(journal.questions_by_id[id_]) for candidate, id_ in found.items() if id_}


def state_of(question: Question) -> str:
    """`asked`, `shortlist` or `retired`."""
    if question.active:
        return "asked"
    return "retired" if question.retired else "shortlist"


def active(journal: Journal) -> dict[str, Question]:
    """The questions that are asked now, by their ids."""
    return {question.id: question for question in journal.questions if question.active}


def tell_room(asked: int, limit: int) -> None:
    """Say how many are asked, and what to do when there is room for more."""
    if not asked:
        first = " ".join(STARTERS)
        tell(f"No questions yet. Begin with `iiv questions choose {first}`, or see `iiv questions bank`.")
    elif asked < limit:
        tell(f"{asked} of at most {limit} questions in use: `iiv questions bank` offers more.")
    else:
        tell(f"{asked} of at most {limit} questions in use.")


def keep_to_limit(asked: Sequence[str], more: Sequence[str], limit: int) -> None:
    """Raise Failure, which says what would be the eleventh question, when there would be too many."""
    room = max(0, limit - len(asked))
    over = [f"`{id_}` would be question {n}" for n, id_ in enumerate(more[room:], len(asked) + room + 1)]
    if over:
        raise Failure(
            f"{', '.join(over)}; at most {limit} are asked. Nothing was changed:"
            " `iiv questions retire ID` makes room, and the shortlist has no limit."
        )


def wording_for(journal: Journal, question: Question, text: Iterable[str]) -> str:
    """The words `text` as a wording for this question, on one line. Raises click.BadParameter."""
    wording = wording_of(text, "TEXT")
    other = Wordings(journal.questions).find(wording)
    if other not in {None, question.id}:
        raise click.BadParameter(f"`{other}` asks that already.", param_hint="TEXT")
    return wording


def wording_of(text: Iterable[str], hint: str) -> str:
    """The words `text` as one wording, on one line. Raises click.BadParameter for none."""
    wording = " ".join(" ".join(text).split())
    if not wording_key(wording) or any(unicodedata.category(char) in OBEYED for char in wording):
        raise click.BadParameter(f"{wording!r} is no wording.", param_hint=hint)
    return wording


def there_already(journal: Journal, wording: str) -> str | None:
    """The id of the question or candidate that this wording asks, or means after all; None for a new one.

    Asks on a terminal where one is worded almost so; elsewhere says which may have been meant.
    """
    known = Wordings([*journal.questions, *(candidate.question for candidate in bank().values())])
    if found := known.find(wording):
        return found
    near = known.find(known.closest_wording(wording) or "")
    if near is None:
        return None
    asks = journal.questions_by_id[near].ask if near in journal.questions_by_id else bank()[near].ask
    if at_terminal():
        return near if confirmed(f"Is this `{near}`: {asks}") else None
    tell(f"This is another question than `{near}` ({asks}): `iiv undo` if you meant that one.")
    return None


def _unknown(words: str, known: Wordings, fault: str, otherwise: str) -> click.BadParameter:
    close = known.closest(words)
    hint = f"did you mean `{close}`?" if close else f"{otherwise}."
    return click.BadParameter(printable(f"`{words}` {fault}: {hint}"), param_hint="ID")
