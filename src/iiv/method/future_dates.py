"""What is dated ahead of today, as if it had happened: a slip that would silence what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.problems import warning

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iiv.journal.journal import Journal
    from iiv.journal.problems import Problem

_HINT = "correct the year, or the day"


def ahead_of(journal: Journal, today: dt.date) -> Iterator[Problem]:
    """A warning for each talk that is written up, and each line of a log, with a later day than `today`."""
    for talk in journal.talks:
        if talk.date > today:
            message = f"this talk is dated {talk.date}, which is still to come"
            yield warning(talk.place, "future-date", message, f"{_HINT}; a note without answers may be ahead")
    for contact in journal.contacts:
        for line in contact.log:
            if line.date > today:
                message = f"this line is dated {line.date}, which is still to come"
                hint = f"{_HINT}; a day ahead goes behind `scheduled`, or into `next_contact`"
                yield warning(line.place, "future-date", message, hint)
