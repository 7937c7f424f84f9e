"""Transcripts and chats as plain text, in the ways in which programs put names and times before the words."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from iiv.exchange.transcripts.chat_lines import CLOCK, DAY, FORMS
from iiv.exchange.transcripts.cues import Cue
from iiv.exchange.transcripts.speakers import is_name, is_numbered, is_one_of, labelled, speakers
from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from iiv.exchange.transcripts.chat_lines import Form

_TIMED: Final = re.compile(rf"\[\s*(?P<time>{CLOCK})\s*-->\s*(?P<end>{CLOCK})\s*\]\s*(?P<words>.*)")
# A line that is a time alone, as Google Meet and Slack put it between what is said.
_TIME_ALONE: Final = re.compile(
    r"[\[(]\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?[\])]|\d{1,2}:\d{2}:\d{2}|\d{1,2}:\d{2}\s?[AaPp][Mm]"
)
_SYSTEM: Final = re.compile(rf"[\u200e\u200f]*\[?{DAY},?\s+{CLOCK}\]?(?:\s+[-\u2013])?\s+\S")
_OMITTED: Final = re.compile(
    r"[\u200e\u200f]*(?:<(?:Media omitted|Medien ausgeschlossen|attached: [^<>]*)>"
    r"|(?:image|video|audio|sticker|GIF|document|Contact card) omitted|This message was deleted\.?)"
)
_NOT_SAID: Final = re.compile(
    r"Transcribed by https?://\S+|Meeting ended after [\d:]+.{0,3}"
    r"|.{1,60} (?:started|stopped) transcription\.?|This editable transcript was computer generated.*"
    r"|.{1,60} sent the following messages? at .{1,20}|View .{1,60} profile",
    re.IGNORECASE,
)
# A time, or a day and a time, that stands beside a name, and alone on its line.
_TIME_BESIDE: Final = re.compile(
    rf"(?:{DAY},?\s+)?{CLOCK}|(?:\S.{{0,58}}\s)?(?:\d+ hours? )?(?:\d+ minutes? )?\d+ seconds?|\d+ minutes?"
)
_LETTER: Final = re.compile(r"^([QA])\.\s+")
_MARKED: Final = re.compile(r"#+ .*|(\*\*|__).+\1:?")
_ASIDE: Final = re.compile(r"\s+\([^()]*\)$")
_TIME_BEHIND: Final = re.compile(rf"\s*[(\[](?P<time>{CLOCK})[)\]]$")
# Lines above a message, as exports of Signal and letters have them.
_HEADER: Final = re.compile(r"(?:From|To|Cc|Type|Sent|Received|Date|Subject|Attachment):(?:\s|$)")
_FROM: Final = re.compile(r"From:\s+(?=\S)")
_SENT: Final = re.compile(r"(?:Sent|Date):\s")
_ADDRESS: Final = re.compile(r"\s*(?:\([^()]*\)|<[^<>]*>)$")
_FEWEST_LETTERS: Final = 2
_FEWEST_NAMES: Final = 3
_HEAD_LINES: Final = 15
_HEAD_WORDS: Final = 15


class Messages(Value, frozen=True):
    """What stands in a text: the kind of text, what was said, and lines that nobody said."""

    kind: str
    cues: tuple[Cue, ...]
    left_out: tuple[str, ...]


def messages(text: str, known: Collection[str] = ()) -> Messages:
    """What was said in a text; `known` are names of people who may speak in it."""
    lines = _with_colons([" ".join(line.split()) for line in text.split("\n")])
    said = [line for line in lines if not _NOT_SAID.fullmatch(line)]
    left_out = [line for line in lines if _NOT_SAID.fullmatch(line)]
    found = (
        _timed(said, known)
        or _by_header(said)
        or _by_form(said, known)
        or _by_label(said, known)
        or _by_name(said, known)
        or Messages("plain text", tuple(_paragraphs(said)), ())
    )
    return Messages(found.kind, found.cues, (*found.left_out, *left_out))


def _with_colons(lines: list[str]) -> list[str]:
    """The lines, with `Q:` and `A:` for `Q.` and `A.`: an `A.` without a `Q.` begins a name."""
    begun = [match[1] for line in lines if (match := _LETTER.match(line))]
    if not {"Q", "A"} <= set(begun):
        return lines
    return [_LETTER.sub(r"\1: ", line) for line in lines]


def _timed(lines: Sequence[str], known: Collection[str]) -> Messages | None:
    """Whisper's own output: two times in brackets before the words."""
    timed = [_TIMED.match(line) for line in lines]
    if not any(timed):
        return None
    named = speakers([match["words"] for match in timed if match], known)
    cues: list[Cue] = []
    speaker = ""
    for line, match in zip(lines, timed, strict=True):
        label = labelled(match["words"] if match else line)
        speaker = label.speaker if label and label.speaker in named else speaker
        words = label.words if label and label.speaker in named else match["words"] if match else line
        if words.strip():
            start, end = (_seconds(match["time"]), _seconds(match["end"])) if match else (None, None)
            if cues and not named:  # nobody knows where one speaker ends
                cues[-1] = replace(cues[-1], text=f"{cues[-1].text} {words.strip()}", end=end)
            else:
                cues.append(Cue(speaker, words.strip(), start, end))
    return Messages("a transcript with times", tuple(cues), ())


def _by_form(lines: Sequence[str], known: Collection[str]) -> Messages | None:
    """What was said where a name and a time begin it, in the form that the most lines have."""
    found = [(form, _begins(form, lines, known)) for form in FORMS]
    form, begins = max(found, key=lambda one: len(one[1]))  # the first of those with the most
    if not begins or (len(begins) == 1 and not form.names_anybody):
        return None
    cues, left_out = _gathered(lines, begins, form)
    return Messages(form.kind, cues, left_out)


def _begins(form: Form, lines: Sequence[str], known: Collection[str]) -> dict[int, re.Match[str]]:
    """The lines that begin what somebody says, with what the form finds in them."""
    found = {number: match for number, line in enumerate(lines) if (match := form.pattern.fullmatch(line))}
    if form.names_anybody:
        return found
    counts = Counter(match["who"] for match in found.values())
    return {
        number: match
        for number, match in found.items()
        if is_name(match["who"])
        or is_one_of(match["who"], known)
        or (counts[match["who"]] > 1 and " " not in match["who"])
    }


def _gathered(
    lines: Sequence[str], begins: dict[int, re.Match[str]], form: Form
) -> tuple[tuple[Cue, ...], tuple[str, ...]]:
    """What each says, up to where the next begins; what stands above, and what a program put between."""
    first = min(begins)
    above, left_out = _above(lines[:first])
    cues = [Cue("", line) for line in above]
    numbers = [*begins, len(lines)]
    for at, (number, match) in enumerate(begins.items()):
        words = [match.groupdict().get("words") or ""]
        for line in lines[number + 1 : numbers[at + 1]]:
            is_between = _TIME_ALONE.fullmatch(line) or (form.tells_day and _SYSTEM.match(line))
            (left_out if is_between else words).append(line)
        text = " ".join(filter(None, words))
        start = None if form.tells_day else _seconds(match["time"])
        if form.tells_day and _OMITTED.fullmatch(text):
            left_out.append(lines[number])
        elif text:
            cues.append(Cue(match["who"].strip("*_ "), text, start))
    return tuple(cues), tuple(filter(None, left_out))


def _above(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands above the first that is said: words, or else a title and the like, which nobody said."""
    filled = [line for line in lines if line]
    is_head = len(filled) <= _HEAD_LINES and all(len(line.split()) <= _HEAD_WORDS for line in filled)
    return ([], filled) if is_head else (filled, [])


def _by_header(lines: Sequence[str]) -> Messages | None:
    """What was written below lines as a letter has them: `From: Ada`, `Sent: 2026-03-02 15:01`."""
    heads: dict[int, int] = {}  # where each begins and ends
    for number, line in enumerate(lines):
        end = next((n for n in range(number, len(lines)) if not _HEADER.match(lines[n])), len(lines))
        if _FROM.match(line) and any(map(_SENT.match, lines[number + 1 : end])):
            heads[number] = end
    if len(heads) < _FEWEST_LETTERS:
        return None
    above, left_out = _above(lines[: min(heads)])
    cues = [Cue("", line) for line in above]
    for (number, end), after in zip(heads.items(), [*[*heads][1:], len(lines)], strict=True):
        left_out += filter(_SENT.match, lines[number:end])
        if text := " ".join(filter(None, lines[end:after])):
            cues.append(Cue(_ADDRESS.sub("", _FROM.sub("", lines[number])), text))
    return Messages("messages", tuple(cues), tuple(left_out))


def _by_label(lines: Sequence[str], known: Collection[str]) -> Messages | None:
    """What was said where a name and a colon begin it."""
    named = speakers([line for line in lines if line], known)
    begins = {
        n: label for n, line in enumerate(lines) if (label := labelled(line)) and label.speaker in named
    }
    if not begins:
        return None
    above, left_out = _above(lines[: min(begins)])
    cues = [Cue("", line) for line in above]
    numbers = [*begins, len(lines)]
    for at, (number, label) in enumerate(begins.items()):
        below = lines[number + 1 : numbers[at + 1]]
        left_out += [line for line in below if _TIME_ALONE.fullmatch(line)]
        words = [label.words, *(line for line in below if not _TIME_ALONE.fullmatch(line))]
        if text := " ".join(filter(None, map(str.strip, words))):
            cues.append(Cue(label.speaker, text))
    return Messages("a transcript with names", tuple(_timed_behind(cues)), tuple(left_out))


def _timed_behind(cues: Sequence[Cue]) -> Sequence[Cue]:
    """What was said, without the time at its end, where there is one at the end of all."""
    times = [_TIME_BEHIND.search(cue.text) for cue in cues]
    if len(cues) < _FEWEST_NAMES or not all(times):
        return cues
    pairs = zip(cues, filter(None, times), strict=True)
    return [replace(cue, text=cue.text[: at.start()], start=_seconds(at["time"])) for cue, at in pairs]


def _by_name(lines: Sequence[str], known: Collection[str]) -> Messages | None:
    """What was said where a name alone stands above it, perhaps with a time: as some programs copy it."""
    bare = [line.strip("#*_: ") if _MARKED.fullmatch(line) else line.strip("#* ") for line in lines]
    # `Ada (laughing)` is Ada, where she also stands alone.
    alone = set(bare)
    called = [name if (name := _ASIDE.sub("", line)) in alone else line for line in bare]
    counts = Counter(called)
    marked = {name for name, line in zip(bare, lines, strict=True) if _MARKED.fullmatch(line)}
    names = {
        line
        for line, count in counts.items()
        if is_one_of(line, known)
        or is_numbered(line)
        or (count > 1 and (" " in line or line in marked) and is_name(line))
    }
    begins = [number for number, line in enumerate(called) if line in names]
    if len(names) < 2 or len(begins) < _FEWEST_NAMES:  # noqa: PLR2004 - you and they
        return None
    above, left_out = _above(lines[: begins[0]])
    cues = [Cue("", line) for line in above]
    for number, end in zip(begins, [*begins[1:], len(lines)], strict=True):
        below = lines[number + 1 : end]
        times = [line for line in below if _TIME_BESIDE.fullmatch(line)]
        left_out += times
        aside = bare[number][len(called[number]) :].strip()
        if text := " ".join(line for line in (aside, *below) if line and line not in times):
            cues.append(Cue(called[number], text))
    return Messages("a transcript with names", tuple(cues), tuple(left_out))


def _paragraphs(lines: Sequence[str]) -> Iterator[Cue]:
    """What was said by nobody knows whom."""
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line:
            paragraph.append(line)
        elif paragraph:
            yield Cue("", " ".join(paragraph))
            paragraph = []


def _seconds(clock: str) -> float:
    parts = [int(part) for part in re.findall(r"\d+", re.split(r"[.,](?=\d{3}$)", clock)[0])]
    seconds = 0
    for part in parts:
        seconds = seconds * 60 + part
    return float(seconds)
