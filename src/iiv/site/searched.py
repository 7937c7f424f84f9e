"""The part of a page that the search looks at."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_MARK: Final = ' data-search-exclude="true"'
_OTHER: Final = " data-search-"
_OTHER_MARKS: Final = re.compile(rf'{_OTHER}\w+="[^"]+"')
_EXCLUDED: Final = re.compile(rf"<([a-z]+)\b[^<>]*{_MARK}[^<>]*>")


def searched(html: str) -> str:
    """The HTML of a page without what stands in elements that are marked to be left out of the search.

    The search would read it all, which takes it as long as the rest, and keep a heading of it now and
    then. An element that has no end stays.
    """
    kept: list[str] = []
    at = 0
    while found := _EXCLUDED.search(html, at):
        kept.append(html[at : found.end()])
        at = _end(html, found[1], found.end())
    return "".join([*kept, html[at:]])


def without_marks(html: str) -> str:
    """The HTML as it is shown: the marks are for the search alone."""
    html = html.replace(_MARK, "")
    return _OTHER_MARKS.sub("", html) if _OTHER in html else html


def _end(html: str, name: str, start: int) -> int:
    """Where the end tag of the element begins whose content begins at `start`."""
    depth = 1
    for tag in _tags(name).finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.start()
    return start


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b")
