"""Tries again what Windows refuses for a moment: to replace or remove a file that somebody reads."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

_WAITS: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
"""Seconds between one try and the next: a browser or a scanner for viruses is done in less."""


def waits(platform: str) -> Sequence[float]:
    """The seconds to wait after each try that was refused; none where an open file stands in nobody's way."""
    return _WAITS if platform == "win32" else ()


def insist(act: Callable[[], T], between: Sequence[float] | None = None) -> T:
    """What `act` gives, once it is not refused. Raises what it raises, PermissionError after the last try."""
    for seconds in waits(sys.platform) if between is None else between:
        try:
            return act()
        except PermissionError:
            time.sleep(seconds)
    return act()
