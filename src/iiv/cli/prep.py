"""`iiv prep`: the call sheet, as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import click

from iiv.cli.completion import people
from iiv.cli.context import journal_options, point_out_problems, reading
from iiv.cli.terminal import GAP, terminal_width, wrapped
from iiv.cli.whom import whom
from iiv.journal.parse.markup import plain_text
from iiv.method.call_sheet import call_sheet
from iiv.method.wording import appointment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iiv.method.call_sheet import CallSheet

Part: TypeAlias = tuple[str, str]
"""A text with what stands before it."""

BLANK: Part = ("", "")
WIDTH = 78


@click.command()
@click.argument("contact", metavar="WHO", shell_complete=people)
@journal_options()
def prep(contact: str) -> None:
    """Print the call sheet for a talk.

    What you need at hand when you talk with WHO: words to open with, your questions with what
    they said last time, your pitch in case they ask, what to ask for if they offer help, and how you
    could help. Their page on the site leads to the same sheet with room to write, on two pages to print.
    """
    journal_read = reading()
    person = whom(journal_read.journal.contacts, contact)
    space = min(WIDTH, terminal_width() or WIDTH)
    for line in sheet_lines(call_sheet(journal_read.journal, person), space):
        click.echo(line)
    point_out_problems(journal_read)


def sheet_lines(sheet: CallSheet, space: int) -> Iterator[str]:
    """The sheet as lines of so many columns, a long word aside."""
    for label, text in _parts(sheet):
        rest = " " * len(label) if len(label.strip()) <= len("10.") else GAP
        yield from wrapped(text, space, label, rest)


def _parts(sheet: CallSheet) -> Iterator[Part]:
    yield from _head(sheet)
    yield from _section("Open with thanks", _items((*sheet.opening, *sheet.thanks)))
    yield from _section("Your questions", _questions(sheet))
    pitch = sheet.pitch or "[nothing yet: write your pitch in journal/me.md, three or four sentences]"
    yield from _section("If they ask about you", _paragraphs(pitch, sheet.pitch_time))
    yield from _section("If they offer help", _items(sheet.to_ask_for))
    yield from _section("How you could help", _items(sheet.offers))
    if sheet.gift:
        yield from _section("A gift", [*_paragraphs(sheet.gift_because), *_items(sheet.gift)])
    yield from _section("Listen", _paragraphs(sheet.listening))


def _head(sheet: CallSheet) -> Iterator[Part]:
    person, fixed = sheet.contact, sheet.appointment
    facts = (
        ("", person.name),
        ("", ", ".join(filter(None, (person.role, person.organization)))),
        ("When: ", appointment(fixed.day, fixed) if fixed and fixed.day else ""),
        ("By: ", fixed.channel if fixed else ""),
        ("Phone: ", person.phone),
        ("How you know them: ", person.know),
        ("What you respect: ", person.respect),
    )
    return ((label, plain_text(fact)) for label, fact in facts if fact)


def _questions(sheet: CallSheet) -> Iterator[Part]:
    for number, line in enumerate(sheet.questions, 1):
        if number > 1:
            yield BLANK
        yield f"{number:2}. ", line.question.ask
        yield "    ", f"({line.said})"


def _section(title: str, parts: Iterable[Part]) -> Iterator[Part]:
    yield from (BLANK, ("", title), ("", "-" * len(title)))
    yield from parts


def _items(items: Iterable[str]) -> Iterator[Part]:
    return (("- ", item) for item in items)


def _paragraphs(*texts: str) -> Iterator[Part]:
    for number, text in enumerate(filter(None, texts)):
        if number:
            yield BLANK
        yield from (("", line) for line in text.split("\n"))
