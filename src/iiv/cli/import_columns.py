"""What was chosen of the columns of a sheet, by `--map` or at the terminal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import click

from iiv.cli.context import tell
from iiv.cli.terminal import at_terminal, printable
from iiv.exchange.importing.column_words import NAMES, PERSON, TALK
from iiv.exchange.importing.sheet_days import ORDERS, day_in, in_doubt, orders_proven
from iiv.exchange.importing.talks import days_of
from iiv.journal.bank import bank
from iiv.journal.model import Question, name_key
from iiv.journal.parse.undress import unlabelled
from iiv.journal.parse.wordings import Wordings, wording_key
from iiv.method.dates import written
from iiv.method.questions import short_id
from iiv.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from iiv.exchange.importing.sheet_days import Order
    from iiv.exchange.importing.sheets import Column, KnownQuestions
    from iiv.exchange.importing.tables import Table
    from iiv.journal.journal import Journal

NEW: Final = "new"
FIELDS: Final = (NAMES | PERSON | TALK | {"middle", "suffix", "notes", "profile"}) - {"title"}


@dataclass
class Chosen:
    """Which column is which key or question, by the title as wordings compare; `more` are new questions."""

    journal: Journal
    fields: dict[str, str] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)
    more: list[Question] = field(default_factory=list)

    def take(self, pairs: Iterable[str]) -> None:
        """Take what `--map` says: `name=Column`, or `Column=question-id`. Raises click.BadParameter."""
        for pair in pairs:
            halves = [half.strip() for half in pair.rpartition("=")[::2]]
            first = [half.strip() for half in pair.split("=", 1)]
            if len(first) > 1 and first[0] in FIELDS:
                self.fields[wording_key(first[1])] = first[0]
            elif halves[0] and halves[1] in FIELDS:
                self.fields[wording_key(halves[0])] = halves[1]
            elif not halves[0] or not self.ask(*halves):
                message = f"`{pair}` says neither a key ({', '.join(sorted(FIELDS))}) nor a question's id."
                raise click.BadParameter(printable(message), param_hint="--map")

    def ask(self, title: str, words: str) -> bool:
        """Take a column for the question that some words name, or a new one; whether there is one."""
        known = Wordings([*self.journal.questions, *self.more])
        id_ = known.find(words)
        if not id_ and words in bank():
            self.more.append(bank()[words].question)
            id_ = words
        elif not id_ and words.casefold() == NEW:
            id_ = short_id(unlabelled(title), {*map(name_key, self.journal.questions_by_id), *bank()})
            self.more.append(Question(id_, unlabelled(title)))
        if id_:
            self.questions[wording_key(title)] = id_
        return bool(id_)

    def require(self, titles: Iterable[str]) -> None:
        """Raise click.BadParameter when a column that was named is not there."""
        there = {wording_key(title): title for title in titles}
        for key in (*self.fields, *self.questions):
            if key not in there:
                names = ", ".join(filter(None, there.values()))
                raise click.BadParameter(
                    printable(f"no column is called {key!r}. There are {names}."), param_hint="--map"
                )


def with_asked(columns: Sequence[Column], chosen: Chosen, known: KnownQuestions) -> list[Column]:
    """The columns, after questions that are none of the journal's were asked about at a terminal."""
    if not at_terminal():
        return list(columns)
    return [
        _asked(column, chosen) if not column.question and known.is_question(column.title) else column
        for column in columns
    ]


def _asked(column: Column, chosen: Chosen) -> Column:
    may_be = f" It may be {column.meant}: {_ask_of(column.meant, chosen)}" if column.meant else ""
    tell(f"“{column.title}” is none of your questions.{may_be}")
    while True:
        words = click.prompt(
            "  Its id, `new` to ask it from now on, or Enter for a heading of its own",
            default="",
            show_default=False,
            err=True,
        )
        if not words:
            return column
        if chosen.ask(column.title, words):
            return replace(column, question=chosen.questions[wording_key(column.title)])
        tell(f"  {words!r} is no id: `iiv questions` and `iiv questions bank` show them.")


def _ask_of(id_: str, chosen: Chosen) -> str:
    question = chosen.journal.questions_by_id.get(id_)
    return question.ask if question else bank()[id_].ask if id_ in bank() else ""


def order_of(table: Table, said: str | None) -> Order:
    """Whether day or month comes first: as said, as the days prove, or as is answered at the terminal.

    Raises click.UsageError where nobody can be asked.
    """
    texts = [*days_of(table), *days_of(table, "next_contact")]
    doubtful = in_doubt(texts)
    proven = orders_proven(texts)
    for order in ORDERS:
        if said == order or (not said and proven == {order}):
            return order
    if not doubtful:
        return ORDERS[0]
    text = doubtful[0].strip()
    readings = " or ".join(written(day) for order in ORDERS if (day := day_in(text, order)))
    if at_terminal():
        answer = click.prompt(
            f"{text} may be {readings}. Which comes first, day or month?",
            type=click.Choice(["day", "month"]),
            err=True,
        )
        return ORDERS[0] if answer == "day" else ORDERS[1]
    raise click.UsageError(f"{text!r} may be {readings}: say which with --dates dmy or --dates mdy.")
