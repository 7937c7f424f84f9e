"""A table with one row an answer, as `iiv export table` has it, to one with a row for each talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.exchange.cells import NOT_ANSWERED
from iiv.exchange.importing.column_words import key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_OF_ANSWER: Final = frozenset({"talk", "question", "asked", "answer", "gist", "themes"})
_NEEDED: Final = frozenset({"question", "answer"})
_WHOSE: Final = frozenset({"name", "partner", "given", "family"})


def widened(rows: list[list[str]]) -> list[list[str]]:
    """The rows of such a table with a column for each question; any other table as it is."""
    titles = [title.strip().casefold() for title in rows[0]] if rows else []
    if not _NEEDED.issubset(titles) or _WHOSE.isdisjoint(map(key_of, titles)):
        return rows
    about = [at for at, title in enumerate(titles) if title not in _OF_ANSWER]
    talks: dict[tuple[str, ...], dict[str, str]] = {}
    asked: dict[str, None] = {}
    for row in rows[1:]:
        cells = [*row, *[""] * (len(titles) - len(row))]
        question = _cell(titles, cells, "asked") or _cell(titles, cells, "question")
        asked[question] = None
        talk = talks.setdefault(tuple(cells[at] for at in about), {})
        talk[question] = _cell(titles, cells, "answer") or NOT_ANSWERED
    head = [*(rows[0][at] for at in about), *asked]
    return [
        head,
        *([*facts, *(said.get(question, "") for question in asked)] for facts, said in talks.items()),
    ]


def _cell(titles: Sequence[str], cells: Sequence[str], title: str) -> str:
    return cells[titles.index(title)].strip() if title in titles else ""
