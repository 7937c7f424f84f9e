"""`iiv import`: people from address books, and talks from sheets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from iiv.cli.asking import at_terminal, confirmed
from iiv.cli.context import journal_options, reading, tell
from iiv.cli.failures import Failure
from iiv.exchange.importing.sheet_days import ORDERS

if TYPE_CHECKING:
    from iiv.cli.import_plan import Plan


@click.command("import")
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--apply", "is_applied", is_flag=True, help="Write it.")
@click.option(
    "--map",
    "pairs",
    metavar="KEY=COLUMN",
    multiple=True,
    help="Which column is what, as in `name=Who`, `Like most?=satisfying` or `Like least?=new`; repeatable.",
)
@click.option(
    "--dates",
    type=click.Choice(ORDERS),
    help="Whether 3/2 is in February or in March, where nothing proves it.",
)
@click.option("--only", metavar="TEXT", help="Only records in which this stands anywhere, such as a label.")
@click.option("--tag", "tags", metavar="WORD", multiple=True, help="A tag for each person; repeatable.")
@click.option("--pick", is_flag=True, help="Be asked about each record.")
@journal_options()
def import_(
    files: tuple[Path, ...],
    *,
    is_applied: bool,
    pairs: tuple[str, ...],
    dates: str | None,
    only: str | None,
    tags: tuple[str, ...],
    pick: bool,
) -> None:
    """Bring people from an address book, and talks from a sheet.

    FILE is a vCard file (.vcf), a table of people (CSV) from LinkedIn, Google, Outlook, Thunderbird or
    any other program, or a sheet of interviews with one row a person and one column a question. Tables
    may be .xlsx or .ods as well.

    What becomes of each record is shown first; --apply writes it, and on a terminal you are asked. What
    you wrote is never changed: a person's note only gets keys that it lacks, and a talk that has a note
    gets no other.
    """
    from iiv.cli.import_plan import Options, Plan
    from iiv.exchange.importing.sources import LOOKED_FOR, read_source

    if pick and not at_terminal():
        raise click.UsageError("--pick asks about each record, so it needs a terminal.")
    plan = Plan(reading(), Options(pairs, dates, only or "", tags, pick))
    for path in files:
        before = plan.records
        plan.add(read_source(path))
        if plan.records == before:
            raise Failure(f"{path}: no records. Looked for {LOOKED_FOR}.")
    plan.require_columns()
    if only and not plan.wanted:
        raise Failure(f"{plan.records} records, and none of them holds {only!r}.")
    _carry_out(plan, is_applied=is_applied)


def _carry_out(plan: Plan, *, is_applied: bool) -> None:
    """Show the plan, and write it where that is wanted."""
    if not is_applied:
        plan.show()
    if not plan.has_changes:
        if is_applied:
            plan.show(is_done=True)
        tell("There is nothing to write.")
        return
    if not is_applied and not at_terminal():
        tell("Nothing is written yet: --apply writes it.")
        return
    if not is_applied and not confirmed("Write this?"):
        tell("Nothing was written.")
        return
    plan.write(shows=is_applied)
    tell("`iiv undo` takes it back.")
