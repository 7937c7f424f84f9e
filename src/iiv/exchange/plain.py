"""Text of notes as plain text for a letter: on one line, with nothing in it that a program obeys."""

from __future__ import annotations

import re
import unicodedata

from iiv.journal.parse.markup import plain_text
from iiv.journal.parse.theme_words import THEME

CONTROLS = frozenset({"Cc", "Cs", "Zl", "Zp"})
# Marks that turn the direction of the text after them: a line could show other than it says.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LEFT_OVER = re.compile(r"\\|\*+|`+|~~+|==+|\[\[|\]\]|(?<!\w)_+|_+(?!\w)|^#+\s*|^>\s*")
QUOTED = re.compile(r"[\"“”„]([^\"“”„]*)[\"“”]")
QUOTES = str.maketrans('"“”„', "'‘’‚")


def one_line(text: str) -> str:
    """`text` with line ends and control characters as spaces, no two of which are left in a row."""
    if text.isprintable():  # nearly all are: then none of these is in it
        return " ".join(text.split())
    kept = (" " if unicodedata.category(char) in CONTROLS or char in TURNING else char for char in text)
    return " ".join("".join(kept).split())


def sentence(markdown: str) -> str:
    """Inline Markdown as plain text on one line, without the mark of a theme or a sign that is left over."""
    return one_line(_LEFT_OVER.sub("", THEME.sub(r"\1", plain_text(markdown))))


def quoted(text: str) -> str:
    """`text` between double quotation marks; those within it become single ones."""
    whole = QUOTED.fullmatch(text)
    inner = whole[1] if whole else QUOTED.sub(r"‘\1’", text).translate(QUOTES)
    return f"“{inner}”"


def listed(names: list[str]) -> str:
    """Names as one says them: `Ada`, `Ada and Grace`, `Ada, Grace and Mary`; "" for none."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
