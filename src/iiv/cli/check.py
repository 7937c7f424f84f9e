"""`iiv check`: what is wrong in the notes, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.context import journal_options, reading, root, tell, today
from iiv.cli.failures import NoJournalError
from iiv.cli.problem_lines import fail_for, print_changes, print_problems, tell_sum
from iiv.cli.terminal import json_option, print_json
from iiv.journal.read.notes_folder import NotesFolderError
from iiv.values import asdict

if TYPE_CHECKING:
    from iiv.journal.problems import Problem


@click.command()
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@json_option
@click.option("--watch", is_flag=True, help="Check again as you save, until Ctrl-C.")
@journal_options()
@click.pass_context
def check(ctx: click.Context, strict: bool, as_json: bool, watch: bool) -> None:
    """Show what is wrong in the notes.

    Each problem stands on a line that editors can follow to its place. A git remote, to which notes
    may be pushed, is a warning until the setting `known_remotes` names it. So is a talk or a line of
    a log with a day that is still to come. Exits with 1 when there
    are errors, with --strict on warnings too. With --watch, what is new and what is mended is shown
    after each save.
    """
    if watch and as_json:
        raise click.UsageError("--watch shows lines: leave out --json.")
    problems, talks = _found()
    if as_json:
        print_json([_row(problem) for problem in problems])
    else:
        print_problems(problems)
    _tell_all(problems, talks)
    failed = fail_for(problems, strict=strict)
    ctx.exit(int(_watched(problems, strict=strict, failed=failed) if watch else failed))


def _found() -> tuple[list[Problem], int]:
    """The problems in order of place, and how many talks there are. Raises NotesFolderError."""
    from iiv.journal.read.remotes import remote_problems
    from iiv.method.future_dates import ahead_of

    journal_read = reading()
    remotes = remote_problems(root(), journal_read.settings.known_remotes)
    problems = sorted([*journal_read.problems, *remotes, *ahead_of(journal_read.journal, today())])
    return problems, len(journal_read.journal.interviews)


def _tell_all(problems: list[Problem], talks: int) -> None:
    if not problems:
        tell(f"No problems in {talks} {'talk' if talks == 1 else 'talks'}.")
    tell_sum(problems)


def _watched(problems: list[Problem], *, strict: bool, failed: bool) -> bool:
    """Check again after each save, until Ctrl-C: whether the last check failed."""
    from contextlib import suppress

    from iiv.site.serve.watching import Saves, ended_like_an_interrupt

    with suppress(KeyboardInterrupt), ended_like_an_interrupt(), Saves(root()) as saves:
        tell("Waiting for what you save (Ctrl-C ends it).")
        while saves.wait():
            try:
                found, talks = _found()
            except (NotesFolderError, NoJournalError, OSError) as fault:
                failed = True
                tell(str(fault), fg="red")
                continue
            failed = fail_for(found, strict=strict)
            print_changes(problems, found)
            _tell_all(found, talks)
            problems = found
    return failed


def _row(problem: Problem) -> dict[str, object]:
    row = asdict(problem)
    return {**asdict(row.pop("place")), **row}
