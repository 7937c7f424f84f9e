"""What to call a person whom another program has: one name, of whatever it keeps apart."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from iiv.exchange.importing.own_words import is_unanswered
from iiv.exchange.plain import one_line
from iiv.journal.names import GENERATIONS, bare_name, plain_key, several, turned
from iiv.journal.parse.fields import is_email

# Those that say no more than that somebody is a man or a woman; Dr. and Prof. are kept.
_COURTESY: Final = frozenset(
    """mr mister mrs ms miss mx herr hr frau fr monsieur m madame mme mlle señor señora sr sra signor
    signora sig dhr mevr mevrouw""".split()
)
_TITLES: Final = _COURTESY | {"dr", "prof", "professor", "doctor"}
_PRONOUNS: Final = re.compile(
    r"\s*[(\[][^()\[\]]*\b(?:he|she|they|him|her|them|er|sie|elle|il)\b[^()\[\]]*[)\]]", re.IGNORECASE
)
_MARKUP: Final = re.compile(r"[\[\]<>{}|\\`*#]+")
_EAST_ASIAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LEGAL_FORMS: Final = frozenset(
    "ltd limited llc llp inc incorporated corp plc gmbh mbh ohg oy oyj bv srl spa sarl pty".split()
)
_FIRM: Final = re.compile("(?:株式会社|有限会社|公司|주식회사)")


def clean(text: str) -> str:
    """A name or a part of one: on one line, without pictures, pronouns and marks of Markdown."""
    name = _PRONOUNS.sub("", bare_name(one_line(unicodedata.normalize("NFC", text))))
    shown = "".join(sign for sign in name if not _is_picture(sign))
    return " ".join(_MARKUP.sub(" ", shown).split()).strip(" ,;/-\u200d")


def composed(given: str, middle: str, family: str, suffix: str = "") -> str:
    """A name of its parts: family names first where they are written so, without a space between."""
    given, middle = (clean(part.replace(",", " ")) for part in (given, middle))
    family = clean(_without_credentials(family))
    if given and family and _EAST_ASIAN.search(family) and _EAST_ASIAN.search(given):
        return f"{family}{given}"
    words = [given, middle, family]
    if suffix.replace(".", "").strip().casefold() in GENERATIONS:
        words.append(clean(suffix))
    return " ".join(filter(None, words))


def displayed(name: str, parts: str = "") -> str:
    """A name as a program shows it, without a courtesy title; `parts` is the name that its parts make.

    "" for what is no name: an address, a number, a formula, `n/a`.
    """
    name = "" if name.lstrip().startswith("=") or is_unanswered(name) else clean(name)
    if "," in name or is_email(name):
        name = parts or turned(name) or ("" if is_email(name) else name.partition(",")[0])
    name = _without_courtesy(name or parts)
    return name if not is_email(name) and any(sign.isalpha() for sign in name) else ""


def is_firm(name: str) -> bool:
    """Whether a name that is not known to be a person's says by its last word that it is a company's."""
    words = plain_key(name).replace(",", " ").split()
    return bool(_FIRM.search(name)) or (len(words) > 1 and words[-1] in _LEGAL_FORMS)


def untitled(name: str) -> str:
    """A name without a title before it: the one that an id is made of."""
    words = name.split()
    while len(words) > 1 and words[0].replace(".", "").casefold() in _TITLES:
        words = words[1:]
    return " ".join(words)


def _without_courtesy(name: str) -> str:
    first, _, rest = name.partition(" ")
    title = first.replace(".", "").casefold()
    # A letter alone may be an initial.
    is_title = title in _COURTESY and (len(title) > 1 or not first.endswith("."))
    is_one = is_title and len(rest.split()) > 1 and not several(name)
    return rest if is_one else name


def _without_credentials(family: str) -> str:
    """`Hopper` for `Hopper, Ph.D., CISSP`; what tells father and son apart stays."""
    name, *behind = family.split(",")
    kept = [part.strip() for part in behind if part.replace(".", "").strip().casefold() in GENERATIONS]
    return " ".join([name.strip(), *kept])


def _is_picture(sign: str) -> bool:
    return unicodedata.category(sign) in {"So", "Co", "Cn"} or sign in "\ufe0f\u20e3🏻🏼🏽🏾🏿"
