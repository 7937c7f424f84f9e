"""`iiv undo`: what the last command wrote, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.context import journal_options, root
from iiv.cli.terminal import columns, print_done, shown
from iiv.method.wording import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from iiv.journal.edit.undo import TakenBack

NAMED = 3


@click.command()
@click.option("--list", "listed", is_flag=True, help="Show what could be taken back, the latest first.")
@journal_options()
def undo(listed: bool) -> None:
    """Take back what the last command wrote.

    All its files are to the byte as they were before; twice takes back two commands. When one of the
    files was changed since, by you or by another program, nothing is taken back.
    """
    from iiv.journal.edit.undo import recorded
    from iiv.journal.edit.undo import undo as take_back

    folder = root()
    if listed:
        rows = [(entry.command, _some(entry.paths, folder)) for entry in reversed(recorded(folder))]
        for line in columns(rows):
            click.echo(line)
        return
    print_done(_sentence(take_back(folder), folder))


def _sentence(taken: TakenBack, folder: Path) -> str:
    ends = (
        (taken.changed, "is as it was", "are as they were"),
        (taken.gone, "is gone again", "are gone again"),
        (taken.back, "is back", "are back"),
    )
    parts = [
        f"{_some(paths, folder)} {one if len(paths) == 1 else many}" for paths, one, many in ends if paths
    ]
    if not parts:
        return f"`{taken.command}` was taken back already: every file is as it was before."
    return f"Took back `{taken.command}`: {', '.join(parts)}."


def _some(paths: Sequence[str], folder: Path) -> str:
    """The first of the paths, as they are typed here, and how many more there are."""
    names = [shown(folder / path) for path in paths[:NAMED]]
    if len(paths) > NAMED:
        names.append(f"{len(paths) - NAMED} more")
    return listed(names)
