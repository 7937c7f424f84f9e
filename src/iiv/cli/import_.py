"""`iiv import`: what you have elsewhere, taken into the journal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from iiv.cli.context import Day, journal_options
from iiv.exchange.notes import KINDS

if TYPE_CHECKING:
    import datetime as dt

_CAPTIONS = frozenset({".vtt", ".srt"})


@click.command("import")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False)
)
@click.option("--contact", metavar="WHO", help="Whom a note is about that does not say so.")
@click.option(
    "--date", type=Day(), metavar="DATE", help="The day of the talk, for a note that does not say it."
)
@click.option("--apply", "is_applied", is_flag=True, help="Write what is planned, without asking.")
@journal_options()
def import_(files: tuple[str, ...], contact: str | None, date: dt.date | None, is_applied: bool) -> None:
    """Take in notes from elsewhere.

    Notes in Markdown, as text, and of a word processor (.md, .txt, .docx) are copied into the journal,
    with the front matter that their names, properties and first lines tell; what they say stays as it is.
    What is planned is shown first, and written with --apply, or on a terminal once you say so.
    """
    from iiv.cli.import_notes import import_notes

    paths = [Path(file) for file in files]
    for path in paths:
        if path.suffix.lower() in _CAPTIONS:
            raise click.UsageError(
                f"{path.name} is a transcript: `iiv new WHO --from FILE` makes a note of it."
            )
        if path.suffix.lower() not in KINDS:
            raise click.UsageError(f"{path.name} is no note: those are {', '.join(sorted(KINDS))}.")
    import_notes(paths, contact, date, is_applied=is_applied)
