"""The MkDocs plugin: hands over the pages of a journal, and hardens what comes out."""

from __future__ import annotations

import logging
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from markupsafe import Markup, escape
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority

from iiv.journal.cache.note_cache import note_cache
from iiv.journal.problems import Place
from iiv.journal.read.disk import SETTINGS_FILE
from iiv.journal.read.notes_folder import NotesFolderError, require_notes
from iiv.journal.read.reading import read
from iiv.site.disk.ownership import claim, seal
from iiv.site.disk.workspace import empty_folder
from iiv.site.errors import SiteError
from iiv.site.markdown.texts import cached_texts
from iiv.site.mkdocs import appearance
from iiv.site.mkdocs.configuring import configure, escaped, overridden_settings
from iiv.site.mkdocs.contents import PageFile, blank_pages, journal_files, theme_files
from iiv.site.mkdocs.overridden import overridden
from iiv.site.safety.loading import without_elsewhere
from iiv.site.safety.policy import hardened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2 import Environment
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from iiv.journal.problems import Problem
    from iiv.journal.read.reading import Reading

PROBLEM_LOG = "mkdocs.plugins.iiv.problems"

_NO_DEPLOY = (
    "a journal holds what people said in confidence: iiv does not put it on a public web site. "
    "`iiv serve` shows it on this machine"
)
_NOT_ALONE = (
    "mkdocs.yml sets `dev_addr` to an address that other machines reach, and MkDocs would answer everybody: "
    "take it out, or use `iiv serve`"
)
_ALONE = "a page loads nothing from elsewhere"
_HTML_META = ("title", "description", "author")


class AnySettings(Config):  # type: ignore[no-untyped-call]
    """Settings that MkDocs does not look into."""


class IivPlugin(BasePlugin[AnySettings]):  # type: ignore[no-untyped-call]
    """One build of a journal's site, or of the frames alone of its pages or of a share's: `frames_of`.

    After a build `reading` is what was read, and `overridden` what of the settings, the theme and the
    files was not followed. `progress` is called with how many pages are written, and of how many.
    """

    frames_of: Literal["site", "share"] | None = None
    reading: Reading | None = None
    progress: Callable[[int, int], None] | None = None
    overridden: tuple[Problem, ...] = ()
    _command = "build"

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Take any setting: the reader of the journal checks them, so that all commands agree."""
        super().load_config(options, config_file_path)
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 - MkDocs passes it
        """Refuse to put the site on the web. Raises PluginError."""
        if command == "gh-deploy":
            raise PluginError(_NO_DEPLOY)
        self._command = command
        if command == "serve":
            # MkDocs serves a copy in a temporary folder, and removes it after Ctrl-C alone.
            signal.signal(signal.SIGTERM, signal.default_int_handler)

    @event_priority(1000)  # before other plugins, of which some fetch what they need right here
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set what the site needs, whatever mkdocs.yml says, and say what was not followed.

        Raises PluginError for another theme, and for an address that is not this machine's alone.
        """
        if config.theme.name != "material":
            raise PluginError("mkdocs.yml names another theme: iiv needs `theme: {name: material}`")
        if self._command == "serve" and config.dev_addr.host not in {"127.0.0.1", "::1", "localhost"}:
            raise PluginError(_NOT_ALONE)
        self._root = Path(config.config_file_path).absolute().parent
        self._done = self._page_count = 0
        self.overridden = ()
        self._tell(overridden_settings(Path(config.config_file_path), self._root))
        configure(config, self._root)
        config.extra["iiv_shared"] = self.frames_of == "share"
        self._set_sources(config)
        return config

    def _tell(self, problems: Iterable[Problem]) -> None:
        """Say each thing that is not followed once."""
        for problem in problems:
            if problem not in self.overridden:
                self.overridden = (*self.overridden, problem)
                logging.getLogger(PROBLEM_LOG).warning("%s", problem)

    def _set_sources(self, config: MkDocsConfig) -> None:
        """Let MkDocs find nothing of its own accord, and watch what we read."""
        config.docs_dir = str(empty_folder(self._root))
        watched = [self._root / "journal", self._root / "site_templates"]
        config.watch = [*config.watch, *(str(folder) for folder in watched if folder.is_dir())]

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Let nobody else look into the site while it is written. Raises PluginError, also without notes."""
        try:
            require_notes(Path(config.config_file_path).parent)  # MkDocs empties the site next
            claim(Path(config.site_dir))
        except (NotesFolderError, SiteError) as error:
            raise PluginError(str(error)) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Drop files that the site does not need, add its own, and set the navigation where there is none."""
        wanted = theme_files(files)
        for file in list(files):
            files.remove(file)
        for file in [
            *wanted,
            *(
                blank_pages(config, shared=self.frames_of == "share")
                if self.frames_of
                else self._journal(config)
            ),
        ]:
            files.append(file)
        self._page_count = len(files.documentation_pages())
        if config.nav is None:
            config.nav = appearance.navigation(shared=self.frames_of == "share")
        return files

    def _journal(self, config: MkDocsConfig) -> Iterable[File]:
        with note_cache(self._root) as cache:
            self.reading = read(self._root, cache)
        for problem in self.reading.problems:
            logging.getLogger(PROBLEM_LOG).warning("%s", problem)
        with cached_texts(self._root) as texts:
            found, left_out = journal_files(self._root, config, self.reading, texts)
        self._tell(left_out)
        return found

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs passes them
        """Escape the names of sections and links: the theme's templates do not."""
        _escape_titles(nav.items)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs passes it
        """Escape the titles of pages, which may hold what a person is called."""
        env.filters["striptags"] = _striptags
        for file in files.documentation_pages():
            if file.page is not None:
                _escape_page(file.page)
        return env

    @event_priority(-100)  # after every plugin that changes the text
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs passes them
        """Give Markdown only what is Markdown."""
        block = page.file.block if isinstance(page.file, PageFile) else ""
        text = markdown.rstrip()
        self._block = f"\n{block}" if block and text.endswith(block) else ""
        return text.removesuffix(block) if self._block else markdown

    @event_priority(100)  # before any plugin that looks at the page
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs passes them
        """Put what is HTML back."""
        return html + self._block

    @event_priority(-100)  # after every plugin that changes the page
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs passes it
        """Put the policy into a page."""
        self._done += 1
        if self.progress is not None:
            self.progress(self._done, self._page_count)
        return self._hardened(output, page.content or "")

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs passes it
        """Put the policy into a page that is no page of the journal."""
        return self._hardened(output_content, "") if template_name.endswith(".html") else output_content

    def _hardened(self, output: str, content: str) -> str:
        page, left_out = without_elsewhere(output)
        place = Place(SETTINGS_FILE)
        self._tell(overridden(place, f"`{tag}` of the theme", _ALONE) for tag in left_out)
        try:
            return hardened(page, content)
        except SiteError as error:
            raise PluginError(str(error)) from error

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Close the folder."""
        seal(Path(config.site_dir))


def _escape_titles(items: Iterable[Any]) -> None:
    for item in items:
        if not item.is_page:
            item.title = escaped(item.title)
            _escape_titles(item.children or ())


def _escape_page(page: Page) -> None:
    page.title = escaped(page.title)
    for key in _HTML_META:
        if key in page.meta:
            page.meta[key] = escaped(str(page.meta[key]))


def _striptags(value: object) -> Markup:
    """Jinja's filter, which undoes escapes, and whose result the theme writes as it is."""
    return escape(Markup(value).striptags())  # noqa: S704 - escaped again
