"""The cards of a vCard file to records of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.exchange.importing.naming import clean, composed, displayed, is_firm
from iiv.exchange.importing.records import Record, addresses, fact, numbers, page, with_best
from iiv.exchange.importing.vcards import cards
from iiv.journal.model import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.exchange.importing.vcards import Card, Property

_NO_PERSON: Final = {
    "GROUP": "a group",
    "ORG": "a company",
    "ORGANIZATION": "a company",
    "LOCATION": "a place",
    "THING": "a thing",
    "DEVICE": "a thing",
    "APPLICATION": "a program",
}
_NO_PHONE: Final = frozenset({"FAX", "PAGER", "MODEM", "BBS"})


def card_records(content: bytes) -> tuple[Record, ...]:
    """The records of a vCard file, one a card."""
    return tuple(_record(f"card {number}", card) for number, card in enumerate(cards(content), 1))


def _record(where: str, card: Card) -> Record:
    family, given, middle, _, suffix = (*card.parts("N"), *[""] * 5)[:5]
    organization = fact(card.parts("ORG")[0]) if card.parts("ORG") else ""
    parts = composed(given, middle, family, suffix)
    shown = [displayed(one.text, parts) for one in _preferred(card.all("FN"))] or [displayed("", parts)]
    name = shown[0]
    called = dict.fromkeys((*shown, *(clean(one.text) for one in card.all("NICKNAME"))))
    others = (("another name", one) for one in called if one not in {name, ""})
    facts = {"role": fact(card.text("TITLE")) or fact(card.text("ROLE")), "organization": organization}
    emails = (address for one in _preferred(card.all("EMAIL")) for address in addresses(one.text))
    phones = _preferred(one for one in card.all("TEL") if not one.kinds & _NO_PHONE)
    phones.sort(key=lambda one: "CELL" not in one.kinds)
    more = with_best(facts, emails, (n for one in phones for n in numbers(one.text)))
    pages = [
        address for key in ("URL", "X-SOCIALPROFILE") for one in card.all(key) if (address := page(one.text))
    ]
    return Record(
        where,
        name or organization or parts or facts.get("email", ""),
        {key: text for key, text in facts.items() if text},
        more=(*others, *(("page", one) for one in dict.fromkeys(pages)), *more),
        note="\n\n".join(one.text for one in card.all("NOTE")),
        words="\n".join(one.text for one in card.properties),
        no_person=_why_nobody(card, name, parts, organization),
    )


def _why_nobody(card: Card, name: str, parts: str, organization: str) -> str:
    said = [card.text(key) for key in ("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABSHOWAS")]
    if kind := next((word for one in said if (word := _kind(one))), ""):
        return kind
    is_organization = organization and name_key(name) == name_key(organization)
    if not parts and (is_organization or is_firm(name) or (organization and not name)):
        return "a company"
    if name:
        return ""
    return (
        "no name"
        if any(one.text.strip(" ;") for one in card.properties if one.name != "VERSION")
        else "empty"
    )


def _kind(said: str) -> str:
    word = said.strip().upper()
    return "a company" if word == "COMPANY" else _NO_PERSON.get(word, "")


def _preferred(found: Iterable[Property]) -> list[Property]:
    return sorted(found, key=lambda one: "PREF" not in one.kinds)
