"""Front matter that YAML reads otherwise than it is meant: hard spaces, wide colons, links, a lone `-`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Spaces that look like one, and are none to YAML.
_HARD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HARD_SPACE = re.compile(f"[{_HARD}]")
_INDENTATION = re.compile(
    rf"^[{_HARD}][ \t{_HARD}]*|^ +[{_HARD}][ {_HARD}]*(?=[\w-]+:(?:\s|$)|- )", re.MULTILINE
)
_OUTERMOST = re.compile(rf"\A[{_HARD}][ {_HARD}]*(?=[a-zA-Z][\w -]*:(?:\s|$))")  # the first key
_AFTER_KEY = re.compile(rf"^([ ]*[\w -]+:)[{_HARD}]", re.MULTILINE)
_WIDE_COLON = re.compile(rf"^([a-zA-Z][\w -]*)(\uff1a)[ \t{_HARD}]*", re.MULTILINE)
_LONE_DASH = re.compile(r"^(\w[\w -]*:[ \t]+)-(?=[ \t]*$)", re.MULTILINE)
_LINK = re.compile(r"^(\w[\w -]*:[ \t]+)(\[[^\[\]\n']*\]\([^()\n']*\))(?=[ \t]*$)", re.MULTILINE)
_LINKS = re.compile(
    r"^([ ]*-[ \t]+|\w[\w -]*:[ \t]+)(\[\[[^\[\]\n']+\]\](?:[^\[\]\n'#]+\[\[[^\[\]\n']+\]\])+)(?=[ \t]*$)",
    re.MULTILINE,
)

HARD_SPACE: Final = "hard-space"
WIDE_COLON: Final = "wide-colon"


def mended(front: str) -> str:
    """Front matter with ordinary signs for hard spaces that indent or follow a key, and for wide colons.

    A link, and several `[[links]]`, are put in quotes; `~` stands for a lone `-`. Each line keeps its
    number.
    """
    front = _OUTERMOST.sub("", front)
    front = _INDENTATION.sub(lambda match: " " * len(match[0]), front)
    front = _WIDE_COLON.sub(r"\1: ", _AFTER_KEY.sub(r"\1 ", front))
    return _LINKS.sub(r"\1'\2'", _LINK.sub(r"\1'\2'", _LONE_DASH.sub(r"\1~", front)))


def begins_hard(key: str) -> bool:
    """Whether a key begins with a hard space, which was meant to indent it."""
    return bool(_HARD_SPACE.match(key))


def odd_signs(front: str) -> Iterator[tuple[int, str]]:
    """The index of the first hard space that is mended, and of the first wide colon, each with its name."""
    found = [match.start() for form in (_INDENTATION, _AFTER_KEY) if (match := form.search(front))]
    hard = _HARD_SPACE.search(front, min(found)) if found else None
    if hard:
        yield hard.start(), HARD_SPACE
    if wide := _WIDE_COLON.search(front):
        yield wide.start(2), WIDE_COLON
