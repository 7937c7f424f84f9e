"""The part of `iiv import` that takes in people and talks: a plan, shown and carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.asking import at_terminal, confirmed
from iiv.cli.context import reading, tell
from iiv.cli.failures import Failure
from iiv.cli.import_plan import Plan
from iiv.exchange.importing.sources import LOOKED_FOR, read_source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from iiv.cli.import_plan import Options


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
