"""The MkDocs plugin: hands over the pages of a journal, and hardens what comes out."""

from __future__ import annotations

import html
import logging
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from markupsafe import Markup, escape
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, InclusionLevel

from iiv.journal.caching import kept_notes
from iiv.journal.disk import SETTINGS_FILE
from iiv.journal.problems import Place, warning
from iiv.journal.reading import read
from iiv.method.follow_ups import follow_ups
from iiv.shipped import shipped
from iiv.site import addresses, appearance
from iiv.site.answer_files import answer_files
from iiv.site.digests import Digests
from iiv.site.drawings import LEFT_OUT, activity
from iiv.site.errors import SiteError
from iiv.site.keeping import INDEX, Keeping
from iiv.site.kept_rendering import kept_rendering
from iiv.site.loading import without_elsewhere
from iiv.site.overruled import KEPT_PLUGINS, inherited, overridden, overruled
from iiv.site.ownership import claim, seal
from iiv.site.page_text import heading_and_block
from iiv.site.pages import drafts, written_out
from iiv.site.policy import hardened
from iiv.site.rendering import Renderer
from iiv.site.searched import searched, without_marks
from iiv.site.templates import Templates
from iiv.site.workspace import empty_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from jinja2 import BytecodeCache, Environment
    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from iiv.journal.model import Journal
    from iiv.journal.problems import Problem
    from iiv.journal.reading import Reading
    from iiv.method.follow_ups import FollowUp
    from iiv.site.pages import Draft

T = TypeVar("T")

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
_MOST_INHERITED = 10
_SITEMAP = "sitemap.xml"
_HTML_META = ("title", "description", "author")


class AnySettings(Config):  # type: ignore[no-untyped-call]
    """Settings that MkDocs does not look into."""


class IivPlugin(BasePlugin[AnySettings]):  # type: ignore[no-untyped-call]
    """One build of a journal's site.

    After a build `reading` is what was read, `overridden` what of the settings, the theme and the files
    was not followed, `page_count` how many pages the site has and `pages_made` how many of them were
    made. `progress` is called with how many of these are written, and of how many. `keeping` knows what
    of the last site stays: nothing, unless somebody who has that site says so; `byte_code` may know
    templates.
    """

    reading: Reading | None = None
    page_count: int = 0
    pages_made: int = 0
    keeping: Keeping
    progress: Callable[[int, int], None] | None = None
    overridden: tuple[Problem, ...] = ()
    _command = "build"

    def __init__(self) -> None:
        super().__init__()
        self.keeping = Keeping()
        self.byte_code: BytecodeCache | None = None

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
        self._done = self._first_entry = 0
        self.overridden = ()
        self._tell(_overruled(Path(config.config_file_path), self._root))
        _set_plugins(config)
        _set_theme(config, self._root)
        _set_privacy(config)
        _set_pages(config)
        self._set_sources(config)
        return config

    def _tell(self, problems: Iterable[Problem], address: str = "") -> None:
        """Say each thing that is not followed once; `address` is the output in which it was found."""
        problems = tuple(problems)
        self.keeping.found(address, problems)
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
        """Let nobody else look into the site while it is written. Raises PluginError."""
        try:
            claim(Path(config.site_dir))
        except SiteError as error:
            raise PluginError(str(error)) from error

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages, and the files that they show or link to."""
        with kept_notes(self._root) as kept:
            self.reading = read(self._root, kept)
        _report(self.reading)
        # The first would hold the day of the build, the others are for those who write the theme.
        for file in [file for file in files if file.src_uri == _SITEMAP or file.src_uri.endswith(".map")]:
            files.remove(file)
        # MkDocs takes no HTML from a theme.
        theme = shipped("site_templates") / "theme"
        files.append(_CopiedFile(appearance.SEARCH_FRAME, theme, config.site_dir))
        self._keep_theme(files, config)
        with kept_rendering(self._root) as rendered:
            renderer = Renderer(self.reading.journal, kept=rendered)
            shown = self._add_pages(files, config, self.reading, renderer)
        for path in sorted(shown):
            if addresses.file_address(path) not in files.src_uris:
                files.append(self._copied(path, config))
        if config.nav is None:
            config.nav = _nav(files)
        return files

    def _copied(self, path: str, config: MkDocsConfig) -> File:
        """A file of the journal; in the place of a drawing that does more than show itself, a mark."""
        address = addresses.file_address(path)
        key = self.keeping.key("copied", path, self.keeping.stamp(self._root / path))
        if stays := self._stays(address, key, address, config):
            return stays
        self.keeping.make(address, key)
        found = activity((self._root / path).read_bytes()) if path.lower().endswith(".svg") else ""
        if not found:
            return _CopiedFile(address, self._root / "journal", config.site_dir)
        hint = "save it as a plain picture, such as PNG"
        self._tell(
            [warning(Place(path), "active-drawing", f"a drawing with {found} is left out", hint)], address
        )
        return _generated(config, address, LEFT_OUT)

    def _add_pages(
        self, files: Files, config: MkDocsConfig, reading: Reading, renderer: Renderer
    ) -> set[str]:
        templates = Templates(self._root, self.byte_code)
        self._digests = Digests()
        self._has_shipped_pages = not templates.has_own
        self.page_count = self.pages_made = 0
        items = follow_ups(reading.journal, reading.settings)
        known: dict[str, str] = {}

        def stays(address: str, inputs: object) -> bool:
            known[address] = self.keeping.key("inputs", self._digests.of(inputs))
            is_page = address.endswith(".html")
            uri = addresses.src_uri(address) if is_page else address
            kept = self._stays(address, "", uri, config, known[address])
            if kept is not None:
                files.append(kept)
                self.page_count += is_page
            return kept is not None

        for draft in drafts(reading, items, renderer, templates, stays):
            files.append(self._page(draft, templates, config, known.get(draft.address, "")))
            self.page_count += 1
        for file in answer_files(reading.journal, renderer, stays):
            self.keeping.make(file.address, "", known[file.address])
            files.append(_generated(config, file.address, file.text))
        if not stays(addresses.CALENDAR, (items, reading.journal.contacts)):
            self.keeping.make(addresses.CALENDAR, "", known[addresses.CALENDAR])
            files.append(_generated(config, addresses.CALENDAR, _calendar(reading.journal, items)))
        return {path for output in self.keeping.outputs.values() for path in output.files}

    def _keep_theme(self, files: Files, config: MkDocsConfig) -> None:
        """Let the files of the theme stay. They change with the program or the own templates."""
        for file in list(files):
            key = self.keeping.key("theme", file.dest_uri)
            kept = self._stays(file.dest_uri, key, file.src_uri, config)
            if kept is None:
                self.keeping.make(file.dest_uri, key)
            else:
                files.remove(file)
                files.append(kept)

    def _page(self, draft: Draft, templates: Templates, config: MkDocsConfig, inputs: str) -> File:
        uri = addresses.src_uri(draft.address)
        key = self.keeping.key("page", self._digests.of(draft))
        if stays := self._stays(draft.address, key, uri, config, inputs):
            return stays
        page = written_out(draft, templates)
        self.keeping.make(draft.address, key, inputs, page.files)
        self.pages_made += 1
        return _generated(config, uri, page.text)

    def _stays(self, address: str, key: str, uri: str, config: MkDocsConfig, inputs: str = "") -> File | None:
        """What stands for an output that stays as it is in the last site."""
        output = self.keeping.stays(address, key, inputs)
        if output is None:
            return None
        self._tell(output.problems)
        return _KeptFile(uri, address, config.site_dir)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002 - MkDocs passes them
        """Escape the names of sections and links: the theme's templates do not."""
        _escape_titles(nav.items)
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002 - MkDocs passes it
        """Escape the titles of pages, which may hold what a person is called."""
        env.filters["striptags"] = _striptags
        env.bytecode_cache = self.byte_code
        for file in files.documentation_pages():
            if file.page is not None:
                _escape_page(file.page)
        return env

    @event_priority(-100)  # after every plugin that changes the text
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs passes them
        """Give Markdown only what is Markdown."""
        parts = heading_and_block(markdown) if self._has_shipped_pages else None
        self._block = f"\n{parts[1]}" if parts else ""
        return parts[0] if parts else markdown

    @event_priority(100)  # before any plugin that looks at the page
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002 - MkDocs passes them
        """Put what is HTML back."""
        return html + self._block

    @event_priority(100)
    def _before_search(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002 - MkDocs passes it
    ) -> TemplateContext:
        """Let the search see what it is to find, and know which of its entries are the page's."""
        self._first_entry = len(_search_entries(config))
        # A hook may change the content at this time: then nothing is taken out of its sight.
        self._shown = None if config.hooks else page.content
        if self._shown is not None:
            is_found = not (page.meta.get("search") or {}).get("exclude")
            page.content = searched(self._shown) if is_found else ""
        return context

    @event_priority(-100)
    def _after_search(
        self,
        context: TemplateContext,
        *,
        page: Page,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs passes it
        nav: Navigation,  # noqa: ARG002 - the same
    ) -> TemplateContext:
        """Show the whole page."""
        if self._shown is not None:
            page.content = without_marks(self._shown)
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)

    @event_priority(-100)  # after every plugin that changes the page
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put the policy into a page."""
        self._done += 1
        if self.progress is not None:
            self.progress(self._done, self.pages_made)
        address = page.file.dest_uri
        self.keeping.indexed(address, _search_entries(config)[self._first_entry :])
        return self._hardened(output, page.content or "", address)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002 - MkDocs passes it
        """Put the policy into a page that is no page of the journal."""
        return self._hardened(output_content, "") if template_name.endswith(".html") else output_content

    def _hardened(self, output: str, content: str, address: str = "") -> str:
        page, left_out = without_elsewhere(output)
        place = Place(SETTINGS_FILE)
        self._tell((overridden(place, f"`{tag}` of the theme", _ALONE) for tag in left_out), address)
        try:
            return hardened(page, content)
        except SiteError as error:
            raise PluginError(str(error)) from error

    @event_priority(-100)  # after the search has written its index
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make search work from a disk, where a page may load scripts only; close the folder."""
        site = Path(config.site_dir)
        index = site / INDEX
        if index.is_file():
            text = self.keeping.index(index.read_text(encoding="utf-8"))
            index.write_text(text, encoding="utf-8")
            index.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")
        seal(site)


def _calendar(journal: Journal, items: Sequence[FollowUp]) -> bytes:
    from iiv.exchange.calendar import calendar  # it takes a tenth of a second to import

    return calendar(journal, items)


def _generated(config: MkDocsConfig, uri: str, content: str | bytes) -> File:
    level = InclusionLevel.NOT_IN_NAV  # so that no pattern of mkdocs.yml hides it
    return File.generated(config, uri, content=content, inclusion=level)


class _CopiedFile(File):
    """A file that goes into the site as it is, whatever it is called."""

    def __init__(self, path: str, folder: Path, site_dir: str) -> None:
        level = InclusionLevel.NOT_IN_NAV
        super().__init__(path, str(folder), site_dir, use_directory_urls=False, inclusion=level)

    def is_documentation_page(self) -> bool:
        return False


class _KeptFile(File):
    """Stands for an output of the last site, to which links may lead and which MkDocs leaves alone."""

    def __init__(self, uri: str, address: str, site_dir: str) -> None:
        level = InclusionLevel.NOT_IN_NAV
        super().__init__(uri, None, site_dir, use_directory_urls=False, dest_uri=address, inclusion=level)

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002 - MkDocs' signature
        pass


def _search_entries(config: MkDocsConfig) -> list[Any]:
    """What is in the search index so far."""
    plugins = (config.plugins.get(name) for name in ("material/search", "search"))
    indexes = (getattr(plugin, "search_index", None) for plugin in plugins)
    return next((index.entries for index in indexes if index is not None), [])


def _overruled(settings: Path, root: Path) -> Iterator[Problem]:
    """What of the file `settings`, and of those it inherits from, is not followed."""
    own = root / "site_templates" / "theme"
    for _ in range(_MOST_INHERITED):
        name = os.path.relpath(settings, root)
        text = settings.read_text(encoding="utf-8", errors="replace") if settings.is_file() else ""
        yield from overruled(text, name, lambda path: _is_own(path, own))
        parent = inherited(text, name)
        if not parent:
            return
        settings = settings.parent / parent


def _set_plugins(config: MkDocsConfig) -> None:
    """Let only those plugins run of which it is known what they do. Hooks are the person's own code."""
    # It is a mapping, whatever its type says.
    hooks: Any = config.hooks
    for name, plugin in list(config.plugins.items()):
        if name.partition(" #")[0] in KEPT_PLUGINS or any(plugin is hook for hook in dict(hooks).values()):
            continue
        del config.plugins[name]
        for methods in config.plugins.events.values():
            # In place: MkDocs is going through one of these lists, and ours comes first in it.
            methods[:] = [method for method in methods if getattr(method, "__self__", None) is not plugin]


def _set_theme(config: MkDocsConfig, root: Path) -> None:
    theme = config.theme
    theme["font"] = False
    theme["features"] = list(appearance.FEATURES)
    theme["palette"] = appearance.palette()
    theme.static_templates.discard(_SITEMAP)
    own = root / "site_templates" / "theme"
    at = 1 if theme.custom_dir else 0
    theme.dirs[at:at] = [str(own), str(shipped("site_templates") / "theme")]
    _set_assets(config, own)


def _set_assets(config: MkDocsConfig, own: Path) -> None:
    """Load ours, then those of mkdocs.yml that lie in the person's theme folder `own`."""
    config.extra_css = [*appearance.STYLESHEETS, *_own_files(config.extra_css, own)]
    config.extra_javascript = [*appearance.SCRIPTS, *_own_files(config.extra_javascript, own)]


def _own_files(given: Iterable[T], own: Path) -> Iterator[T]:
    return (path for path in given if _is_own(str(path), own))


def _is_own(path: str, own: Path) -> bool:
    """Whether a style sheet or script, as mkdocs.yml names it, lies in the folder `own`."""
    return ".." not in Path(path).parts and not Path(path).is_absolute() and (own / path).is_file()


def _set_privacy(config: MkDocsConfig) -> None:
    """Leave out everything that would ask another machine for something."""
    config.site_url = None
    config.repo_url = None
    config.repo_name = None
    config.edit_uri = None
    config.edit_uri_template = None
    for key in ("analytics", "consent", "version", "alternate"):
        config.extra.pop(key, None)
    config.extra["generator"] = False
    config.extra["polyfills"] = list(appearance.EARLY_SCRIPTS)
    config.extra_templates = []


def _set_pages(config: MkDocsConfig) -> None:
    config.use_directory_urls = False
    # Answers stand in the pages as HTML, which another extension could take apart again.
    config.markdown_extensions = ["toc"]
    config.mdx_configs = {}
    config.site_name = escape(config.site_name)
    config.site_description = _escaped(config.site_description)
    config.site_author = _escaped(config.site_author)


def _nav(files: Files) -> list[dict[str, str]]:
    items = {name: addresses.src_uri(address) for name, address in appearance.NAV.items()}
    return [{name: uri} for name, uri in items.items() if uri in files.src_uris]


def _report(reading: Reading) -> None:
    log = logging.getLogger(PROBLEM_LOG)
    for problem in reading.problems:
        log.warning("%s", problem)


def _escape_titles(items: Iterable[Any]) -> None:
    for item in items:
        if not item.is_page:
            item.title = _escaped(item.title)
            _escape_titles(item.children or ())


def _escape_page(page: Page) -> None:
    page.title = _escaped(page.title)
    for key in _HTML_META:
        if key in page.meta:
            page.meta[key] = _escaped(str(page.meta[key]))


def _escaped(text: str | None) -> Markup | None:
    """`text` as HTML. What is escaped already stays so."""
    return None if text is None else escape(html.unescape(text))


def _striptags(value: object) -> Markup:
    """Jinja's filter, which undoes escapes, and whose result the theme writes as it is."""
    return escape(Markup(value).striptags())  # noqa: S704 - escaped again
