"""How soon one thanked, beside one's own aim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method.channels import MEDIA
from iiv.method.thanks import first_thanks
from iiv.method.wording import count
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from iiv.journal.model import Interview
    from iiv.journal.settings import Settings
    from iiv.method.channels import Medium
    from iiv.method.history import Histories, History

NAMES: dict[Medium, str] = {"email": "by e-mail", "card": "by card"}


class Thanks(Value, frozen=True):
    """By one medium: each talk after which one thanked so, with the days until then, the soonest first.

    `within` is the aim in days, `missing` are the talks for which no such thanks are noted.
    """

    medium: Medium
    within: int
    talks: tuple[tuple[Interview, int], ...]
    missing: tuple[Interview, ...]

    @property
    def in_time(self) -> int:
        """After how many talks one was as soon as one means to be."""
        return sum(days <= self.within for _, days in self.talks)


def thanking(people: Histories, settings: Settings) -> tuple[Thanks, ...]:
    """How soon one thanked by each medium, for every talk."""
    within = {"email": settings.thank_within.email, "card": settings.thank_within.card}
    thanked = [(past, first_thanks(past)) for past in people if past.talks]
    return tuple(_by(thanked, medium, within[medium]) for medium in MEDIA)


def _by(
    people: Sequence[tuple[History, Mapping[tuple[str, Medium], dt.date]]], medium: Medium, within: int
) -> Thanks:
    done: list[tuple[Interview, int]] = []
    missing: list[Interview] = []
    for past, thanked in people:
        for talk in past.talks:
            on = thanked.get((talk.id, medium))
            if on is None:
                missing.append(talk)
            else:
                done.append((talk, max(0, (on - talk.date).days)))
    return Thanks(
        medium,
        within,
        tuple(sorted(done, key=lambda pair: (pair[1], pair[0].date, pair[0].id))),
        tuple(sorted(missing, key=lambda talk: (talk.date, talk.id))),
    )


def thanked_both_ways(past: History) -> bool:
    """Whether somebody was thanked by every medium for every talk."""
    done = first_thanks(past)
    return all((talk.id, medium) in done for talk in past.talks for medium in MEDIA)


def thanking_said(found: tuple[Thanks, ...]) -> str:
    """How soon one thanked, in a sentence."""
    parts = [
        f"{NAMES[one.medium]} {_within(one.within)} after {one.in_time or 'none'} of "
        f"{count(len(one.talks) + len(one.missing), 'talk')}"
        for one in found
    ]
    return f"You thanked {', and '.join(parts)}."


def _within(days: int) -> str:
    return f"within {count(days, 'day')}" if days else "the same day"
