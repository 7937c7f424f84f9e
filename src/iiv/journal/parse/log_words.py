"""The verbs of the log, and what other words for them may mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, get_args

from iiv.journal.model import Verb
from iiv.journal.parse.day_words import fold
from iiv.journal.problems import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

VERBS: tuple[Verb, ...] = get_args(Verb)
SPELLINGS: Final[Mapping[str, Verb]] = {
    "canceled": "cancelled",
    "phoned": "called",
    "telephoned": "called",
    "rescheduled": "scheduled",
}
_VERB_CALLED: Final[Mapping[str, Verb]] = {**{verb: verb for verb in VERBS}, **SPELLINGS}
_MEANT: Final[Mapping[Verb, str]] = {
    "asked": "invited requested gefragt angefragt demandé contacté",
    "nudged": "reminded chased erinnert nachgehakt nachgefragt relancé relancée",
    "replied": "answered responded geantwortet répondu",
    "scheduled": "postponed planned fixed arranged booked vereinbart verschoben fixé",
    "thanked": "thanks bedankt gedankt remercié remerciée",
    "declined": "refused rejected abgelehnt abgesagt refusé",
    "wrote": "emailed e-mailed mailed messaged texted sent geschrieben gemailt écrit envoyé",
    "called": "rang call phone angerufen telefoniert appelé appelée téléphoné",
    "met": "talked spoke visited interviewed meeting getroffen gesprochen rencontré rencontrée vu",
    "heard": "received got gehört bekommen reçu",
    "gave": "gifted geschenkt offert",
    "saw": "noticed read spotted gesehen",
}
"""Other words for a verb, by the verb."""
# Where a few words together say what was done.
_THANKS = r"(?:thank(?:s|[ -]?you)?|danke\w*|dankes\w*|merci|remerciement)"
_PHRASES: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE), meant)
    for pattern, meant in (
        (rf"{_THANKS}\b.*(?:card|karte|carte)|(?:card|karte|carte)\b.*{_THANKS}\b", "thanked by card"),
        (rf"\b{_THANKS}\b", "thanked by e-mail"),
        (r"(?:follow|check)(?:ed)?[ -](?:up|in)", "nudged"),
        (r"reach(?:ed)?[ ]out", "asked"),
        (r"voice ?mail|on (?:the )?phone|phone call|by phone", "called"),
        (r"set up|set a date|put in the (?:diary|calendar)", "scheduled"),
        (
            r"no (?:answer|reply|response)|keine antwort|(?:did|has)(?:n't| not) (?:reply|replied|answer)",
            "note",
        ),
        (r"turned (?:me )?down|said no\b", "declined"),
        (
            r"(?:got|received|had) (?:an? |her |his )?(?:reply|answer|response)|(?:heard|wrote) back",
            "replied",
        ),
        (r"(?:coffee|lunch|dinner|breakfast|drinks?) w(?:ith\b|/)|had (?:coffee|lunch|dinner)", "met"),
    )
)
_THEY: Final[Mapping[str, Verb]] = {"wrote": "heard", "called": "heard", "thanked": "heard", "asked": "heard"}
"""What a verb is where they did it, not I."""
_SUBJECT = re.compile(
    r"(?P<they>she|he|they|er|sie|elle|il|ils)[ ]+(?:has[ ]+|have[ ]+|hat[ ]+|haben[ ]+|a[ ]+)?"
    r"|(?:i|we|ich|wir|je|nous|hat|haben|habe|has|have|had|was|war|ai)[ ]+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*")
_LONGEST = 100  # characters in which what was done is said
_FEW = 8  # words in which to look for one that may be a verb


def verb_called(word: str) -> Verb | None:
    """The verb that a word is, in any case."""
    return _VERB_CALLED.get(word.casefold())


def verb_hint(word: str) -> str:
    """What may be meant by a word that is no verb of the log."""
    return meant_by(word) or "verbs are " + ", ".join(VERBS)


def meant_by(words: str) -> str:
    """The question whether a verb is meant by words that do not begin with one; "" where none is near."""
    words = words[:_LONGEST]
    subject = _SUBJECT.match(words)
    they = subject is not None and subject["they"] is not None
    if subject:
        words = words[subject.end() :]
    said = _WORD.findall(words)[:_FEW]
    first = said[0] if said else ""
    if verb := verb_called(first):
        return f"did you mean `{_THEY.get(verb, verb) if they else verb}`?"
    if they and "`wrote`" in _other_word(first):
        return "did you mean `heard`?"
    for pattern, meant in _PHRASES:
        if pattern.search(words):
            return f"did you mean `{meant}`?"
    if verb := verb_called(said[1] if len(said) > 1 else ""):
        return f"did you mean `{_THEY.get(verb, verb)}`?"  # `Ada replied`
    return _other_word(first) or did_you_mean(first.casefold(), VERBS) or _any_other_word(said)


def says_deed(words: str, within: int = 2) -> bool:
    """Whether among the first words there is a verb of the log, or what may be meant for one."""
    words = words[:_LONGEST]
    subject = _SUBJECT.match(words)
    said = _WORD.findall(words[subject.end() if subject else 0 :])[:within]  # `emailed`, `Ada replied`
    return any(verb_called(word) or _other_word(word) for word in said) or any(
        phrase.search(words) for phrase, _ in _PHRASES
    )


def _other_word(word: str) -> str:
    word = fold(word)
    verb = next((verb for verb, others in _MEANT.items() if word in map(fold, others.split())), None)
    return f"did you mean `{verb}`?" if word and verb else ""


def _any_other_word(said: list[str]) -> str:
    """German and French put the word last."""
    return next(filter(None, map(_other_word, reversed(said[1:]))), "")
