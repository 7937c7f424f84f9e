"""A line that holds a question and what was said to it, taken apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from iiv.journal.parse.undress import Undressed, bare_words, undress, unlabelled
from iiv.journal.parse.wordings import wording_key
from iiv.values import replace

if TYPE_CHECKING:
    from iiv.journal.parse.mentions import Mention

_ENDS = "?\uff1f\u061f\u037e!\uff01.\u2026\u3002;"
_CLOSING = re.compile(rf"[{_ENDS}\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u300d)\]*_=~`]*")
_WIDE = ("\uff1f", "\uff01", "\u3002", "\u300d")  # no space follows them
_BETWEEN = re.compile(
    r"[^\S\n]*(?P<mark>\||(?:</\w+>\s*)?</t[dh]>\s*<t[dh]\b[^<>]*>(?:\s*<\w[^<>]*>)?|,(?=\")|</dt>\s*<dd\b[^<>]*>|<br\s*/?>|::+|[:\uff1a]|[-=]+>"
    r"|[\u2192\u21d2\u2794\u279c\u2013\u2014])[^\S\n]*|\s+\\?[-=~/]+\s+|\t\s*|\s{3,}"
)
_ROW = re.compile(r"[\s>]*\|(?:[\s*_]*\d{0,3}[.)]?[\s*_]*\|)?\s*")
_CELLS = re.compile(r"\s*(?<!\\)\|\s*")
_END_TAGS = re.compile(r"(?:\s*</\w+\s*>)+\s*$")
_OPENED = re.compile(r"[*_=~]+$")
_BRACKETS = {"[": "]", "(": ")"}


class _Parts(NamedTuple):
    """A line around a wording: what stands before it, what closes it, and what sets the rest apart."""

    before: str
    closing: str
    mark: str
    rest: str


def taken_apart(line: str, mention: Mention) -> tuple[Undressed, bool] | None:
    """The question that stands at the line's beginning, whose `rest` was said to it.

    And whether nothing below the line belongs to it: a row of a table, or a field in brackets. None where
    other words stand before the wording, or nothing sets apart what stands behind it.
    """
    parts = _parts(line, mention) if mention.end >= 0 else None
    parts = _without_frame(parts) if parts else None
    if parts is None:
        return None
    words = line[mention.start : mention.end]
    seen = undress(parts.before + words)
    is_first = not seen.dress.endswith(":") and wording_key(unlabelled(seen.words)) == wording_key(
        bare_words(words)
    )
    is_alone = parts.mark in {"|", ",", *_BRACKETS} or "</t" in parts.mark
    rest = _closed(parts).strip()
    if not is_first or not (is_alone or any(map(str.isalnum, rest))):
        return None
    end = next((sign for sign in parts.closing if sign in _ENDS), "")
    return replace(seen, words=seen.words + end, rest=rest), is_alone


def is_ruled(line: str) -> bool:
    """Whether a line is the one below the head of a table."""
    return "-" in line and "|" in line and not line.strip(" \t>|:-")


def _parts(line: str, mention: Mention) -> _Parts | None:
    before, after = line[: mention.start], line[mention.end :]
    closing = _match(_CLOSING, after)
    after = after[len(closing) :]
    between = _BETWEEN.match(after)
    if between and (between["mark"] != "," or closing.endswith('"')):
        return _Parts(before, closing, between["mark"] or " ", after[between.end() :])
    is_ended = any(sign in closing for sign in _ENDS) and (after[:1].isspace() or closing.endswith(_WIDE))
    return _Parts(before, closing, " ", after) if is_ended else None


def _without_frame(parts: _Parts) -> _Parts | None:
    """The parts without the brackets, the bars or the tags around question and answer."""
    before, _, mark, rest = parts
    if mark == "::" and before[-1:] in _BRACKETS:
        is_closed = rest.rstrip().endswith(_BRACKETS[before[-1]])
        inside = parts._replace(before=before[:-1], mark=before[-1], rest=rest.rstrip()[:-1])
        return inside if is_closed else None
    if mark == "|":
        cells = (cell.replace("\\|", "|") for cell in _CELLS.split(rest.strip()) if cell)
        return parts._replace(before=_ROW.sub("", before, count=1), rest=" | ".join(cells))
    if mark == ",":
        return parts._replace(rest=rest.strip()[1:].removesuffix('"').replace('""', '"'))
    return parts._replace(rest=_END_TAGS.sub("", rest)) if mark.startswith("<") else parts


def _closed(parts: _Parts) -> str:
    """What stands behind a question, without the end of the emphasis that began before it."""
    opened = _match(_OPENED, parts.before)
    return parts.rest if not opened or opened in parts.closing else parts.rest.replace(opened[::-1], "", 1)


def _match(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match else ""
