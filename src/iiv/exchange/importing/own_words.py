"""A cell's text as Markdown: a person's own words, in which nothing is a heading or a task by accident."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from iiv.exchange.plain import CONTROLS
from iiv.journal.parse.tasks import BALLOTS

_ITEM: Final = re.compile(r"(?:[-*+•]|\d{1,9}[.)])\s")
_DEEPER: Final = 4  # columns
# A heading, an underline, a rule, a fence, `> 5 years`, a call-out, a definition.
_BLOCK: Final = re.compile(
    r"(?=#{1,6}(?:\s|$)|[-=_*](?:\s*[-=_*])*$|```|~~~|>(?!\s+[^\W\d_]|\s+[\"“„«‘])|!!!|\?\?\?|==="
    r"|\*\[[^\]]+\]:|:\s|\{:?[.#])"
)
_TASK: Final = re.compile(r"\[[ xX]\]\s+(?=\S)")  # behind the mark of a list it is no accident
_BACKSLASH: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_REFERENCE: Final = re.compile(r"&(?=#?\w+;)")
_BOX: Final = re.compile(r"\[(?=[^\]\n]?\])")
_TAG: Final = re.compile(r"<(?=[a-zA-Z!/?])")
_UNANSWERED: Final = frozenset(
    {"na", "keineangabe", "ka", "noanswer", "notanswered", "didntanswer", "sansréponse"}
)
_UNASKED: Final = frozenset({"notasked", "didntask", "nichtgefragt"})
_DASHES: Final = re.compile(
    r"[-\u2010-\u2015\u2212./\\\s]+|\(?\s*(?:n\s*[./]\s*a\.?|k\.\s*a\.)\s*\)?", re.IGNORECASE
)


def cell_text(text: str) -> str:
    """A cell's text with line ends as notes have them, without control characters and blank ends."""
    lines = text.replace("\t", " ").splitlines()
    signs = ("".join(" " if unicodedata.category(s) in CONTROLS else s for s in line) for line in lines)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in signs).strip("\n "))


def is_unasked(text: str) -> bool:
    """Whether a cell says that the question was not asked: most of those are empty."""
    return not text.strip() or _word(text) in _UNASKED


def is_unanswered(text: str) -> bool:
    """Whether a cell says that it was asked and not answered, as `n/a` and dashes do; `No` is an answer."""
    return bool(_DASHES.fullmatch(text.strip())) or _word(text) in _UNANSWERED


def as_own_markdown(text: str) -> str:
    """The text of a cell, to stand below a heading: its themes, lists, emphasis and links stay."""
    deepest = 0
    lines = []
    for line in cell_text(text).split("\n"):
        bare = line.lstrip()
        # Only an item below another is indented: else it would be code.
        indent = min(len(line) - len(bare), deepest) if _ITEM.match(bare) else 0
        deepest = indent + _DEEPER if _ITEM.match(bare) else deepest if not bare else 0
        lines.append(" " * indent + _line(bare))
    return "\n".join(lines)


def _line(line: str, *, in_item: bool = False) -> str:
    if item := _ITEM.match(line):
        return item[0] + _line(line[item.end() :].lstrip(), in_item=True)
    if in_item and (box := _TASK.match(line)):
        return box[0] + _line(line[box.end() :])
    words = _BACKSLASH.sub(r"\\\\", _REFERENCE.sub("&amp;", line))
    words = _TAG.sub(r"\\<", _BOX.sub("&#91;", words))
    words = re.sub(f"[{BALLOTS}]", lambda match: f"&#{ord(match[0])};", words)
    return f"\\{words}" if _BLOCK.match(words) else words


def _word(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
