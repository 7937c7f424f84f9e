"""`iiv show`: all that is known of one person, in the terminal."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click

from iiv.cli.completion import people
from iiv.cli.context import journal_options, point_out_problems, reading, root, today
from iiv.cli.portrait_lines import PortraitLines
from iiv.cli.terminal import WIDEST, json_option, print_json, say
from iiv.cli.whom import whom
from iiv.journal.model import Never
from iiv.journal.parse.markup import plain_text
from iiv.method.due_states import state
from iiv.method.portrait import portrait

if TYPE_CHECKING:
    import datetime as dt

    from iiv.journal.model import Interview
    from iiv.method.portrait import Portrait


@click.command()
@click.argument("contact", metavar="WHO", nargs=-1, required=True, shell_complete=people)
@json_option
@journal_options()
def show(contact: tuple[str, ...], as_json: bool) -> None:
    """Show all that is known of somebody.

    Facts, how far things have come, what is to be done next and why, the talks with what was said in
    short, promises and the log. WHO is an id, a name, an alias, or a part of one.
    """
    read = reading()
    person = whom(read.journal.contacts, " ".join(contact))
    found = portrait(read.journal, read.settings, person, today())
    if as_json:
        print_json(_row(found, today()))
    else:
        columns = min(WIDEST, shutil.get_terminal_size().columns)
        _print(PortraitLines(found, read.journal, today(), root(), columns))
    point_out_problems(read)


def _print(lines: PortraitLines) -> None:
    name, *rest = lines.head()
    click.secho(name, bold=True)
    for line in rest:
        click.echo(line)
    for heading, section in lines.sections().items():
        found = list(section)
        if not any(found):
            continue
        click.echo()
        if heading:
            click.secho(heading, bold=True)
        for line in found:
            click.echo(line)
    click.echo()
    say(lines.source())


def _row(found: Portrait, day: dt.date) -> dict[str, object]:
    contact, again = found.contact, found.contact.next_contact
    facts = ("email", "phone", "role", "organization", "field", "know", "respect", "opening", "tone")
    return {
        "id": contact.id,
        "name": contact.name,
        "path": contact.place.path if contact.place else "",
        "status": found.status,
        "status_event": found.event,
        "helpfulness": found.past.helpfulness,
        "asked_about_me": found.past.asked_about_me,
        "next_contact": "never" if isinstance(again, Never) else _day(again),
        "aliases": contact.aliases,
        **{fact: getattr(contact, fact) for fact in facts},
        "tags": contact.tags,
        "not": contact.not_same,
        "introduced_by": [person.name for person in found.introducers],
        "led_to": [person.name for person in found.led_to],
        "follow_ups": [
            {
                "kind": f.kind,
                "channel": f.channel,
                "due": f.due.isoformat(),
                "state": state(f, day),
                "why": f.why,
            }
            for f in found.follow_ups
        ],
        "ask_next": found.ask_next,
        "talks": [_talk(talk) for talk in found.notes],
        "promises": [
            {"text": plain_text(task.text), "made": _day(made), "by": _day(task.by), "done": task.done}
            for made, task in found.promises
        ],
        "log": [
            {
                "date": line.date.isoformat(),
                "verb": line.verb,
                "channel": line.channel,
                "note": line.note,
                "day": _day(line.day),
                "time": f"{line.time:%H:%M}" if line.time else None,
            }
            for line in found.past.log
        ],
    }


def _talk(talk: Interview) -> dict[str, object]:
    return {
        "id": talk.id,
        "path": talk.path,
        "date": talk.date.isoformat(),
        "prepared": talk.prepared,
        "channel": talk.channel,
        "minutes": talk.minutes,
        "helpfulness": talk.helpfulness,
        "interest": talk.interest,
        "shift": talk.shift,
        "said": talk.said,
        "fits": talk.fits,
        "doubt": talk.doubt,
        "answers": [{"question": answer.question, "gist": answer.gist} for answer in talk.answers],
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
