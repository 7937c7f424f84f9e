"""How far one has come with a person: it follows from the log and the talks, and is never typed.

The events are read in order of time, and each moves the status on or leaves it:

- `asked`, `nudged`, `scheduled` and `declined` say it themselves. A new request starts the round
  afresh, whatever came before.
- `replied` answers a request; so does `heard`. While a scheduled day is still to come a reply
  changes nothing. From somebody with whom one has talked and whom one has not asked again, both
  are being in touch.
- A talk means `met`, or `filed` when the newest talk that says so says that they did not ask about
  me. A `met` line without a note means `met`, or being in touch with somebody known.
- After `met`, `thanked` or `gave` means `thanked`, and `wrote`, `called`, `met` or `heard` on a later
  day means `in touch`. A filed person stays filed until asked again or met in a talk that says otherwise.
- `cancelled` ends a fixed day: one is where one was with the reply, and looks for another.
- `introduced`, `saw` and `note` change nothing.

Two things depend on the day, and are dates in the value: a request that nobody answers becomes
`no reply` one interval after the last nudge (or, when the person was not nudged as often as the
settings say, once the nudge that is owed rests), and what is dated later has not happened yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from iiv.journal.days import add_days
from iiv.journal.model import Interview
from iiv.method.dates import add_business_days
from iiv.method.history import history
from iiv.method.urgency import RESTS_AFTER
from iiv.method.wording import entry

if TYPE_CHECKING:
    import datetime as dt

    from iiv.journal.model import Contact, Touchpoint
    from iiv.journal.settings import Settings
    from iiv.method.history import Event, History

_Step = Literal["idea", "asked", "nudged", "replied", "scheduled", "met", "thanked", "in touch"]
_Exit = Literal["declined", "no reply", "filed"]
StatusName: TypeAlias = _Step | _Exit

PIPELINE: tuple[StatusName, ...] = get_args(_Step)
EXITS: tuple[StatusName, ...] = get_args(_Exit)
WAITING: frozenset[StatusName] = frozenset({"asked", "nudged"})
KNOWN: frozenset[StatusName] = frozenset({"met", "thanked", "in touch"})
ACQUAINTED = frozenset({"met", "wrote", "called", "heard"})
"""The verbs of the log that say that one knows somebody, asked for a talk or not."""
OVER: frozenset[StatusName] = frozenset({"declined", "filed"})
"""With whom one talks no more: they said no, or one asks nothing more of them."""
WITHOUT_NUDGES = 7  # business days to wait for a reply where the settings ask for no nudge at all


@dataclass(frozen=True, slots=True)
class Change:
    """What a status turns into by itself from the day `on`, and why."""

    name: StatusName
    on: dt.date
    event: str


@dataclass(frozen=True, slots=True)
class Status:
    """A person's status: `name` from the day `since`, `before` until then, `then` later.

    `since` is None only for an idea; `event` is what it follows from, in words.
    """

    name: StatusName = "idea"
    since: dt.date | None = None
    event: str = "on your list"
    before: StatusName = "idea"
    then: Change | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """A status with the event that led to it and the nudges since the request."""

    name: StatusName = "idea"
    event: Event | None = None
    before: StatusName = "idea"
    nudges: int = 0


def status(contact: Contact, talks: tuple[Interview, ...], settings: Settings) -> Status:
    """The status of one person, from their file and the talks (not the prepared notes) with them."""
    return status_of(stage(history(contact, talks)), settings)


def status_of(reached: Stage, settings: Settings) -> Status:
    """The status of somebody with whom one has come so far."""
    if reached.event is None:
        return Status()
    then = _silence(reached, settings) if reached.name in WAITING else None
    return Status(reached.name, reached.event.date, entry(reached.event), reached.before, then)


def on_day(status: Status, today: dt.date) -> tuple[StatusName, str]:
    """What the status is on a day, and what it follows from in words."""
    if status.then and today >= status.then.on:
        return status.then.name, status.then.event
    if status.since and today < status.since:
        return status.before, ""
    return status.name, status.event


def stage(past: History) -> Stage:
    """How far one has come, whatever the day."""
    reached = Stage()
    for event in past.events:
        name = _after_talk(event, past) if isinstance(event, Interview) else _after_line(event, reached)
        if name is not None:
            reached = Stage(name, event, reached.name, reached.nudges + 1 if name == "nudged" else 0)
    return reached


def nudge_due(reached: Stage, settings: Settings) -> dt.date | None:
    """When to nudge somebody who was asked and did not reply; None when it was done often enough."""
    if reached.name not in WAITING or reached.event is None or reached.nudges >= len(settings.nudges):
        return None
    return add_business_days(reached.event.date, settings.nudges[reached.nudges])


def _silence(reached: Stage, settings: Settings) -> Change | None:
    if reached.event is None:
        return None
    owed = nudge_due(reached, settings)
    if owed is not None:
        on = add_days(owed, RESTS_AFTER + 1)
    else:
        interval = settings.nudges[-1] if settings.nudges else WITHOUT_NUDGES
        on = add_business_days(reached.event.date, interval)
    return Change("no reply", on, f"{entry(reached.event)}, no reply since")


def _after_talk(talk: Interview, past: History) -> StatusName:
    said = [t.asked_about_me for t in past.talks if (t.date, t.id) <= (talk.date, talk.id)]
    stated = [asked for asked in said if asked is not None]
    return "filed" if stated and not stated[-1] else "met"


def _after_line(line: Touchpoint, reached: Stage) -> StatusName | None:
    name: StatusName | None = None
    match line.verb:
        case "asked" | "nudged" | "scheduled" | "declined":
            name = line.verb
        case "replied" | "heard":
            name = _after_word_from_them(line, reached)
        case "thanked" | "gave":
            name = "thanked" if reached.name == "met" else None
        case "wrote" | "called":
            name = _in_touch(line, reached)
        case "met":
            name = _in_touch(line, reached) if reached.name in {*KNOWN, "filed"} else "met"
        case "cancelled":
            name = None if reached.name in {*KNOWN, *OVER} else "replied"
        case "introduced" | "saw" | "note":
            pass
    return name


def _after_word_from_them(line: Touchpoint, reached: Stage) -> StatusName | None:
    if reached.name in {*KNOWN, "filed"}:
        return _in_touch(line, reached)
    if reached.name in WAITING:
        return "replied"
    return "replied" if line.verb == "replied" and not _awaited(reached, line.date) else None


def _awaited(reached: Stage, day: dt.date) -> bool:
    line = reached.event
    if reached.name != "scheduled" or line is None or isinstance(line, Interview):
        return False
    return line.day is None or line.day >= day


def _in_touch(line: Touchpoint, reached: Stage) -> StatusName | None:
    later = reached.event is not None and line.date > reached.event.date
    return "in touch" if reached.name in KNOWN and later else None
