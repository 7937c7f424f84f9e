"""What happened and what to do, in a friend's words; and how counts and channels read in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.model import Interview, name_key
from iiv.method.dates import spoken, written
from iiv.method.verbs import VERBS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iiv.journal.model import Touchpoint
    from iiv.method.history import Event

WRITTEN_TALKS = frozenset({"e-mail", "email", "mail", "letter", "post", "chat"})
FAR_TALKS = frozenset({"phone", "telephone", "call", "video", "video call"})


HELPED = ("hardly helped", "helped a little", "helped", "helped a lot", "helped very much")
"""What a helpfulness of 1 to 5 says of a talk."""

_OWN_PREPOSITION = {"in", "at", "by", "on", "over", "via", "through"}


def deed(event: Event) -> str:
    """Who did what when: `You met on 2 March 2026`."""
    what = met(event) if isinstance(event, Interview) else VERBS[event.verb].deed
    return f"{what} on {spoken(event.date)}"


def met(talk: Interview) -> str:
    """That there was a talk: `You met`, `You talked` from afar, `You wrote to each other`."""
    channel = name_key(talk.channel)
    if channel in WRITTEN_TALKS:
        return "You wrote to each other"
    return "You talked" if channel in FAR_TALKS else "You met"


def entry(event: Event) -> str:
    """An event as a line of a record: `asked by e-mail on 10 Feb 2026`, `talk on 2 Mar 2026`."""
    if isinstance(event, Interview):
        return f"talk on {written(event.date)}"
    by = f" by {event.channel}" if event.channel else ""
    if event.verb == "scheduled" and event.day:
        return f"scheduled for {appointment(event.day, event)}{by}"
    return f"{event.verb}{by} on {written(event.date)}"


def told(line: Touchpoint) -> str:
    """A log line as a sentence without its day and note: `Found a day: 2 Mar 2026, 15:00, by video`."""
    day = f": {written(line.day)}" if line.day else ""
    time = f", {line.time:%H:%M}" if line.time else ""
    channel = by_channel(line.channel)
    return VERBS[line.verb].line + day + time + (f"{',' if day else ''} {channel}" if channel else "")


def appointment(day: dt.date, line: Touchpoint) -> str:
    """A scheduled day with its time, where known: `2 Mar 2026 at 15:00`."""
    return f"{written(day)} at {line.time:%H:%M}" if line.time else written(day)


def count(number: int, one: str, many: str = "") -> str:
    """`number` with its noun: 1 talk, 2 talks, no talks."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{number or 'no'} {noun}"


def listed(names: Sequence[str]) -> str:
    """Names as one says them: `Ada`, `Ada and Grace`, `Ada, Grace and Mary`; "" for none."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def by_channel(channel: str) -> str:
    """How a channel reads after a verb: `by video`, but `in person`; "" for none."""
    first = channel.partition(" ")[0].casefold()
    return channel if not channel or first in _OWN_PREPOSITION else f"by {channel}"


def capitalise(words: str) -> str:
    """`words` as the beginning of a sentence; what follows the first letter stays as it is."""
    return words[:1].upper() + words[1:]
