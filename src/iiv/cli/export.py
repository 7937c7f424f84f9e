"""`iiv export`: the journal in the formats of other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.context import journal_options, point_out_problems, reading, root, tell, tell_wait
from iiv.method.wording import count

if TYPE_CHECKING:
    from iiv.journal.read.reading import Reading


@click.group()
@journal_options()
def export() -> None:
    """Hand the journal to other programs."""


@export.command()
@click.argument("file", metavar="[FILE]", default="-", type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--initials", is_flag=True, help="Leave names out: `Follow up with A. L.`")
@journal_options()
def calendar(file: str, initials: bool) -> None:
    """The follow-ups, as calendar events.

    Writes an iCalendar file (.ics) to FILE, or to standard output. Import it into a calendar:
    an event keeps its place when its date moves, so import it again whenever you like.
    """
    from iiv.exchange import calendar as ics
    from iiv.method.rules import all_follow_ups

    read = reading()
    items = all_follow_ups(read.journal, read.settings)
    _write(file, ics.calendar(read.journal, items, initials=initials))
    events = count(len(items), "event") if items else "no event: nobody waits for you"
    _tell_written(file, events, read)


@export.command()
@click.argument("file", metavar="[FILE]", default="-", type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--wide", is_flag=True, help="One row a talk and one column a question.")
@journal_options()
def table(file: str, wide: bool) -> None:
    """The answers as a table, for a spreadsheet.

    Writes a CSV file to FILE, or to standard output: one row an answer. A cell that a spreadsheet would
    take for a formula begins with an apostrophe. `iiv import` reads both kinds of table.
    """
    from iiv.exchange.answer_table import answer_table, talk_table

    read = reading()
    _write(file, (talk_table if wide else answer_table)(read.journal))
    talks = read.journal.talks
    answers = sum(len(talk.answers) + len(talk.unknown_answers) for talk in talks)
    _tell_written(file, f"{count(len(talks), 'talk')}, {count(answers, 'answer')}", read)


@export.command()
@click.argument("file", metavar="[FILE]", default="-", type=click.Path(dir_okay=False, allow_dash=True))
@click.option("--schema", is_flag=True, help="The JSON Schema that describes the form, instead.")
@journal_options()
def json(file: str, schema: bool) -> None:
    """All that the notes say, as JSON, for other programs.

    Writes it to FILE, or to standard output.
    """
    if schema:
        from iiv.exchange.journal_form import journal_schema

        _write(file, journal_schema())
        if file != "-":
            tell(f"{file}: the schema.")
        return
    from iiv.exchange.journal_json import journal_json

    read = reading()
    _write(file, journal_json(read.journal))
    talks, people = len(read.journal.interviews), len(read.journal.contacts)
    _tell_written(file, f"{count(talks, 'talk')}, {count(people, 'person', 'people')}", read)


@export.command()
@click.argument("into", metavar="DIR", type=click.Path(file_okay=False))
@journal_options()
def pages(into: str) -> None:
    """The site as plain Markdown pages, for other generators.

    Writes the pages, what they load and a mkdocs.yml to the folder DIR, which is new, empty or an
    earlier export. `mkdocs build` there needs nothing of iiv.
    """
    from pathlib import Path

    from iiv.site.build.exporting import export_pages

    exported = export_pages(root(), Path(into), tell_wait)
    tell(f"{into}: {count(exported.pages, 'page')}.")
    for problem in exported.problems:
        tell(str(problem))
    point_out_problems(exported.reading)


def _write(file: str, content: bytes) -> None:
    with click.open_file(file, "wb") as opened:
        opened.write(content)


def _tell_written(file: str, what: str, read: Reading) -> None:
    if file != "-":
        tell(f"{file}: {what}.")
    point_out_problems(read)
