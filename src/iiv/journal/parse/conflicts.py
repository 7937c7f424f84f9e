"""A conflict that git left in a note: where it begins, and the versions that stand in each other."""

from __future__ import annotations

import re
from typing import Final

_MARKS: Final = tuple(
    re.compile(mark, re.MULTILINE) for mark in (r"^<{7}(?: |$)", r"^={7}$", r"^>{7}(?: |$)")
)
"""What stands around the versions, in their order."""

# With some settings git writes the version before both changes too, behind a mark of its own.
_SIDES: Final = (("<<<<<<<", (True, False)), ("|||||||", (False, False)), (">>>>>>>", (True, True)))


def conflict_line(text: str) -> int:
    """The line on which a conflict that git left begins, 0 when there is none."""
    start = end = -1
    for mark in _MARKS:
        found = mark.search(text, end + 1)
        if found is None:
            return 0
        start, end = (found.start() if start < 0 else start), found.end()
    return text.count("\n", 0, start) + 1


def sides(text: str) -> tuple[str, ...]:
    """The two versions of a note in conflict, one's own first; none of another note."""
    if not conflict_line(text):
        return ()
    ours, theirs = [], []
    in_ours = in_theirs = True
    for line in text.split("\n"):
        side = _side(line, in_conflict=not (in_ours and in_theirs))
        if side:
            in_ours, in_theirs = side
            continue
        ours += [line] if in_ours else []
        theirs += [line] if in_theirs else []
    return "\n".join(ours), "\n".join(theirs)


def _side(line: str, *, in_conflict: bool) -> tuple[bool, bool] | None:
    """To which versions the lines behind a mark belong; None for a line that is no mark."""
    if line == "=======" and in_conflict:
        return False, True
    return next((side for mark, side in _SIDES if line == mark or line.startswith(f"{mark} ")), None)
