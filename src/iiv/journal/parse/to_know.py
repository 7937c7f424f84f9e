"""What of a direction's text says what is not known yet.

The rule: it is what stands below a heading, or a line that is bold as a whole, which says `need to know`,
`not know`, `find out`, `open question` or the like. Without one, it is what follows the colon of a paragraph
that begins so; when nothing does, the list below it.
"""

from __future__ import annotations

import re

from iiv.journal.parse.headings import titles
from iiv.journal.parse.markup import plain_text, without_comments

_SAYS_SO = re.compile(
    r"\b(?:need|needs|want|have|still) to (?:know|ask|learn|see)\b|(?:\b(?:not|never)|n['’]t)(?: yet)? know"
    r"|\bunknown\b|\bfind out\b|\bopen questions?\b|\bunanswered\b",
    re.IGNORECASE,
)
_LONGEST = 60
"""So many letters may stand before the colon of a paragraph that is about what is not known."""


def still_to_know(body: str) -> str:
    """The part, in Markdown without its heading; "" where none says so."""
    return _below_a_heading(body) or _in_a_paragraph(body)


def _below_a_heading(body: str) -> str:
    found = titles(body)
    for at, heading in enumerate(found):
        if _SAYS_SO.search(plain_text(heading.words)):
            lines = without_comments(body.split("\n"))
            ends = (later.line for later in found[at + 1 :] if later.level <= heading.level)
            return "\n".join(lines[heading.text_line : next(ends, len(lines))]).strip("\n").rstrip()
    return ""


def _in_a_paragraph(body: str) -> str:
    blocks = re.split(r"\n[^\S\n]*\n", "\n".join(without_comments(body.split("\n"))))
    for number, block in enumerate(blocks):
        begins, colon, rest = block.partition(":")
        words = plain_text(begins)
        if not colon or len(words) > _LONGEST or not _SAYS_SO.search(words):
            continue
        rest = rest.lstrip("*_ \t")  # the colon of a bold beginning
        below = blocks[number + 1] if number + 1 < len(blocks) and not rest.strip() else ""
        return (rest if rest.strip() else below).strip("\n").rstrip()
    return ""
