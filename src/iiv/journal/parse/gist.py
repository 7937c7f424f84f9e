"""An answer in short: its gist."""

from __future__ import annotations

import re

from iiv.journal.parse.link_targets import DEFINITION
from iiv.journal.parse.markup import FENCE, plain_text

GIST_LENGTH = 200
BOLD_START = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|vs))(?<!\b(?:Mrs|etc))(?<!\b(?:e\.g|i\.e))[.!?…]+[\"'”’»)\]]*(?=\s+|$)"
)
CUE = re.compile(r"^(?:\d+\n)?\d{1,2}:\d\d[\d:.,]* --> [^\n]*$", re.MULTILINE)
"""When something is said, as files of subtitles have it."""

MINE = re.compile(r"[ \t]*(?:\*\*|__)(?:Me|I)(?::(?:\*\*|__)|(?:\*\*|__):)", re.IGNORECASE)
"""What stands before your own words, as in a transcript: nobody was asked for these."""

LIST_MARK = re.compile(
    r"^[ \t]*(?:[-*+•◦▪‣]|\d+[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?)+"
)


def gist(text: str) -> str:
    """The answer in short: the bold words it begins with, or else its first sentence; plain text."""
    block = _first_block(text, skipped=MINE) or _first_block(text)
    bold = BOLD_START.match(block)
    if bold and not bold[2].endswith(":"):  # a label, such as who speaks
        return _cut(plain_text(bold[2]))
    words = plain_text(block)
    sentence = SENTENCE.search(words)
    return _cut(words[: sentence.end()] if sentence else words)


def _first_block(text: str, skipped: re.Pattern[str] | None = None) -> str:
    """The first paragraph, list item or line of code, without its marks; reference definitions are none.

    Paragraphs that begin with what is to be skipped are none either.
    """
    paragraph: list[str] = []
    is_skipped = False
    for line in CUE.sub("", text).split("\n"):
        is_skipped = bool(line.strip()) and (
            is_skipped or bool(skipped and not paragraph and skipped.match(line))
        )
        if is_skipped:
            continue
        if (
            DEFINITION.match(line)
            or FENCE.match(line)
            or line.lstrip().startswith(("![", "!!!", "???", "|--", "<!--"))
        ):
            continue
        starts_item = bool(LIST_MARK.match(line))
        if paragraph and (not line.strip() or starts_item):
            break
        if line.strip():
            paragraph.append(LIST_MARK.sub("", line).strip())
    return " ".join(paragraph)


def _cut(text: str) -> str:
    if len(text) <= GIST_LENGTH:
        return text
    return text[:GIST_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
