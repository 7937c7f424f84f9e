"""What was measured, as a table and as a file."""

from __future__ import annotations

import json
import os
import platform
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tests.bench.timing import Run

_PACKAGES = (
    "iiv",
    "mkdocs",
    "mkdocs-material",
    "markdown",
    "pymdown-extensions",
    "jinja2",
    "click",
    "pyyaml",
    "nh3",
)


@dataclass(frozen=True, slots=True)
class Line:
    """What takes how many times as long as its baseline, and how many times it may.

    `processor` is the same ratio of the processor's time, which other programs disturb less.
    """

    what: str
    ratio: float
    at_most: float | None
    seconds: float
    baseline: float
    megabytes: float
    processor: float

    @property
    def verdict(self) -> str:
        """Whether it is as fast as it is meant to be."""
        if self.at_most is None:
            return ""
        return "met" if self.ratio <= self.at_most else "MISSED"


def line(what: str, measured: Run, baseline: Run, at_most: float | None = None) -> Line:
    """The line for a measured command and the baseline of the same run."""
    ratio = measured.seconds / baseline.seconds
    processor = measured.processor / baseline.processor
    return Line(what, ratio, at_most, measured.seconds, baseline.seconds, measured.megabytes, processor)


def table(lines: Iterable[Line]) -> str:
    """The lines below each other, for people."""
    rows = [("what", "ratio", "at most", "", "seconds", "baseline", "memory", "ratio of processor time")]
    for each in lines:
        limit = "" if each.at_most is None else f"{each.at_most:g}"
        measures = (
            f"{each.seconds:.3f}",
            f"{each.baseline:.3f}",
            f"{each.megabytes:.0f} MB",
            f"{each.processor:.3f}",
        )
        rows.append((each.what, f"{each.ratio:.3f}", limit, each.verdict, *measures))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows
    )


def write(path: Path, talks: int, lines: Iterable[Line]) -> None:
    """Keep the lines in a file, with the machine and the versions that they hold for."""
    found = {
        "talks": talks,
        "machine": machine(),
        "versions": {package: version(package) for package in _PACKAGES},
        "lines": [{**asdict(each), "verdict": each.verdict} for each in lines],
    }
    path.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


def machine() -> Mapping[str, str | int | None]:
    """What it was measured on."""
    cpu = Path("/proc/cpuinfo")
    names = (
        [text for text in cpu.read_text("utf-8").split("\n") if "model name" in text] if cpu.is_file() else []
    )
    name = names[0].partition(": ")[2] if names else platform.processor()
    return {
        "cpu": name,
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
    }
