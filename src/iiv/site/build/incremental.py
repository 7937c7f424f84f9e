"""A build that makes what is not as it should be: each output by one key, in frames drawn before."""

from __future__ import annotations

import hashlib
import logging
import os
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from iiv.journal.cache.note_cache import note_cache
from iiv.journal.read.reading import read
from iiv.processes import available, spread
from iiv.site import addresses
from iiv.site.build.cache_files import (
    CachedOutput,
    load_frames,
    load_outputs,
    save_frames,
    save_outputs,
)
from iiv.site.build.publishing import Published, publish
from iiv.site.disk.freshness import digest_of, stamp, stamps
from iiv.site.disk.ownership import FILE_MODE, FOLDER_MODE, claim
from iiv.site.dossiers.journal_index import JournalIndex
from iiv.site.markdown.texts import Texts, cached_texts
from iiv.site.mkdocs.run import draw_frames
from iiv.site.outputs import OVERVIEWS, outputs, shown_files
from iiv.site.pages.making import new_work
from iiv.site.pages.rows import KnownRows
from iiv.site.safety import left_out
from iiv.site.safety.drawings import drawing_fault
from iiv.site.values import digest
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from iiv.journal.problems import Problem
    from iiv.journal.read.reading import Reading
    from iiv.site.disk.freshness import Clock, Look
    from iiv.site.outputs import Output
    from iiv.site.pages.frames import Frames
    from iiv.site.pages.rows import Place

_LARGE = frozenset({*OVERVIEWS, "calendar", "comparison"})
"""The kinds of outputs that may be put together from many rows."""

_LOG = logging.getLogger(__name__)

_PAGES = 100
"""So many outputs for each process are worth its start."""


class Built(Value, frozen=True):
    """A site that was built: the folder `site`, how many pages it has and what was published.

    `made` is how many of the pages were made in this build; the others stay as they were.
    `problems` are those of the journal, then what was not followed, then those that MkDocs
    named; `stamps` is a hash of how the site stands on disk, and `seconds` how long it took, waiting
    included.
    """

    site: Path
    pages: int
    made: int
    problems: tuple[Problem, ...]
    published: Published
    stamps: str
    seconds: float = 0.0


class FramedBuild:
    """One build of the journal in `root` into the empty `folder`.

    `looks` says what pages look like, `clock` whether files can be told apart by their times.
    """

    def __init__(self, root: Path, folder: Path, looks: Look, clock: Clock) -> None:
        self._root = root
        self._folder = folder
        self._looks = looks
        self._clock = clock
        self._last = load_outputs(root)
        self._stamps: Mapping[str, str] = {}
        self._keys: dict[str, str] = {}
        self._found: dict[str, tuple[Problem, ...]] = {}
        self._rows: dict[str, dict[str, Place]] = {}
        self._made: set[str] = set()

    def run(self, on_progress: Callable[[int, int], None], log_level: int) -> Built:
        """Make what is not as it should be, publish it, and let the next build know.

        Raises SiteError, OSError and UnfitError for a page that no frame fits.
        """
        frames = self._frames(log_level)
        site = Path(frames.site)
        claim(site)
        reading = self._read()
        _LOG.info("read: %d talks, %d people", len(reading.journal.interviews), len(reading.journal.contacts))
        index, wanted = self._wanted(reading)
        version = _hash(self._looks.templates, frames.text)
        stale = self._stale(wanted, version)
        _LOG.info("%d outputs, of which are to be made: %s", len(wanted), _counted(stale))
        self._make(stale, index.texts.html, frames, on_progress)
        self._copy(shown_files(index))
        published = publish(self._folder, site, self._keys.keys() - self._made)
        _LOG.info("published in %s: %s", site, published)
        now = self._stamps_after(site)
        self._remember(now)
        problems = (
            *reading.problems,
            *frames.problems,
            *(p for found in self._found.values() for p in found),
        )
        return Built(
            site=site,
            pages=sum(bool(output.title) for output in wanted),
            made=sum(bool(output.title) for output in stale),
            problems=tuple(dict.fromkeys(problems)),
            published=published,
            stamps=digest_of(now),
        )

    def _frames(self, log_level: int) -> Frames:
        """The frames as they were drawn, if the theme's files still stand in the site; else drawn anew."""
        frames = load_frames(self._root, self._looks.frames)
        if frames:
            self._stamps = stamps(Path(frames.site))
            if all(self._is_fresh(address, self._looks.frames) for address in frames.assets):
                _LOG.info("frames: as they were drawn before")
                return frames
            self._keys.clear()
        _LOG.info("frames: drawn by MkDocs, as settings, theme or program changed")
        frames = draw_frames(self._root, self._folder, log_level)
        save_frames(self._root, self._looks.frames, frames)
        self._stamps = stamps(Path(frames.site))
        self._keys |= dict.fromkeys(frames.assets, self._looks.frames)
        self._made.update(frames.assets)
        return frames

    def _is_fresh(self, address: str, key: str) -> bool:
        """Whether an output with this key stands in the site as it was made. The key is remembered."""
        self._keys[address] = key
        kept = self._last.get(address)
        if kept is None or kept.key != key or kept.stamp != self._stamps.get(address):
            return False
        self._found[address] = kept.problems
        self._rows[address] = kept.rows
        return True

    def _read(self) -> Reading:
        with note_cache(self._root) as cache:
            return read(self._root, cache)

    def _wanted(self, reading: Reading) -> tuple[JournalIndex, list[Output]]:
        with cached_texts(self._root) as texts:
            index = JournalIndex(reading, Texts(reading.journal, texts, available()))
            wanted = list(outputs(index))
        return index, wanted

    def _stale(self, wanted: list[Output], version: str) -> list[Output]:
        """The outputs that must be made, the large ones first."""
        stale = [output for output in wanted if not self._is_fresh(output.address, digest(version, output))]
        return sorted(stale, key=lambda output: output.kind not in _LARGE)

    def _known_rows(self, stale: list[Output], site: str) -> KnownRows:
        """The rows of outputs that still stand in the site as they were left."""
        left = {output.address: self._last.get(output.address) for output in stale}
        places = {
            address: kept.rows
            for address, kept in left.items()
            if kept and kept.rows and kept.stamp == self._stamps.get(address)
        }
        return KnownRows(Path(site), self._looks.templates, places)

    def _make(
        self,
        stale: list[Output],
        html: Mapping[str, str],
        frames: Frames,
        on_progress: Callable[[int, int], None],
    ) -> None:
        rows = self._known_rows(stale, frames.site)
        make = partial(new_work, self._root, html, rows, frames, partial(write_page_file, self._folder))
        on_done = partial(_tell_progress, on_progress, len(stale))
        self._made.update(output.address for output in stale)
        for output, made in zip(stale, spread(make, stale, available(), _PAGES, on_done), strict=True):
            self._found[output.address] = made.problems
            self._rows[output.address] = made.rows

    def _copy(self, paths: list[str]) -> None:
        """Copy the journal's files that are shown; in the place of a drawing that acts, a mark."""
        for path in paths:
            address = addresses.file_address(path)
            status = (self._root / path).stat()
            key = _hash(path, stamp(status)) if self._clock.is_settled(status) else ""
            if self._is_fresh(address, key) and key:
                continue
            fault = drawing_fault(self._root, path)
            self._found[address] = (fault,) if fault else ()
            self._made.add(address)
            content = left_out.DRAWING if fault else (self._root / path).read_bytes()
            write_page_file(self._folder, address, (content,))

    def _stamps_after(self, site: Path) -> dict[str, str]:
        """The stamp of each file of the site that was published. Those of what was not made are known."""
        return {
            address: stamp((site / address).stat()) if address in self._made else self._stamps[address]
            for address in self._keys
        }

    def _remember(self, now: Mapping[str, str]) -> None:
        save_outputs(
            self._root,
            {
                address: CachedOutput(
                    key,
                    now.get(address, ""),
                    self._found.get(address, ()),
                    self._rows.get(address, {}),
                )
                for address, key in self._keys.items()
            },
        )


def _counted(outputs_: list[Output]) -> str:
    """How many outputs there are of each kind: `3 question, 1 talk`; `none`."""
    counts = Counter(output.kind for output in outputs_)
    return ", ".join(f"{count} {kind}" for kind, count in counts.most_common()) or "none"


def _tell_progress(on_progress: Callable[[int, int], None], total: int, done: int) -> None:
    on_progress(min(done, total), total)


def write_page_file(folder: Path, address: str, pieces: Iterable[bytes]) -> None:
    """Write a file that its owner alone can read."""
    path = folder / address
    path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags, FILE_MODE), "wb") as file:
            file.writelines(pieces)
    except OSError as fault:
        fault.filename = fault.filename or str(path)
        raise


def _hash(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode(errors="surrogateescape")).hexdigest()
