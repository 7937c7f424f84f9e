"""A journal becomes its site: built beside it, then published."""

from __future__ import annotations

import errno
import gc
import logging
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from iiv.journal.read.disk import SETTINGS_FILE
from iiv.journal.read.notes_folder import require_notes
from iiv.site.build.cache_files import CachedBuild, load_build, save_build, save_outputs
from iiv.site.build.incremental import Built, FramedBuild
from iiv.site.build.publishing import Published, publish
from iiv.site.disk.freshness import Clock, digest_of, inputs, look, stamps
from iiv.site.disk.ownership import MARKER
from iiv.site.disk.workspace import alone, forget, mark, staging
from iiv.site.errors import BuildFailedError, ConfigError
from iiv.site.mkdocs.run import one_line, run_mkdocs
from iiv.site.pages.making import UnfitError
from iiv.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Built", "build"]


def _nothing(*_: object) -> None:
    pass


def build(
    root: Path,
    *,
    clean: bool = False,
    on_progress: Callable[[int, int], None] = _nothing,
    on_wait: Callable[[], None] = _nothing,
    log_level: int = logging.WARNING,
) -> Built:
    """Build the journal in the folder `root` and publish its site.

    What would come out as it is stays, and the site is the same to the byte as if all were made anew.
    Nothing in it changes before the whole build is done. `clean` forgets what earlier builds kept.
    `on_progress` is called with the number of files made and of those to make,
    `on_wait` once when another build of this journal must end first. MkDocs' own messages below
    `log_level` are dropped; its warnings become problems, and what is less goes to the root logger.

    Raises SiteError when there can be no site, and NotesFolderError when the notes cannot be read: then
    the last site is as it was.
    """
    started = time.perf_counter()
    root = root.absolute()
    if not (root / SETTINGS_FILE).is_file():
        raise ConfigError(f"there is no {SETTINGS_FILE} in {root}: `iiv init` begins a journal")
    require_notes(root)
    try:
        with alone(root, on_wait), _nothing_collected():
            if clean:
                forget(root)
            clock = Clock(mark(root))
            now = inputs(root, clock)
            built = _as_it_stands(root, now) or _build(root, now, clock, on_progress, log_level)
    except OSError as fault:
        raise BuildFailedError(_os_message(fault)) from fault
    return replace(built, seconds=time.perf_counter() - started)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Without the garbage collector, which goes through a whole journal again and again, for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _as_it_stands(root: Path, now: str) -> Built | None:
    """The last build, when nothing changed since: neither what the site is made of nor the site."""
    last_time = load_build(root)
    if not now or last_time is None or last_time.inputs != now:
        return None
    site = Path(last_time.site)
    files = stamps(site)
    now_stamps = digest_of(files)
    if not (site / MARKER).is_file() or site.is_symlink() or now_stamps != last_time.stamps:
        return None
    return Built(site, last_time.pages, 0, last_time.problems, Published(0, len(files), 0), now_stamps)


def _build(
    root: Path, now: str, clock: Clock, on_progress: Callable[[int, int], None], log_level: int
) -> Built:
    """Build what is not as it should be, publish it, and let the next build know."""
    built = _build_in_frames(root, clock, on_progress, log_level)
    if built is None:
        with staging(root) as folder:
            built = _build_with_mkdocs(root, folder, on_progress, log_level)
    save_build(root, CachedBuild(now, built.stamps, str(built.site), built.pages, built.problems))
    return built


def _build_in_frames(
    root: Path, clock: Clock, on_progress: Callable[[int, int], None], log_level: int
) -> Built | None:
    """Make what is not as it should be; None where the person's own HTML fits in no frame."""
    looks = look(root)
    if not looks.is_closed:
        return None
    with staging(root) as folder, suppress(UnfitError):
        return FramedBuild(root, folder, looks, clock).run(on_progress, log_level)
    return None


def _build_with_mkdocs(
    root: Path, folder: Path, on_progress: Callable[[int, int], None], log_level: int
) -> Built:
    """Let MkDocs make every page: where the person's own HTML may show anything on any page."""
    run = run_mkdocs(root, folder, log_level, on_progress)
    published = publish(folder, run.site)
    save_outputs(root, {})  # nothing vouches for these
    now = stamps(run.site)
    pages = sum(path.endswith(".html") for path in now) - 1  # but for that of what is missing
    problems = tuple(dict.fromkeys((*run.journal_problems, *run.problems)))
    return Built(run.site, pages, pages, problems, published, digest_of(now))


def _os_message(fault: OSError) -> str:
    path = fault.filename2 or fault.filename
    if fault.errno in {errno.ENOSPC, errno.EDQUOT} and path:
        return f"the disk that holds {Path(path).parent} is full"
    return f"{path}: {fault.strerror}" if path else one_line(fault)
