"""The rows of large pages: each is made once, and then found in the page in which it stands."""

from __future__ import annotations

import re
from contextlib import nullcontext
from typing import TYPE_CHECKING, BinaryIO, Final, TypeAlias

from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from markupsafe import Markup

Place: TypeAlias = tuple[int, int]
"""Where a row begins in the file of its page, and its length."""

_MARK: Final = "<!--iiv-rows-{}-->"
_MARKS: Final = re.compile(rb"<!--iiv-rows-(\d+)-->")


class KnownRows(Value, frozen=True):
    """Where rows stand in the pages of the folder `site`: by key, for each page by its address.

    Keys are those of one `version` of the templates.
    """

    site: Path
    version: str
    places: Mapping[str, Mapping[str, Place]]

    def of(self, address: str) -> PageRows:
        """The rows of the page at this address, which is to be made anew."""
        return PageRows(self.version, self.site / address, self.places.get(address))


class PageRows:
    """The rows of one page while it is made: marks stand for them until it is written.

    So no page is in memory as a whole, and a row that stands in the page as it was, `old`, is copied from
    there. `places` are those in the new one, as soon as it is written.
    """

    def __init__(
        self, version: str = "", old: Path | None = None, known: Mapping[str, Place] | None = None
    ) -> None:
        self.version = version
        self.places: dict[str, Place] = {}
        self._old = old if known else None
        self._known = known or {}
        self._lists: list[list[tuple[str, bytes | Place]]] = []

    def mark(self, rows: Iterable[tuple[str, Callable[[], bytes | None]]]) -> str | None:
        """What stands for rows, which come to stand below each other.

        They are given by their keys and by what makes them. None when there are none, or when one of them
        cannot be made by itself.
        """
        found: list[tuple[str, bytes | Place]] = []
        for key, make in rows:
            row = self._known.get(key) or make()
            if row is None:
                return None
            found.append((key, row))
        self._lists.append(found)
        return _MARK.format(len(self._lists) - 1) if found else None

    def filled(self, page: bytes) -> Iterator[bytes]:
        """The page, piece by piece, with the rows in the place of their marks."""
        at = 0
        with self._old.open("rb") if self._old else nullcontext() as old:
            for key, piece in self._pieces(page, old):
                if key:
                    self.places[key] = at, len(piece)
                at += len(piece)
                yield piece
        self._lists.clear()  # a template goes round in circles, and keeps what it was given

    def _pieces(self, page: bytes, old: BinaryIO | None) -> Iterator[tuple[str, bytes]]:
        """Rows by their keys, and what stands around them without one."""
        first, *rest = _MARKS.split(page)
        yield "", first
        for number, text in zip(rest[::2], rest[1::2], strict=True):
            between = b""
            for key, row in self._lists[int(number)]:
                yield "", between
                yield key, row if isinstance(row, bytes) else _copied(row, old)
                between = b"\n"
            yield "", text


def _copied(place: Place, old: BinaryIO | None) -> bytes:
    if old is None:
        raise ValueError("a row of no page")
    old.seek(place[0])
    return old.read(place[1])


class ShownRows:
    """Rows in a template: their mark where they are put in as they are, their HTML for any filter."""

    def __init__(self, mark: str, html: Callable[[], Markup]) -> None:
        self._mark = mark
        self._html = html

    def __html__(self) -> str:
        """What Jinja puts in."""
        return f"{self._mark}\n"

    def __str__(self) -> str:
        """The rows, each on a line."""
        return self._html()
