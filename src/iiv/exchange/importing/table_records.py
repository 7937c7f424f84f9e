"""The rows of a table to records of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.exchange.importing.column_words import NAMES, PERSON, TALK
from iiv.exchange.importing.naming import composed, displayed, is_firm
from iiv.exchange.importing.records import Record, addresses, fact, numbers, page, with_best, without_page
from iiv.journal.model import name_key
from iiv.journal.parse.text_lists import split_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iiv.exchange.importing.tables import Table

# What begins the last row of a table that somebody summed up.
_SUMS: Final = frozenset(
    {"total", "totals", "sum", "average", "summe", "gesamt", "somme", "suma", "totale", "totaal", "totalt"}
)
_TEXTS: Final = tuple(sorted(PERSON - {"email", "mobile", "phone", "title", "tags"}))


def table_records(table: Table) -> tuple[Record, ...]:
    """The records of a table, one a row."""
    return tuple(record_in(table, number, cells) for number, cells in table.rows)


def left_out(table: Table) -> list[str]:
    """The titles of columns that hold something, and of which a person's note takes nothing."""
    return [
        title
        for at, (title, key) in enumerate(zip(table.titles, table.keys, strict=True))
        if title
        and (not key or key in TALK)
        and any(at < len(row) and row[at].strip() for _, row in table.rows)
    ]


def record_in(table: Table, number: int, cells: Sequence[str]) -> Record:
    """What one row says of a person."""

    def texts(*keys: str) -> list[str]:
        return [cells[at].strip() for at in table.columns(*keys) if at < len(cells) and cells[at].strip()]

    def text(key: str) -> str:
        return next(iter(texts(key)), "")

    parts = composed(text("given"), text("middle"), text("family"), text("suffix"))
    name = displayed(without_page(text("name")), parts)
    # Google writes several values of one column with ` ::: ` between.
    facts = {key: first for key in _TEXTS if (first := fact(text(key).partition(":::")[0]))}
    emails = [one for said in texts("email") for one in addresses(said)]
    more = with_best(facts, emails, [one for said in texts("mobile", "phone") for one in numbers(said)])
    pages = [address for said in texts("profile") if (address := page(said))]
    organization = facts.get("organization", "")
    return Record(
        table.where(number),
        name or organization or facts.get("email", ""),
        facts,
        tags=tuple(tag for said in texts("tags") for tag in split_list(said)) if _are_ours(table) else (),
        profile=next((one for one in pages if "linkedin.com/in/" in one), ""),
        more=(*(("page", one) for one in pages if "linkedin.com/in/" not in one), *more),
        note="\n\n".join(texts("notes")),
        words="\n".join(cells),
        no_person=_unusable(cells, texts(*NAMES)) or _why_nobody(name, parts, organization),
    )


def _unusable(cells: Sequence[str], names: Sequence[str]) -> str:
    """Why a row is no record, whatever its columns are: it is empty, or sums up the others."""
    if not any(cell.strip() for cell in cells):
        return "empty"
    words = [name for name in names if any(map(str.isalpha, name))]
    return "a sum" if words and all(name_key(word.rstrip(": ")) in _SUMS for word in words) else ""


def _why_nobody(name: str, parts: str, organization: str) -> str:
    if not name:
        return "a company" if organization else "no name"
    is_organization = bool(organization) and name_key(name) == name_key(organization)
    return "a company" if not parts and (is_organization or is_firm(name)) else ""


def _are_ours(table: Table) -> bool:
    """Whether labels are words to find people by: an address book has its own (`* myContacts`)."""
    return not {"given", "family"} & set(table.keys)
