"""One row of a sheet to a talk: its day, what a note's keys say, the answers, and all the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.exchange.answer_table import WIDE
from iiv.exchange.cells import NOT_ANSWERED, split, unguarded_answer
from iiv.exchange.importing.column_words import TALK
from iiv.exchange.importing.own_words import cell_text, is_unanswered, is_unasked
from iiv.exchange.importing.records import LONGEST, fact
from iiv.exchange.importing.sheet_days import day_in
from iiv.exchange.importing.table_records import record_in
from iiv.journal.parse.dates import parse_date_and_time
from iiv.journal.parse.plain_values import minutes_in, rating_in, says_none, truth
from iiv.journal.parse.text_lists import split_list
from iiv.values import Value, field

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from iiv.exchange.importing.records import Record
    from iiv.exchange.importing.sheet_days import Order
    from iiv.exchange.importing.sheets import Column
    from iiv.exchange.importing.tables import Table

Written = str | tuple[str, ...]

OF_TALK: Final = ("role", "organization", "field", "tags")
"""What a person is as of that day: it stands in the note of the talk."""

PLAIN: Final = frozenset({"helpfulness", "interest", "minutes", "asked_about_me", "time"})
_LISTS: Final = frozenset({"introductions", "help", "tags"})
_NAME_WORDS: Final = 4
_BEST: Final = 5
_OF_FIVE: Final = re.compile(r"(?<=\d)\s*(?:/|of|out of)\s*5$", re.IGNORECASE)


class Talk(Value, frozen=True):
    """What a row says of a talk. `values` are by the keys of a note; `answers` by the ids of questions.

    An answer is "" where the question was asked and not answered. `rest` are texts by the titles of their
    columns. `day` is None where the row has no day; `said_day` is what stands there. A talk that
    `is_ours` stood in a journal before.
    """

    record: Record
    day: dt.date | None
    said_day: str = ""
    values: Mapping[str, Written] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    rest: tuple[tuple[str, str], ...] = ()
    notes: str = ""
    is_ours: bool = False


def talks_in(table: Table, columns: Sequence[Column], order: Order) -> Iterator[Talk]:
    """The talks that a sheet tells of, one a row."""
    as_text = str if _is_ours(table) else cell_text
    for number, cells in table.rows:
        padded = [as_text(cell) for cell in cells] + [""] * (len(table.titles) - len(cells))
        yield _talk(table, columns, number, padded, order)


def days_of(table: Table, key: str = "date") -> list[str]:
    """What stands in the columns of days."""
    at = table.columns(key)
    return [cells[one] for _, cells in table.rows for one in at if one < len(cells)]


def _talk(table: Table, columns: Sequence[Column], number: int, cells: Sequence[str], order: Order) -> Talk:
    said_day = next((cells[at] for at in table.columns("date") if cells[at]), "")
    values: dict[str, Written] = {}
    rest: list[tuple[str, str]] = []
    for at, key in enumerate(table.keys):
        text = cells[at]
        if not text or (key not in TALK and key not in OF_TALK) or key == "date":
            continue
        value = _value(key, text, order, table)
        if value == () and key not in _LISTS:
            continue  # a dash: nothing is known
        if value is not None and key not in values:
            values[key] = value
        elif value != ():
            rest.append((table.titles[at].rstrip(" ?"), text))  # a fact, and no question
    is_ours = _is_ours(table)
    answers, others = _said(columns, cells, is_ours=is_ours)
    beyond = [(f"Column {at + 1}", text) for at, text in enumerate(cells) if at >= len(table.titles) and text]
    notes = "\n\n".join(unguarded_answer(cells[at]) for at in table.columns("notes") if cells[at])
    return Talk(
        record=record_in(table, number, cells),
        day=day_in(said_day, order),
        said_day=said_day,
        values=values,
        answers=answers,
        rest=(*rest, *others, *beyond),
        notes=notes,
        is_ours=is_ours,
    )


def _is_ours(table: Table) -> bool:
    """Whether `iiv export table` wrote it: then every cell is as it was in a note."""
    return set(WIDE) <= set(table.titles)


def _said(
    columns: Sequence[Column], cells: Sequence[str], *, is_ours: bool
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """What was said to the questions, and what stands in columns that are none of the journal's."""
    answers: dict[str, str] = {}
    others = []
    for column in columns:
        text = cells[column.at]
        if text and not column.question:
            others.append((column.title, unguarded_answer(text)))
        elif text if is_ours else not is_unasked(text):
            is_empty = text == NOT_ANSWERED if is_ours else is_unanswered(text)
            said = "" if is_empty else unguarded_answer(text)
            answers[column.question] = "\n\n".join(filter(None, (answers.get(column.question, ""), said)))
    return answers, others


def _value(key: str, text: str, order: Order, table: Table) -> Written | None:
    """What a cell says under a key of a note; () for nothing, None for what the key cannot say."""
    if _is_ours(table) and key not in PLAIN and key != "next_contact":
        text = unguarded_answer(text)
        return split(text) if key in _LISTS else text
    if is_unanswered(text) or (key in _LISTS and says_none(text)):
        return ()
    if key in _LISTS:
        return _list(key, text)
    if key == "next_contact":
        day = day_in(text, order)
        return str(day) if day else "never" if text.casefold() == "never" else None
    if key in PLAIN:
        return _plain_value(key, text, table)
    return (fact(text) or None) if len(text) <= LONGEST and "\n" not in text else None


def _list(key: str, text: str) -> tuple[str, ...] | None:
    """The items of a list on one line; None for a sentence where names should be."""
    parts = (
        tuple(part.strip() for part in text.split(";") if part.strip()) if ";" in text else split_list(text)
    )
    is_list = len(text) <= LONGEST and "\n" not in text
    are_names = key != "introductions" or all(len(part.split()) <= _NAME_WORDS for part in parts)
    return parts if is_list and are_names else None


def _plain_value(key: str, text: str, table: Table) -> str | None:
    """A number, yes or no; None for anything else."""
    if key == "time":
        time = parse_date_and_time(f"2000-01-01 {text}")[1]
        return f"{time:%H:%M}" if time else None
    if key == "asked_about_me":
        return {True: "yes", False: "no", None: None}[truth(text)]
    number = minutes_in(text) if key == "minutes" else rating_in(_OF_FIVE.sub("", text))
    if key != "minutes" and not _is_of_five(table, key):
        return None
    return str(number) if number else None


def _is_of_five(table: Table, key: str) -> bool:
    """Whether no number in the column is above five."""
    return not any((rating_in(text) or 0) > _BEST for text in days_of(table, key))
