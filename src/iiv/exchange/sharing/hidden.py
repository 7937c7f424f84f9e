"""What is hidden in a journal: the names of people and organisations, word by word."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from iiv.exchange.sharing.common_words import COMMON_WORDS
from iiv.journal.names import TITLES, spellings, turned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from iiv.journal.journal import Journal

ORGANISATION: Final = "an organisation"
MYSELF: Final = "the interviewer"
SEVERAL: Final = "somebody"
"""For a part of a name that several people share."""

# What stands within names and names nobody; what stands behind them.
_PARTICLES = frozenset(
    re.findall(
        r"\S+",
        "van von de der den des del della di da do dos du la le les el al bin ibn ben zu zum zur af av"
        " ter ten y e i and und of the mac mc st san jr sr ii iii iv phd md junior senior",
    )
)
_LEGAL = frozenset(
    re.findall(r"\S+", "ltd limited gmbh inc llc llp plc ag sa srl bv nv oy ab as aps co corp kg ev")
)
# What people write in the place of an organisation, and what is in so many names that it hides nothing.
_NO_ORGANISATION = frozenset(
    re.findall(
        r"\S+",
        "self freelance freelancer independent retired none student home various own unemployed school"
        " university college company hospital museum library office studio city council government",
    )
)
_WORD = re.compile(r"[^\W_]+")
_UNCASED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
"""Scripts in which words follow each other without a space."""

SHORTEST_PART: Final = 2


def folded(text: str) -> str:
    """`text` in small letters and without accents, letter by letter: each stays where it is.

    >>> folded("José Müller")
    'jose muller'
    """
    return text.lower() if text.isascii() else "".join(map(_folded, text))


@lru_cache(maxsize=2000)
def _folded(sign: str) -> str:
    plain = unicodedata.normalize("NFD", sign)[:1].casefold()
    return plain if len(plain) == 1 else sign


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name, folded.

    >>> words_of("O'Brien, Niamh")
    ('o', 'brien', 'niamh')
    """
    return tuple(_WORD.findall(folded(unicodedata.normalize("NFKC", text))))


@dataclass(frozen=True)
class Hidden:
    """What is hidden, folded, and by which words.

    `wholes` are names by their words, hidden wherever they stand; `parts` those words of them that hide
    somebody when they stand alone and have a capital letter; `marks` names in scripts that leave no space
    between words. `common` are parts that are common words too, `spoken` the words of each label's name.
    """

    wholes: Mapping[tuple[str, ...], str]
    parts: Mapping[str, str]
    marks: Mapping[str, str]
    common: frozenset[str]
    spoken: Mapping[str, frozenset[str]] = field(default_factory=dict)


def organisations(journal: Journal) -> Iterator[str]:
    """The names of organisations, whole, and piece by piece where they have commas or brackets."""
    given = [contact.organization for contact in journal.contacts]
    given += [talk.organization for talk in journal.interviews]
    for name in map(str.strip, given):
        if name:
            yield name
            pieces = re.split(r"[,;()/|·–—]|\s-\s", name)
            yield from (piece for piece in map(str.strip, pieces) if any(map(str.isupper, piece)))


def hidden(journal: Journal, called: Mapping[str, str], small: frozenset[str]) -> Hidden:
    """All that is hidden in a journal. `called` are the labels of people, `small` words in small letters."""
    wholes: dict[tuple[str, ...], str] = {}
    for name in organisations(journal):
        for words in _organisation(words_of(name), small):
            wholes.setdefault(words, ORGANISATION)
    parts: dict[str, str] = {}
    spoken: dict[str, set[str]] = {}
    marks: dict[str, str] = {}
    for label, names in _people(journal, called):
        own = spoken.setdefault(label, set())
        for name in names:
            words = tuple(word for word in words_of(name) if word not in TITLES)
            if _UNCASED.search(name):
                marks |= dict.fromkeys(_marks(name), label)
            for whole in _wholes(name):
                taken = wholes.get(whole, label)
                wholes[whole] = label if taken in {label, ORGANISATION} else SEVERAL
            own.update(words)
            for word in words:
                if len(word) >= SHORTEST_PART and word not in _PARTICLES and not _UNCASED.search(word):
                    parts[word] = label if parts.get(word, label) == label else SEVERAL
    common = frozenset(word for word in parts if word in COMMON_WORDS or word in small)
    return Hidden(wholes, parts, marks, common, {label: frozenset(own) for label, own in spoken.items()})


def _organisation(words: tuple[str, ...], small: frozenset[str]) -> Iterator[tuple[str, ...]]:
    bare = words[1:] if words[:1] == ("the",) else words
    while bare and bare[-1] in _LEGAL:
        bare = bare[:-1]
    for found in {words, bare}:
        alone = len(found) == 1 and (found[0] in _NO_ORGANISATION or found[0] in small)
        if found and not alone:
            yield found


def _people(journal: Journal, called: Mapping[str, str]) -> Iterator[tuple[str, Iterable[str]]]:
    for contact in journal.contacts:
        names = [contact.name, *contact.aliases]
        yield called[contact.id], [*names, *filter(None, map(turned, names))]
    # Names of others, of whom a person is told apart, and that of whose journal it is.
    for contact in journal.contacts:
        yield SEVERAL, [name for given in contact.not_same for name in spellings(given)]
    if journal.me.name:
        yield MYSELF, [journal.me.name]


def _wholes(name: str) -> Iterator[tuple[str, ...]]:
    """A name as it may stand whole, from either end, and what in it is one word to those who have it."""
    words = tuple(word for word in words_of(name) if word not in TITLES)
    yield from (found for found in (words, words[-1:] + words[:-1]) if len(words) > 1)
    for joined in (*re.split(r"[\s,]+", name), *re.split(r"[\s,\-]+", name)):
        if len(words_of(joined)) > 1 and not _UNCASED.search(joined):
            yield words_of(joined)


def _marks(name: str) -> Iterator[str]:
    """The whole name, and what is left of it without its first sign, the family's name in most."""
    plain = "".join(_WORD.findall(folded(name)))
    yield plain
    if len(plain) > len("王明"):
        yield plain[1:]
    yield from (word for word in words_of(name) if len(word) > 1)
