"""Text of notes as plain text for a letter: on one line, with nothing in it that a program obeys."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from iiv.journal.parse.markup import ATTRIBUTE_LIST, plain_text
from iiv.journal.parse.theme_words import THEME

CONTROLS = frozenset({"Cc", "Cs", "Zl", "Zp"})
# Marks that turn the direction of the text after them: a line could show other than it says.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LEFT_OVER = re.compile(r"\\|\*+|`+|~~+|==+|\[\[|\]\]|(?<!\w)_+|_+(?!\w)|^#+\s*|^>\s*")
# What was taken back, or is no word of the sentence: struck out, a comment, a block's id or its attributes.
_NOT_SAID = re.compile(
    r"(?<!\\)~~(?=\S).+?(?<=\S)~~|<(del|s|strike)\b[^<>]*>.*?</\1\s*>|%%.*?%%|(?:^|\s)\^[\w-]+\s*$",
    re.DOTALL | re.IGNORECASE,
)
# Themes behind a sentence, two or more in a row, and lines of nothing else are marks of one's own, not words.
_MARKS_ALONE = (
    re.compile(rf"(?m)^\s*(?:{THEME.pattern}[ \t]*)+$"),
    re.compile(rf"(?<!\S){THEME.pattern}(?:\s+{THEME.pattern})+(?!\S)"),
    re.compile(rf"(?<=[.!?…\"”»’)*_])(?:\s+{THEME.pattern})+(?=[\"”»’]?\s*$|\s+[A-Z\"“])"),
)
QUOTED = re.compile(r"[\"“”„]([^\"“”„]*)[\"“”]")
QUOTES = str.maketrans('"“”„', "'‘’‚")


def one_line(text: str) -> str:
    """`text` with line ends and control characters as spaces, no two of which are left in a row."""
    if text.isprintable():  # nearly all are: then none of these is in it
        return " ".join(text.split())
    kept = (" " if unicodedata.category(char) in CONTROLS or char in TURNING else char for char in text)
    return " ".join("".join(kept).split())


def sentence(markdown: str) -> str:
    """Inline Markdown as plain text on one line, without the mark of a theme or a sign that is left over.

    What was struck out, comments, and themes that stand apart from the sentence are left out.
    """
    text = ATTRIBUTE_LIST.sub("", _NOT_SAID.sub("", markdown))
    for marks in _MARKS_ALONE:
        text = marks.sub("", text)
    return one_line(unescape(_LEFT_OVER.sub("", THEME.sub(r"\1", plain_text(text)))))


def quoted(text: str) -> str:
    """`text` between double quotation marks; those within it become single ones."""
    whole = QUOTED.fullmatch(text)
    inner = whole[1] if whole else QUOTED.sub(r"‘\1’", text).translate(QUOTES)
    return f"“{inner}”"
