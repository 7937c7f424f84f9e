"""One thing to do for somebody, and the kinds of such things."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - what is kept is checked by these annotations
from typing import TYPE_CHECKING, Final, Literal

from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal[
    "talk", "nudge", "schedule", "prepare", "write-up", "thank", "introduction", "promise", "stay-in-touch"
]


class KindMeaning(Value, frozen=True):
    """What one kind of follow-up asks for: in a few words, and of a person; and whether it rests one day."""

    act: str
    act_with: str
    rests: bool


KINDS: Final[Mapping[Kind | Literal["thank-card"], KindMeaning]] = {
    "talk": KindMeaning("talk", "Talk with {}", rests=False),
    "nudge": KindMeaning("ask once more", "Ask {} once more", rests=True),
    "schedule": KindMeaning("find a day", "Find a day with {}", rests=True),
    "prepare": KindMeaning("prepare the talk", "Prepare the talk with {}", rests=False),
    "write-up": KindMeaning("write up the talk", "Write up the talk with {}", rests=True),
    "thank": KindMeaning("thank by e-mail", "Thank {} by e-mail", rests=True),
    "thank-card": KindMeaning("send a card", "Send a card to {}", rests=True),
    "introduction": KindMeaning("follow up the introduction", "Follow up the introduction: {}", rests=True),
    "promise": KindMeaning("keep your promise", "Keep your promise to {}", rests=False),
    "stay-in-touch": KindMeaning("get in touch", "Get in touch with {}", rests=False),
}
"""Every kind of follow-up; thanks by card are said otherwise than those by e-mail."""


class FollowUp(Value, frozen=True):
    """Something to do for one person. `contact` is the id of a contact.

    `event` is the id of what led to it: a talk, a log line, or a meeting with somebody else. `from_` is the
    day of that event (or the day until which the follow-up is hidden), `until` the last day on which it makes
    sense. `why` is a sentence or two that hold on any day. `channel` is that of thanks, or of a fixed talk
    as typed, whose `time` is that of its beginning.
    """

    contact: str
    kind: Kind
    event: str
    from_: dt.date
    due: dt.date
    why: str
    channel: str = ""
    until: dt.date | None = None
    time: dt.time | None = None

    @property
    def id(self) -> str:
        """`CONTACT/KIND[-CHANNEL]/EVENT`: a date that moves keeps its id."""
        kind = f"{self.kind}-{self.channel}" if self.kind == "thank" else self.kind
        return f"{self.contact}/{kind}/{self.event}"

    @property
    def appointment(self) -> str:
        """The time and channel of a fixed talk: `15:00, by video`; "" where neither is known."""
        at = f"{self.time:%H:%M}" if self.time else ""
        by = f"by {self.channel}" if self.kind == "talk" and self.channel else ""
        return ", ".join(filter(None, (at, by)))

    @property
    def meaning(self) -> KindMeaning:
        """What its kind asks for."""
        return KINDS["thank-card" if self.kind == "thank" and self.channel == "card" else self.kind]
