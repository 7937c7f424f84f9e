"""`iiv directions`: the lives that you consider, and a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.context import journal_options, point_out_problems, reading, root, tell, today, writing
from iiv.cli.editors import NO_EDITOR
from iiv.cli.editors import edit as open_in_editor
from iiv.cli.terminal import json_option, print_json, print_written, shown
from iiv.cli.whom import new_name
from iiv.journal.ids import id_for
from iiv.journal.model import name_key

if TYPE_CHECKING:
    from iiv.journal.directions import Direction
    from iiv.journal.journal import Journal


@click.group(invoke_without_command=True)
@json_option
@journal_options()
@click.pass_context
def directions(ctx: click.Context, as_json: bool) -> None:
    """Show the lives that you consider.

    Each with how many voices speak to it, your interest after each talk, and what you decided. Fields with
    two talks or more that are no direction yet are offered.
    """
    if ctx.invoked_subcommand is not None:
        return
    from iiv.cli.direction_lines import direction_rows, print_directions, tell_offers
    from iiv.method.directions import evidence, in_order, offers

    read = reading()
    journal = read.journal
    found = [evidence(journal, direction) for direction in in_order(journal.directions)]
    if as_json:
        print_json(direction_rows(found))
    else:
        print_directions(found)
        if not found:
            tell('No direction yet. Begin one with `iiv directions new "Tree officer"`.')
        tell_offers(offers(journal))
    point_out_problems(read)


@directions.command()
@click.argument("name", nargs=-1, required=True)
@click.option(
    "--field", "fields", metavar="FIELD", multiple=True, help="A field that speaks to it; repeatable."
)
@click.option("--tag", "tags", metavar="WORD", multiple=True, help="A tag that speaks to it; repeatable.")
@click.option("--edit/--no-edit", default=True, help="Open the file in your editor.")
@journal_options()
def new(name: tuple[str, ...], fields: tuple[str, ...], tags: tuple[str, ...], edit: bool) -> None:
    """Begin a direction: a file for a life that you consider.

    Where NAME is a field of your talks, they speak to it. A direction that is there already is opened.
    """
    from iiv.cli.direction_lines import blank_direction

    called = new_name(" ".join(name), "NAME")
    journal = reading().journal
    there = _there(journal, called)
    if there:
        path = root() / there.place.path
        tell(f"{there.name} is there already. Nothing was changed.")
        click.echo(shown(path))
    else:
        text = blank_direction(called, fields or _fields(journal, called), tags, today())
        with writing() as notes:
            path = notes.create(f"journal/directions/{_free_id(journal, called)}.md", text)
        print_written(path)
    if edit and not open_in_editor(path):
        tell(NO_EDITOR)


def _there(journal: Journal, name: str) -> Direction | None:
    key = name_key(name)
    return next((one for one in journal.directions if key in {name_key(one.name), name_key(one.id)}), None)


def _fields(journal: Journal, name: str) -> tuple[str, ...]:
    """The field of talks or people that is called so."""
    known = [*(talk.field for talk in journal.talks), *(contact.field for contact in journal.contacts)]
    return tuple(field for field in known if field and name_key(field) == name_key(name))[:1]


def _free_id(journal: Journal, name: str) -> str:
    taken = {direction.id for direction in journal.directions}
    return id_for(name, taken | {note.id for note in journal.broken if note.kind == "direction"})
