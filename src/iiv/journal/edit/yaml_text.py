"""A text to YAML that reads back as the same text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Words that need no quotes: they begin with a letter and hold no mark that means something in YAML. A comma
# does so in lists.
PLAIN_ITEM = re.compile(r"[^\W\d_](?:[\w .'()?@/+&-]*[\w.'()?@/+&-])?")
PLAIN = re.compile(r"[^\W\d_](?:[\w .,'()?@/+&-]*[\w.,'()?@/+&-])?")
# What YAML 1.1 would take for something other than text, and `never`, which iiv does.
RESERVED = frozenset({"yes", "no", "true", "false", "on", "off", "null", "y", "n", "never"})
# What may stand in quotes as it is (YAML 1.2, c-printable, less the line ends and the byte order mark).
UNPRINTABLE = re.compile(r"[^ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def scalar(text: str) -> str:
    """`text` as one scalar on one line: in quotes unless it can do without.

    Any text but one with lone surrogates, for which there is no UTF-8.
    """
    return text if _is_plain(text, PLAIN) else _quoted(text)


def items(texts: Iterable[str]) -> str:
    """Texts as a list in brackets, on one line."""
    return f"[{', '.join(text if _is_plain(text, PLAIN_ITEM) else _quoted(text) for text in texts)}]"


def _is_plain(text: str, plain: re.Pattern[str]) -> bool:
    return bool(plain.fullmatch(text)) and text.casefold() not in RESERVED


def _quoted(text: str) -> str:
    return UNPRINTABLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text, ensure_ascii=False))
