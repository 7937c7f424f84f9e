"""What a transcript holds: who said what, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt


class Cue(Value, frozen=True):
    """Words that were said in one go.

    `speaker` is "" where the file names none. `start` and `end` are seconds since the beginning, None where
    the file has no such times.
    """

    speaker: str
    text: str
    start: float | None = None
    end: float | None = None


class Transcript(Value, frozen=True):
    """What was said, in order, and what else the file says.

    `kind` names the form of the file for the person. `left_out` are lines that nobody said: a title, who
    wrote the file. `days` are those on which it may have been said, as file and name have them; `readings`
    are both that a chat's one day may be. It `rolls` where each caption repeated words of the one before.
    """

    kind: str
    cues: tuple[Cue, ...]
    left_out: tuple[str, ...] = ()
    days: tuple[dt.date, ...] = ()
    rolls: bool = False
    readings: tuple[dt.date, ...] = ()

    @property
    def minutes(self) -> int | None:
        """How long the talk took, where the file has times; None for less than a minute."""
        ends = [cue.end if cue.end is not None else cue.start for cue in self.cues]
        times = [time for time in ends if time is not None]
        starts = [cue.start for cue in self.cues if cue.start is not None]
        minutes = round((max(times) - min(starts)) / 60) if times and starts else 0
        return minutes if minutes > 0 else None

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who speaks, in the order in which they begin."""
        return tuple(dict.fromkeys(cue.speaker for cue in self.cues if cue.speaker))
