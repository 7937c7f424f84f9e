"""Whom a note is about, and of which day, where its front matter does not say so: by name, title and top."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.journal.names import bare_name, several
from iiv.journal.parse.dates import parse_date
from iiv.journal.parse.days_in_text import days_in_name, without_days
from iiv.journal.parse.headings import titles
from iiv.journal.parse.keys import key_form
from iiv.journal.parse.markup import plain_text
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

_TOP: Final = 12  # lines in which whom and when may stand
_MOST_WORDS: Final = 4  # of a name
_WHO: Final = frozenset({"attendees", "contact", "interviewee", "name", "person", "who", "whom", "with"})
_WHEN: Final = frozenset(
    "date datetime day interview_date date_of_interview interviewed met on talk_date when".split()
)
_FIELD: Final = re.compile(r"[\s>*+-]*[*_]*(?P<key>[^\W\d_][\w -]{1,30}?)[*_]*::?[*_]*[ \t]+(?P<value>\S.*)")
_KIND: Final = (
    r"(?:informational |video |phone )?"
    r"(?:interview|talk|conversation|call|chat|coffee|meeting|lunch|zoom|transcript)"
)
_WITH: Final = re.compile(rf"(?:.*\b)?{_KIND}\s+(?:with|mit|avec)\s+(?P<who>.+)", re.IGNORECASE)
_WORDS_AROUND: Final = re.compile(rf"\b(?:{_KIND}|notes?|recording|my)\b", re.IGNORECASE)
_NAME: Final = re.compile(
    r"[^\W\d_a-z][\w.'\u2019-]*"
    r"(?:\s+(?:(?:de|van|von|der|den|la|le|bin|al)\s+)*[^\W\d_a-z][\w.'\u2019-]*)*"
)
_HASH: Final = re.compile(r"\s+[0-9a-f]{32}$")  # behind the names of files that Notion writes
_EDGES: Final = " \t,;:.()[]_|\u2013\u2014-"


class Told(Value, frozen=True):
    """What a note tells of itself: a name, "" for none, and a day, None where there is none or several."""

    contact: str = ""
    date: dt.date | None = None


def told(stem: str, body: str, properties: Mapping[str, str] | None = None) -> Told:
    """What can be told of a talk from its file's name, the title of its text, and the lines on top.

    `properties` are the keys of its front matter with their texts. What is said in two ways that differ is
    not told.
    """
    stem = _HASH.sub("", stem)
    fields = dict(_fields(body)) | {key_form(key): text for key, text in (properties or {}).items()}
    title = next((plain_text(one.words) for one in titles(body)), "") or _first_line(body)
    return Told(_contact(fields, (title, stem)), _date(fields, (stem, title, *_above(body))))


def _fields(body: str) -> Iterator[tuple[str, str]]:
    """The fields on top of a text, as `Met:: [[2026-03-02]]` or, below a title, `Date: March 2, 2026`."""
    for line in _above(body):
        if match := _FIELD.fullmatch(line):
            yield key_form(match["key"]), match["value"]


def _above(body: str) -> list[str]:
    second = [heading.line for heading in titles(body)][1:2]
    lines = body.split("\n")[: second[0] if second else None]
    return [line for line in lines if line.strip()][:_TOP]


def _first_line(body: str) -> str:
    return next((plain_text(line) for line in body.split("\n") if line.strip()), "")


def _contact(fields: Mapping[str, str], names: Iterable[str]) -> str:
    said = (plain_text(bare_name(text)) for key, text in fields.items() if key in _WHO)
    found = {name for name in said if name and not several(name)} or set(filter(None, map(_named, names)))
    fullest = max(found, key=len, default="")
    return fullest if all(set(name.split()) <= set(fullest.split()) for name in found) else ""


def _named(text: str) -> str:
    """The name in `Interview with Maya Okafor`, or in a title that is no more than a name; "" for none."""
    text = without_days(text).strip(_EDGES)
    if match := _WITH.fullmatch(text):
        name = _NAME.match(match["who"].strip(_EDGES))
        return name[0].strip(_EDGES) if name and len(name[0].split()) <= _MOST_WORDS else ""
    rest = " ".join(_WORDS_AROUND.sub(" ", text).strip(_EDGES).split())
    is_name = _NAME.fullmatch(rest) and 1 < len(rest.split()) <= _MOST_WORDS
    return rest if is_name else ""


def _date(fields: Mapping[str, str], texts: Iterable[str]) -> dt.date | None:
    said = {day for key, text in fields.items() if key in _WHEN and (day := parse_date(text.strip()))}
    found = said or {day for text in texts for day in days_in_name(text)}
    return found.pop() if len(found) == 1 else None
