"""What is hidden in a journal: the names of people and organisations, word by word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

from iiv.exchange.sharing.common_words import COMMON_WORDS
from iiv.exchange.sharing.organisations import JOINED, organisations
from iiv.exchange.sharing.spelling import WORD, bases, folded, typed, words_of
from iiv.journal.names import TITLES, spellings, turned
from iiv.values import Value, field, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from iiv.journal.journal import Journal

K = TypeVar("K")

ORGANISATION: Final = "an organisation"
MYSELF: Final = "the interviewer"
SEVERAL: Final = "somebody"
"""For a part of a name that several people share."""

# What stands within names and names nobody; what stands behind them.
_PARTICLES = frozenset(
    """van von de der den des del della di da do dos du la le les el al bin ibn ben zu zum zur af av ter
    ten y e i and und of the mac mc st san jr sr ii iii iv phd md junior senior""".split()
)
_TOGETHER = re.compile(r"(van|von|de|mac|mc|fitz)(den|der|la)?(\w{4,})")
_UNCASED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")
"""Scripts in which words follow each other without a space."""

# What stands behind a family's name alone in these scripts, or before it.
_HONORIFICS = (
    "先生",
    "女士",
    "小姐",
    "老师",
    "老師",
    "教授",
    "总",
    "さん",
    "様",
    "氏",
    "씨",
    " 선생님",
    " 교수님",
)
SHORTEST_PART: Final = 2

_ONE_WORD: Final = 5
"""Letters of what has a hyphen or an apostrophe in it, and may be written without."""


class Hidden(Value, frozen=True, dict=True):
    """What is hidden, folded, and by which words.

    `wholes` are names by their words, hidden wherever they stand; `parts` those words of them that hide
    somebody when they stand alone and have a capital letter; `bases` what remains of parts before another
    ending; `marks` names in scripts that leave no space between words. `common` are parts that are common
    words too, `spoken` the words of the names behind each label; `initials` have the label of whose they are.
    `full` are whole names of people as they call themselves, which are meant in small letters too.
    """

    wholes: dict[tuple[str, ...], str]
    parts: dict[str, str]
    bases: dict[str, str]
    marks: dict[str, str]
    common: frozenset[str]
    spoken: dict[str, set[str]]
    initials: dict[str, str]
    full: set[tuple[str, ...]] = field(default_factory=set)


def hidden(journal: Journal, called: Mapping[str, str], small: frozenset[str]) -> Hidden:
    """All that is hidden in a journal. `called` are the labels of people, `small` the language's words."""
    found = Hidden({}, {}, {}, {}, frozenset(), {}, {})
    for words, needs_capital in organisations(journal, small):
        if needs_capital:
            found.parts.setdefault(words[0], ORGANISATION)
        else:
            found.wholes.setdefault(words, ORGANISATION)
    for label, names in _people(journal, called):
        for name in names:
            for spelt in typed(name):
                _hide(found, spelt, label, small)
                if "," not in spelt and len(words := words_of(spelt)) > 1:
                    found.full.add(words)
    common = frozenset(word for word in found.parts if word in COMMON_WORDS or word in small)
    for word in found.parts.keys() - common:
        for base in bases(word):
            _add(found.bases, base, found.parts[word])
    return replace(found, common=common)


def _hide(found: Hidden, name: str, label: str, small: frozenset[str]) -> None:
    words = tuple(word for word in words_of(name) if word not in TITLES)
    if _UNCASED.search(name):
        found.marks.update(dict.fromkeys(_marks(name), label))
    for whole in _wholes(name, words, small):
        _add(found.wholes, whole, label)
    for letters in _initials(words):
        _add(found.initials, letters, label)
    found.spoken.setdefault(label, set()).update(words)
    for word in words:
        if len(word) >= SHORTEST_PART and word not in _PARTICLES and not _UNCASED.search(word):
            for part in _parts(word):
                _add(found.parts, part, label)


def _add(table: dict[K, str], key: K, label: str) -> None:
    """Hide `key` by a label, or by `somebody` where it hides another already."""
    taken = table.get(key, label)
    table[key] = label if taken in {label, ORGANISATION} else SEVERAL


def _people(journal: Journal, called: Mapping[str, str]) -> Iterator[tuple[str, Iterable[str]]]:
    for contact in journal.contacts:
        names = [contact.name, *contact.aliases]
        yield called[contact.id], [*names, *filter(None, map(turned, names))]
    # Names of others, of whom a person is told apart, and that of whose journal it is.
    for contact in journal.contacts:
        yield SEVERAL, [name for given in contact.not_same for name in spellings(given)]
    if journal.me.name:
        yield MYSELF, [journal.me.name]


def _wholes(name: str, words: tuple[str, ...], small: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """A whole name in its forms: turned, as one word, without what stands first, and joined words alone."""
    bare = words
    while bare and bare[-1] in _PARTICLES:
        bare = bare[:-1]
    if len(words) > 1:
        yield from (words, words[-1:] + words[:-1])
        joined = {"".join(words), "".join(reversed(words))}
        yield from ((one,) for one in joined if len(one) >= JOINED and one not in small)
    for at, word in enumerate(words):
        if word in _PARTICLES and 0 < at < len(bare) - 1 and words[at - 1] not in _PARTICLES:
            yield bare[at:]
        if match := _TOGETHER.fullmatch(word):
            yield tuple(filter(None, match.groups()))
    for joined_name in (*re.split(r"[\s,]+", name), *re.split(r"[\s,\-]+", name)):
        one_word = words_of(joined_name)
        if len(one_word) > 1 and not _UNCASED.search(joined_name):
            yield one_word
            if len("".join(one_word)) >= _ONE_WORD:
                yield ("".join(one_word),)


def _parts(word: str) -> Iterator[str]:
    """A word of a name, without an Arabic article too, and for a woman's family name that of the men."""
    yield word
    if word.startswith("ال"):
        yield word.removeprefix("ال")
    if len(word) < JOINED:
        return
    if word.endswith("ova"):
        yield word.removesuffix("ova")
    if word.endswith("ckova"):
        yield f"{word.removesuffix('kova')}ek"
    if word.endswith(("ова", "ева", "ина")):
        yield word[:-1]


def _initials(words: tuple[str, ...]) -> Iterator[str]:
    """The initials in capital letters, with those of particles and without."""
    bare = tuple(word for word in words if word not in _PARTICLES)
    for found in {words, bare, (*bare[:1], *bare[-1:])}:
        if len(found) > 1:
            yield "".join(word[0] for word in found).upper()


def _marks(name: str) -> Iterator[str]:
    """The whole name, and what is left of it without its first sign, the family's name in most."""
    plain = "".join(WORD.findall(folded(name)))
    yield plain
    if len(plain) > len("王明"):
        yield plain[1:]
    yield from (word for word in words_of(name) if len(word) > 1)
    yield from (f"{plain[0]}{behind}" for behind in _HONORIFICS)
