"""Two talks with one person on one day: most often one talk in two notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.problems import warning

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from iiv.journal.model import Interview
    from iiv.journal.problems import Problem


def check_days(interviews: Iterable[Interview], names: Mapping[str, str]) -> Iterator[Problem]:
    """A warning for each talk with somebody who had one on that day, unless each says its time.

    `names` are those of the people by id. A note that is only prepared is no talk.
    """
    first: dict[tuple[str, dt.date], Interview] = {}
    for talk in interviews:
        if talk.prepared:
            continue
        other = first.setdefault((talk.contact, talk.date), talk)
        if other is not talk and (talk.time is None or talk.time == other.time):
            yield _problem(talk, other, names[talk.contact])


def _problem(talk: Interview, other: Interview, name: str) -> Problem:
    message = f"this is another talk with {name} on {talk.date}: there is {other.path}"
    hint = f"make one note of the two; if there were two talks, give this one its time: `{talk.date} 15:00`"
    return warning(talk.place, "same-day", message, hint)
