"""The lines of a log to its entries: what continues a line, tables, and dates that stand above others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from iiv.journal.model import Touchpoint
from iiv.journal.parse.dates import parse_date
from iiv.journal.parse.day_words import MONTH_NUMBERS, fold
from iiv.journal.parse.log_lines import is_dated, parse_line
from iiv.journal.parse.log_tables import is_row, table_lines
from iiv.journal.parse.log_words import says_deed
from iiv.journal.parse.undress import undress
from iiv.journal.problems import Place, Problem, error
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

_QUOTE = re.compile(r"(?:[ \t]*>)+")
_MARK = re.compile(r"[-*+•‣◦][ \t]+|\d{1,4}[.)][ \t]+")
# A rule, or HTML that only holds what is around it.
_NOTHING_SAID = re.compile(r"(?:[-*_][ \t]*){3,}$|(?:</?[a-zA-Z][^<>]*>\s*)+$")
_LONGEST_DATE = 60  # characters of a line that is a date alone, however it is dressed
_AROUND_DATE = "*_=`[](){}:#<>/ "
_PERIOD = re.compile(r"(?:(?P<month>[^\W\d_]{3,10}),?\s*)?(?:(?:19|20)\d\d)?$")


class Entry(Value, frozen=True):
    """What stands in a log as one piece, its place, and what it says or what is wrong with it.

    `problem` is None where it was said already, for a row of the same table.
    """

    text: str
    place: Place
    touchpoint: Touchpoint | None = None
    problem: Problem | None = None


def entries(lines: Iterable[str], path: str, first_line: int) -> Iterator[Entry]:
    """The entries of a log, the first line of which is line `first_line` of the note at `path`.

    Indented lines continue the line above, and others right below it where it reads well so. A line that
    is a date alone dates those below it.
    """
    date: dt.date | None = None
    undated: Entry | None = None
    for in_table, pieces in groupby(_pieces(lines, path, first_line), lambda piece: is_row(piece[0])):
        if in_table:
            yield from _rows(list(pieces))
            continue
        for text, place in pieces:
            if day := _date_alone(text):
                yield from filter(None, [undated])
                date, undated = day, _entry(text, place, None)
                continue
            entry = _entry(text, place, date)
            if date and is_dated(text):
                date = None
            elif date and (entry.touchpoint or says_deed(text)):
                undated = None
            yield entry
    yield from filter(None, [undated])


def _entry(text: str, place: Place, date: dt.date | None) -> Entry:
    found = parse_line(text, place)
    if isinstance(found, Problem) and date and not is_dated(text):
        below = parse_line(f"- {date} {text[_mark_end(text) :]}", place)
        is_other = isinstance(below, Problem) and below.code == "unknown-verb" and not says_deed(text)
        found = found if is_other else below
    return Entry(text, place, problem=found) if isinstance(found, Problem) else Entry(text, place, found)


def _rows(rows: list[tuple[str, Place]]) -> Iterator[Entry]:
    """The rows of a table; what is wrong with them is said once, with the first."""
    found = [
        (row, place, parse_line(line, place))
        for (row, place), line in zip(rows, table_lines([row for row, _ in rows]), strict=True)
        if line
    ]
    faults = [fault for _, _, fault in found if isinstance(fault, Problem)]
    for row, place, said in found:
        if isinstance(said, Problem):
            yield Entry(row, place, problem=_table_fault(faults) if said is faults[0] else None)
        else:
            yield Entry(row, place, said)


def _table_fault(faults: list[Problem]) -> Problem:
    first, more = faults[0], len(faults) - 1
    others = f", nor are {more} more" if more > 1 else ", nor is one more" if more else ""
    message = f"this row of the table is no line of the log{others}: {first.message}"
    return error(first.place, "bad-log-line", message, first.hint)


@dataclass(slots=True)
class _Piece:
    """Lines that belong together, the first of which stands at `place`, in a quote of this depth.

    `below` is the number of the line behind the last. It `is_one` where nothing continues it, and it
    `takes_more` where any line does: then its note has begun.
    """

    lines: list[str]
    place: Place
    depth: int
    below: int
    is_one: bool
    takes_more: bool = False


def _pieces(lines: Iterable[str], path: str, first_line: int) -> list[tuple[str, Place]]:
    pieces: list[_Piece] = []
    for number, whole in enumerate(lines):
        quote = _QUOTE.match(whole)
        line = whole[quote.end() :] if quote else whole
        text = line.strip()
        if not text or _NOTHING_SAID.match(text) or _is_period(text):
            continue
        place = Place(path, first_line + number, len(whole) - len(line.lstrip()) + 1)
        is_one = is_row(text) or _date_alone(text) is not None
        piece = _Piece([text], place, quote[0].count(">") if quote else 0, number + 1, is_one)
        if pieces and _continues(piece, pieces[-1], is_below=pieces[-1].below == number):
            pieces[-1].lines.append(text)
            pieces[-1].below = number + 1
        else:
            pieces.append(piece)
    return [(" ".join(piece.lines), piece.place) for piece in pieces]


def _continues(piece: _Piece, above: _Piece, *, is_below: bool) -> bool:
    if above.is_one or piece.is_one or piece.depth != above.depth:
        return False
    if piece.place.column > above.place.column:
        return True
    text = piece.lines[0]
    if not is_below or piece.place.column < above.place.column or text.startswith("#"):
        return False
    return not _mark_end(text) and not is_dated(text) and (above.takes_more or _reads_on(above, text))


def _reads_on(above: _Piece, text: str) -> bool:
    """Whether a line without a mark right below another makes one line of the log with it."""
    if len(above.lines) > 1:
        return False
    found = parse_line(f"{above.lines[0]} {text}", above.place)
    above.takes_more = isinstance(found, Touchpoint) and bool(found.note)
    return isinstance(found, Touchpoint)


def _mark_end(text: str) -> int:
    mark = _MARK.match(text)
    return mark.end() if mark else 0


def _date_alone(text: str) -> dt.date | None:
    """The date that a line is, as a heading, bold or plain."""
    if len(text) > _LONGEST_DATE or not text.rstrip(_AROUND_DATE)[-1:].isdigit():
        return None
    return parse_date(undress(text).words.strip("[]():"))


def _is_period(text: str) -> bool:
    """Whether a line is a title that says a year or month alone: the dates below it say so too."""
    if text[0] not in "#*_<":
        return False
    line = undress(text)
    return (line.is_heading or line.dress == "b") and is_period(line.words)


def is_period(words: str) -> bool:
    """Whether words say a year or a month alone."""
    match = _PERIOD.match(words) if words else None
    return match is not None and (not match["month"] or fold(match["month"]) in MONTH_NUMBERS)
