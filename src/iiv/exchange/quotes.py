"""Which words of a person to give back to them in a letter.

The best are those whose gist was marked in bold: somebody chose them. Then, one after the other: a
gist that does not speak of them as `she` or `he`, which is somebody else's sentence; one of four words
or more, which can stand alone; the answer about what satisfies; the topic, in the order of `TOPICS`,
any other last; the newest talk; the order of the questions. Answers about pay and strain (topic
`Conditions`) are never quoted: nobody likes to find them in a letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from iiv.exchange.plain import one_line
from iiv.journal.bank import bank
from iiv.journal.model import name_key
from iiv.journal.parse.gist import BOLD_START

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Interview
    from iiv.method.history import History

FIRST = "satisfying"
TOPICS = ("satisfaction", "path", "day to day", "hindsight", "field")
UNQUOTED = "conditions"
ENOUGH_WORDS = 4
ABOUT_THEM = re.compile(r"\b(?:she|he)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quote:
    """A gist, plain text on one line, with the talk in which they said it; `bold` when it was chosen."""

    text: str
    talk: Interview
    bold: bool


def for_thanks(journal: Journal, past: History) -> Quote | None:
    """The best of the newest talk."""
    return next(iter(quotes(journal, past.talks[-1:])), None)


def for_card(journal: Journal, past: History) -> Quote | None:
    """The second best of the newest talk, since the mail of thanks has the best; else that one."""
    best = quotes(journal, past.talks[-1:])
    return best[min(1, len(best) - 1)] if best else None


def for_hello(journal: Journal, past: History) -> Quote | None:
    """Another each time: by how often one wrote since the newest talk.

    They come from all talks, in bold where any is, and not from the thanks unless nothing else is left.
    """
    best = quotes(journal, past.talks)
    if not best:
        return None
    used = (for_thanks(journal, past), for_card(journal, past))
    chosen = [quote for quote in best if quote.bold == best[0].bold]
    fresh = [quote for quote in chosen if quote not in used] or chosen
    written = sum(line.verb == "wrote" and line.date >= past.talks[-1].date for line in past.log)
    return fresh[written % len(fresh)]


def quotes(journal: Journal, talks: Iterable[Interview]) -> list[Quote]:
    """Everything in these talks that may be quoted, the best first."""
    order = {question.id: number for number, question in enumerate(journal.questions)}
    found = []
    for talk in talks:
        for answer in talk.answers:
            text = one_line(answer.gist).rstrip(" ,;:–-")
            topic = _topic(journal, answer)
            if text and topic != UNQUOTED:
                bold = bool(BOLD_START.match(answer.text.lstrip()))
                rank = (not bold, *_rank(text), _by_topic(answer, topic), -talk.date.toordinal())
                found.append(((*rank, order.get(answer.question, 0)), Quote(text, talk, bold)))
    return [quote for _, quote in sorted(found, key=lambda entry: entry[0])]


def _rank(text: str) -> tuple[bool, bool]:
    return bool(ABOUT_THEM.search(text)), len(text.split()) < ENOUGH_WORDS


def _by_topic(answer: Answer, topic: str) -> int:
    if answer.question == FIRST:
        return -1
    return TOPICS.index(topic) if topic in TOPICS else len(TOPICS)


def _topic(journal: Journal, answer: Answer) -> str:
    """The topic of the question as the journal has it, or else the bank."""
    question = journal.questions_by_id.get(answer.question)
    candidate = bank().get(answer.question)
    return _key((question.topic if question else "") or (candidate.topic if candidate else ""))


_key = cache(name_key)  # there are few topics
