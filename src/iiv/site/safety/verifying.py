"""Whether a built site is private: what its files say, however they were made."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from iiv.site.disk.ownership import FILE_MODE, FOLDER_MODE
from iiv.site.safety.data_scripts import is_chunk, is_data
from iiv.site.safety.drawings import activity
from iiv.site.safety.loading import css_urls, leaves
from iiv.site.safety.page_findings import findings, has_front_matter
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_NOTES: Final = frozenset({".markdown", ".md"})
_PAGES: Final = frozenset({".htm", ".html", ".shtml", ".xht", ".xhtml"})
_XML: Final = frozenset({".rss", ".svg", ".xml", ".xsl", ".xslt"})
_ACTIVE: Final = frozenset({".hta", ".htc", ".mht", ".mhtml", ".svgz", ".swf"})
_INDEX: Final = "search_index.json"
_MAP = re.compile(rb"sourceMappingURL=(?!data:)\s*([^\s*]+)")

_QUOTED = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
"""What the page about a note with a fault shows of it, on purpose."""


class Finding(Value, frozen=True, order=True):
    """What makes a site less than private: the file, by its path from the site's folder, and what is in it.

    `code` is a short stable name (`no-policy`), `message` a plain sentence.
    """

    path: str
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.code}: {self.message}"


def verify(site: Path) -> tuple[Finding, ...]:
    """Everything in the built site in the folder `site` that would not keep it private, in order of path.

    It takes nothing on trust that a build says: each page must carry its own strict policy, name
    nothing that lies elsewhere, and be readable by its owner alone. Raises OSError.
    """
    paths = sorted(path for path in site.rglob("*") if path.is_symlink() or not path.is_dir())
    found = [*_modes(site, paths), *_no_pages(paths)]
    for path in paths:
        address = path.relative_to(site).as_posix()
        if path.is_symlink() or not path.is_file():
            found.append(Finding(address, "not-a-file", "a link, or no ordinary file"))
        else:
            found += (Finding(address, code, message) for code, message in _in_file(path, address))
    return tuple(sorted(set(found)))


def _no_pages(paths: list[Path]) -> Iterator[Finding]:
    if not any(path.suffix.lower() in _PAGES for path in paths):
        yield Finding(".", "no-site", "there is no page in this folder")


def _modes(site: Path, paths: list[Path]) -> Iterator[Finding]:
    """Who may read it. Files inside are counted: there would be a line for each of thousands."""
    if os.name != "posix":
        return
    mode = site.stat().st_mode & 0o777
    if mode & ~FOLDER_MODE:
        yield Finding(".", "open-folder", f"others on this machine may open this folder (mode {mode:03o})")
    folders = [path for path in site.rglob("*") if path.is_dir() and not path.is_symlink()]
    files = [path for path in paths if path.is_file() and not path.is_symlink()]
    for kind, among, allowed in (("folder", folders, FOLDER_MODE), ("file", files, FILE_MODE)):
        opened = sorted(path for path in among if path.stat().st_mode & 0o777 & ~allowed)
        if opened:
            others = f", and {len(opened) - 1} more like it" if len(opened) > 1 else ""
            mode = opened[0].stat().st_mode & 0o777
            message = f"others on this machine may read this {kind} (mode {mode:03o}){others}"
            yield Finding(opened[0].relative_to(site).as_posix(), f"open-{kind}", message)


def _in_file(path: Path, address: str) -> Iterator[tuple[str, str]]:
    look = _LOOKS.get(path.suffix.lower())
    if path.suffix.lower() in _NOTES:
        yield "note", "a note as it was written: a site holds pages"
    elif path.suffix.lower() in _ACTIVE:
        yield "active-file", "a file of a kind that may act when it is opened"
    elif path.suffix.lower() == ".map":
        yield "source-map", "a source map is of no use to a reader"
    elif path.name == _INDEX:
        yield from _index(path.read_bytes())
    elif is_chunk(address):
        yield from _search_script(path.read_bytes())
    elif look:
        yield from look(path.read_bytes(), address)


def _page(content: bytes, address: str) -> Iterator[tuple[str, str]]:
    return iter(findings(content.decode("utf-8", errors="replace"), address))


def _xml(content: bytes, address: str) -> Iterator[tuple[str, str]]:
    found = activity(content)
    if found:
        yield "active-file", f"{Path(address).suffix[1:].upper()} with {found}"


def _style_sheet(content: bytes, address: str) -> Iterator[tuple[str, str]]:
    for url in css_urls(content.decode("utf-8", errors="replace")):
        if leaves(url, address):
            yield "outside", f"the style sheet loads {url[:100]}"
    yield from _source_map(content, address)


def _source_map(content: bytes, address: str) -> Iterator[tuple[str, str]]:
    for url in _MAP.findall(content):
        if leaves(url.decode("utf-8", errors="replace"), address):
            yield "source-map", f"a source map elsewhere: {url[:100].decode('utf-8', errors='replace')}"


def _index(content: bytes) -> Iterator[tuple[str, str]]:
    try:
        entries = json.loads(content)["docs"]
        texts = [_QUOTED.sub("", str(entry["text"])) for entry in entries]
    except (ValueError, KeyError, TypeError):
        yield "bad-index", "the search index is no index"
        return
    if any(map(has_front_matter, texts)):
        yield "front-matter", "the front matter of a note can be found by searching"


def _search_script(content: bytes) -> Iterator[tuple[str, str]]:
    if not is_data(content.decode("utf-8", errors="replace")):
        yield "bad-index", "a script of the search does more than hand over words"


_LOOKS: Final[Mapping[str, Callable[[bytes, str], Iterator[tuple[str, str]]]]] = {
    **dict.fromkeys(_PAGES, _page),
    **dict.fromkeys(_XML, _xml),
    ".css": _style_sheet,
    ".js": _source_map,
    ".mjs": _source_map,
}
