"""What to say in a talk, word for word; nothing in it but what the notes bear out."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from iiv.journal.model import name_key
from iiv.journal.parse.markup import plain_text
from iiv.method.wording import WRITTEN_TALKS

if TYPE_CHECKING:
    from iiv.method.history import History

IF_THEY_OFFER_HELP: Final = (
    "An introduction: “Whom else would you ask, if you were me? Would you introduce us?”",
    "Their manager: “Do you think that your manager would talk with me, too?”",
    "Another talk: “May I come back to you when I have thought about all this?”",
)
"""What to ask for, as the method has it. One of them is enough."""

WORDS_A_MINUTE: Final = 140
LONG: Final = 75  # seconds; beyond them a pitch is a speech


def to_open_with(past: History, introducer: str) -> tuple[str, ...]:
    """The first sentences to say; in the first talk also who led one to them, "" for nobody."""
    if past.talks:
        written = name_key(past.talks[-1].channel) in WRITTEN_TALKS
        last = "what you wrote to me" if written else "our last talk"
        return (f"“Thank you for making time for me again, and for {last}.”",)
    thanks = "“Thank you for making time for me.”"
    return (
        (thanks, f"“It was {introducer} who led me to you, and I am glad of it.”")
        if introducer
        else (thanks,)
    )


def time_to_say(pitch: str) -> str:
    """How long a pitch takes to say, as a sentence; "" for none."""
    seconds = round(sum(map(_words, plain_text(pitch).split())) * 60 / WORDS_A_MINUTE)
    if not seconds:
        return ""
    return f"It takes about {_duration(seconds)} to say{': a minute is enough' if seconds > LONG else ''}."


def _words(word: str) -> int:
    """How many words stand between two spaces: several in a script that writes none between words."""
    return max(1, sum(unicodedata.east_asian_width(char) == "W" for char in word) // 2)


def _duration(seconds: int) -> str:
    halves = round(seconds / 30)
    if seconds < 50:  # noqa: PLR2004 - what is more is a minute
        return f"{max(1, round(seconds / 10)) * 10} seconds"
    minutes = "a minute" if halves in {2, 3} else f"{halves // 2} minutes"
    return f"{minutes} and a half" if halves % 2 else minutes
