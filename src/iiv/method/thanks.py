"""The thanks that every talk asks for: by e-mail, and by hand-written card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.days import add_days
from iiv.method.channels import MEDIA, media
from iiv.method.follow_up import FollowUp
from iiv.method.wording import deed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iiv.journal.model import Interview
    from iiv.journal.settings import Settings
    from iiv.method.channels import Medium
    from iiv.method.history import Histories, History

WORTH_A_GIFT = 5  # helpfulness of a talk that was substantial
MISSING = {"email": "no thanks by e-mail yet", "card": "no card yet"}


def thank(people: Histories, settings: Settings) -> Iterator[FollowUp]:
    """By e-mail and by card, for every talk with everyone, until it was done."""
    within = {"email": settings.thank_within.email, "card": settings.thank_within.card}
    for past in people:
        done = first_thanks(past)
        for talk in past.talks:
            for channel in MEDIA:
                if (talk.id, channel) in done:
                    continue
                due = add_days(talk.date, within[channel])
                why = _why(talk, channel, past)
                yield FollowUp(past.contact.id, "thank", talk.id, talk.date, due, why, channel)


def first_thanks(past: History) -> dict[tuple[str, Medium], dt.date]:
    """The day of the first thanks by each medium for each talk, by its id; nothing where there are none.

    A line of the log counts for the latest talk on or before its date, and for none before that. Talks of
    one day share it: nobody thanks twice for one afternoon. A talk's own `thanked` is for that talk alone.
    """
    on_days: dict[tuple[dt.date, Medium], dt.date] = {}
    for line in past.contact.log:
        if line.verb == "thanked":
            days = [talk.date for talk in past.talks if talk.date <= line.date]
            for key in ((day, channel) for day in days[-1:] for channel in media(line.channel)):
                on_days[key] = min(line.date, on_days.get(key, line.date))
    done: dict[tuple[str, Medium], dt.date] = {}
    for talk in past.talks:
        own = [(channel, line.date) for line in talk.thanked for channel in media(line.channel)]
        logged = [(channel, day) for (of, channel), day in on_days.items() if of == talk.date]
        for channel, day in (*own, *logged):
            done[talk.id, channel] = min(day, done.get((talk.id, channel), day))
    return done


def _why(talk: Interview, channel: Medium, past: History) -> str:
    why = f"{deed(talk)}; {MISSING[channel]}."
    given = any(line.verb == "gave" and line.date >= talk.date for line in past.log)
    if channel == "card" and talk.helpfulness == WORTH_A_GIFT and not given:
        why += " It helped you a lot: add a small gift."
    return why
