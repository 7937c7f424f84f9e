"""The part of `iiv import` that takes in people and talks: a plan, shown, and written as one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from iiv.cli.context import reading, tell, writing
from iiv.cli.failures import Failure
from iiv.cli.import_columns import Chosen, order_of, with_asked
from iiv.cli.import_lines import counted, print_columns, print_steps
from iiv.cli.imported import write_people, write_questions, write_talks
from iiv.cli.terminal import at_terminal, confirmed, say
from iiv.exchange.importing.people_plan import PeoplePlan
from iiv.exchange.importing.sheets import KnownQuestions, is_sheet, question_columns
from iiv.exchange.importing.sources import LOOKED_FOR, read_source
from iiv.exchange.importing.table_records import left_out, table_records
from iiv.exchange.importing.tables import table_of
from iiv.exchange.importing.talks import talks_in
from iiv.exchange.importing.talks_plan import TalksPlan
from iiv.journal.model import name_key
from iiv.journal.parse.wordings import wording_key
from iiv.values import Value, field, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from iiv.exchange.importing.people_plan import Step
    from iiv.exchange.importing.records import Record
    from iiv.exchange.importing.sheets import Column
    from iiv.exchange.importing.sources import Source
    from iiv.exchange.importing.tables import Table
    from iiv.journal.read.reading import Reading


class Options(Value, frozen=True):
    """What was said on the command line."""

    pairs: tuple[str, ...] = ()
    dates: str | None = None
    only: str = ""
    tags: tuple[str, ...] = ()
    pick: bool = False


class Part(Value, frozen=True):
    """One list of records: what it is called, and what becomes of each that was wanted.

    `columns` are those of a sheet; `left_out` are titles of others, of which nothing is taken. `notes` says
    in how many notes each title is a heading.
    """

    name: str
    steps: tuple[Step, ...]
    records: int
    columns: tuple[Column, ...] = ()
    left_out: tuple[str, ...] = ()
    notes: Mapping[str, int] = field(default_factory=dict)


def import_tables(files: Iterable[Path], options: Options, *, is_applied: bool) -> None:
    """Take in people and talks. Raises Failure for a file without any, and ForeignFileError."""
    if options.pick and not at_terminal():
        raise click.UsageError("--pick asks about each record, so it needs a terminal.")
    plan = Plan(reading(), options)
    for path in files:
        before = plan.records
        plan.add(read_source(path))
        if plan.records == before:
            raise Failure(f"{path}: no records. Looked for {LOOKED_FOR}.")
    plan.require_columns()
    if options.only and not plan.wanted:
        raise Failure(f"{plan.records} records, and none of them holds {options.only!r}.")
    if not is_applied:
        plan.show()
    if not plan.has_changes:
        if is_applied:
            plan.show(is_done=True)
        tell("There is nothing to write.")
    elif is_applied or confirmed("Write this?"):
        plan.write(shows=is_applied)
        tell("`iiv undo` takes it back.")
    else:
        tell("Nothing was written: --apply does so.")


class Plan:
    """What an import would do. Asks at the terminal what it must know."""

    def __init__(self, read: Reading, options: Options) -> None:
        self._read = read
        self._options = options
        self._chosen = Chosen(read.journal)
        self._chosen.take(options.pairs)
        self._people = PeoplePlan(read.journal, options.tags)
        self._talks = TalksPlan(read.journal, self._people)
        self._parts: list[Part] = []
        self._titles: list[str] = []

    @property
    def records(self) -> int:
        """How many records there are, wanted or not."""
        return sum(part.records for part in self._parts)

    @property
    def wanted(self) -> int:
        """How many of them are wanted."""
        return sum(len(part.steps) for part in self._parts)

    @property
    def has_changes(self) -> bool:
        """Whether anything is to be written."""
        return any(step.what != "skip" for part in self._parts for step in part.steps)

    def add(self, source: Source) -> None:
        """Plan what a file holds. Raises Failure for a table without names, and click.UsageError."""
        if source.records:
            self._add_people(source.name, source.records)
        tables = [table for name, rows in source.tables if (table := self._table(name, rows))]
        named = [table for table in tables if table.has_names]
        if tables and not named:
            titles = ", ".join(filter(None, tables[0].titles))
            raise Failure(
                f"{tables[0].name}: no column is known to hold names. There are {titles}."
                " `--map name=COLUMN` says which."
            )
        for table in named:
            name = f"{table.name}, read as {source.encoding}" if source.encoding else table.name
            if is_sheet(table, self._asked(), self._chosen.questions):
                self._add_talks(name, table)
            else:
                self._add_people(name, table_records(table), left_out(table))

    def require_columns(self) -> None:
        """Raise click.BadParameter when a column was named that no table has."""
        self._chosen.require(self._titles)

    def show(self, *, is_done: bool = False) -> None:
        """Print what becomes of each record, and the counts."""
        for part in filter(lambda part: part.records, self._parts):
            others = part.records - len(part.steps)
            more = f" {others} more not wanted." if others else ""
            say(f"{part.name}: {counted(part.steps, is_done=is_done)}{more}")
            print_columns(part.columns, part.left_out, part.notes)
            print_steps(part.steps, is_done=is_done)
        if len(self._parts) > 1:
            say(f"In all {counted([s for part in self._parts for s in part.steps], is_done=is_done)}")

    def write(self, *, shows: bool) -> None:
        """Write it, and say what was done: all of it, or where that was shown the counts alone."""
        with writing() as notes:
            asked = [*self._chosen.more]
            journal = write_questions(notes, self._read, asked)
            left = write_people(notes, self._people.drafts.values())
            write_talks(notes, self._talks.planned, [*journal.questions, *asked])
        self._parts = [replace(part, steps=_without(part.steps, left)) for part in self._parts]
        if shows:
            self.show(is_done=True)
        else:
            say(counted([step for part in self._parts for step in part.steps], is_done=True))

    def _table(self, name: str, rows: Sequence[Sequence[str]]) -> Table | None:
        asked = self._asked()
        table = table_of(
            name,
            rows,
            self._chosen.fields,
            lambda title: asked.is_question(title) or wording_key(title) in self._chosen.questions,
        )
        self._titles += table.titles if table else ()
        return table

    def _asked(self) -> KnownQuestions:
        return KnownQuestions(self._read.journal, self._chosen.more)

    def _add_people(self, name: str, records: Sequence[Record], left_out: Sequence[str] = ()) -> None:
        steps = [self._people.plan(one) for one in records if self._is_wanted(one)]
        self._parts.append(Part(name, tuple(steps), len(records), left_out=tuple(left_out)))

    def _add_talks(self, name: str, table: Table) -> None:
        columns = question_columns(table, self._asked(), self._chosen.questions)
        columns = tuple(with_asked(columns, self._chosen, self._asked()))
        order = order_of(table, self._options.dates)
        talks = list(talks_in(table, columns, order))
        steps = [self._talks.add(talk) for talk in talks if self._is_wanted(talk.record)]
        how = f"{name}, with people across and questions down" if table.is_turned else name
        notes = Counter(title for talk in talks for title, _ in talk.rest)
        self._parts.append(Part(how, tuple(steps), len(talks), columns, notes=notes))

    def _is_wanted(self, record: Record) -> bool:
        if self._options.only and name_key(self._options.only) not in name_key(record.words):
            return False
        if not self._options.pick or record.no_person:
            return True
        return confirmed(f"{record.name} ({', '.join(record.facts.values()) or record.where})?")


def _without(steps: Iterable[Step], left: dict[str, str]) -> tuple[Step, ...]:
    return tuple(
        replace(step, what="skip", said=left[step.id]) if step.id in left else step for step in steps
    )
