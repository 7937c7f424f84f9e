"""One run of MkDocs over a journal: of all its pages, or of a blank page for each frame."""

from __future__ import annotations

import logging
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import TemplateError, TemplateSyntaxError

from iiv.journal.problems import Place, error, warning
from iiv.journal.read.disk import SETTINGS_FILE
from iiv.site.disk.freshness import stamps
from iiv.site.disk.ownership import claim
from iiv.site.disk.workspace import empty_folder
from iiv.site.errors import BuildFailedError, ConfigError
from iiv.site.mkdocs import GENERATORS
from iiv.site.pages.frames import Frames, blanks, frame_in
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from iiv.journal.problems import Problem
    from iiv.site.mkdocs.plugin import IivPlugin


class Run(Value, frozen=True):
    """A run of MkDocs: the place where the site belongs, and what was found.

    `journal_problems` are those of the notes, `problems` what was not followed and what MkDocs named.
    """

    site: Path
    journal_problems: tuple[Problem, ...]
    problems: tuple[Problem, ...]


def draw_frames(root: Path, folder: Path, log_level: int, *, shared: bool = False) -> Frames:
    """Let the theme draw the frames of the journal in `root`, and put its own files into `folder`.

    These are the frames of its site, or of a share.

    Raises SiteError.
    """
    run = run_mkdocs(root, folder, log_level, frames_of="share" if shared else "site")
    frames = {}
    for blank in blanks(shared=shared):
        page = folder / blank.address
        frames[blank.name] = frame_in(page.read_text(encoding="utf-8"))
        page.unlink()
    return Frames(str(run.site), frames, tuple(stamps(folder)), run.problems)


def run_mkdocs(
    root: Path,
    folder: Path,
    log_level: int,
    progress: Callable[[int, int], None] | None = None,
    *,
    frames_of: Literal["site", "share"] | None = None,
) -> Run:
    """Let MkDocs write the site of the journal in `root` into `folder`, or only the frames of pages.

    `frames_of` says whether these are the pages of a site or of a share.

    `progress` is called with how many pages are written, and of how many. MkDocs' own messages below
    `log_level` are dropped; its warnings become problems, and what is less goes to the root logger.
    Raises SiteError.
    """
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    with _log(log_level) as log:
        config = _config(root, log)
        plugin = _plugin(config)
        site = Path(config.site_dir)
        claim(site)
        config.site_dir = str(folder)
        plugin.frames_of = frames_of
        plugin.progress = progress
        try:
            build(config)
        except MkDocsException as fault:
            raise BuildFailedError("; ".join(log.errors) or one_line(fault)) from fault
        except TemplateError as fault:
            raise BuildFailedError(template_message(fault)) from fault
    found = plugin.reading.problems if plugin.reading else ()
    return Run(site, found, tuple(dict.fromkeys((*plugin.overridden, *log.problems))))


def _config(root: Path, log: _Log) -> MkDocsConfig:
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    # The plugin reads the journal; MkDocs is to find nothing of its own accord.
    nothing = str(empty_folder(root))
    try:
        return load_config(str(root / SETTINGS_FILE), docs_dir=nothing, strict=False)
    except MkDocsException as fault:
        raise ConfigError(f"{SETTINGS_FILE}: {'; '.join(log.errors) or one_line(fault)}") from fault


def _plugin(config: MkDocsConfig) -> IivPlugin:
    from iiv.site.mkdocs.plugin import IivPlugin

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

    def emit(self, record: logging.LogRecord) -> None:
        from iiv.site.mkdocs.plugin import PROBLEM_LOG

        if record.name == PROBLEM_LOG:
            return
        message = " ".join(record.getMessage().split())
        make = error if record.levelno >= logging.ERROR else warning
        self.problems.append(make(Place(SETTINGS_FILE), "mkdocs", message))
        if record.levelno >= logging.ERROR:
            self.errors.append(message)


@contextmanager
def _log(level: int) -> Iterator[_Log]:
    log = _Log()
    with ExitStack() as stack:
        for name in GENERATORS:
            stack.enter_context(_heard(logging.getLogger(name), log, level))
        yield log


@contextmanager
def _heard(logger: logging.Logger, log: _Log, level: int) -> Iterator[None]:
    before = logger.level, logger.propagate
    logger.setLevel(level)
    logger.propagate = level < logging.WARNING
    logger.addHandler(log)
    try:
        yield
    finally:
        logger.removeHandler(log)
        logger.setLevel(before[0])
        logger.propagate = before[1]


def template_message(fault: TemplateError) -> str:
    """A sentence about a template that cannot be used."""
    where = f"{fault.filename}:{fault.lineno}: " if isinstance(fault, TemplateSyntaxError) else ""
    return f"{where}a template cannot be used: {one_line(fault)}"


def one_line(fault: BaseException) -> str:
    """The message of a fault on one line."""
    return " ".join(str(fault).split())
