"""`iiv import`: what you have elsewhere, taken into the journal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from iiv.cli.context import Day, journal_options
from iiv.exchange.importing.sheet_days import ORDERS

if TYPE_CHECKING:
    import datetime as dt

_CAPTIONS = frozenset({".vtt", ".srt"})


@click.command("import")
@click.argument(
    "files",
    metavar="FILE...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--apply", "is_applied", is_flag=True, help="Write what is planned, without asking.")
@click.option("--contact", metavar="WHO", help="Whom a note is about that does not say so.")
@click.option(
    "--date", type=Day(), metavar="DATE", help="The day of the talk, for a note that does not say it."
)
@click.option(
    "--map",
    "pairs",
    metavar="KEY=COLUMN",
    multiple=True,
    help="What a column is: `name=Who`, `Like most?=satisfying`, `Like least?=new`; repeatable.",
)
@click.option(
    "--dates",
    type=click.Choice(ORDERS),
    help="Whether 3/2 in a table is in February or in March, where nothing proves it.",
)
@click.option("--only", metavar="TEXT", help="Only people in whose record this stands, such as a label.")
@click.option("--tag", "tags", metavar="WORD", multiple=True, help="A tag for each person; repeatable.")
@click.option("--pick", is_flag=True, help="Be asked about each person.")
@journal_options()
def import_(
    files: tuple[Path, ...],
    *,
    is_applied: bool,
    contact: str | None,
    date: dt.date | None,
    pairs: tuple[str, ...],
    dates: str | None,
    only: str | None,
    tags: tuple[str, ...],
    pick: bool,
) -> None:
    """Take in people, talks and notes from elsewhere.

    People come from vCard files (.vcf) and from tables (.csv, .xlsx, .ods) of LinkedIn, Google, Outlook,
    Thunderbird or any other program; talks from a sheet with one row a person and one column a question.
    What you wrote is never changed: a person's note only gets keys that it lacks.

    Notes in Markdown, as text, and of a word processor (.md, .txt, .docx) are copied into the journal,
    with the front matter that their names, properties and first lines tell; what they say stays as it is.

    What is planned is shown first, and written with --apply, or on a terminal once you say so.
    """
    from iiv.cli.import_notes import import_notes
    from iiv.cli.import_plan import Options, import_tables
    from iiv.exchange.importing.sources import is_table
    from iiv.exchange.notes import KINDS

    for path in files:
        if path.suffix.lower() in _CAPTIONS:
            raise click.UsageError(
                f"{path.name} is a transcript: `iiv new WHO --from FILE` makes a note of it."
            )
    notes = [path for path in files if path.suffix.lower() in KINDS and not is_table(path)]
    options = Options(pairs, dates, only or "", tags, pick)
    if notes and len(notes) < len(files):
        raise click.UsageError(f"{notes[0].name} is a note: take notes and tables in apart.")
    if notes and options != Options():
        raise click.UsageError("--map, --dates, --only, --tag and --pick are for tables and address books.")
    if not notes and (contact or date):
        raise click.UsageError("--contact and --date are for notes.")
    if notes:
        import_notes(notes, contact, date, is_applied=is_applied)
    else:
        import_tables(files, options, is_applied=is_applied)
