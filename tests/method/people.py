"""One person's notes and what follows from them, for the tests of the method."""

import datetime as dt
from collections.abc import Mapping
from textwrap import dedent

from iiv.journal.journal import Journal
from iiv.journal.settings import Settings
from iiv.method.follow_up import FollowUp
from iiv.method.rules import all_follow_ups
from iiv.method.stages import StatusName
from iiv.method.status import Status, status
from tests.builders import a_journal


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def status_on(status: Status, today: dt.date) -> StatusName:
    """What a status is called on a day: the rule that the pages' script holds."""
    if status.since is not None and today < status.since:
        return status.before
    if status.then is not None and today >= status.then.on:
        return status.then.name
    return status.name


def ada(log: str = "", front_matter: str = "", notes: str = "") -> dict[str, str]:
    """Ada Lovelace's file, with these lines of her log."""
    lines = "".join(f"- {line.strip()}\n" for line in log.strip().splitlines())
    head = f"---\nname: Ada Lovelace\n{dedent(front_matter).strip()}\n---\n"
    return {"contacts/ada.md": f"{head}{dedent(notes)}\n## Log\n{lines}"}


def talk(
    date: str, front_matter: str = "", *, contact: str = "Ada Lovelace", notes: str = "A good talk."
) -> dict[str, str]:
    """The note of a talk."""
    stem = f"{date}-{contact.split(maxsplit=1)[0].lower()}"
    head = f"---\ncontact: {contact}\ndate: {date}\n{dedent(front_matter).strip()}\n---\n"
    return {f"interviews/{stem}.md": head + dedent(notes)}


def journal(*notes: Mapping[str, str]) -> Journal:
    """The journal of these notes, in which nothing is wrong."""
    reading = a_journal({path: text for part in notes for path, text in part.items()})
    assert reading.problems == ()
    return reading.journal


def items(*notes: Mapping[str, str], kind: str = "", settings: Settings | None = None) -> list[FollowUp]:
    """What these notes ask for, of one kind or of all."""
    found = all_follow_ups(journal(*notes), settings or Settings())
    return [item for item in found if kind in {"", item.kind}]


def dates(*notes: Mapping[str, str], kind: str, settings: Settings | None = None) -> list[str]:
    """When the items of one kind are due."""
    return [str(item.due) for item in items(*notes, kind=kind, settings=settings)]


def adas_status(*notes: Mapping[str, str], settings: Settings | None = None) -> Status:
    """How far one has come with Ada."""
    written = journal(*notes)
    return status(
        written.contacts_by_id["ada"], written.talks_by_contact.get("ada", ()), settings or Settings()
    )
