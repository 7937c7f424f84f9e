"""How programs begin what somebody said in a text: with a name and a time, in this order or that."""

from __future__ import annotations

import re
from typing import Final

from iiv.values import Value

CLOCK: Final = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,3})?(?:[\s\u202f]?[AaPp]\.?\s?[Mm]\.?)?"
"""A time, of a clock or since the beginning."""

DAY: Final = (
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?:Today|Yesterday)(?:\s+at)?"
    r"|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,\s+\d{4})?(?:\s+at)?)"
)
"""A day, as chat programs write it."""

_TIME: Final = rf"(?P<time>{CLOCK})"
_SPAN: Final = rf"{_TIME}(?:\s*[\u2013-]\s*{CLOCK})?"
_SHORT: Final = r"\d{1,2}:\d{2}"
_DASH: Final = r"|\u00b7\u2022\u2013\u2014-"  # between a name and a time
_WHO: Final = rf"(?P<who>[^\s\[\](<:{_DASH}](?:[^\n\[\]:|]{{0,58}}[^\s\[\]:,{_DASH}])?)"
_ANYBODY: Final = r"(?P<who>[^\s:](?:[^:\n]{0,58}[^\s:])?)"
_BEHIND: Final = r"(?:\s+(?P<words>.*)|$)"


class Form(Value, frozen=True):
    """A pattern of a whole line with `who` and `time`, and `words` where they stand in that line.

    `names_anybody` where nothing but a name can stand there, and `tells_day` where the time is a clock's.
    """

    kind: str
    pattern: re.Pattern[str]
    names_anybody: bool = False
    tells_day: bool = False


def _chat(pattern: str, *, names_anybody: bool = True) -> Form:
    return Form("a chat", _line(pattern), names_anybody, tells_day=True)


def _talk(pattern: str) -> Form:
    return Form("a transcript with names and times", _line(pattern))


def _line(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"[\u200e\u200f\ufeff]*{pattern}")


FORMS: Final = (
    _chat(rf"\[{DAY},?\s+{_TIME}\]\s+(?:~\s?)?{_ANYBODY}:{_BEHIND}"),  # WhatsApp on iOS, Signal
    _chat(rf"{DAY},?\s+{_TIME}\s+[-\u2013]\s+{_ANYBODY}:{_BEHIND}"),  # WhatsApp on Android
    # Zoom's chat
    _chat(rf"{_TIME}\s+From\s+(?P<who>[^\s:][^:\n]{{0,58}}?)(?:\s+to\s+[^:\n]{{1,60}})?\s*:{_BEHIND}"),
    _chat(rf"{_WHO},?\s+\[{DAY},?\s+{_TIME}\]:?"),  # Telegram
    _chat(rf"{_WHO}\s+[\u2014\u2013-]\s+{DAY},?\s+{_TIME}"),  # Discord
    _chat(rf"{_WHO}\s+\[(?P<time>{_SHORT}(?:\s?[AaPp][Mm])?)\]", names_anybody=False),  # Slack
    _chat(rf"{_WHO}\s+(?P<time>{_SHORT}\s?[AaPp][Mm])", names_anybody=False),
    _talk(rf"\[{_WHO}\]\s+{_TIME}"),  # Zoom's captions
    _talk(rf"{_WHO}\s*[(\[]{_TIME}[)\]]\s*:?"),  # Rev
    _talk(rf"\W{{0,3}}{_SPAN}\W{{0,3}}\s+[-\u2013]?\s*{_WHO}:\W{{0,2}}\s+(?P<words>.*)"),  # Descript
    _talk(rf"\W{{0,3}}{_WHO}\s*:?\W{{0,3}}[(\[]{_TIME}[)\]]\W{{0,3}}\s+(?P<words>.*)"),
    _talk(rf"{_WHO}:?\s+(?:[{_DASH}]\s+)?{_TIME}"),  # Otter, Fireflies, Grain, Teams in .docx
    _talk(rf"\W?{_TIME}\W?\s+[-\u2013]?\s*{_WHO}:?"),  # Word
)
"""In the order in which they are tried: of two that fit as many lines, the first counts."""
