"""`iiv check`: what is wrong in the notes, and where."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from iiv.cli.context import journal_options, reading, root, tell, today
from iiv.cli.problem_lines import fail_for, print_problems, tell_sum

if TYPE_CHECKING:
    from collections.abc import Iterable

    from iiv.journal.problems import Problem


@click.command()
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for other programs.")
@journal_options()
@click.pass_context
def check(ctx: click.Context, strict: bool, as_json: bool) -> None:
    """Show what is wrong in the notes.

    Each problem stands on a line that editors can follow to its place. A git remote, to which notes
    may be pushed, is a warning until the setting `known_remotes` names it. So is a talk or a line of
    a log with a day that is still to come. Exits with 1 when there
    are errors, with --strict on warnings too.
    """
    from iiv.journal.read.remotes import remote_problems
    from iiv.method.future_dates import ahead_of

    journal_read = reading()
    remotes = remote_problems(root(), journal_read.settings.known_remotes)
    problems = sorted([*journal_read.problems, *remotes, *ahead_of(journal_read.journal, today())])
    if as_json:
        _print_json(problems)
    else:
        print_problems(problems)
    if not problems:
        talks = len(journal_read.journal.interviews)
        tell(f"No problems in {talks} {'interview' if talks == 1 else 'interviews'}.")
    tell_sum(problems)
    ctx.exit(int(fail_for(problems, strict=strict)))


def _print_json(problems: Iterable[Problem]) -> None:
    import json

    click.echo(json.dumps([_row(problem) for problem in problems], indent=2))


def _row(problem: Problem) -> dict[str, object]:
    row = asdict(problem)
    return {**row.pop("place"), **row}
