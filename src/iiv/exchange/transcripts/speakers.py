"""Who speaks, as it stands before the words (`Maya Okafor: by accident`), and which of them is you."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from iiv.journal.names import plain_key, plain_keys, turned
from iiv.journal.parse.days_in_text import days_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_MOST_WORDS: Final = 5
_LABEL: Final = re.compile(
    r"\s*(?:>>+\s*|[-\u2013]\s+)?[*_]{0,3}"
    r"(?:\[(?P<bracket>[^\[\]\n]{1,60})\]\s*:?"
    r"|\((?P<round>[^()\n]{1,60})\)\s*:"
    r"|(?P<name>[^\W_][^:\[\]\n]{0,59}?)\s*:)"
    r"[*_]{0,3}(?:\s+|$)"
)
_NUMBERED: Final = re.compile(
    r"(?:(?:unknown |unbekannter )?(?:speaker|sprecher(?:in)?|participant|person|guest|host|interviewer"
    r"|interviewee|locutor|orador|intervenant|spk))[ _#-]*(?:\d{1,3}|[a-z])?|me|you|i|q|a|them|ich",
    re.IGNORECASE,
)
# What stands before a colon, or in brackets, and is nobody.
_NOBODY: Final = frozenset(
    """applause answer crosstalk date inaudible laughs laughter music noise note notes ok okay pause
    question silence so summary time title topic well yes no and but because attendees participants
    example ps""".split()
)
_PARTICLES: Final = frozenset(
    "al bin da de del della den der di dos du el la le van von zu zum zur y e of the".split()
)
_YOU: Final = frozenset({"me", "you", "i", "ich", "moi", "yo", "q", "interviewer"})
"""What programs and people call whoever writes, or asks."""


class Labelled(NamedTuple):
    """A line whose beginning may say who speaks, and the words behind that."""

    speaker: str
    words: str


def labelled(line: str) -> Labelled | None:
    """The line with what may be its speaker; None where nothing stands before a colon or in brackets."""
    match = _LABEL.match(line)
    if match is None:
        return None
    name = match["bracket"] or match["round"] or match["name"]
    return Labelled(" ".join(name.split()).strip("*_ "), line[match.end() :])


def speakers(lines: Iterable[str], known: Collection[str] = ()) -> frozenset[str]:
    """Which of the labels of these lines are those of speakers; `known` are names of people who may be.

    `The thing is: ...` is none: a speaker is known, is called `Speaker 1` or so, or has a name, and speaks
    more than once or where nearly every line has a label.
    """
    lines = list(lines)
    found = Counter(label.speaker for line in lines if (label := labelled(line)))
    named = {label for label in found if is_name(label) or is_one_of(label, known)}
    labels = sum(found[label] for label in named)
    is_usual, is_nearly_always = 2 * labels >= len(lines), 4 * labels >= 3 * len(lines)
    is_always = labels == len(lines)
    first = labelled(lines[0]) if lines else None

    def speaks(label: str) -> bool:
        if is_numbered(label) or is_one_of(label, known) or is_always:
            return True
        if found[label] > 1:
            return len(named) > 1 or is_usual
        is_title = first is not None and label == first.speaker
        return not is_title and (is_nearly_always or (is_usual and " " in label))

    return frozenset(filter(speaks, named))


def is_numbered(label: str) -> bool:
    """Whether a label is what programs and people call a speaker without a name: `Speaker 1`, `Me`, `Q`."""
    return bool(_NUMBERED.fullmatch(label))


def is_name(label: str) -> bool:
    """Whether a label is made as names are: a few words with capital letters, or of a script without."""
    if is_numbered(label):
        return True
    words = label.replace(",", " ").split()
    if not words or len(words) > _MOST_WORDS or label.casefold() in _NOBODY or label[-1] in "?!.;":
        return False
    if days_in(label):
        return False
    letters = [word for word in words if any(map(str.isalpha, word))]
    return bool(letters) and all(_is_of_name(word) for word in letters)


def named_as(speakers: Iterable[str], names: Iterable[str]) -> tuple[str, ...]:
    """The speakers who have one of these names, or a part of it: `Nuala` for `Nuala Brandt`."""
    speakers, names = list(speakers), [name for name in names if name]
    whole = tuple(one for one in speakers if is_one_of(one, names))
    return whole or tuple(one for one in speakers if any(_is_part(one, name) for name in names))


def yours(speakers: Sequence[str], mine: Iterable[str], theirs: Iterable[str]) -> str:
    """Which of the speakers is you: by your name or a word for you, else by the name of the other of two.

    "" where that cannot be told.
    """
    found = named_as(speakers, mine) or tuple(one for one in speakers if one.casefold() in _YOU)
    if len(found) == 1:
        return found[0]
    others = named_as(speakers, theirs)
    left = [one for one in speakers if one not in others]
    return left[0] if not found and len(others) == 1 and len(speakers) == 2 else ""  # noqa: PLR2004 - you and they


def _is_of_name(word: str) -> bool:
    first = next(filter(str.isalpha, word))
    return not first.islower() or word.casefold() in _PARTICLES


def is_one_of(name: str, known: Iterable[str]) -> bool:
    """Whether a name is one of those known, in any spelling."""
    keys = plain_keys(name)
    return any(not set(plain_keys(one)).isdisjoint(keys) for one in known)


def _is_part(one: str, name: str) -> bool:
    words, others = (set(plain_key(turned(text) or text).split()) for text in (one, name))
    return bool(words and others) and (words <= others or others <= words)
