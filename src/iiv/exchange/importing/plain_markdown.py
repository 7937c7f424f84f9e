"""Other people's text as Markdown that shows it as it is, with no mark, theme, link or task in it."""

from __future__ import annotations

import re
from typing import Final

from iiv.exchange.transcripts.plain_words import plain_words

MOST_SIGNS: Final = 20_000
"""Of a longer text the beginning is taken."""


def as_markdown(text: str) -> str:
    """The text, line by line, in which no sign means anything; "" for one that says nothing."""
    lines = map(plain_words, text[:MOST_SIGNS].splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip("\n"))
