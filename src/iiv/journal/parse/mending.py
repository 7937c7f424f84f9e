"""Front matter that YAML reads otherwise than it is meant: hard spaces, and a lone `-` for nothing."""

from __future__ import annotations

import re

# Spaces that look like one, and are none to YAML.
_HARD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HARD_SPACE = re.compile(f"[{_HARD}]")
_INDENTATION = re.compile(
    rf"^[{_HARD}][ \t{_HARD}]*|^ +[{_HARD}][ {_HARD}]*(?=[\w-]+:(?:\s|$)|- )", re.MULTILINE
)
_AFTER_KEY = re.compile(rf"^([ ]*[\w -]+:)[{_HARD}]", re.MULTILINE)
_LONE_DASH = re.compile(r"^(\w[\w -]*:[ \t]+)-(?=[ \t]*$)", re.MULTILINE)


def mended(front: str) -> str:
    """Front matter with ordinary spaces for hard ones that indent or follow a key, and `~` for a lone `-`.

    Each character keeps its place.
    """
    front = _INDENTATION.sub(lambda match: " " * len(match[0]), front)
    return _LONE_DASH.sub(r"\1~", _AFTER_KEY.sub(r"\1 ", front))


def begins_hard(key: str) -> bool:
    """Whether a key begins with a hard space, which was meant to indent it."""
    return bool(_HARD_SPACE.match(key))


def first_hard_space(front: str) -> int | None:
    """The index of the first hard space that is mended, None without one."""
    found = [match.start() for form in (_INDENTATION, _AFTER_KEY) if (match := form.search(front))]
    hard = _HARD_SPACE.search(front, min(found)) if found else None
    return hard.start() if hard else None
