"""Themes that are written two ways: pointed out, never merged."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from iiv.journal.problems import warning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from iiv.journal.model import Interview
    from iiv.journal.problems import Place, Problem

SHORTEST = 4
"""How many letters a stem has at least: from shorter words an ending makes others (`#car`, `#caring`)."""

_JOINTS = re.compile("[-_]+")
_ENDINGS = ("ings", "ing", "ers", "er", "ed")
_HISSING = re.compile("(?:s|x|z|ch|sh)es$")
_DOUBLED = re.compile(r"([^\W\d_aeiou])\1$")


def places_of(interview: Interview) -> Iterator[tuple[str, Place]]:
    """Each theme of a talk, as typed, with the place of the answer or of the note that it stands in."""
    for answer in (*interview.answers, *interview.unknown_answers):
        for theme in answer.themes:
            yield theme, answer.place
    for theme in interview.themes:
        yield theme, interview.place


def two_ways(counts: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """Groups of themes that look like one written two ways; within each the most used stands first.

    `counts` is how often each is used. Two belong together when they differ in case, in hyphens and
    underscores, or in an ending (`s`, `es`, `ies`, `ing`, `er`, `ed`).
    """
    groups: dict[str, set[str]] = {}
    for words in _by_stem(counts).values():
        joined = set(words).union(*(groups.get(word, ()) for word in words))
        groups.update(dict.fromkeys(joined, joined))
    found = {tuple(sorted(group, key=lambda word: (-counts[word], word))) for group in _unique(groups)}
    return tuple(sorted(found))


def check_themes(interviews: Iterable[Interview]) -> Iterator[Problem]:
    """A warning for each rarer spelling of a theme, at the first place where it stands."""
    found = [pair for interview in interviews for pair in places_of(interview)]
    first = dict(reversed(found))
    for usual, *others in two_ways(Counter(theme for theme, _ in found)):
        for other in others:
            message = f"the theme `#{other}` is elsewhere written `#{usual}`"
            yield warning(
                first[other], "theme-two-ways", message, "write it one way, if it is the same theme"
            )


def _by_stem(words: Iterable[str]) -> dict[str, list[str]]:
    by_stem: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for stem in _stems(word):
            by_stem[stem].append(word)
    return by_stem


def _unique(groups: Mapping[str, set[str]]) -> Sequence[set[str]]:
    return [group for word, group in groups.items() if len(group) > 1 and word == min(group)]


def _stems(word: str) -> set[str]:
    """What a word may be without its ending, and the word itself."""
    word = _JOINTS.sub("", unicodedata.normalize("NFKC", word).casefold())
    return {word} | {stem for stem in _shorter(word) if len(stem) >= SHORTEST}


def _shorter(word: str) -> Iterator[str]:
    if _HISSING.search(word):
        yield word[:-2]
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem, f"{stem}e")
            if _DOUBLED.search(stem):
                yield stem[:-1]
