"""What was measured, as a table and as a file."""

import json
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Final

from tests.bench.timing import Run

MISSED: Final = "MISSED"
_PACKAGES: Final = (
    *("iiv", "mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2", "click", "pyyaml"),
    "nh3",
)
_HEAD: Final = (
    *("what", "measured", "at most", "aim", "", "seconds", "baseline"),
    *("by processor", "seconds", "baseline", "memory"),
)


@dataclass(frozen=True, slots=True)
class Limit:
    """How much a measure may be, and how much it is meant to be some day."""

    at_most: float | None = None
    aim: float | None = None


NO_LIMIT: Final = Limit()


@dataclass(frozen=True, slots=True)
class Ratio:
    """What lies behind a ratio: medians of the command and of its baseline.

    `by_processor` is the ratio of the processor's time, which other programs disturb less; where a
    build uses several processors it is larger than that of the seconds that a person waits.
    """

    by_processor: float
    seconds: float
    baseline: float
    processor: float
    baseline_processor: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Line:
    """A measure: a ratio to a baseline, or in `unit`, and whether it is as small as it is meant to be."""

    what: str
    value: float
    unit: str = ""
    at_most: float | None = None
    aim: float | None = None
    behind: Ratio | None = None

    @property
    def verdict(self) -> str:
        """Whether it keeps its limit, where it has one, and its aim."""
        if self.at_most is None:
            return ""
        if self.value > self.at_most:
            return MISSED
        return "aim" if self.aim is not None and self.value <= self.aim else "met"


def measure(what: str, value: float, unit: str, limit: Limit = NO_LIMIT) -> Line:
    """The line for something that is no ratio."""
    return Line(what, value, unit, limit.at_most, limit.aim)


def ratio(what: str, measured: Run, baseline: Run, limit: Limit = NO_LIMIT) -> Line:
    """The line for a measured command and the baseline of the same run."""
    behind = Ratio(
        measured.processor / baseline.processor,
        measured.seconds,
        baseline.seconds,
        measured.processor,
        baseline.processor,
        measured.megabytes,
    )
    return replace(measure(what, measured.seconds / baseline.seconds, "", limit), behind=behind)


def table(lines: Iterable[Line]) -> str:
    """The lines below each other, for people."""
    rows = [_HEAD, *map(_cells, lines)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def write(path: Path, lines: Iterable[Line]) -> None:
    """Keep the lines in a file, with the machine and the versions that they hold for."""
    found = {
        "machine": machine(),
        "versions": {package: version(package) for package in _PACKAGES},
        "lines": [{**asdict(each), "verdict": each.verdict} for each in lines],
    }
    path.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


def machine() -> Mapping[str, str | float | None]:
    """What it was measured on, and how many processes ran there in the last quarter of an hour.

    Where more ran than there are cores, the seconds say little, and those of the processor more.
    """
    cpu = Path("/proc/cpuinfo")
    names = (
        [text for text in cpu.read_text("utf-8").split("\n") if "model name" in text] if cpu.is_file() else []
    )
    name = names[0].partition(": ")[2] if names else platform.processor()
    return {
        "cpu": name,
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[2], 1),
        "system": platform.system(),
        "python": platform.python_version(),
    }


def _cells(line: Line) -> Sequence[str]:
    value = f"{_short(line.value)} {line.unit}" if line.unit else f"{line.value:.3f}"
    limits = (_short(line.at_most), _short(line.aim), line.verdict)
    behind = line.behind
    if behind is None:
        return (line.what, value, *limits, "", "", "", "", "", "")
    return (
        *(line.what, value, *limits, f"{behind.seconds:.2f}", f"{behind.baseline:.2f}"),
        *(f"{behind.by_processor:.3f}", f"{behind.processor:.2f}", f"{behind.baseline_processor:.2f}"),
        f"{behind.megabytes:.0f} MB" if behind.megabytes else "",
    )


def _short(number: float | None) -> str:
    if number is None:
        return ""
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"
