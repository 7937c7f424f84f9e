"""The words that may still be names: what a person looks through before they send a share."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from iiv.exchange.sharing.meant import begins_sentence
from iiv.journal.days import MONTHS
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.exchange.sharing.anonymous import Origin

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s\Z")
_ALWAYS: Final = re.compile(r"I(?:['’](?:m|ve|d|ll))?")
_FUNCTION: Final = frozenset(
    """a about after all also although always an and another any anybody anything are as at be because been
    before both but by can could did do don't does each either every everybody everything few first
    for from had has have he her here hers him his how i if in into is it it's its just last later
    like many maybe me more most much my never no nobody none nor not nothing now of often on once
    one only or other our out over perhaps she since so some somebody someone something sometimes
    still such than that that's the their them then there these they they're things this those
    though to today too two under until up us was we we're well were what when where which while who
    whoever why with without would yes yet you your""".split()
)
"""Words that begin a sentence and are nobody's name."""


class LeftOver(Value, frozen=True):
    """A word with a capital letter, and where it stands, once for each time."""

    word: str
    places: tuple[str, ...]


def left_over(
    origins: Iterable[Origin], ours: Iterable[str], doubtful: Iterable[str]
) -> tuple[LeftOver, ...]:
    """The capitalised words of shared texts, in order of the alphabet.

    Left out are months, the words of labels (`ours`), and those at the start of a sentence that stand
    elsewhere in small letters; `doubtful` ones are always listed.
    """
    origins = tuple(origins)
    known = {word for label in (*ours, *MONTHS) for word in _WORD.findall(label)}
    doubted = frozenset(doubtful)
    ordinary = _FUNCTION | {
        word for origin in origins for word in _WORD.findall(origin.text) if word.islower()
    }
    places: dict[str, list[str]] = defaultdict(list)
    for origin in origins:
        for match in _WORD.finditer(origin.text):
            word = match[0]
            is_shown = word[0].isupper() or word in doubted
            is_ours = _POSSESSIVE.sub("", word) in known
            if not is_shown or _ALWAYS.fullmatch(word) or (is_ours and word not in doubted):
                continue
            is_ordinary = word.lower().replace("’", "'") in ordinary
            if word in doubted or not (is_ordinary and begins_sentence(origin.text, match.start())):
                places[word].append(origin.where)
    return tuple(LeftOver(word, tuple(places[word])) for word in sorted(places, key=str.casefold))
