"""Commands as text that can be typed in any shell: POSIX ones, PowerShell and Windows' command prompt."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_PLAIN: Final = re.compile(r"[\w+=:./-]+")
_IN_QUOTES: Final = re.compile(r"[^\"$`\\!%\x00-\x1f\x7f]*")
"""What stands for itself between double quotation marks, the only ones that all these shells know."""


def quoted(word: str) -> str:
    """A word as it is typed. One that not every shell takes alike is written as POSIX shells have it."""
    if _PLAIN.fullmatch(word):
        return word
    return f'"{word}"' if _IN_QUOTES.fullmatch(word) else shlex.quote(word)


def joined(words: Iterable[str]) -> str:
    """A command as it is typed."""
    return " ".join(map(quoted, words))
