"""A table with a row for each answer, as `iiv export table` writes it, to one with a row for each talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.exchange.cells import NOT_ANSWERED
from iiv.exchange.importing.column_words import key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_OF_ANSWER: Final = frozenset({"talk", "question", "asked", "answer", "gist", "themes", "notes"})
_NEEDED: Final = frozenset({"question", "answer"})
_WHOSE: Final = frozenset({"name", "partner", "given", "family"})


def widened(rows: list[list[str]]) -> list[list[str]]:
    """The rows of such a table with a column for each question; any other table as it is."""
    titles = [title.strip().casefold() for title in rows[0]] if rows else []
    if not _NEEDED.issubset(titles) or _WHOSE.isdisjoint(map(key_of, titles)):
        return rows
    about = [at for at, title in enumerate(titles) if title not in _OF_ANSWER]
    talks: dict[tuple[str, ...], dict[str, str]] = {}
    notes: dict[tuple[str, ...], str] = {}
    asked: dict[str, None] = {}
    for row in rows[1:]:
        cells = [*row, *[""] * (len(titles) - len(row))]
        question = (_cell(titles, cells, "asked") or _cell(titles, cells, "question")).strip()
        talk = (_cell(titles, cells, "talk"), *(cells[at] for at in about))
        said = talks.setdefault(talk, {})
        notes[talk] = "\n\n".join(filter(None, (notes.get(talk, ""), _cell(titles, cells, "notes"))))
        if question:
            asked[question] = None
            said[question] = _joined(said.get(question, ""), _cell(titles, cells, "answer"))
    head = [*(rows[0][at] for at in about), *asked, "notes"]
    return [
        head,
        *(
            [*facts[1:], *(said.get(question, "") for question in asked), notes[facts]]
            for facts, said in talks.items()
        ),
    ]


def _joined(said: str, more: str) -> str:
    """What was said to a question in several rows."""
    if not more or not said or said == NOT_ANSWERED:
        return more or said or NOT_ANSWERED
    return f"{said}\n\n{more}"


def _cell(titles: Sequence[str], cells: Sequence[str], title: str) -> str:
    cell = cells[titles.index(title)] if title in titles else ""
    return cell if cell.strip() else ""
