"""How names of people compare: which spellings are one name, and which are near each other."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import takewhile
from posixpath import commonprefix
from typing import TYPE_CHECKING, Final

from iiv.journal.model import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TITLES: Final = frozenset(
    """dr prof professor doctor mr mister mrs ms miss mx sir dame rev reverend herr frau fräulein monsieur
    madame mademoiselle mme mlle maître señor señora sra srta senhor senhora dott dottore dottoressa
    signor signora dhr mevr mevrouw""".split()
)
"""Titles that stand before a name, case-folded and without dots."""

DEGREES: Final = frozenset("phd dphil md mba msc bsc ma ba llm llb jd dds rn cpa esq mph edd".split())
"""What stands behind a name and tells nobody apart."""

GENERATIONS: Final = frozenset({"jr", "junior", "sr", "senior", "ii", "iii", "iv"})
"""What stands behind a name and tells father and son apart."""

FACULTIES: Final = frozenset("med dent vet phil rer nat pol oec jur iur theol agr ing habil hc".split())
"""What may stand between a title and a name, as in `Dr. med.`"""

SHORTEST_SLIP: Final = 6  # letters of a name: shorter ones that are alike are most often two people's
SHORTEST_SLIPPED: Final = 4  # letters of a word: Lee and Leo are two people's
SHORTEST_SHORT: Final = 3  # letters of a first name cut short: Rob is Robert
FULL_NAME: Final = 2  # words
_MARKED_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")  # elsewhere the marks are letters
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
# Acute and grave accents that stand alone are apostrophes to those who type them; NFKC makes spaces of them.
_APOSTROPHES = str.maketrans(dict.fromkeys("‘’‚‛ʼʻʽˈ`´′＇ꞌ", "'"))
_QUOTES = "\"“”„‟«»‹›「」『』〝〞＂'"
_HYPHENS = re.compile(
    r"[-_\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}-\N{HORIZONTAL BAR}\N{MINUS SIGN}־﹘﹣－]"
)
_INVISIBLE = frozenset("\N{COMBINING GRAPHEME JOINER}\N{HANGUL FILLER}\N{VARIATION SELECTOR-16}")
# Marks that only languages with tones put on letters, taken apart: there Ân and An are two people's names.
_TONES = re.compile("[a-z][\u0300-\u036f]{2}|[\u0309\u031b\u0323]|\\bva\u0306n\\b")
_ALIKE = {"junior": "jr", "senior": "sr"}
_UMLAUT = re.compile("(?<=[aou])e")
_WIKILINK = re.compile(r"!?\[\[([^\[\]|]*?)\\?(?:\|([^\[\]]*))?\]\]")
_LINK = re.compile(r"\[([^\[\]]*)\]\(\s*<?([^()<>]*?)>?\s*\)")
_ADDRESS = re.compile(r"(.*?)\s*<[^<>@\s]+@[^<>@\s]+>")
_TOGETHER = re.compile(r"\s+(?:and|und|et|&|\+)\s+|\s*;\s*", re.IGNORECASE)


def bare_name(reference: str) -> str:
    """The name in `Ada <ada@example.org>`, `[[ada|Ada]]` or a Markdown link; other text as it is."""
    return next(iter(spellings(reference)), "")


def spellings(reference: str) -> tuple[str, ...]:
    """What a reference calls somebody, the fullest first: a link has a label, and a target's stem.

    >>> spellings("[[contacts/gh.md#Log|Grace Hopper]]")
    ('Grace Hopper', 'gh')
    """
    text = reference.strip()
    if match := _WIKILINK.fullmatch(text):
        target, label = match[1], match[2] or ""
    elif match := _LINK.fullmatch(text):
        target, label = match[2], match[1]
    elif match := _ADDRESS.fullmatch(text):
        target, label = "", match[1]
    else:
        text = text.removeprefix("@").lstrip()
        return (text,) if text else ()
    found = dict.fromkeys(filter(None, (label.strip(), stem(target))))
    return tuple(sorted(found, key=lambda name: -len(plain_key(name).split())))


def stem(target: str) -> str:
    """The stem of the file that a link's target names, or the name that it is.

    >>> stem("people/ada-lovelace.md#Log")
    'ada-lovelace'
    """
    file = re.split(r"[#^]", target, maxsplit=1)[0].strip().rpartition("/")[2]
    return file[:-3] if file.lower().endswith(".md") else file


@lru_cache(maxsize=20_000)
def plain_key(name: str) -> str:
    """The form in which spellings of one name are equal: its words, with spaces between.

    Left out is what tells nobody apart: case, accents in Latin, Greek and Cyrillic, kinds of apostrophes
    and hyphens, dots, quotation marks around, invisible characters, titles and degrees
    where two words remain. A name written with the marks of tones keeps its accents: see `toneless`.
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    text = name_key(name.translate(_APOSTROPHES))
    if not text.isascii():
        text = "".join(sign for sign in text if sign not in _INVISIBLE and unicodedata.category(sign) != "Cf")
        text = text if _TONES.search(unicodedata.normalize("NFD", text)) else _without_accents(text)
    text = text.strip().removeprefix("@").lstrip()
    if len(text) > 1 and text[0] in _QUOTES and text[-1] in _QUOTES:
        text = text[1:-1]
    first, comma, rest = text.partition(",")
    behind = rest.replace(".", "").replace(",", " ").split()
    if comma and all(word in _BEHIND for word in behind):
        text = " ".join([first, *(word for word in behind if word in GENERATIONS)])
    words = _without_titles(_HYPHENS.sub(" ", text).replace(".", " ").split())
    return " ".join([*words[:-1], *(_ALIKE.get(word, word) if words[1:] else word for word in words[-1:])])


def toneless(key: str) -> str:
    """A plain key without the accents that a name with marks of tones keeps.

    So is such a name written by those who cannot type it: Nguyen Van An may be Nguyễn Văn An or Ân.
    """
    return key if key.isascii() else _without_accents(key)


def keys_in_order(names: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The keys under which names are looked up, in this order, each with whether it is an exact one.

    Exact spelling comes first, then the name without what tells nobody apart, then `Last, First`.
    """
    yield from ((name_key(name), True) for name in names)
    for called in (names, list(filter(None, map(turned, names)))):
        for name in called:
            yield plain_key(name), False
            yield name_key(name), False


def plain_keys(name: str) -> tuple[str, ...]:
    """The plain keys by which somebody of this name is known: as it stands, and as `First Last`."""
    return tuple(filter(None, (plain_key(name), plain_key(turned(name)))))


def turned(name: str) -> str:
    """`Ada Lovelace` for `Lovelace, Ada`; "" where what follows the comma is no first name."""
    last, comma, first = name.partition(",")
    words = plain_key(first).split()
    if not comma or not last.strip() or not words or "," in first:
        return ""
    dotless = plain_key(first.replace(".", "")).split()
    is_behind = any(all(word in _BEHIND or word in _PLAIN_TITLES for word in one) for one in (words, dotless))
    return "" if is_behind else f"{first.strip()} {last.strip()}"


def several(name: str) -> tuple[str, ...]:
    """The names in `Ada Lovelace and Grace Hopper`, two or more; none in one name, as is `Smith & Sons`."""
    names = tuple(part.strip() for part in _TOGETHER.split(name))
    are_people = all(names) and not any(plain_key(part) in _FIRMS for part in names)
    return names if len(names) > 1 and are_people else ()


def is_near(key: str, other: str) -> bool:
    """Whether one person may be meant by two names, given by their plain keys, that are not equal.

    So it is with a part of a name (a first name, a first name cut short, a name without its middle),
    initials, the same words in another order or joined, umlauts written with `e`, other marks of tones, and
    one slip in typing.
    """
    key, other = toneless(key), toneless(other)
    words, others = _untitled(key), _untitled(other)
    if not words or not others:
        return False
    if len(words) > len(others):
        words, others = others, words
    if _is_turned(words, others) or (len(words) >= FULL_NAME and set(words) <= set(others)):
        return True
    return _is_part(words, others) or _is_short(words, others) or _is_slip(words, others)


def near_keys(key: str) -> Iterator[str]:
    """Some keys that every name near this one shares at least one of."""
    key = toneless(key)
    words = key.split()
    yield from words
    joined = _joined(key)
    yield joined
    if len(words) == 1 and len(joined) >= SHORTEST_SLIP:  # other names share a word in spite of a slip
        yield from (joined[:at] + joined[at + 1 :] for at in range(1, len(joined)))


@lru_cache(maxsize=20_000)
def _joined(key: str) -> str:
    return _UMLAUT.sub("", re.sub("[' ]", "", key))


def _is_part(words: list[str], others: list[str]) -> bool:
    """Whether each word is, in order, one of the others or its initial, and one of them whole.

    Where there are initials, first names and last names must fit each other.
    """
    rest = iter(others)
    if not all(any(_fits(word, other) for other in rest) for word in words):
        return False
    shared = [word for word in words if len(word) > 1 and word in others]
    ends_fit = _fits(words[0], others[0]) and _fits(words[-1], others[-1])
    return bool(shared) and (len(shared) == len(words) or ends_fit)


def _is_turned(words: list[str], others: list[str]) -> bool:
    """Whether the words, joined, are the others, joined, from another word on."""
    one, two = _joined(" ".join(words)), _joined(" ".join(others))
    if len(one) != len(two) or one not in two + two:
        return False
    return any(one == _joined(" ".join(others[at:] + others[:at])) for at in range(len(others)))


def _is_short(words: list[str], others: list[str]) -> bool:
    """Whether the first name of one is cut short, as in `Rob Miller`."""
    one, two = sorted((words[0], others[0]), key=len)
    return (
        len(words) >= FULL_NAME
        and words[1:] == others[1:]
        and len(one) >= SHORTEST_SHORT
        and two.startswith(one)
    )


def _fits(word: str, other: str) -> bool:
    return word == other or ((len(word) == 1 or len(other) == 1) and word[0] == other[0])


def _is_slip(words: list[str], others: list[str]) -> bool:
    """Whether one letter is missing, too many, another or at its neighbour's place, but no word's first."""
    pairs = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    if len(words) != len(others) or len(pairs) != 1 or len("".join(words)) < SHORTEST_SLIP:
        return False
    one, two = pairs[0]
    if one[0] != two[0] or max(len(one), len(two)) < SHORTEST_SLIPPED:
        return False
    at = len(commonprefix(pairs[0]))
    one, two = one[at:], two[at:]
    swapped = one[:2] == two[1::-1] and one[2:] == two[2:]
    return swapped or two[1:] in {one, one[1:]} or one[1:] == two


def _untitled(key: str) -> list[str]:
    words = key.split()
    return [word for word in words if word not in _PLAIN_TITLES] or words


def _without_titles(words: list[str]) -> list[str]:
    lead = list(takewhile(lambda word: word in _PLAIN_TITLES or word in FACULTIES, words))
    if lead and lead[0] in _PLAIN_TITLES and len(lead) < len(words):
        words = [word for word in lead if word in _PLAIN_TITLES] + words[len(lead) :]
    while len(words) > FULL_NAME and words[0] in _PLAIN_TITLES:
        words = words[1:]
    while len(words) > FULL_NAME and words[-1] in _LONG_DEGREES:
        words = words[:-1]
    return words


def _without_accents(text: str) -> str:
    kept: list[str] = []
    is_marked = False
    for sign in unicodedata.normalize("NFD", text.translate(_LETTERS)):
        if not unicodedata.combining(sign):
            is_marked = unicodedata.name(sign, "").startswith(_MARKED_SCRIPTS)
        if not (is_marked and unicodedata.combining(sign)):
            kept.append(sign)
    return unicodedata.normalize("NFC", "".join(kept))


_PLAIN_TITLES = frozenset(_without_accents(title) for title in TITLES)
_FIRMS = frozenset({"co", "company", "sons", "brothers", "partners", "associates", "team", "family"})
_BEHIND = DEGREES | GENERATIONS
_LONG_DEGREES = frozenset(degree for degree in DEGREES if len(degree) > len("ma"))  # Yo-Yo Ma is no master
