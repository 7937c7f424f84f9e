"""Other people's text as Markdown that shows it as it is, with no mark, theme, link or task in it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from iiv.exchange.plain import CONTROLS, TURNING
from iiv.journal.parse.tasks import BALLOTS

MOST_SIGNS: Final = 20_000
"""Of a longer text the beginning is taken."""

REFERENCE: Final = re.compile(r"&(?=#?\w+;)")
_BOX: Final = re.compile(r"\[(?=[^\]\n]?\])")
_MARKS: Final = re.compile(r"[\\`*\[\]<#|~{}^$]|=(?==)|(?<==)=|(?<!\w)_|_(?!\w)|%(?=%)|(?<=%)%|!(?=\[)")
_BEGINNING: Final = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+:](?:\s|$)|-+\s*$|=$|>|!!!|\?\?\?))")


def as_markdown(text: str) -> str:
    """The text, line by line, with each mark escaped; "" for one that says nothing."""
    lines = map(_line, text[:MOST_SIGNS].splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip("\n"))


def _line(line: str) -> str:
    signs = (" " if unicodedata.category(sign) in CONTROLS or sign in TURNING else sign for sign in line)
    line = " ".join("".join(signs).split())
    # A box is a task even behind a backslash, and a character reference another sign.
    line = REFERENCE.sub("&amp;", line)
    line = _MARKS.sub(r"\\\g<0>", _BOX.sub("\0", line)).replace("\0", "&#91;")
    line = re.sub(f"[{BALLOTS}]", lambda match: f"&#{ord(match[0])};", line)
    return _BEGINNING.sub(lambda match: f"{match[1]}\\", line)
