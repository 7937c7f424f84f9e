"""What a site needs of MkDocs' configuration, whatever mkdocs.yml says."""

from __future__ import annotations

import html
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from jinja2 import FileSystemLoader
from markupsafe import Markup, escape

from iiv.shipped import shipped
from iiv.site.mkdocs import appearance
from iiv.site.mkdocs.overridden import RUNNING_PLUGINS, inherited, overridden_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.theme import Theme

    from iiv.journal.problems import Problem

T = TypeVar("T")

SITEMAP = "sitemap.xml"
_MOST_INHERITED = 10


def configure(config: MkDocsConfig, root: Path) -> None:
    """Set all of it, for the journal in the folder `root`."""
    _set_plugins(config)
    _set_theme(config, root)
    _set_privacy(config)
    _set_pages(config)


def _set_plugins(config: MkDocsConfig) -> None:
    """Let only those plugins run of which it is known what they do. Hooks are the person's own code."""
    # It is a mapping, whatever its type says.
    hooks: Any = config.hooks
    for name, plugin in list(config.plugins.items()):
        if name.partition(" #")[0] in RUNNING_PLUGINS or any(plugin is hook for hook in dict(hooks).values()):
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
    theme.static_templates.discard(SITEMAP)
    own = root / "site_templates" / "theme"
    at = 1 if theme.custom_dir else 0
    theme.dirs[at:at] = [str(own), str(shipped("site_templates") / "theme")]
    _set_loader(theme)
    _set_assets(config, own)


class _Seen(FileSystemLoader):
    """Lists no hidden folders: MkDocs takes nothing from them, and the theme has 11,000 icons in one."""

    def list_templates(self) -> list[str]:
        """The paths of all others, sorted."""
        found: set[str] = set()
        for top in self.searchpath:
            for folder, folders, names in os.walk(top):
                folders[:] = [name for name in folders if not name.startswith(".")]
                below = os.path.relpath(folder, top).replace(os.sep, "/")
                found.update(name if below == "." else f"{below}/{name}" for name in names)
        return sorted(found)


def _set_loader(theme: Theme) -> None:
    make = theme.get_env

    def get_env() -> Environment:
        env = make()
        env.loader = _Seen(theme.dirs)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


def _set_assets(config: MkDocsConfig, own: Path) -> None:
    """Load ours, then those of mkdocs.yml that lie in the person's theme folder `own`."""
    ours = appearance.STYLESHEETS + appearance.SEARCH_STYLESHEETS
    config.extra_css = [*ours, *_own_files(config.extra_css, own)]
    scripts = appearance.SCRIPTS + appearance.SEARCH_SCRIPTS
    config.extra_javascript = [*scripts, *_own_files(config.extra_javascript, own)]


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
    config.extra["polyfills"] = []
    config.extra_templates = []


def _set_pages(config: MkDocsConfig) -> None:
    config.use_directory_urls = False
    # Answers stand in the pages as HTML, which another extension could take apart again.
    config.markdown_extensions = ["toc"]
    config.mdx_configs = {}
    config.site_name = escape(config.site_name)
    config.site_description = escaped(config.site_description)
    config.site_author = escaped(config.site_author)


def overridden_settings(settings: Path, root: Path) -> Iterator[Problem]:
    """What of the file `settings`, and of those it inherits from, is not followed."""
    own = root / "site_templates" / "theme"
    for _ in range(_MOST_INHERITED):
        name = os.path.relpath(settings, root)
        text = settings.read_text(encoding="utf-8", errors="replace") if settings.is_file() else ""
        yield from overridden_in(text, name, lambda path: _is_own(path, own))
        parent = inherited(text, name)
        if not parent:
            return
        settings = settings.parent / parent


def escaped(text: str | None) -> Markup | None:
    """`text` as HTML. What is escaped already stays so."""
    return None if text is None else escape(html.unescape(text))
