"""The generated site as plain Markdown pages, from which any generator can build it."""

from __future__ import annotations

import html
import shutil
from typing import TYPE_CHECKING, Final

import yaml

from iiv.journal.cache.note_cache import note_cache
from iiv.journal.read.disk import SETTINGS_FILE, read_settings_file
from iiv.journal.read.notes_folder import NOTES_FOLDER
from iiv.journal.read.reading import read
from iiv.journal.settings import parse_site_name
from iiv.processes import available
from iiv.shipped import shipped
from iiv.site import addresses
from iiv.site.build.publishing import publish
from iiv.site.disk.ownership import claim
from iiv.site.disk.workspace import alone, staging
from iiv.site.dossiers.journal_index import JournalIndex
from iiv.site.errors import ForeignFolderError
from iiv.site.markdown.texts import Texts, cached_texts
from iiv.site.mkdocs import appearance
from iiv.site.outputs import outputs, shown_files
from iiv.site.pages.making import Maker
from iiv.site.pages.templates import yaml_text
from iiv.site.safety import left_out
from iiv.site.safety.drawings import drawing_fault
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from iiv.journal.problems import Problem
    from iiv.journal.read.reading import Reading

MARKER: Final = ".iiv-export"
PAGES: Final = "docs"
THEME: Final = "theme"


class Exported(Value, frozen=True):
    """The number of pages written, the journal as read, and faults in its own templates."""

    pages: int
    reading: Reading
    problems: tuple[Problem, ...]


def export_pages(root: Path, folder: Path, on_wait: Callable[[], None] = lambda: None) -> Exported:
    """Write the site of the journal in `root` to `folder`: Markdown, what it loads, and a mkdocs.yml.

    `mkdocs build` there needs nothing of iiv. Answers stand in the pages as sanitised HTML. The
    folder is new, empty or an earlier export, of which nothing is left; only its owner can read it,
    and git leaves it alone. `on_wait` is called once when a build of this journal must end first.

    Raises SiteError and OSError.
    """
    root, folder = root.absolute(), folder.absolute()
    refuse_inside(folder, root)
    with alone(root, on_wait), staging(root) as staged:
        exported = _write(root, staged)
        claim(folder, MARKER, "name another folder")
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        publish(staged, folder)
    return exported


def refuse_inside(folder: Path, root: Path) -> None:
    """Refuse a folder in the journal's own: what lies among the notes would be read as one.

    Raises ForeignFolderError.
    """
    for taken in (NOTES_FOLDER, ".iiv", "site_templates"):
        if folder.resolve().is_relative_to((root / taken).resolve()):
            raise ForeignFolderError(
                f"{folder} lies in {taken}/, which is the journal's own: name another folder"
            )


def _write(root: Path, folder: Path) -> Exported:
    with note_cache(root) as cache:
        reading = read(root, cache)
    docs = folder / PAGES
    with cached_texts(root) as texts:
        index = JournalIndex(reading, Texts(reading.journal, texts, available()), whole_answers=True)
        # Another generator has a search of its own.
        found = [output for output in outputs(index) if output.kind != "search"]
    maker = Maker(root, index.texts.html, exported=True)
    for output in found:
        if output.title:
            text = _without_tags(output.title, str(maker.page(output)))
            _put(docs, addresses.src_uri(output.address), text.encode())
        else:
            _put(docs, output.address, b"".join(maker.content(output)))
    for path in shown_files(index):
        content = left_out.DRAWING if drawing_fault(root, path) else (root / path).read_bytes()
        _put(docs, addresses.file_address(path), content)
    _copy_theme(root, folder)
    written = {output.address for output in found if output.title}
    _put(folder, SETTINGS_FILE, _settings(root).encode())
    return Exported(len(written), reading, maker.problems())


def _put(folder: Path, path: str, content: bytes) -> None:
    _made(folder / path).write_bytes(content)


def _made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _without_tags(title: str, text: str) -> str:
    """The page's text. A title is text, but a theme may write it as it is: so it holds no tag."""
    if "<" not in title:
        return text
    return text.replace(f"title: {yaml_text(title)}", f"title: {yaml_text(html.escape(title))}", 1)


def _copy_theme(root: Path, folder: Path) -> None:
    """Ours, and over it the person's own."""
    for source in (shipped("site_templates") / "theme", root / "site_templates" / "theme"):
        if source.is_dir():
            shutil.copytree(source, folder / THEME, dirs_exist_ok=True)


def _settings(root: Path) -> str:
    """The mkdocs.yml that sets what the plugin would."""
    name = parse_site_name(read_settings_file(root).decode("utf-8", errors="replace"), SETTINGS_FILE)
    settings = {
        "site_name": html.escape(name, quote=False),
        "theme": {
            "name": "material",
            "custom_dir": THEME,
            "font": False,
            "features": [*appearance.FEATURES, "search.suggest"],
            "palette": appearance.palette(),
        },
        "use_directory_urls": False,
        "nav": appearance.navigation(),
        "not_in_nav": "*",
        "exclude_docs": "!/templates/",  # MkDocs would leave out what a note shows from there
        "plugins": ["search"],
        "markdown_extensions": ["toc"],
        "extra_css": list(appearance.STYLESHEETS),
        "extra_javascript": list(appearance.SCRIPTS),
        "extra": {"generator": False},
    }
    return yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=100)
