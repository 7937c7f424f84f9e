"""Which words of a person may go back to them in a letter: only those that are marked as theirs.

These are (1) `said` in a talk's front matter, (2) an answer's bold first line that is wholly in quotation
marks, and (3) a `>` block in an answer that is no callout and holds no question. Answers about pay and
strain (topic `Conditions`) are never quoted: nobody likes to find them in a letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from iiv.exchange.plain import sentence
from iiv.journal.bank import bank
from iiv.journal.model import name_key
from iiv.journal.parse.plain_values import NOTHING
from iiv.journal.parse.quotations import bold_words, name_words, quoted_blocks, unmarked
from iiv.journal.parse.wordings import wording_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Interview
    from iiv.method.history import History

UNQUOTED: Final = "conditions"
MOST_WORDS: Final = 60
"""What is longer is no line that one quotes."""

_NOT_SAID: Final = NOTHING | {"nothing", "todo"}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of theirs, plain text on one line without marks around, with the talk in which they said it."""

    text: str
    talk: Interview


def for_thanks(journal: Journal, past: History) -> Quote | None:
    """The best of the newest talk."""
    return next(iter(quotes(journal, past.talks[-1:])), None)


def for_card(journal: Journal, past: History) -> Quote | None:
    """The second best of the newest talk, since the mail of thanks has the best."""
    return next(iter(quotes(journal, past.talks[-1:])[1:]), None)


def for_hello(journal: Journal, past: History) -> Quote | None:
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


def quotes(journal: Journal, talks: Iterable[Interview]) -> list[Quote]:
    """Everything in these talks that may be quoted: newest talk first, then by kind, then by question."""
    order = {question.id: number for number, question in enumerate(journal.questions)}
    wordings = wording_keys(journal.questions)
    found: list[Quote] = []
    mine = name_words(journal.me.name)
    for talk in sorted(talks, key=lambda talk: (talk.date, talk.id), reverse=True):
        person = journal.contacts_by_id[talk.contact]
        theirs = name_words(person.name, *person.aliases)
        answers = [answer for answer in talk.answers if _topic(journal, answer) != UNQUOTED]
        answers.sort(key=lambda answer: order.get(answer.question, len(order)))
        texts = [
            "" if name_key(talk.said) in _NOT_SAID else talk.said,
            *(bold_words(answer.text) for answer in answers),
            *(words for answer in answers for words in quoted_blocks(answer.text, wordings, theirs, mine)),
        ]
        said = (unmarked(sentence(text)) for text in texts)
        found += [Quote(text, talk) for text in dict.fromkeys(said) if _is_sayable(text)]
    return found


def _is_sayable(text: str) -> bool:
    """Whether there are words, not too many, and none that somebody put in brackets behind them."""
    return any(map(str.isalpha, text)) and "[" not in text and len(text.split()) <= MOST_WORDS


def _topic(journal: Journal, answer: Answer) -> str:
    """The topic of the question as the journal has it, or else the bank."""
    question = journal.questions_by_id.get(answer.question)
    candidate = bank().get(answer.question)
    return _key((question.topic if question else "") or (candidate.topic if candidate else ""))


_key = cache(name_key)  # there are few topics
