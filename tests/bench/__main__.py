"""`python -m tests.bench`: how fast iiv is, as ratios to plain programs measured in the same run."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.bench import report
from tests.bench.journals import LAST_DAY, one_answer_more, write_journal
from tests.bench.serving import saves
from tests.bench.timing import Command, Run, in_turns, middle, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.bench.report import Line

PYTHON: Final = Path(sys.executable)
IIV: Final = PYTHON.parent / "iiv"
HERE: Final = Path(__file__).parent
REAL: Final = HERE.parents[1].parent / "shared" / "real-interviews"
QUICK_ROUNDS: Final = 15
SMALL: Final = 100
LIMITS: Final = {"clean": 1, "one": 0.06, "nothing": 0.03, "save": 1}
"""How often the time of plain MkDocs a build of many interviews may take, and a save that of one answer."""


def main() -> None:
    """Measure, print the table and keep it in results.json."""
    options = _options()
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as name:
        for line in _lines(Path(name), options):
            lines.append(line)
            sys.stderr.write(f"{report.table([line]).splitlines()[1]}\n")
    sys.stdout.write(f"{report.table(lines)}\n{report.machine()}\n")
    report.write(options.results, options.talks, lines)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--talks", type=int, default=1300, help="how many interviews the journal has")
    parser.add_argument("--rounds", type=int, default=3, help="how often each build is measured")
    parser.add_argument("--large", action="store_true", help="growth from so many to ten times as many")
    parser.add_argument("--quick", action="store_true", help="the commands alone, no builds")
    parser.add_argument("--results", type=Path, default=HERE / "results.json", help="the file to write")
    return parser.parse_args()


def _lines(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    journal = write_journal(folder / "journal", options.talks)
    yield from _commands(journal)
    if options.quick:
        return
    yield from _builds(journal, folder / "plain", options.rounds, f"{options.talks} interviews", LIMITS)
    yield from _growth(folder, options)
    # To start takes most of the time here, whatever is built: no limit is set.
    small = write_journal(folder / "small", SMALL)
    yield from _builds(small, folder / "plain-small", options.rounds, f"{SMALL} interviews")
    if REAL.is_dir():
        shutil.copytree(REAL / "journal", folder / "real" / "journal")
        shutil.copy(journal / "mkdocs.yml", folder / "real")
        yield from _builds(folder / "real", folder / "plain-real", options.rounds, "real interviews")


def _commands(journal: Path) -> Iterator[Line]:
    due = (IIV, "-C", journal, "due", "--today", str(LAST_DAY))
    times = count()
    commands = {
        "libraries": Command((PYTHON, "-c", "import click, frontmatter"), journal),
        "due": Command(due, journal),
        "due, edited": Command(due, journal, lambda: one_answer_more(journal, f"Said {next(times)}.")),
        "click": Command((PYTHON, "-c", "import click"), journal),
        "help": Command((IIV, "--help"), journal),
    }
    found = {name: middle(runs) for name, runs in in_turns(commands, QUICK_ROUNDS).items()}
    yield report.line("iiv due / import click, frontmatter", found["due"], found["libraries"], 3)
    yield report.line("  after one note changed", found["due, edited"], found["libraries"])
    yield report.line("iiv --help / import click", found["help"], found["click"], 1.5)


def _builds(
    journal: Path, plain: Path, rounds: int, which: str, limits: Mapping[str, float] | None = None
) -> Iterator[Line]:
    """The lines about one journal; `limits` say how often the baseline each may take."""
    most = limits or {}
    run(Command((IIV, "-C", journal, "export", "pages", plain), journal))
    times = count()
    build = (IIV, "-C", journal, "build")
    commands = {
        "plain": Command((PYTHON, "-m", "mkdocs", "build", "--quiet"), plain),
        "clean": Command((*build, "--clean"), journal),
        "one": Command(build, journal, lambda: one_answer_more(journal, f"Said {next(times)}.")),
        "nothing": Command(build, journal),
    }
    found = {name: middle(runs) for name, runs in in_turns(commands, rounds).items()}
    baseline = found["plain"]
    yield report.line(f"iiv build --clean / P, {which}", found["clean"], baseline, most.get("clean"))
    yield report.line("  after one answer changed / P", found["one"], baseline, most.get("one"))
    yield report.line("  nothing changed / P", found["nothing"], baseline, most.get("nothing"))
    saved = [Run(seconds, 0, 0) for seconds in saves(IIV, journal, rounds)]
    yield report.line(
        "save to reload in iiv serve / one-answer build", middle(saved), found["one"], most.get("save")
    )


def _growth(folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    few, many = (options.talks, options.talks * 10) if options.large else (options.talks // 10, options.talks)
    commands = {}
    for talks in (few, many):
        journal = write_journal(folder / f"growth-{talks}", talks)
        commands[f"{talks}"] = Command((IIV, "-C", journal, "build", "--clean"), journal)
    found = {name: middle(runs) for name, runs in in_turns(commands, 1 if options.large else 3).items()}
    yield report.line(f"iiv build --clean, {many} / {few} interviews", found[f"{many}"], found[f"{few}"], 11)


if __name__ == "__main__":
    main()
