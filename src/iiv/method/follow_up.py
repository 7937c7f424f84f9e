"""One thing to do for somebody, what it means on a day, and which comes first."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - what is kept is checked by these annotations
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from iiv.method.channels import Medium  # noqa: TC001 - the same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Kind = Literal[
    "nudge", "schedule", "prepare", "write-up", "thank", "introduction", "promise", "stay-in-touch"
]
State = Literal["hidden", "upcoming", "due", "overdue", "resting"]

RESTS_AFTER = 60  # days overdue; past them some kinds would only shame


@dataclass(frozen=True, slots=True)
class KindOf:
    """What one kind of follow-up asks for: in a few words, and of a person; and whether it rests one day."""

    act: str
    act_with: str
    rests: bool


KINDS: Final[Mapping[Kind | Literal["thank-card"], KindOf]] = {
    "nudge": KindOf("ask once more", "Ask {} once more", rests=True),
    "schedule": KindOf("find a day", "Find a day with {}", rests=True),
    "prepare": KindOf("prepare the talk", "Prepare the talk with {}", rests=False),
    "write-up": KindOf("write up the talk", "Write up the talk with {}", rests=True),
    "thank": KindOf("thank by e-mail", "Thank {} by e-mail", rests=True),
    "thank-card": KindOf("send a card", "Send a card to {}", rests=True),
    "introduction": KindOf("follow up the introduction", "Follow up the introduction: {}", rests=True),
    "promise": KindOf("keep your promise", "Keep your promise to {}", rests=False),
    "stay-in-touch": KindOf("get in touch", "Get in touch with {}", rests=False),
}
"""Every kind of follow-up; thanks by card are said otherwise than those by e-mail."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something to do for one person. `contact` is the id of a contact.

    `event` is the id of what led to it: a talk, a log line, or a meeting with somebody else. `from_` is the
    day of that event (or the day until which the follow-up is hidden), `until` the last day on which it makes
    sense. `why` is a sentence or two that hold on any day. `channel` is that of thanks.
    """

    contact: str
    kind: Kind
    event: str
    from_: dt.date
    due: dt.date
    why: str
    channel: Medium | Literal[""] = ""
    until: dt.date | None = None

    @property
    def id(self) -> str:
        """`CONTACT/KIND[-CHANNEL]/EVENT`: a date that moves keeps its id."""
        kind = f"{self.kind}-{self.channel}" if self.channel else self.kind
        return f"{self.contact}/{kind}/{self.event}"

    @property
    def is_of(self) -> KindOf:
        """What its kind asks for."""
        return KINDS["thank-card" if self.kind == "thank" and self.channel == "card" else self.kind]


def state(follow_up: FollowUp, today: dt.date) -> State:
    """What a follow-up is on a day. The page's script holds the same rule; one table of cases tests both."""
    if today < follow_up.from_ or (follow_up.until is not None and today > follow_up.until):
        return "hidden"
    if today < follow_up.due:
        return "upcoming"
    if today == follow_up.due or follow_up.until is not None:
        return "due"  # what ends by itself is not late before that
    if follow_up.is_of.rests and (today - follow_up.due).days > RESTS_AFTER:
        return "resting"
    return "overdue"


def urgency(follow_up: FollowUp, today: dt.date) -> float:
    """Days overdue over the days that led to the date (at least one); negative before the date."""
    return (today - follow_up.due).days / max(1, (follow_up.due - follow_up.from_).days)


def by_urgency(follow_ups: Iterable[FollowUp], today: dt.date) -> list[FollowUp]:
    """All follow-ups in order: the overdue by urgency, those to come by date, the resting, the hidden."""
    return sorted(follow_ups, key=lambda follow_up: _rank(follow_up, today))


def _rank(follow_up: FollowUp, today: dt.date) -> tuple[int, float, dt.date]:
    order = {"overdue": 0, "due": 1, "upcoming": 1, "resting": 2, "hidden": 3}[state(follow_up, today)]
    return (order, -urgency(follow_up, today) if order == 0 else 0.0, follow_up.due)
