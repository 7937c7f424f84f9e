"""What a link's definition, `[label]: target`, may lead to; after other words it is a line of text."""

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

`#craft` alone is a theme, and `[Ada]: #craft` a line of text.
"""

TITLE: Final = r"""(?:[ \t]+(?:"[^\n]*"|'[^\n]*'|\([^\n]*\)))?[ \t]*$"""
"""A pattern: what may stand behind it on the line."""

DEFINITION: Final = re.compile(
    rf" {{0,3}}\[(?=\^|[^\]\n]+\]:[ \t]*{TARGET}{TITLE})(\^?[^\]\n]+)\]:[ \t]*(\S.*)?$"
)
"""A line that defines a link or, with `^`, a footnote: its label, and what is behind the colon."""
