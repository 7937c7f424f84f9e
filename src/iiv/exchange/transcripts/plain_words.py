"""Words that somebody else said or wrote, as Markdown that says them and nothing else."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from iiv.exchange.plain import CONTROLS, TURNING

# What means something wherever it stands: emphasis, links, themes, tables, attributes, keys, addresses.
_SIGNS: Final = re.compile(
    r"[\\`*_{}\[\]#~^=|]|(?<=\])\(|:(?=:)|(?<=:):|:(?=//)|(?<=www)\.|(?<=\S)@(?=\S)|<(?![A-Za-z/!?])",
    re.IGNORECASE,
)
_ENTITY: Final = re.compile(r"&(?=#?\w+;)")
_TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")
# Bullets of a word processor, which pages show as a list.
_BULLET: Final = re.compile(r"[\u2022\u25e6\u25aa\u2023\u00b7\u25cf\u25cb\u25ab\u2043\u2219\uf0b7\uf0a7]")
# What does so only where it begins a line: lists, quotes, callouts, definitions.
_BEGINS: Final = re.compile(r"(?P<number>\d+)?(?P<sign>(?(number)[.)]|[-+>!?:]))")
_KEY: Final = re.compile(r"^((?:helpfulness|next[ -]contact|asked[ -]about[ -]me)\s?):(?!:)", re.IGNORECASE)
# A box is a task with what stands behind it in its line, and so is what begins with `TODO`.
_BOX: Final = re.compile(r"(\[(?:\s*|[/<>!?*xX~\u2713\u2714\u2013-])\]|[\u2610-\u2612])\s*(?=\S)")
_TODO: Final = re.compile(r"^(TODO:?|to[ -]?do:) (?=\S)", re.IGNORECASE | re.MULTILINE)
MOST_SIGNS: Final = 20_000
"""Of a longer text that other people wrote the beginning is taken."""


def plain_words(text: str) -> str:
    """A text as Markdown: a paragraph that reads as was said, in which no sign means anything.

    It has several lines where words behind a box would be a task.
    """
    words = " ".join("".join(map(_visible, text)).split())
    words = _BOX.sub(r"\1\n", words)
    while _TODO.search(words):
        words = _TODO.sub(r"\1\n", words)
    return "\n".join(map(_line, words.split("\n")))


def plain_lines(text: str) -> str:
    """A text as Markdown, line by line, in which no sign means anything; "" for one that says nothing."""
    lines = map(plain_words, text[:MOST_SIGNS].splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines).strip("\n"))


def broken(paragraph: str, words: int) -> str:
    """A paragraph of Markdown in lines of no more than so many words; it reads as before."""
    lines = [part for line in paragraph.split("\n") for part in _of_words(line.split(), words)]
    if any(_TODO.match(line) or _KEY.match(line) for line in lines):  # a line's begin may mean something
        lines = paragraph.split()
    return "\n".join(map(_begun, lines))


def _of_words(words: list[str], number: int) -> list[str]:
    return [" ".join(words[at : at + number]) for at in range(0, len(words), number)]


def _line(words: str) -> str:
    text = _KEY.sub("\\1\0:", _ENTITY.sub("&amp;", words))
    return _begun(_TAG.sub("&lt;", _SIGNS.sub(r"\\\g<0>", text)).replace("\0", "\\"))


def _begun(line: str) -> str:
    if _BULLET.match(line):
        return f"&#{ord(line[0])};{line[1:]}"
    begin = _BEGINS.match(line)
    return f"{line[: begin.start('sign')]}\\{line[begin.start('sign') :]}" if begin else line


def _visible(char: str) -> str:
    if char in TURNING:
        return ""
    return " " if unicodedata.category(char) in CONTROLS else char
