"""The promises that were noted and are not ticked yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.days import add_days
from iiv.journal.parse.markup import plain_text
from iiv.method.dates import spoken
from iiv.method.follow_up import FollowUp
from iiv.method.history import event_id

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iiv.journal.model import Promise
    from iiv.journal.settings import Settings
    from iiv.method.history import Histories, History

WITHIN = 7  # days after the talk, where the promise names no day


def promise(people: Histories, _settings: Settings) -> Iterator[FollowUp]:
    """For every open task, in the note of a talk or in a contact's file, by its day or in a week."""
    for past in people:
        for event, made, number, task in _tasks(past):
            due = task.by or (add_days(made, WITHIN) if made else None)
            if due is None:
                continue  # nothing says when: the task stands on the person's page
            start = made if made and made <= due else due
            why = _why(task, made, due)
            yield FollowUp(past.contact.id, "promise", f"{event}/{number}", start, due, why)


def _tasks(past: History) -> Iterator[tuple[str, dt.date | None, int, Promise]]:
    """Each open task with the event in which it was made, its day, and its number in the note.

    A task in the contact's own file has no day of its own: it counts from the last contact.
    """
    for talk in past.talks:
        for number, task in enumerate(talk.promises, 1):
            if not task.done:
                yield event_id(talk), talk.date, number, task
    last = past.last_contact
    for number, task in enumerate(past.contact.promises, 1):
        if not task.done:
            yield "contact", last.date if last else None, number, task


def _why(task: Promise, made: dt.date | None, due: dt.date) -> str:
    when = f" on {spoken(made)}" if made and made <= due else ""
    unread = f" (`{task.unread_day}` is not read as a day: due a week later)" if task.unread_day else ""
    return f"You promised{when}: {plain_text(task.text)}{unread}"
