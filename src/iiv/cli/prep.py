"""`iiv prep`: the call sheet, as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.completion import people
from iiv.cli.context import journal_options, point_out_problems, reading
from iiv.cli.terminal import printable, wrapped
from iiv.cli.whom import whom
from iiv.journal.parse.markup import plain_text
from iiv.method.call_sheet import call_sheet
from iiv.method.wording import appointment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iiv.method.call_sheet import CallSheet

WIDTH = 78


@click.command()
@click.argument("contact", shell_complete=people)
@journal_options()
def prep(contact: str) -> None:
    """Print the call sheet for a talk.

    What you need at hand when you talk with CONTACT: words to open with, your questions with what
    they said last time, your pitch in case they ask, what to ask for if they offer help, and how you
    could help.
    """
    journal_read = reading()
    person = whom(journal_read.journal.contacts, contact)
    for line in sheet_lines(call_sheet(journal_read.journal, person)):
        click.echo(line)
    point_out_problems(journal_read)


def sheet_lines(sheet: CallSheet) -> Iterator[str]:
    """The sheet as lines of at most 78 characters, a long word aside."""
    yield from _head(sheet)
    yield from _section("Open with thanks", _items((*sheet.opening, *sheet.thanks)))
    yield from _section("Your questions", _questions(sheet))
    pitch = sheet.pitch or "[nothing yet: write your pitch in journal/me.md, three or four sentences]"
    yield from _section("If they ask about you", _paragraphs(pitch, sheet.pitch_time))
    yield from _section("If they offer help", _items(sheet.to_ask_for))
    yield from _section("How you could help", _items(sheet.offers))
    if sheet.gift:
        yield from _section("A gift", _gift(sheet))
    yield from _section("Listen", _paragraphs(sheet.listening))


def _head(sheet: CallSheet) -> Iterator[str]:
    person, fixed = sheet.contact, sheet.appointment
    yield printable(person.name)
    facts = (
        ("", ", ".join(filter(None, (person.role, person.organization)))),
        ("When: ", appointment(fixed.day, fixed) if fixed and fixed.day else ""),
        ("By: ", fixed.channel if fixed else ""),
        ("Phone: ", person.phone),
        ("How you know them: ", person.know),
        ("What you respect: ", person.respect),
    )
    for label, fact in facts:
        if fact:
            yield from _wrapped(plain_text(fact), label)


def _questions(sheet: CallSheet) -> Iterator[str]:
    for number, line in enumerate(sheet.questions, 1):
        yield from _wrapped(line.question.ask, f"{number:2}. ")
        yield from _wrapped(f"({line.said})", "    ")
        yield ""


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield title
    yield "-" * len(title)
    yield from "\n".join(lines).rstrip("\n").split("\n")


def _items(items: Iterable[str]) -> Iterator[str]:
    for item in items:
        yield from _wrapped(item, "- ")


def _paragraphs(*texts: str) -> Iterator[str]:
    for number, text in enumerate(filter(None, texts)):
        if number:
            yield ""
        for line in text.split("\n"):
            yield from _wrapped(line, "")


def _gift(sheet: CallSheet) -> Iterator[str]:
    yield from _paragraphs(sheet.gift_because)
    yield from _items(sheet.gift)


def _wrapped(text: str, label: str) -> list[str]:
    """A text below its label; the lines after the first are as far in as a list's, and safe to show."""
    rest = " " * len(label) if len(label.strip()) <= len("10.") else "  "
    return wrapped(text, WIDTH, label, rest)
