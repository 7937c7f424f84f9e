"""The paths of files on standard output, and first of all of those that were written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from iiv.cli.context import tell
from iiv.cli.terminal import say

if TYPE_CHECKING:
    from pathlib import Path


def print_written(path: Path, *lines: str) -> None:
    """Say what was written to which file: somewhere else where standard output takes nothing."""
    print_done(*lines, shown(path), otherwise=f"Written: {shown(path)}")


def print_done(*lines: str, otherwise: str = "") -> None:
    """Say what was done; where standard output takes nothing, `otherwise` or the last line elsewhere."""
    try:
        for line in lines:
            say(line)
    except OSError:
        tell(otherwise or lines[-1])
        raise


def shown(path: Path) -> str:
    """A path as it is typed here."""
    try:
        return os.path.relpath(path)
    except (OSError, ValueError):  # this folder is gone, or it lies on another drive
        return str(path)
