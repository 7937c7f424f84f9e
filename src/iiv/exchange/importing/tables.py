"""Rows of cells to a table: where its head stands, and which of its columns is what."""

from __future__ import annotations

from itertools import dropwhile, zip_longest
from typing import TYPE_CHECKING, Final

from iiv.exchange.importing.column_words import NAMES, key_of
from iiv.journal.parse.wordings import wording_key
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_LOOKED_AT: Final = 40
"""Rows in which the head may stand; above it are titles and remarks."""

_MOST_LINES: Final = 300
_CORNER: Final = frozenset({"question", "questions", "frage", "fragen", "pregunta", "preguntas"})
_HALVES: Final = frozenset({"first", "last"})


class Table(Value, frozen=True):
    """A table. `keys` are what its columns are, "" for what is not known; `rows` have their numbers.

    `known` is how many of its titles say what they are. It `is_turned` where people stand side by side, and
    each line is what else would be a column.
    """

    name: str
    titles: tuple[str, ...]
    keys: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    known: int
    is_turned: bool = False

    @property
    def has_names(self) -> bool:
        """Whether a column says who somebody is."""
        return not NAMES.isdisjoint(self.keys)

    def columns(self, *keys: str) -> list[int]:
        """The columns that are one of these, the first key's first."""
        return [at for key in keys for at, said in enumerate(self.keys) if said == key]

    def where(self, number: int) -> str:
        """A record's place in the file, as a person says it."""
        return f"{'column' if self.is_turned else 'row'} {number}"


def table_of(
    name: str,
    rows: Sequence[Sequence[str]],
    chosen: Mapping[str, str],
    asks: Callable[[str], bool] | None = None,
) -> Table | None:
    """The table in some rows; None where no row is a head.

    `chosen` are keys by the titles of their columns, in the form in which wordings compare; `asks` says
    whether a title is a question's.
    """
    asks = asks or (lambda _: False)
    straight = _table(name, rows, chosen, asks, is_turned=False)
    turned = _table(name, _turned(rows), chosen, asks, is_turned=True)
    return max(
        filter(None, (straight, turned)),
        key=lambda one: (one.has_names, one.known, not one.is_turned),
        default=None,
    )


def _table(
    name: str,
    rows: Sequence[Sequence[str]],
    chosen: Mapping[str, str],
    asks: Callable[[str], bool],
    *,
    is_turned: bool,
) -> Table | None:
    found = [(_known(row, chosen, asks), -at) for at, row in enumerate(rows[:_LOOKED_AT])]
    known, before = max(found, default=(0, 0))
    if not known:
        return None
    head = -before
    titles = tuple(" ".join(cell.split()) for cell in rows[head])
    keys = [chosen.get(wording_key(title)) or key_of(title) for title in titles]
    below = [(number, tuple(row)) for number, row in enumerate(rows, 1) if number > head + 1 and row]
    return Table(name, titles, tuple(_settled(keys, titles)), tuple(below), known, is_turned)


def _known(row: Sequence[str], chosen: Mapping[str, str], asks: Callable[[str], bool]) -> int:
    """How many cells of a row are titles."""
    titles = {wording_key(cell): cell for cell in row if cell.strip()}
    return sum(key in chosen or bool(key_of(cell)) or asks(cell) for key, cell in titles.items())


def _settled(keys: list[str], titles: Sequence[str]) -> Iterator[str]:
    """The keys, where one word may say two things."""
    has = set(keys)
    for at, key in enumerate(keys):
        if key == "partner":
            yield "name"
        elif key == "name" and "partner" in has:
            yield ""  # as a page is called: `Talk with Maya`
        elif key == "stamp":
            yield "date" if "date" not in has and at == keys.index("stamp") else ""
        elif wording_key(titles[at]) in _HALVES and not {"given", "family"} <= has:
            yield ""  # `Last` may be when they last met
        elif key == "name" and "given" in has and "family" not in has:
            yield "family"  # as in `Name, Vorname`
        elif key == "name" and "family" in has and "given" not in has:
            yield "given"
        elif key == "title":
            yield "" if "role" in has else "role"  # else it is `Dr.`
        elif (
            at == 0
            and not key
            and NAMES.isdisjoint(has)
            and (not titles[0] or wording_key(titles[0]) in _CORNER)
        ):
            yield "name"
        else:
            yield key


def _turned(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The columns of a table as rows; none of a long one, in which no questions stand below each other."""
    if len(rows) > _MOST_LINES:
        return []
    # Above the people stands a title, alone in its line.
    below = dropwhile(lambda row: sum(bool(cell.strip()) for cell in row) <= 1, rows)
    return [list(column) for column in zip_longest(*below, fillvalue="")]
