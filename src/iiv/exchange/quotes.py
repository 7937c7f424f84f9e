"""Which words of a person may go back to them in a letter: only those that are marked as theirs.

These are (1) `said` in a talk's front matter, (2) an answer's bold first line that is wholly in quotation
marks, and (3) a `>` block in an answer that is no callout and holds no question. Answers about pay and
strain (topic `Conditions`) are never quoted: nobody likes to find them in a letter.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from iiv.exchange.plain import sentence
from iiv.journal.bank import bank
from iiv.journal.model import name_key
from iiv.journal.parse.quotations import unmarked
from iiv.method.quotations import Quotation, marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Interview
    from iiv.method.history import History

UNQUOTED: Final = "conditions"
MOST_WORDS: Final = 60
"""What is longer is no line that one quotes."""


def for_thanks(journal: Journal, past: History) -> Quotation | None:
    """The best of the newest talk."""
    return next(iter(quotes(journal, past.talks[-1:])), None)


def for_card(journal: Journal, past: History) -> Quotation | None:
    """The second best of the newest talk, since the mail of thanks has the best."""
    return next(iter(quotes(journal, past.talks[-1:])[1:]), None)


def for_hello(journal: Journal, past: History) -> Quotation | None:
    """Another each time: by how often one wrote since the newest talk.

    They come from all talks, and not from the thanks unless nothing else is left.
    """
    found = quotes(journal, past.talks)
    if not found:
        return None
    used = (for_thanks(journal, past), for_card(journal, past))
    fresh = [quote for quote in found if quote not in used] or found
    written = sum(line.verb == "wrote" and line.date >= past.talks[-1].date for line in past.log)
    return fresh[written % len(fresh)]


def quotes(journal: Journal, talks: Iterable[Interview]) -> list[Quotation]:
    """What in these talks may be quoted, in plain text on one line without marks around.

    The newest talk comes first; in a talk `said`, then bold lines, then blocks, by question.
    """
    newest_first = sorted(talks, key=lambda talk: (talk.date, talk.id), reverse=True)
    may_go_back = (one for one in marked(journal, newest_first) if _may_go_back(journal, one))
    found: list[Quotation] = []
    for talk, words in groupby(may_go_back, key=lambda one: one.talk):
        said = (unmarked(sentence(one.text)) for one in sorted(words, key=lambda one: one.is_block))
        found += [Quotation(text, talk) for text in dict.fromkeys(said) if _is_sayable(text)]
    return found


def _may_go_back(journal: Journal, one: Quotation) -> bool:
    if one.answer is None:
        return name_key(one.text) != "todo"
    return _topic(journal, one.answer) != UNQUOTED


def _is_sayable(text: str) -> bool:
    """Whether there are words, not too many, and none that somebody put in brackets behind them."""
    return any(map(str.isalpha, text)) and "[" not in text and len(text.split()) <= MOST_WORDS


def _topic(journal: Journal, answer: Answer) -> str:
    """The topic of the question as the journal has it, or else the bank."""
    question = journal.questions_by_id.get(answer.question)
    candidate = bank().get(answer.question)
    return _key((question.topic if question else "") or (candidate.topic if candidate else ""))


_key = cache(name_key)  # there are few topics
