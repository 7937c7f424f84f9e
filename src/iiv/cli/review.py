"""`iiv review`: one year of the journal, in the terminal."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from iiv.cli.context import journal_options, point_out_problems, reading
from iiv.cli.terminal import WIDEST, json_option, print_json, wrapped
from iiv.journal.parse.markup import plain_text
from iiv.method.dates import written
from iiv.method.history import histories
from iiv.method.review import quiet_said, years
from iiv.method.review import review as review_of
from iiv.method.statistics.requests import asking
from iiv.method.wording import capitalise, count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iiv.journal.journal import Journal
    from iiv.journal.model import Interview, Promise
    from iiv.method.movement import Change
    from iiv.method.review import Review


@click.command()
@click.argument("year", metavar="[YEAR]", type=click.IntRange(1, 9999), required=False)
@json_option
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
    head, *sections = _sections(found, journal)
    for line in wrapped(head[0], space):
        click.secho(line, bold=True)
    for line in head[1:]:
        click.echo("\n".join(wrapped(line, space)))
    for title, *lines in sections:
        click.echo()
        click.secho(title, bold=True)
        for line in lines:
            click.echo("\n".join(wrapped(line, space, "- ", "  ")))


def _sections(found: Review, journal: Journal) -> Iterator[list[str]]:
    """The year in a sentence; then each section, its title first. A section without anything says so."""
    yield list(_head(found))
    yield ["Whom you met", *([_met(found, journal, talk) for talk in found.met] or ["Nobody."])]
    moved = [change for change in found.moved if change.interview.shift.strip()]
    if moved:
        yield ["What moved", *(_moved(journal, change) for change in moved)]
    yield ["Promises, open", *_promises(journal, found.open)]
    yield ["Promises, kept", *_promises(journal, found.kept)]
    names = journal.contacts_by_id
    quiet = [f"{names[one.contact].name}: {quiet_said(one)}" for one in found.quiet]
    yield ["Who went quiet", *(quiet or ["Nobody."])]
    if found.concluded:
        yield ["What you concluded", *(f"{one.name}{_then(one.name)}{one.words}" for one in found.concluded)]


def _head(found: Review) -> Iterator[str]:
    yield f"The year {found.year}"
    asked = f"you asked {count(found.asked, 'person', 'people')}, {found.replied or 'nobody'} replied; "
    new = f", {len(found.new)} of them with somebody new" if found.new else ""
    talks = count(len(found.met), "talk")
    yield capitalise(f"{asked if found.asked else ''}{talks}{new}. Up to {written(found.until)}.")


def _met(found: Review, journal: Journal, talk: Interview) -> str:
    again = "" if talk.id in found.new else ", again"
    return f"{written(talk.date)}: {journal.contacts_by_id[talk.contact].name}{again}"


def _moved(journal: Journal, change: Change) -> str:
    talk = change.interview
    interest = f" (interest {talk.interest} of 5)" if talk.interest else ""
    return f"{journal.contacts_by_id[talk.contact].name}{interest}: {plain_text(talk.shift)}"


def _promises(journal: Journal, promises: Sequence[tuple[Interview, Promise]]) -> list[str]:
    found = [
        f"{plain_text(one.text)} ({journal.contacts_by_id[talk.contact].name}, {written(talk.date)}"
        f"{f', by {written(one.by)}' if one.by else ''})"
        for talk, one in promises
    ]
    return found or ["None."]


def _then(name: str) -> str:
    return " " if name.endswith(("?", ".", "!")) else ": "


def _print_json(found: Review, journal: Journal) -> None:
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
    print_json(row)
