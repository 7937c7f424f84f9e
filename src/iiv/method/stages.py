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
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

from iiv.journal.model import Interview

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from iiv.journal.model import Touchpoint
    from iiv.method.history import Event

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


class Stage(NamedTuple):  # there are tens of thousands
    """A status with the event that led to it and the nudges since the request."""

    name: StatusName = "idea"
    event: Event | None = None
    before: StatusName = "idea"
    nudges: int = 0


def stage(events: Iterable[Event], talks: Sequence[Interview]) -> Stage:
    """How far one has come, whatever the day, by what happened and the talks in it, both oldest first."""
    reached = Stage()
    for event in events:
        name = _after_talk(event, talks) if isinstance(event, Interview) else _after_line(event, reached)
        if name is not None:
            reached = Stage(name, event, reached.name, _nudges(name, reached))
    return reached


def _nudges(name: StatusName, reached: Stage) -> int:
    return reached.nudges + 1 if name == "nudged" else 0


def _after_talk(talk: Interview, talks: Sequence[Interview]) -> StatusName:
    said = [t.asked_about_me for t in talks if (t.date, t.id) <= (talk.date, talk.id)]
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
