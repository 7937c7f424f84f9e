"""Captions (WebVTT, SubRip) to what they show, when, and who says it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from iiv.exchange.transcripts.cues import Cue
from iiv.exchange.transcripts.speakers import is_name, labelled, speakers
from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_STAMP: Final = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d{1,3})?)"
TIMING: Final = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}")
_ASIDE: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?=\s|$)")
_VOICE: Final = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]*)>|</v>")
# Tags that captions have; `<3` and `a < b` are words.
_TAG: Final = re.compile(
    r"</?(?:[cbiuv]|ruby|rt|lang|font|span)(?:[.\s][^<>]*)?>|<\d{1,2}:\d\d[^<>]*>|\{\\[^{}]*\}", re.IGNORECASE
)
_ENTITY: Final = re.compile(r"&(?:amp|lt|gt|nbsp|lrm|rlm|quot|apos|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
_SHIFT: Final = re.compile(r"\s*>>+\s*")


class Caption(Value, frozen=True):
    """What is shown at one time: lines, each with its voice, which is "" for none."""

    start: float
    end: float
    lines: tuple[tuple[str, str], ...]


def captions(text: str) -> tuple[list[Caption], list[str]]:
    """The captions of a file in their order, and its other lines: head and notes."""
    found: list[tuple[re.Match[str], list[str]]] = []
    head: list[str] = []
    current = head
    for line in text.split("\n"):
        if timing := TIMING.match(line):
            _drop_number(current, is_web="WEBVTT" in text[:20])
            current = []
            found.append((timing, current))
        else:
            current.append(line.strip())
    others = [line for line in head if line]
    return [_caption(timing, _shown(lines, others)) for timing, lines in found], others


def _drop_number(lines: list[str], *, is_web: bool) -> None:
    """Take off the line above a time that numbers the caption: in WebVTT that may be any line by itself."""
    if lines and (lines[-1].isdecimal() or (is_web and lines[-1] and lines[-2:-1] == [""])):
        lines.pop()


def _shown(lines: list[str], others: list[str]) -> Iterator[str]:
    """The lines that a caption shows; those of a note within the file go to the others."""
    is_aside = False
    for number, line in enumerate(lines):
        is_begin = number > 0 and not lines[number - 1]
        is_aside = (is_aside and bool(line)) or (is_begin and bool(_ASIDE.match(line)))
        if line and is_aside:
            others.append(line)
        elif line:
            yield line


def _caption(timing: re.Match[str], lines: Iterator[str]) -> Caption:
    start, end = (_seconds(timing.groups()[at : at + 3]) for at in (0, 3))
    voiced: list[tuple[str, str]] = []
    voice = ""
    for line in lines:
        at = 0
        for tag in _VOICE.finditer(line):
            voiced.append((voice, line[at : tag.start()]))
            voice, at = _plain(tag[1] or ""), tag.end()
        voiced.append((voice, line[at:]))
    plain = ((voice, _plain(words)) for voice, words in voiced)
    return Caption(start, end, tuple((voice, words) for voice, words in plain if words))


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds = (float((part or "0").replace(",", ".")) for part in parts)
    return hours * 3600 + minutes * 60 + seconds


def _plain(words: str) -> str:
    text = _ENTITY.sub(lambda entity: html.unescape(entity[0]), _TAG.sub("", words))
    return " ".join(text.split())


def cues(shown: Sequence[Caption], known: Collection[str] = ()) -> list[Cue]:
    """What captions say, with who says it: by voices, or by what stands before the words.

    A caption that names nobody goes on with who spoke before it.
    """
    if any(voice for caption in shown for voice, _ in caption.lines):
        return [Cue(voice, words, one.start, one.end) for one in shown for voice, words in one.lines]
    if names := _names_above(shown):
        return [_named_above(one, names) for one in shown if one.lines]
    lines = [words for one in shown for _, words in one.lines]
    found = speakers((one.lines[0][1] for one in shown if one.lines), known) or speakers(lines, known)
    return list(_by_labels(shown, found))


def _names_above(shown: Sequence[Caption]) -> frozenset[str]:
    """Who speaks, where every caption begins with a line that is a name alone, as older Teams writes it."""
    filled = [one for one in shown if one.lines]
    firsts = {one.lines[0][1] for one in filled}
    is_so = filled and all(len(one.lines) > 1 for one in filled) and all(map(is_name, firsts))
    is_few = len(firsts) <= max(2, len(filled) // 2)
    return frozenset(firsts) if is_so and is_few else frozenset()


def _named_above(caption: Caption, names: frozenset[str]) -> Cue:
    first, *rest = (words for _, words in caption.lines)
    words = rest if first in names else [first, *rest]
    return Cue(first, " ".join(words), caption.start, caption.end)


def _by_labels(shown: Sequence[Caption], found: frozenset[str]) -> Iterator[Cue]:
    """What each says. Where nobody is named, all is one, but for where a mark says that another speaks."""
    cue: Cue | None = None
    for one in shown:
        is_new = bool(found)
        for _, line in one.lines:
            label = labelled(line)
            is_labelled = bool(label and label.speaker in found)
            words = label.words.strip() if label and is_labelled else _without_mark(line, named=bool(found))
            speaker = label.speaker if label and is_labelled else cue.speaker if cue else ""
            if cue is None or is_new or is_labelled or (not found and _SHIFT.match(line)):
                if cue and cue.text:
                    yield cue
                cue = Cue(speaker, words, one.start, one.end)
            else:
                cue = replace(cue, text=f"{cue.text} {words}".strip(), end=one.end)
            is_new = False
    if cue and cue.text:
        yield cue


def _without_mark(line: str, *, named: bool) -> str:
    """A line without the mark that somebody else speaks: `>>`, or where they are named a dash."""
    if shift := _SHIFT.match(line):
        return line[shift.end() :]
    return line[2:] if named and line.startswith(("- ", "\u2013 ")) else line
