"""`python -m tests.bench`: how fast iiv is, as ratios to plain programs measured in the same run."""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Final

from tests.bench import browser, kept, lines, report
from tests.bench.edits import EDITS
from tests.bench.report import Line

HERE: Final = Path(__file__).parent
SAVED: Final = ("an answer's end", "a new note", "a log line", "helpfulness")
"""The edits that are also made while the journal is served."""
KINDS: Final = (*kept.KINDS,)
SIZES: Final = (lines.FEW, lines.MANY)
PARTS: Final = ("commands", "edits", "growth", "serve", "browser", "screens")
ANSWERS: Final = (1, 5, 20, 120, lines.MANY)
"""How many answers the comparisons have that are looked at as they open."""


def main() -> None:
    """Measure, print the table and keep it in a file."""
    options = _options()
    started = time.perf_counter()
    found: list[Line] = []
    with tempfile.TemporaryDirectory() as name:
        keep = options.keep or Path(name) / "kept"
        try:
            for line in _lines(keep.absolute(), Path(name), options):
                found.append(line)
                _say(f"{line.what}: {line.value:.3f} {line.unit} {line.verdict}".rstrip())
        finally:  # what was measured in minutes is not lost by what fails after it
            sys.stdout.write(f"{report.table(found)}\n{report.machine()}\n")
            sys.stdout.write(f"{len(found)} lines in {time.perf_counter() - started:.0f} s\n")
    if options.results:
        report.write(options.results, found)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    add = parser.add_argument
    add("--only", type=_some_of(PARTS), default=PARTS, metavar="PART,...", help=f"of {', '.join(PARTS)}")
    add("--kinds", type=_some_of(KINDS), default=KINDS, metavar="KIND,...", help=f"of {', '.join(KINDS)}")
    add(
        "--sizes",
        type=_numbers,
        default=SIZES,
        metavar="N,...",
        help="how many interviews the edited journals have",
    )
    add(
        "--edits",
        type=_words,
        default=("",),
        metavar="WORDS,...",
        help="the edits with these words in their names",
    )
    add("--rounds", type=int, default=3, metavar="N", help="how often each build is measured")
    add(
        "--large",
        action="store_true",
        help=f"growth alone, from {lines.MANY} interviews to ten times as many",
    )
    add("--keep", type=Path, metavar="DIR", help="keep journals there for the next run")
    add("--results", type=Path, metavar="FILE", help="the file to write; a whole run writes results.json")
    options = parser.parse_args()
    if options.large:
        options.only = ("growth",)
    whole = (options.only, options.kinds, options.sizes, options.edits) == (PARTS, KINDS, SIZES, ("",))
    if options.large or whole:
        options.results = options.results or HERE / f"results{'-large' * options.large}.json"
    return options


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(",")))


def _some_of(names: Sequence[str]) -> Callable[[str], tuple[str, ...]]:
    def chosen(text: str) -> tuple[str, ...]:
        unknown = {*_words(text)} - {*names}
        if unknown:
            raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))} is none of {', '.join(names)}")
        return _words(text)

    return chosen


def _lines(keep: Path, folder: Path, options: argparse.Namespace) -> Iterator[Line]:
    kinds = [kind for kind in options.kinds if not _missing(kind)]
    makers = {
        "commands": _commands,
        "edits": _edits,
        "growth": _growth,
        "serve": _serve,
        "browser": _browser,
        "screens": _screens,
    }
    for part in PARTS if kinds else ():
        if part in options.only:
            _say(f"measuring {part}")
            yield from makers[part](keep, folder / part, options, kinds)


def _commands(keep: Path, folder: Path, _options: argparse.Namespace, kinds: Sequence[str]) -> Iterator[Line]:
    yield from lines.of_commands(_copy(kept.journal(keep, kinds[-1], lines.MANY), folder))


def _edits(keep: Path, folder: Path, options: argparse.Namespace, kinds: Sequence[str]) -> Iterator[Line]:
    edits = [edit for edit in EDITS if any(words in edit.name for words in options.edits)]
    for talks, kind in product(options.sizes, kinds):
        journal = kept.journal(keep, kind, talks)
        copy = _copy(journal, folder / f"{kind}-{talks}")
        yield from lines.of_edits(copy, kept.plain(journal), f"{kind} {talks}", options.rounds, edits)


def _growth(keep: Path, _folder: Path, options: argparse.Namespace, _kinds: Sequence[str]) -> Iterator[Line]:
    few, many = (lines.MANY, lines.MANY * 10) if options.large else (lines.MANY // 10, lines.MANY)
    journals = {talks: kept.journal(keep, "made", talks) for talks in (few, many)}
    yield from lines.of_growth(journals, 1 if options.large else options.rounds)


def _serve(keep: Path, folder: Path, options: argparse.Namespace, kinds: Sequence[str]) -> Iterator[Line]:
    journal = kept.journal(keep, kinds[-1], lines.MANY)
    one, other = _copy(journal, folder / "built"), _copy(journal, folder / "served")
    saved = [edit for edit in EDITS if edit.name in SAVED]
    yield from lines.of_serving(one, other, f"{kinds[-1]} {lines.MANY}", options.rounds, saved)


def _browser(keep: Path, _folder: Path, _options: argparse.Namespace, kinds: Sequence[str]) -> Iterator[Line]:
    journal = kept.journal(keep, kinds[-1], lines.MANY)
    yield from browser.lines(journal / "site", f"{kinds[-1]} {lines.MANY}")


def _screens(keep: Path, _folder: Path, _options: argparse.Namespace, kinds: Sequence[str]) -> Iterator[Line]:
    for talks in ANSWERS:
        journal = kept.journal(keep, kinds[-1], talks)
        yield from browser.first_screens(journal / "site", f"{kinds[-1]} {talks}")


def _copy(journal: Path, folder: Path) -> Path:
    """A copy that may be changed. Its first build makes much anew: times and places of files differ."""
    return shutil.copytree(journal, folder)


def _missing(kind: str) -> bool:
    reason = kept.missing(kind)
    if reason:
        _say(f"no {kind} interviews: {reason}")
    return bool(reason)


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    main()
