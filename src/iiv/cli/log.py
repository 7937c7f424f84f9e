"""`iiv log`: one dated line about what passed between you and somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from iiv.cli.blank_notes import blank_contact
from iiv.cli.completion import channels, people
from iiv.cli.context import Day, journal_options, no_day, reading, tell, today, writing
from iiv.cli.terminal import print_written, printable
from iiv.cli.whom import whom
from iiv.command_lines import quoted
from iiv.journal.days import add_days
from iiv.journal.edit.log import log_line, with_log_line, with_next_contact
from iiv.journal.model import Touchpoint
from iiv.journal.parse.dates import parse_date_and_time
from iiv.journal.parse.log_words import verb_called, verb_hint
from iiv.journal.problems import NOWHERE
from iiv.method.history import TOUCHES, history_of
from iiv.method.staying_in_touch import EARLY
from iiv.method.verbs import VERBS
from iiv.values import replace

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from iiv.journal.edit.log import LogLine
    from iiv.journal.model import Contact, Verb
    from iiv.method.history import History

    _Verbs = click.ParamType[Verb]
else:
    _Verbs = click.ParamType  # takes no parameter in older versions of Click

CHANNELS = frozenset({"e-mail", "email", "mail", "phone", "video", "card", "letter", "post", "chat"})


class VerbType(_Verbs):
    """A verb of the log, in any case."""

    name = "verb"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Verb:  # noqa: ANN401 - Click's signature
        """The verb, or a usage error with the one that may have been meant."""
        verb = verb_called(str(value))
        if verb is None:
            hint = verb_hint(str(value))
            raise click.BadParameter(f"{value!r} is no verb of the log: {hint}", ctx, param)
        return verb

    def shell_complete(
        self, _ctx: click.Context, _param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The verbs that begin like this."""
        return [
            CompletionItem(verb, help=meaning.line)
            for verb, meaning in VERBS.items()
            if verb.startswith(incomplete)
        ]


@click.command()
@click.argument("contact", metavar="WHO", shell_complete=people)
@click.argument("verb", type=VerbType())
@click.argument("when", metavar="[DATE [TIME]]", nargs=-1)
@click.option(
    "--date", "date", type=Day(), metavar="DATE", help="The day on which it happened.  [default: today]"
)
@click.option(
    "--by",
    "channel",
    default="",
    metavar="CHANNEL",
    shell_complete=channels,
    help="e-mail, card, phone, video, ...",
)
@click.option("--note", default="", metavar="TEXT", help="What it was about.")
@click.option("--next", "next_contact", type=Day(), metavar="DATE", help="When to be in touch again.")
@journal_options()
def log(
    contact: str,
    verb: Verb,
    when: tuple[str, ...],
    *,
    date: dt.date | None,
    channel: str,
    note: str,
    next_contact: dt.date | None,
) -> None:
    """Note what passed between you and somebody.

    Adds one line to the log of WHO: the id, name or alias of somebody in the journal, or a part
    of one that no other has.

    VERB is asked, nudged, replied, scheduled, declined, thanked, gave, introduced, wrote, called,
    met, heard (they wrote to you), cancelled (the talk that was fixed will not be), saw (you came
    across them) or note. DATE and TIME are those of the talk that is scheduled:
    `iiv log Ada scheduled 2026-03-02 15:00`, or `... scheduled friday 3pm`. Days may be written as in
    notes, or as today, yesterday, last friday, in 3 months, +2w.

    A line that is there already is not written again. What you logged by mistake `iiv undo` takes back.
    """
    day, time = _day_and_time(" ".join(when)) if when else (None, None)
    if day and verb != "scheduled":
        raise click.UsageError(
            f"only `scheduled` takes a day, that of the talk: when it happened is `--date {day}`, "
            f"and when to be in touch again `--next {day}`"
        )
    touchpoint = Touchpoint(date or today(), verb, NOWHERE, channel, note, day, time)
    line = _line(touchpoint)
    journal = reading().journal
    person = whom(journal.contacts, contact)
    there = _lines_like(person, line.touchpoint)
    if line.touchpoint in there:
        tell(f"The log of {person.name} has this line already. Was it twice? `--note` tells them apart.")
        _print_new(person, None, next_contact)
    else:
        _print_new(person, line, next_contact)
        if there:
            tell("Another line of that day says this too, but for the note: if it is the same, `iiv undo`.")
    if next_contact:
        _tell_settled(history_of(journal, person), touchpoint, next_contact)
    if date and date > today():
        tell(f"{date} is still to come. If that is a slip, `iiv undo` takes the line back.")


def _day_and_time(text: str) -> tuple[dt.date, dt.time | None]:
    """The day of a talk with its time. Raises click.BadParameter, which says what may have been meant."""
    day, time = parse_date_and_time(text, today())
    if day:
        return day, time
    words = text.removeprefix("by ").strip()
    if any(map(str.isdigit, text)) or not words:
        raise click.BadParameter(printable(no_day(text)), param_hint="DATE")
    if text != words or words in CHANNELS:
        hint = f"a channel goes behind `--by`: --by {quoted(words)}"
    else:
        hint = f"{no_day(text)[:-1]}. A channel goes behind `--by`, and anything else behind `--note`"
    raise click.BadParameter(printable(f"{hint}."), param_hint="DATE")


def _tell_settled(past: History, line: Touchpoint, day: dt.date) -> None:
    """Say that nothing will be asked for on the day that was given, when a word so near to it settles it."""
    early = add_days(day, -EARLY)
    if past.touched_since(early) or (line.verb in TOUCHES and line.date >= early):
        tell(
            f"You were in touch within {EARLY} days of {day}, which settles it: "
            "to be reminded, give a later day."
        )


def _line(touchpoint: Touchpoint) -> LogLine:
    if touchpoint.verb == "scheduled" and touchpoint.day is None:
        raise click.UsageError("`scheduled` needs the day of the talk: iiv log WHO scheduled DATE [TIME]")
    try:
        return log_line(touchpoint)
    except ValueError as fault:
        raise click.UsageError(printable(str(fault))) from None


def _lines_like(person: Contact, line: Touchpoint) -> list[Touchpoint]:
    """The lines of a person's log that say the same, but for the note; what is only a note may differ."""
    there = [replace(other, place=line.place) for other in person.log]
    return [t for t in there if t == line or (t.verb != "note" and replace(t, note=line.note) == line)]


def _print_new(person: Contact, line: LogLine | None, next_contact: dt.date | None) -> None:
    """Write the line and the day, and say so; nothing where there is neither."""
    new = [f"- {line.text}"] if line else []
    new += [f"next_contact: {next_contact}"] if next_contact else []
    if new:
        print_written(_write(person, line, next_contact), *new)


def _write(person: Contact, line: LogLine | None, next_contact: dt.date | None) -> Path:
    """Add the line, if any, to the person's note, or to a new one for somebody whom only other notes name."""

    def amend(text: str) -> str:
        text = with_log_line(text, line) if line else text
        return with_next_contact(text, next_contact) if next_contact else text

    with writing() as notes:
        if person.place:
            return notes.change(person.place.path, amend)
        path = notes.create(f"journal/contacts/{person.id}.md", amend(blank_contact(person.name)))
    tell(f"{person.name} had no file: here it is.")
    return path
