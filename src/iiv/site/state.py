"""What a build leaves for the next one to know: what it made, from what, and how that looked on disk."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iiv.journal.problems import Place, Problem
from iiv.journal.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_RECORD: Final = "build"
_OUTPUTS: Final = "outputs"


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site that was made for this journal.

    `keys` are hashes of what it was made from, by how that is told: any of them says whether the output
    may stay. `files` are the journal's files that it shows, `problems` what was found while it was made,
    `entries` is the length of its part of the search index.
    """

    address: str
    keys: Mapping[str, str]
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    entries: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """A whole build: `inputs` is a hash of what it was made of, `standing` of how it then stood on disk."""

    inputs: str
    standing: str
    site: str
    pages: int
    problems: tuple[Problem, ...]


def load_record(root: Path) -> Record | None:
    """The last whole build of the journal in `root`; None when there is none that can be believed."""
    try:
        line, *_ = Store(root, _RECORD).load()
        inputs, standing, site, pages, problems = json.loads(line)
        return Record(inputs, standing, site, pages, tuple(map(_problem, problems)))
    except (ValueError, TypeError):
        return None


def save_record(root: Path, record: Record) -> None:
    """Let the next build know of this one."""
    problems = list(map(_plain, record.problems))
    Store(root, _RECORD).save(
        [json.dumps([record.inputs, record.standing, record.site, record.pages, problems])]
    )


def load_outputs(root: Path) -> dict[str, tuple[Output, str]]:
    """The outputs of the last build by address, in order, each with its stamp; none when in doubt."""
    try:
        lines = map(json.loads, filter(None, Store(root, _OUTPUTS).load()))
        return {line[0]: (_output(line), line[-1]) for line in lines}
    except (ValueError, TypeError, LookupError):
        return {}


def save_outputs(root: Path, outputs: Iterable[Output], standing: Mapping[str, str]) -> None:
    """Let the next build know of these outputs, in this order; `standing` has the stamps of the site."""
    lines = (
        json.dumps(
            [
                o.address,
                o.keys,
                o.files,
                [*map(_plain, o.problems)],
                o.entries,
                standing.get(o.address, ""),
            ]
        )
        for o in outputs
    )
    Store(root, _OUTPUTS).save(lines)


def _output(line: list[Any]) -> Output:
    address, keys, files, problems, entries, _ = line
    return Output(address, dict(keys), tuple(files), tuple(map(_problem, problems)), entries)


def _plain(problem: Problem) -> list[Any]:
    place = problem.place
    return [
        [place.path, place.line, place.column],
        problem.code,
        problem.severity,
        problem.message,
        problem.hint,
    ]


def _problem(plain: list[Any]) -> Problem:
    place, *rest = plain
    return Problem(Place(*place), *rest)
