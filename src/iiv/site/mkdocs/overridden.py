"""What of a mkdocs.yml a private journal does not do, as problems that name the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iiv.journal.parse.front_matter import Entries, FrontMatterError, Items, Scalar, parse
from iiv.journal.problems import Place, Problem, warning

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iiv.journal.parse.front_matter import Node

RUNNING_PLUGINS: Final = frozenset({"iiv"})
"""The plugins that run. Others could fetch something, and would read every note."""

_REPLACED_PLUGINS: Final = frozenset({"material/search", "search"})
"""Those of which it is no news that they do not run: iiv has a search of its own."""

_OFF: Final = frozenset({"", "false", "no", "null", "off", "~"})
_ASKS: Final = "it would ask another machine"
_PUBLIC: Final = "a private journal has no public address"
_LOOK: Final = "iiv sets it"

# Each with why; what is switched off anyway is no news.
_KEYS: Final = {
    ("site_url",): _PUBLIC,
    ("repo_url",): _ASKS,
    ("repo_name",): _PUBLIC,
    ("edit_uri",): _PUBLIC,
    ("edit_uri_template",): _PUBLIC,
    ("remote_branch",): _PUBLIC,
    ("remote_name",): _PUBLIC,
    ("extra_templates",): "only pages that carry the policy are written",
    ("markdown_extensions",): "iiv reads the Markdown of notes itself",
    ("theme", "font"): _ASKS,
    ("theme", "features"): _LOOK,
    ("theme", "palette"): _LOOK,
    ("theme", "analytics"): _ASKS,
    ("extra", "alternate"): _PUBLIC,
    ("extra", "analytics"): _ASKS,
    ("extra", "consent"): "there is nothing to consent to",
    ("extra", "polyfills"): _ASKS,
    ("extra", "version"): _ASKS,
}


def overridden_in(text: str, path: str, is_own: Callable[[str], bool]) -> list[Problem]:
    """A warning for each setting in this text of a mkdocs.yml that iiv does not follow.

    `is_own` tells whether a style sheet or script, as named there, lies in the person's theme folder.
    A text that is no YAML has none: the reader of the journal names its fault.
    """
    try:
        root = parse(text, path, tags=True)
    except FrontMatterError:
        return []
    found = [*_set_keys(root), *_directory_urls(root), *_plugins(root), *_assets(root, is_own)]
    return sorted(found)


def overridden(place: Place, what: str, why: str) -> Problem:
    """The problem that says what was not followed, and why."""
    return warning(place, "overridden", f"{what} is not followed: {why}", "take it out of the file")


def inherited(text: str, path: str) -> str:
    """The path, as written, of the file whose settings this one takes over (`INHERIT`), or ""."""
    try:
        entry = _find(parse(text, path, tags=True), ("INHERIT",))
    except FrontMatterError:
        return ""
    return entry[1].text if entry and isinstance(entry[1], Scalar) else ""


def _set_keys(root: Entries) -> Iterator[Problem]:
    for keys, why in _KEYS.items():
        entry = _find(root, keys)
        if entry and _says_something(entry[1]):
            yield overridden(entry[0], f"`{'.'.join(keys)}`", why)


def _directory_urls(root: Entries) -> Iterator[Problem]:
    entry = _find(root, ("use_directory_urls",))
    if entry and isinstance(entry[1], Scalar) and entry[1].text.lower() in {"true", "yes", "on"}:
        yield overridden(entry[0], "`use_directory_urls`", "pages opened from a disk need whole file names")


def _plugins(root: Entries) -> Iterator[Problem]:
    entry = _find(root, ("plugins",))
    for name, place in _names(entry[1]) if entry else ():
        if name and name not in RUNNING_PLUGINS | _REPLACED_PLUGINS:
            yield overridden(
                place, f"the plugin `{name}`", "it would see all notes, and might fetch something"
            )


def _assets(root: Entries, is_own: Callable[[str], bool]) -> Iterator[Problem]:
    for key in ("extra_css", "extra_javascript"):
        entry = _find(root, (key,))
        items = entry[1].items if entry and isinstance(entry[1], Items) else ()
        for node in items:
            named = _find(node, ("path",)) if isinstance(node, Entries) else (node.place, node)
            if named and isinstance(named[1], Scalar) and not is_own(named[1].text):
                what = f"`{named[1].text}` in `{key}`"
                yield overridden(named[0], what, "a page loads what lies in site_templates/theme alone")


def _names(plugins: Node) -> Iterator[tuple[str, Place]]:
    """The plugins, whether they are a list or a mapping, and where each is named."""
    for node in plugins.items if isinstance(plugins, Items) else (plugins,):
        if isinstance(node, Scalar):
            yield node.text, node.place
        elif isinstance(node, Entries):
            yield from ((key, place) for key, _, place in node.entries)


def _find(root: Entries, keys: tuple[str, ...]) -> tuple[Place, Node] | None:
    node: Node = root
    place = root.place
    for key in keys:
        entries = node.entries if isinstance(node, Entries) else ()
        entry = next((entry for entry in entries if entry.key == key), None)
        if entry is None:
            return None
        node, place = entry.value, entry.place
    return place, node


def _says_something(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.text.strip().lower() not in _OFF
    return bool(node.items if isinstance(node, Items) else node.entries)
