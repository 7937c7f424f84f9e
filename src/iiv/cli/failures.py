"""What a command cannot do: which exceptions are said in a sentence, and with which exit code.

0 is well, 1 problems or a failure, 2 a command that was typed wrongly (click.UsageError). Every
other exception is a fault of the program and keeps its traceback.
"""

from __future__ import annotations

import errno
from contextlib import contextmanager
from io import StringIO
from typing import IO, TYPE_CHECKING, Any

import click

from iiv.cli.terminal import printable, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class NoJournalError(Exception):
    """No journal in the folder, nor above it."""


class Failure(click.ClickException):
    """A failure as Click shows it: `Error: ...` on standard error, and exit code 1."""

    def __init__(self, message: str) -> None:
        super().__init__(printable(message))


class _InWholeWords(click.ClickException):
    """Another exception, shown as Click shows it, but with no word broken by the terminal."""

    def __init__(self, fault: click.ClickException) -> None:
        super().__init__(fault.message)
        self._fault = fault
        self.exit_code = fault.exit_code  # type: ignore[misc]  # Click asks the instance for it

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it on standard error."""
        if file is not None:
            self._fault.show(file)
            return
        shown = StringIO()
        self._fault.show(shown)
        for line in shown.getvalue().splitlines():
            say(line, err=True)


@contextmanager
def in_whole_words() -> Iterator[None]:
    """Let what Click says of a failure be shown without a broken word."""
    try:
        yield
    except _InWholeWords:
        raise
    except click.ClickException as fault:
        raise _InWholeWords(fault) from fault


def as_click_exception(fault: Exception) -> click.ClickException | None:
    """The exception to show instead, or None for those that Click knows and for faults of the program."""
    if isinstance(fault, OSError) and fault.errno == errno.EPIPE:
        return None  # whoever read the output had enough; Click ends quietly
    return next((show(message(fault)) for kind, show, message in _table() if isinstance(fault, kind)), None)


def _table() -> tuple[tuple[type[Exception], type[Failure], Callable[[Exception], str]], ...]:
    """The exceptions that are no fault of the program, how each is shown, and its sentence."""
    from iiv.exchange.foreign_files import ForeignFileError
    from iiv.journal.edit.errors import EditError
    from iiv.journal.read.notes_folder import NotesFolderError
    from iiv.site.errors import SiteError

    return (
        (NoJournalError, Failure, str),
        (NotesFolderError, Failure, str),
        (EditError, Failure, str),
        (ForeignFileError, Failure, str),
        (SiteError, Failure, str),
        (OSError, Failure, _os_message),
    )


def _os_message(fault: Exception) -> str:
    name = getattr(fault, "filename", None)
    reason = getattr(fault, "strerror", None) or str(fault)
    return f"{name}: {reason}" if name else reason
