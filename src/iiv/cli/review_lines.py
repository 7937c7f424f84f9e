"""A year as lines for a terminal, section by section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.parse.markup import plain_text
from iiv.method.dates import written
from iiv.method.review import quiet_said
from iiv.method.wording import capitalise, count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iiv.journal.journal import Journal
    from iiv.journal.model import Interview, Promise
    from iiv.method.movement import Change
    from iiv.method.review import Review

NOTHING = "None."


def review_lines(found: Review, journal: Journal) -> Iterator[list[str]]:
    """The year in a sentence; then each section, its title first. A section without anything says so."""
    yield list(_head(found))
    yield ["Whom you met", *(_met(found, journal, talk) for talk in found.met)]
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
    return found or [NOTHING]


def _then(name: str) -> str:
    return " " if name.endswith(("?", ".", "!")) else ": "
