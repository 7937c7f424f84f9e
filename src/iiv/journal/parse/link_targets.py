"""What links lead to: the target of a definition, `[label]: target`, and what a wikilink names."""

from __future__ import annotations

import re
from typing import Final

_ADDRESS = r"[a-zA-Z][a-zA-Z0-9+.-]*://\S+|(?:mailto|tel|sms|data|doi|urn|javascript):\S+"
_DOMAIN = r"www\.\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?(?!\S)"
_PATH = r"\.{0,2}/\S*|(?:[^\s/]+/)+[^\s/]+\.\w{1,5}(?:[?#]\S*)?(?!\S)"
_FILE = (
    r"[^\s/]+\.(?i:md|markdown|txt|pdf|html?|png|jpe?g|gif|svg|webp|avif|bmp|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|eml"
    r"|ics|vcf|mp[34]|m4a|wav|mov|webm|zip)(?:[?#]\S*)?(?!\S)"
)

_THEMES = r"#[^\W\d_][\w-]*(?:[ \t,]+#[^\W\d_][\w-]*)*[ \t]*(?![^\n])"

TARGET: Final = rf"(?:<[^<>\n]+>|(?!{_THEMES})#\S+|{_ADDRESS}|{_DOMAIN}|{_PATH}|{_FILE})"
"""A pattern: an address with a scheme or a domain, a path, a file, a place in the page, or any in `<>`.

`#craft` alone is a theme, and `[Ada]: #craft` a line of text, as is `[Ada]: yes`.
"""

TITLE: Final = r"""(?:[ \t]+(?:"[^\n]*"|'[^\n]*'|\([^\n]*\)))?[ \t]*$"""
"""A pattern: what may stand behind it on the line."""

DEFINITION: Final = re.compile(
    rf" {{0,3}}\[(?=\^|[^\]\n]+\]:[ \t]*{TARGET}{TITLE})(\^?[^\]\n]+)\]:[ \t]*(\S.*)?$"
)
"""A line that defines a link or, with `^`, a footnote: its label, and what is behind the colon."""

# As Obsidian writes them: with a folder, an ending, a heading, a block.
_FILE_NAME = re.compile(r"[^/#^]+\.(?!md\b)\w{1,5}", re.IGNORECASE)
_SIZE = re.compile(r"\d{1,4}(?:x\d{1,4})?")


def place_in(name: str) -> str:
    """The heading within the note, as in `[[note#heading]]`; "" for none, and for a block."""
    return _parts(name.strip().rstrip("\\"))[1]


def file_in(name: str) -> str:
    """The file, with its folders, that is no note: `photo.png`; "" for a note."""
    note, _ = _parts(name.strip().rstrip("\\"))
    return note if _FILE_NAME.fullmatch(note.rpartition("/")[2]) else ""


def is_size(label: str) -> bool:
    """Whether what stands behind the `|` says how large a picture is: `300` or `300x200`."""
    return bool(_SIZE.fullmatch(label.strip()))


def _parts(name: str) -> tuple[str, str]:
    note, _, place = name.partition("#")
    note, _, _ = note.partition("^")
    return note.strip(), "" if place.startswith("^") else place.strip()
