"""What is measured of builds and commands, line by line, with the limits that it must keep."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from tests.bench import builds
from tests.bench.edits import EDITS, Edit
from tests.bench.journals import LAST_DAY
from tests.bench.kept import build
from tests.bench.report import NO_LIMIT, Limit, Line, measure, ratio
from tests.bench.serving import served
from tests.bench.timing import IIV, PYTHON, Command, in_turns, middle, run

FEW: Final = 100
MANY: Final = 1304
QUICK_ROUNDS: Final = 15
PAGE: Final = 0.001
"""Seconds that a page which many edits change is meant to take."""
LARGEST: Final = 1200
"""MB that a build of 13,000 interviews may have."""


def of_edits(root: Path, pages: Path, which: str, rounds: int, edits: Sequence[Edit]) -> Iterator[Line]:
    """Each edit of one journal, which is changed; its pages for MkDocs are given."""
    found = builds.series(root, pages, edits, rounds)
    runs = {name: middle(each) for name, each in found.runs.items()}
    plain = runs[builds.PLAIN]
    many = len([*(root / "journal/interviews").iterdir()]) >= MANY
    shared = Limit(0.25, len([*(root / builds.SITE).rglob("*.html")]) * PAGE / plain.seconds)
    single = Limit(0.06, 0.04) if many else Limit(0.17, 0.12)
    yield ratio(f"{which}: clean / P", runs[builds.CLEAN], plain, Limit(0.40, 0.32) if many else NO_LIMIT)
    for edit in edits:
        yield ratio(f"{which}: {edit.name} / P", runs[edit.name], plain, shared if edit.shared else single)
    yield ratio(f"{which}: nothing / P", runs[builds.NOTHING], plain, Limit(0.02) if many else NO_LIMIT)
    yield measure(f"{which}: files unlike a clean build's", len(found.stale), "files", Limit(0))


def of_serving(root: Path, other: Path, which: str, rounds: int, edits: Sequence[Edit]) -> Iterator[Line]:
    """Saves in `iiv serve` beside builds of a copy after the same edits. Both are changed."""
    run(build(root))
    with served(other) as server:
        for edit in edits:
            builds_after, saves = [], []
            for number in range(rounds):
                path = edit.do(root, number)
                builds_after.append(run(build(root)))
                saves.append(server.save(partial(shutil.copyfile, path, other / path.relative_to(root))))
            what = f"{which}: save to reload, {edit.name} / the build after it"
            yield ratio(what, middle(saves), middle(builds_after), Limit(1))


def of_growth(journals: Mapping[int, Path], rounds: int) -> Iterator[Line]:
    """Clean builds of two journals by their numbers of interviews, the second with ten times as many."""
    commands = {f"{talks}": build(root, "--clean") for talks, root in journals.items()}
    found = {name: middle(runs) for name, runs in in_turns(commands, rounds, warm=False).items()}
    few, many = found
    yield ratio(f"clean, {many} / {few} interviews", found[many], found[few], Limit(11))
    yield measure(f"memory at {many} interviews", found[many].megabytes, "MB", Limit(LARGEST))


def of_commands(root: Path) -> Iterator[Line]:
    """The commands that a person waits for, beside what they import. The journal is changed."""
    due = (IIV, "due", "--today", str(LAST_DAY))
    times = count()
    commands = {
        "libraries": Command((PYTHON, "-c", "import click, frontmatter"), root),
        "due": Command(due, root),
        "due, edited": Command(due, root, lambda: EDITS[0].do(root, next(times))),
        "click": Command((PYTHON, "-c", "import click"), root),
        "help": Command((IIV, "--help"), root),
    }
    found = {name: middle(runs) for name, runs in in_turns(commands, QUICK_ROUNDS).items()}
    yield ratio("iiv due / import click, frontmatter", found["due"], found["libraries"], Limit(3, 2))
    yield ratio("iiv due, one note changed / the same", found["due, edited"], found["libraries"])
    yield ratio("iiv --help / import click", found["help"], found["click"], Limit(1.5))
