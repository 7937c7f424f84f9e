"""A file that another program wrote to the transcript in it, whatever its form."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from iiv.exchange.docx import paragraphs
from iiv.exchange.foreign_files import ForeignFileError, text_of
from iiv.exchange.transcripts.captions import TIMING, captions, cues
from iiv.exchange.transcripts.cues import Transcript
from iiv.exchange.transcripts.messages import messages
from iiv.exchange.transcripts.rolling import rolls, unrolled
from iiv.journal.parse.days_in_text import days_in_lines, days_in_name, readings_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

MOST_SIGNS: Final = 2_000_000
"""The longest text that is read: three hours have 160,000 letters, and ten times that as captions."""

_ZIP: Final = b"PK\x03\x04"
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0"
_PDF: Final = b"%PDF"
_HTML: Final = re.compile(r"\s*(?:<!doctype\s+html|<html)\b", re.IGNORECASE)
_RTF: Final = b"{\\rtf"
# The day that begins or ends the line above a message.
_OF_CHAT: Final = re.compile(
    r"(?:^[\u200e\u200f\ufeff]*\[?|\[|[\u2014\u2013-]\s)(\d{1,4}[./-]\d{1,2}[./-]\d{2,4}),?\s+\d{1,2}[:.]\d\d",
    re.MULTILINE,
)
_SHORT_YEAR: Final = re.compile(r"^(\d{1,2}[./-]\d{1,2}[./-])(\d\d)$")
# A line by itself, and no sentence: it is a title, and its day that of the talk.
_TITLE: Final = re.compile(r".{1,80}[^.?!:]")
_HEADS: Final = ("WEBVTT", "Kind:", "Language:", "STYLE", "REGION")


def read_transcript(content: bytes, name: str, known: Collection[str] = ()) -> Transcript:
    """What was said in the talk that a file holds, and by whom.

    `name` is the file's, and `known` are names of people who may speak in it. Raises ForeignFileError.
    """
    text = _text(content, name)
    if len(text) > MOST_SIGNS:
        raise ForeignFileError(f"{name} is longer than any talk: {len(text):,} letters")
    found = _captions(text, known) if any(map(TIMING.match, text.split("\n"))) else _messages(text, known)
    if not any(cue.text for cue in found.cues):
        raise ForeignFileError(f"nothing is said in {name}")
    days = dict.fromkeys((*days_in_name(PurePath(name).stem), *found.days))
    return Transcript(found.kind, found.cues, found.left_out, tuple(days), found.rolls, found.readings)


def _text(content: bytes, name: str) -> str:
    if content.startswith(_ZIP):
        return "\n\n".join(paragraph.text.strip() for paragraph in paragraphs(content, name))
    kind = next(
        (
            kind
            for mark, kind in ((_PDF, "PDF"), (_OLD_WORD, "Word"), (_RTF, "RTF"))
            if content.startswith(mark)
        ),
        "",
    )
    if kind:
        raise ForeignFileError(
            f"{name} is a file of {kind}: save it as .docx or as plain text, and take that"
        )
    text = text_of(content, name)
    if kind := _kind_of_text(text):
        raise ForeignFileError(
            f"{name} is {kind}, made for programs: take the talk as .srt, .vtt, .docx or plain text"
        )
    return text


def _kind_of_text(text: str) -> str:
    """What a text is that no person reads: JSON or HTML; "" for any other."""
    if _HTML.match(text):
        return "HTML"
    if text.lstrip()[:1] not in {"{", "["}:
        return ""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return ""
    return "JSON"


def _captions(text: str, known: Collection[str]) -> Transcript:
    shown, others = captions(text)
    is_rolling = rolls(shown)
    said = cues(list(unrolled(shown)) if is_rolling else shown, known)
    left_out = [line for line in others if not line.startswith(_HEADS)]
    kind = "WebVTT captions" if "WEBVTT" in text[:20] else "captions"
    return Transcript(kind, tuple(said), tuple(left_out), days_in_lines(others), is_rolling)


def _messages(text: str, known: Collection[str]) -> Transcript:
    found = messages(_without_table(text), known)
    is_plain = not found.left_out and not any(cue.speaker for cue in found.cues)
    readings: tuple[dt.date, ...] = ()
    days = days_in_lines(found.left_out)
    if found.kind == "a chat":
        days, readings = _days_of_chat(text)
    if is_plain and _TITLE.fullmatch(first := text.strip().partition("\n\n")[0]):
        days = days_in_lines([first])
    return Transcript(found.kind, found.cues, found.left_out, days, readings=readings)


def _without_table(text: str) -> str:
    """The words of a table that Whisper wrote; any other text as it is."""
    if not text.startswith("start\tend\ttext\n"):
        return text
    rows = (line.split("\t", 2) for line in text.splitlines()[1:])
    return "\n".join(row[2] for row in rows if len(row) == 3)  # noqa: PLR2004 - two times and the words


def _days_of_chat(text: str) -> tuple[tuple[dt.date, ...], tuple[dt.date, ...]]:
    """The day on which a chat was written, where that is one; or both that it may be."""
    written = [*dict.fromkeys(_SHORT_YEAR.sub(r"\g<1>20\2", day) for day in _OF_CHAT.findall(text))]
    return (days_in_lines(written), tuple(readings_in(written[0]))) if len(written) == 1 else ((), ())
