"""What every command shares: which journal, and which day."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import click

from iiv.cli.failures import NoJournalError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from iiv.journal.edit.writing import Writing
    from iiv.journal.read.reading import Reading

    _Type = click.ParamType[dt.date]
else:
    _Type = click.ParamType  # takes no parameter in older versions of Click

T = TypeVar("T", bound="Callable[..., Any]")


@dataclass
class Choices:
    """What was chosen on the command line, before or after the command; the later wins.

    `command` is what was typed, without the options before the command.
    """

    folder: str = "."
    today: dt.date | None = None
    command: str = "iiv"


class Day(_Type):
    """A day in any form that is read in notes, or as it is told from today: `last friday`, `in 3 months`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:  # noqa: ANN401 - Click's signature
        """The day that `value` is, or a usage error."""
        from iiv.journal.parse.dates import parse_date_and_time

        if isinstance(value, dt.date):
            return value
        day, _ = parse_date_and_time(value, today())
        if day is None:
            self.fail(no_day(value), param, ctx)
        return day


def no_day(text: str) -> str:
    """Why a text is no day, and the form to write, with today's date."""
    from iiv.journal.parse.date_faults import FORM, date_fault

    day = today()
    message, hint = date_fault(text, day)
    if hint == FORM:
        hint = f"write year-month-day, as in {day} for today, or `friday`, `in 3 months`, `+2w`"
    what = f"{text!r} is no day" if message.endswith(" is no date") else message.replace("`", "'")
    return f"{what}: {hint}{'' if hint.endswith('?') else '.'}"


def journal_options(*, envvar: str | None = None) -> Callable[[T], T]:
    """The options -C and --today, for the group and for every command alike."""

    def decorate(command: T) -> T:
        folder = click.option(
            "-C",
            "folder",
            type=click.Path(exists=True, file_okay=False),
            metavar="DIR",
            help="The journal's folder, or one in it.",
            callback=_choose("folder"),
            expose_value=False,
        )
        today = click.option(
            "--today",
            type=Day(),
            metavar="DATE",
            envvar=envvar,
            help="As if it were this day.",
            callback=_choose("today"),
            expose_value=False,
            is_eager=True,  # other days are told from it
        )
        return folder(today(command))

    return decorate


def _choose(name: str) -> Callable[[click.Context, click.Parameter, object], None]:
    def choose(ctx: click.Context, _param: click.Parameter, value: object) -> None:
        if value is not None:
            setattr(_choices(ctx), name, value)

    return choose


def _choices(ctx: click.Context | None = None) -> Choices:
    return (ctx or click.get_current_context()).find_root().ensure_object(Choices)


def today() -> dt.date:
    """The day that was chosen, or today as this machine has it."""
    return _choices().today or dt.date.today()  # noqa: DTZ011 - a person's day is the local one


def folder() -> Path:
    """The folder that was chosen, or the current one."""
    from pathlib import Path

    return Path(_choices().folder)


def root() -> Path:
    """The journal's folder. Raises NoJournalError."""
    from iiv.journal.read.disk import find_root

    found = find_root(folder())
    if found is None:
        raise NoJournalError("no journal here, nor in a folder above: `iiv init` begins one")
    return found


def reading() -> Reading:
    """The journal, read. Raises NoJournalError."""
    from iiv.journal.cache.note_cache import note_cache
    from iiv.journal.read.reading import read

    found = root()
    with note_cache(found) as cache:
        return read(found, cache)


@contextmanager
def writing() -> Iterator[Writing]:
    """Write notes, as the command that was typed: all at the end of the `with`, or nothing.

    It is how every command writes, so that `iiv undo` can take back what it wrote. Raises what
    `iiv.journal.edit.writing` does, and NoJournalError.
    """
    from iiv.journal.edit.writing import writing as written_as

    with written_as(root(), _choices().command) as notes:
        yield notes
    if not notes.recorded:
        tell("What was written could not be recorded in .iiv: `iiv undo` will not take it back.")


def remember(command: str) -> None:
    """Remember what was typed."""
    _choices().command = command


def tell(message: str = "", **style: Any) -> None:  # noqa: ANN401 - what click.secho takes
    """Say something that is no data: on standard error."""
    from iiv.cli.terminal import say

    say(message, err=True, **style)


def tell_wait() -> None:
    """Say that a build must end first."""
    tell("A build of this journal is running: waiting for it to end.")


def point_out_problems(reading: Reading) -> None:
    """Say that notes have errors, for commands that show something else."""
    point_out_errors(sum(problem.severity == "error" for problem in reading.problems))


def point_out_errors(errors: int) -> None:
    """Say how many errors the notes have, when they have one."""
    if errors:
        tell(f"{errors} {'error' if errors == 1 else 'errors'} in the notes: `iiv check` shows them.")
