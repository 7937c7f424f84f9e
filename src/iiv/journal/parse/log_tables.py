"""The rows of a table in a log to lines of the log."""

from __future__ import annotations

import re

from iiv.journal.parse.day_words import fold

_CELL_END = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*$")
_COLUMNS = {
    "date": "date day when datum tag jour le",
    "verb": "verb what type action event kind was aktion typ quoi",
    "channel": "channel how via by medium means kanal wie comment canal",
    "note": "note notes comments details remarks notiz notizen bemerkung remarque",
}
_ORDER = ("date", "verb", "note")


def is_row(line: str) -> bool:
    """Whether a line is one of a table."""
    return line.lstrip().startswith("|")


def table_lines(rows: list[str]) -> list[str]:
    """What each row of a table says as a line of the log; "" for its head and rule.

    Without a head that names them the columns are the date, the verb and notes.
    """
    cells = [_cells(row) for row in rows]
    has_head = len(rows) > 1 and _RULE.match(rows[1]) is not None
    columns = _columns(cells[0]) if has_head else _ORDER
    return [
        "" if _RULE.match(row) or (has_head and number == 0) else _line(cells[number], columns)
        for number, row in enumerate(rows)
    ]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in _CELL_END.split(row.strip().removeprefix("|").removesuffix("|"))]


def _columns(head: list[str]) -> tuple[str, ...]:
    named = (
        next((name for name, words in _COLUMNS.items() if fold(cell) in words.split()), "") for cell in head
    )
    columns = tuple(named)
    return columns if {"date", "verb"} <= set(columns) else _ORDER


def _line(cells: list[str], columns: tuple[str, ...]) -> str:
    said = {"date": "", "verb": "", "channel": ""}
    notes = []
    for number, cell in enumerate(cells):
        name = columns[number] if number < len(columns) else "note"
        if name in said and not said[name]:
            said[name] = cell
        elif cell:
            notes.append(cell)
    line = f"- {said['date']} {said['verb']}"
    if said["channel"]:
        line += f" by {said['channel']}"
    note = " · ".join(notes)
    if note.casefold().startswith(("by ", "via ")):
        return f"{line} {note}"
    return f"{line}: {note}" if note else line
