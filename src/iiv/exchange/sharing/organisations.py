"""The names of organisations in a journal, as texts may write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.exchange.sharing.common_words import COMMON_WORDS
from iiv.exchange.sharing.spelling import typed, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.journal.journal import Journal

_LEGAL = frozenset(
    """ltd limited gmbh mbh inc incorporated llc llp lp plc ag sa sas sarl srl spa sl bv nv oy oyj ab as
    asa aps co corp corporation kg kgaa ohg gbr ug ev eg se pty sp z oo zoo""".split()
)
# What stands behind the one word by which people call an organisation.
_TAILS = frozenset(
    """company companies group gruppe holding holdings trust foundation stiftung labs partners associates
    consulting technologies international global sons sohne soehne zonen fils hijos figli cie
    brothers bros and und et""".split()
)
# What people write in the place of an organisation, and what is in so many names that it hides nothing.
_NO_ORGANISATION = frozenset(
    """self freelance freelancer independent retired none student home various own unemployed school
    university college company hospital museum library office studio city council government""".split()
)
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}")
_AND = re.compile(r"\s*[&+]\s*")
_ANDS = ("and", "und", "et", "y", "og", "och", "en", "e")
_PIECE = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_ACRONYM = re.compile(r"[A-Z]{3,5}")
JOINED = 6
"""Letters of a name, of anybody's, whose words may be written as one, or apart."""


def organisations(journal: Journal, small: frozenset[str]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The words of each name, and whether they need a capital letter to be one. `small` are small words."""
    for name in _names(journal):
        for words in {one for form in _forms(name) for one in (form, *_short(form))}:
            alone = len(words) == 1
            if not words or (alone and words[0] in _NO_ORGANISATION):
                continue
            yield words, alone and (words[0] in small or words[0] in COMMON_WORDS)
            joined = "".join(words)
            if not alone and len(joined) >= JOINED and joined not in small:
                yield (joined,), False
        yield from ((words, True) for form in _forms(name) if (words := _called(form)))
        first = words_of(_AND.split(name)[0])
        if _AND.search(name) and len(first) == 1:
            yield first, True


def _names(journal: Journal) -> Iterator[str]:
    """The names, whole, and piece by piece where they have commas or brackets."""
    given = [contact.organization for contact in journal.contacts]
    given += [talk.organization for talk in journal.interviews]
    for name in map(str.strip, given):
        if name:
            yield name
            pieces = re.split(r"[,;()/|·–—]|\s-\s", name)
            yield from (piece for piece in map(str.strip, pieces) if any(map(str.isupper, piece)))


def _forms(name: str) -> Iterator[tuple[str, ...]]:
    for spelt in typed(name):
        for form in (spelt, _DOTTED.sub(lambda match: re.sub(r"[.\s]", "", match[0]) + " ", spelt)):
            yield words_of(form)
            if _AND.search(form):
                yield from (words_of(_AND.sub(f" {word} ", form)) for word in _ANDS)
    if _ACRONYM.fullmatch(name):
        yield tuple(name.lower())
    if len(name) >= JOINED and " " not in name and name.isascii():
        yield words_of(_PIECE.sub(" ", name))


def _short(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The name without `The` and `Ltd`."""
    bare = words[1:] if words[:1] == ("the",) else words
    while bare and (bare[-1] in _LEGAL or bare[-1] in _ANDS):
        bare = bare[:-1]
    yield bare
    if bare[-1:] and bare[-1] in _NO_ORGANISATION and bare[-2:-1] == ("s",):
        yield bare[:-1]  # St. Brendan's


def _called(words: tuple[str, ...]) -> tuple[str, ...]:
    """The one word before `Group` or `& Company`; none where more remain."""
    bare = next(_short(words))
    rest = bare
    while rest and (rest[-1] in _TAILS or rest[-1] in _LEGAL):
        rest = rest[:-1]
    is_name = len(rest) == 1 and rest != bare and len(rest[0]) > 1 and rest[0] not in _NO_ORGANISATION
    return rest if is_name else ()
