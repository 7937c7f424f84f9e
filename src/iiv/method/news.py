"""Whom one's news concerns: those with whom one is in touch, and who have not heard it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.journal.model import Never, name_key
from iiv.journal.parse.markup import plain_text
from iiv.method.dates import spoken
from iiv.method.history import histories, led_to
from iiv.method.stages import KNOWN
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iiv.journal.journal import Journal
    from iiv.journal.model import Contact, News
    from iiv.method.history import History


class NewsFor(Value, frozen=True):
    """News for one person, oldest first, who was last in touch on the day `last`.

    `why` are sentences, and `closely` is whether it concerns them more than others.
    """

    contact: Contact
    news: tuple[News, ...]
    why: str
    closely: bool
    last: dt.date


def news_for(journal: Journal, today: dt.date) -> tuple[NewsFor, ...]:
    """Everybody with whom one is in touch, with the news since, as the letter that says hello tells it.

    First come those whom it concerns closely: it names them, or somebody to whom they led one, or a word that
    stands for them (a tag, a field, a theme). Then who heard nothing for longest.
    """
    news = sorted((line for line in journal.me.news if line.date <= today), key=lambda line: line.date)
    found = [one for past in histories(journal) if (one := _for(journal, past, news))]
    return tuple(sorted(found, key=lambda one: (not one.closely, one.last, name_key(one.contact.name))))


def _for(journal: Journal, past: History, news: list[News]) -> NewsFor | None:
    contact, last = past.contact, past.last_contact
    over = isinstance(contact.next_contact, Never) or contact.id in journal.held_back
    if last is None or over or past.stage.name not in KNOWN:
        return None
    since = tuple(line for line in news if line.date > last.date)
    if not since:
        return None
    reasons = [reason for line in since for reason in _reasons(journal, past, line)]
    silent = f"You were last in touch on {spoken(last.date)}."
    return NewsFor(contact, since, " ".join(reasons) or silent, bool(reasons), last.date)


def _reasons(journal: Journal, past: History, news: News) -> Iterator[str]:
    text = plain_text(news.text)
    said = f"Your news of {spoken(news.date)}"
    if _names(text, past.contact):
        yield f"{said} names them."
    led = led_to(journal, past)
    for other in journal.contacts:
        if other.id in led and _names(text, other):
            yield f"{said} names {other.name}, to whom they led you."
    shared = [word for word in _words_for(past) if _holds(text, word)]
    if shared:
        yield f"{said} speaks of {', '.join(shared)}, as you noted of them."


def _words_for(past: History) -> list[str]:
    """What stands for a person: tags, fields and themes, each once, as first written."""
    words = [*past.contact.tags, past.contact.field]
    for talk in past.talks:
        words += [
            *talk.tags,
            talk.field,
            *talk.themes,
            *(word for one in talk.answers for word in one.themes),
        ]
    return list({name_key(word): word for word in reversed(words) if word}.values())[::-1]


def _names(text: str, contact: Contact) -> bool:
    return any(_holds(text, name) for name in (contact.name, *contact.aliases))


def _holds(text: str, words: str) -> bool:
    """Whether these words stand in a text, whole, in any case, as one or as many: tree, trees."""
    return bool(words) and _key(words) in _key(text)


def _key(text: str) -> str:
    words = re.findall(r"\w+", name_key(text))
    return f" {' '.join(word.removesuffix('s') if len(word) > len('news') else word for word in words)} "
