"""A journal becomes its site: built beside it, then published."""

from __future__ import annotations

import gc
import logging
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError, TemplateSyntaxError

from iiv.journal.disk import SETTINGS_FILE
from iiv.journal.problems import Place, error, warning
from iiv.site.byte_code import ByteCode
from iiv.site.errors import BuildFailedError, ConfigError
from iiv.site.freshness import Clock, digest_of, frame, inputs, standing
from iiv.site.keeping import INDEX, Keeping, last
from iiv.site.ownership import MARKER, claim
from iiv.site.publishing import Published, publish
from iiv.site.state import Output, Record, load_record, save_outputs, save_record
from iiv.site.workspace import alone, empty_folder, forget, mark, staging

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from iiv.journal.problems import Problem
    from iiv.site.plugin import IivPlugin


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built: the folder `site`, how many pages it has and what was published.

    `made` is how many of the pages were made in this build; the others stay as they were.
    `problems` are those of the journal, then what was not followed, then those that MkDocs
    named; `seconds` is how long it took, waiting included.
    """

    site: Path
    pages: int
    made: int
    problems: tuple[Problem, ...]
    published: Published
    seconds: float


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
    `on_progress` is called with the number of pages written and of those to write,
    `on_wait` once when another build of this journal must end first. MkDocs' own messages below
    `log_level` are dropped; its warnings become problems, and what is less goes to the root logger.

    Raises SiteError when there can be no site: then the last one is as it was.
    """
    started = time.perf_counter()
    root = root.absolute()
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
    last_time = load_record(root)
    if not now or last_time is None or last_time.inputs != now:
        return None
    site = Path(last_time.site)
    files = standing(site)
    if not (site / MARKER).is_file() or site.is_symlink() or digest_of(files) != last_time.standing:
        return None
    published = Published(0, len(files), 0)
    return Built(site, last_time.pages, 0, last_time.problems, published, 0.0)


def _build(
    root: Path, now: str, clock: Clock, on_progress: Callable[[int, int], None], log_level: int
) -> Built:
    """Build what is not as it should be, publish it, and let the next build know."""
    with staging(root) as folder:
        with _mkdocs_log(log_level) as log:
            site, plugin = _build_into(folder, root, clock, on_progress, log)
        keeping = plugin.keeping
        published = publish(folder, site, keeping.kept)
    found = plugin.reading.problems if plugin.reading else ()
    problems = tuple(dict.fromkeys((*found, *plugin.overridden, *log.problems)))
    files = standing(site)
    index = [Output(INDEX, {})] if INDEX in files else []
    save_outputs(root, [*keeping.outputs.values(), *index], files)
    save_record(root, Record(now, digest_of(files), str(site), plugin.page_count, problems))
    return Built(site, plugin.page_count, plugin.pages_made, problems, published, 0.0)


def _build_into(
    folder: Path, root: Path, clock: Clock, on_progress: Callable[[int, int], None], log: _Log
) -> tuple[Path, IivPlugin]:
    """Let MkDocs write the site into `folder`. Gives the place where it belongs, and the plugin."""
    from mkdocs.commands.build import build as build_with_mkdocs
    from mkdocs.exceptions import MkDocsException

    # Settings that change from here on are taken for new ones by the next build.
    framed = frame(root)
    config = _config(root, log)
    plugin = _plugin(config)
    site = Path(config.site_dir)
    claim(site)
    config.site_dir = str(folder)
    plugin.progress = on_progress
    plugin.keeping = Keeping(framed, last(root, site), clock)
    plugin.byte_code = byte_code = ByteCode(root)
    log.on_problem = partial(_note, config, plugin.keeping)
    try:
        build_with_mkdocs(config)
    except MkDocsException as fault:
        raise BuildFailedError("; ".join(log.errors) or _one_line(fault)) from fault
    except TemplateError as fault:
        raise BuildFailedError(_template_message(fault)) from fault
    byte_code.save()
    return site, plugin


def _note(config: MkDocsConfig, keeping: Keeping, problem: Problem) -> None:
    """Let what MkDocs says of a page be said again while the page stays."""
    page = config._current_page  # noqa: SLF001 - a plugin's events tell of no messages
    if page is not None:
        keeping.found(page.file.dest_uri, [problem])


def _config(root: Path, log: _Log) -> MkDocsConfig:
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    path = root / SETTINGS_FILE
    if not path.is_file():
        raise ConfigError(f"there is no {SETTINGS_FILE} in {root}: `iiv init` begins a journal")
    # The plugin reads the journal; MkDocs is to find nothing of its own accord.
    nothing = str(empty_folder(root))
    try:
        return load_config(str(path), docs_dir=nothing, strict=False)
    except MkDocsException as fault:
        raise ConfigError(f"{SETTINGS_FILE}: {'; '.join(log.errors) or _one_line(fault)}") from fault


def _plugin(config: MkDocsConfig) -> IivPlugin:
    from iiv.site.plugin import IivPlugin

    for plugin in config.plugins.values():
        if isinstance(plugin, IivPlugin):
            return plugin
    raise ConfigError(f"{SETTINGS_FILE} does not name the plugin `iiv`: write it under `plugins`")


class _Log(logging.Handler):
    """MkDocs' warnings and errors, but for the problems of the journal, which come as values."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []
        self.errors: list[str] = []
        self.on_problem: Callable[[Problem], None] = _nothing

    def emit(self, record: logging.LogRecord) -> None:
        from iiv.site.plugin import PROBLEM_LOG

        if record.name == PROBLEM_LOG:
            return
        message = " ".join(record.getMessage().split())
        make = error if record.levelno >= logging.ERROR else warning
        self.problems.append(make(Place(SETTINGS_FILE), "mkdocs", message))
        self.on_problem(self.problems[-1])
        if record.levelno >= logging.ERROR:
            self.errors.append(message)


@contextmanager
def _mkdocs_log(level: int) -> Iterator[_Log]:
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate
    log = _Log()
    logger.setLevel(level)
    logger.propagate = level < logging.WARNING
    logger.addHandler(log)
    try:
        yield log
    finally:
        logger.removeHandler(log)
        logger.setLevel(before[0])
        logger.propagate = before[1]


def _template_message(fault: TemplateError) -> str:
    where = f"{fault.filename}:{fault.lineno}: " if isinstance(fault, TemplateSyntaxError) else ""
    return f"{where}a template cannot be used: {_one_line(fault)}"


def _os_message(fault: OSError) -> str:
    return f"{fault.filename}: {fault.strerror}" if fault.filename else _one_line(fault)


def _one_line(fault: BaseException) -> str:
    return " ".join(str(fault).split())
