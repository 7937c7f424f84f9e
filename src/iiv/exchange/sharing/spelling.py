"""How a word of a name is spelled in texts: without accents, typed otherwise, with a sentence's endings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Endings of names in English, German, Nordic, Slavic, Romance, Baltic, Finnish, Hungarian and Greek
# sentences, folded.
_ENDINGS: Final = tuple(
    """s es n en ns ens a u i e y em om ovi ova ove ego emu im ym owi uv ovou lle lta ssa sta lla ksi in an
    ka ko nak nek val vel rol tol hoz hez sche schen er ers r rs illa ille ilta issa ista nal nel
    tal tel ral rel ek а у е ы и ои ом ем ым им ю я ого его ому ему σ""".split()
)
# What stands in the place of a name's last vowel: Anna is Anny, Annou; Wiśniewski is Wiśniewskiego.
_AFTER_BASE: Final = frozenset(
    """a e i o u y ou ie ej iej iego iemu ego im ym ich ymi em om owi owie ovi in n lla lle lta ssa sta ksi
    ы и у ю е я ои еи ою ею ем ом ым им ого его ому ему υ ο η ε ν""".split()
)
POSSESSIVE: Final = frozenset({"s", "es", "ns", "ens"})
OF_THEIRS: Final = frozenset({"er", "ers", "r", "rs"})
"""Whoever works for an organisation: Googlers."""

_STEM: Final = 3
"""Letters of a name to which an ending may be added."""

_BASE: Final = 2
"""Letters of a name that loses its last vowel, as Ada is Ady in Czech."""

# What a word processor or a PDF leaves: places for hyphens, and ligatures.
TYPESET: Final = {ord(sign): None for sign in "\u00ad\u200b\u2060\ufeff"} | {
    ord(sign): unicodedata.normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆ＠"
}
WORD = re.compile(r"[^\W_]+")
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ð": "d"}
_TWO_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
_DIGRAPHS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
    | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"}
)
_DIGRAPH = re.compile(r"(?<=[aouAOU])e(?=\w)")
_LONG_NAME: Final = 5
_VOWELS = frozenset("aeiouyаеиояьσ")
_GEMINATE = re.compile(r"(tt|kk|pp)(?=[aeiouy]\Z)")
_FLEETING = re.compile(r"(?<=[^aeiouy])e(?=[lkc]\Z)")
# Words that Arabic and Hebrew write as one with the next: and, so, in, for, as, the.
_BEFORE = re.compile(r"[وفبلكسا]{1,4}(?=\w{3})|[ולשבמהכ]{1,3}(?=\w{2})")


def folded(text: str) -> str:
    """`text` in small letters and without accents, letter by letter: each stays where it is.

    >>> folded("José Müller")
    'jose muller'
    """
    return text.lower() if text.isascii() else "".join(map(_folded, text))


@lru_cache(maxsize=5000)
def _folded(sign: str) -> str:
    small = sign.lower()
    if small in _LETTERS:
        return _LETTERS[small]
    is_wide = "\uff01" <= sign <= "\uff5e"
    if not (sign < "\u0530" or "\u1e00" <= sign <= "\u1fff" or is_wide):
        return sign  # elsewhere the marks are letters
    plain = unicodedata.normalize("NFKD" if is_wide else "NFD", sign)[:1].casefold()
    return plain if len(plain) == 1 else sign if len(small) > 1 else small


def spelled(word: str) -> str:
    """A folded word with two letters for the ligatures that stand for them.

    >>> spelled("groß")
    'gross'
    """
    return word.translate(_TWO_LETTERS)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name, folded.

    >>> words_of("O'Brien, Niamh")
    ('o', 'brien', 'niamh')
    """
    return tuple(map(spelled, WORD.findall(folded(unicodedata.normalize("NFKC", text)))))


def typed(name: str) -> tuple[str, ...]:
    """A name as it is also typed: Müller is Mueller, and Mueller may be Müller."""
    without = " ".join(_DIGRAPH.sub("", word) if len(word) > _LONG_NAME else word for word in name.split(" "))
    return tuple(dict.fromkeys((name, unicodedata.normalize("NFC", name).translate(_DIGRAPHS), without)))


def stems(word: str) -> tuple[tuple[str, str], ...]:
    """The word, what it is without a word before it that is written as one with it, and without an ending."""
    before = _BEFORE.match(word)
    bare = [(word[at:], "") for at in range(1, before.end() + 1)] if before else []
    ends = (ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= _STEM)
    return (word, ""), *bare, *((word[: -len(ending)], ending) for ending in ends)


def bases_in(word: str) -> tuple[str, ...]:
    """What a word may be the inflected form of: names without their last vowel, as `bases` makes them."""
    ends = (word[at:] for at in range(_BASE, len(word)))
    return tuple(word[: len(word) - len(end)] for end in ends if end in _AFTER_BASE)


def bases(word: str) -> Iterator[str]:
    """What remains of a name before other endings: `ann` of Anna, `virtase` of Virtanen, `mati` of Matti."""
    if word[-1] in _VOWELS and len(word) > _BASE:
        yield word[:-1]
    if word.endswith("nen"):
        yield f"{word.removesuffix('nen')}se"
    for form in (_GEMINATE.sub(lambda match: match[0][0], word), _FLEETING.sub("", word)):
        if form != word and len(form) >= _STEM:
            yield form
