"""Builds after each edit beside plain MkDocs, and whether they gave what a clean build gives."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.bench.edits import Edit
from tests.bench.kept import build
from tests.bench.timing import PYTHON, Command, Run, run

PLAIN: Final = "plain"
CLEAN: Final = "clean"
NOTHING: Final = "nothing"
SITE: Final = "site"


@dataclass(frozen=True, slots=True)
class Series:
    """The runs by name, and the files of the site that differed from those of a clean build."""

    runs: dict[str, list[Run]] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)

    def measure(self, name: str, command: Command) -> None:
        """Run a command and keep how it ran."""
        self.runs.setdefault(name, []).append(run(command))


def series(root: Path, pages: Path, edits: Sequence[Edit], rounds: int) -> Series:
    """Build a journal after each edit, after none, and anew, which must give the same; so many rounds.

    `pages` are the journal's for plain MkDocs. Each round begins with another edit, so that another
    one is the last before sites are compared.
    """
    found = Series()
    run(build(root))
    plain = Command((PYTHON, "-m", "mkdocs", "build", "--quiet"), pages)
    for number in range(rounds):
        found.measure(PLAIN, plain)
        for edit in turned(edits, number):
            edit.do(root, number)
            found.measure(edit.name, build(root))
        found.measure(NOTHING, build(root))
        before = digests(root / SITE)
        found.measure(CLEAN, build(root, "--clean"))
        found.stale.update(different(before, digests(root / SITE)))
    return found


def turned(edits: Sequence[Edit], number: int) -> list[Edit]:
    """The edits in the same order, from another one on for each number."""
    start = number * 5 % len(edits) if edits else 0
    return [*edits[start:], *edits[:start]]


def digests(site: Path) -> dict[str, bytes]:
    """What each file of a site holds, in short, by its path."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).digest()
        for path in site.rglob("*")
        if path.is_file()
    }


def different(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    """The paths of what is in one alone, or not the same in both."""
    return {path for path, _ in one.items() ^ other.items()}
