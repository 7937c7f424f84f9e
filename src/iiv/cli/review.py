"""`iiv review`: one year of the journal, in the terminal."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from iiv.cli.context import journal_options, point_out_problems, reading
from iiv.cli.review_lines import review_lines
from iiv.cli.terminal import WIDEST, wrapped
from iiv.method.history import histories
from iiv.method.review import review as review_of
from iiv.method.review import years
from iiv.method.statistics.requests import asking

if TYPE_CHECKING:
    from iiv.journal.journal import Journal
    from iiv.method.review import Review


@click.command()
@click.argument("year", metavar="[YEAR]", type=click.IntRange(1, 9999), required=False)
@click.option("--json", "as_json", is_flag=True, help="As JSON, for other programs.")
@journal_options()
def review(year: int | None, as_json: bool) -> None:
    """Look back on a year.

    Whom you met, what moved, promises open and kept, who went quiet, and what you concluded: as your notes
    have it at the end of the year, or on their last day. Without YEAR it is the latest year in them.
    """
    read = reading()
    known = years(read.journal)
    year = year or max(known, default=0)
    if year not in known:
        raise click.ClickException(_nothing(year, known))
    people = histories(read.journal)
    found = review_of(people, read.settings, asking(people), year)
    if as_json:
        _print_json(found, read.journal)
    else:
        _print(found, read.journal)
    point_out_problems(read)


def _nothing(year: int, known: tuple[int, ...]) -> str:
    if not known:
        return "no talk and no line of a log is noted yet: `iiv log WHO asked` writes the first"
    return f"nothing is noted in {year}; there is something in {', '.join(map(str, known))}"


def _print(found: Review, journal: Journal) -> None:
    space = min(WIDEST, shutil.get_terminal_size().columns)
    head, *sections = review_lines(found, journal)
    for line in wrapped(head[0], space):
        click.secho(line, bold=True)
    for line in head[1:]:
        click.echo("\n".join(wrapped(line, space)))
    for title, *lines in sections:
        click.echo()
        click.secho(title, bold=True)
        for line in lines:
            click.echo("\n".join(wrapped(line, space, "- ", "  ")))


def _print_json(found: Review, journal: Journal) -> None:
    import json

    from iiv.journal.parse.markup import plain_text

    names = journal.contacts_by_id
    row = {
        "year": found.year,
        "until": found.until.isoformat(),
        "asked": found.asked,
        "replied": found.replied,
        "met": [
            {
                "id": talk.id,
                "contact": names[talk.contact].name,
                "date": talk.date.isoformat(),
                "first": talk.id in found.new,
            }
            for talk in found.met
        ],
        "moved": [
            {"id": one.interview.id, "change": one.change, "shift": one.interview.shift}
            for one in found.moved
        ],
        "promises": [
            {"id": talk.id, "text": plain_text(one.text), "done": one.done} for talk, one in found.promises
        ],
        "quiet": [
            {"contact": names[one.contact].name, "last": one.last.isoformat(), "due": one.due.isoformat()}
            for one in found.quiet
        ],
        "concluded": [{"id": one.of.id, "words": one.words} for one in found.concluded],
    }
    click.echo(json.dumps(row, indent=2))
