"""The Markdown that a note is written in: which extensions, and iiv's own themes and wikilinks."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import normalize
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX, AtomicString

from iiv.journal.parse.link_targets import TARGET, TITLE, is_size
from iiv.journal.parse.markup import WIKILINK
from iiv.journal.parse.theme_words import THEME
from iiv.site.markdown.lists import Lists
from iiv.site.markdown.nothing_lost import BREAK, Footnotes, NothingLost
from iiv.site.markdown.references import ANYWHERE
from iiv.site.safety.allow_list import PICTURES
from iiv.site.safety.rewriting import OURS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

THEMES: Final = "iiv-themes"
WIKILINKS: Final = "iiv-wikilinks"

EXTENSIONS: Final = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.details",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.magiclink",
    "pymdownx.mark",
    "pymdownx.saneheaders",
    "pymdownx.superfences",
    "pymdownx.tasklist",
    "pymdownx.tilde",
    THEMES,
    WIKILINKS,
)
"""What the theme's documentation teaches people to write, as far as it loads nothing and reads no
other file: never `pymdownx.snippets`. A heading needs a space after its `#` (saneheaders). The last two
are our own.
"""

CONFIGS: Final[Mapping[str, Mapping[str, object]]] = {
    "tables": {"use_align_attribute": True},  # styles are left out
    "pymdownx.highlight": {"pygments_lang_class": True},  # the language, for the theme
    "pymdownx.tasklist": {"custom_checkbox": True},  # the theme draws the boxes
}
"""How they are set where not as they come."""

# What a text must hold one of for an extension to make a difference to it. Each that is not needed saves
# 0.02 to 0.1 ms of the 1.2 that an answer of 1,700 characters takes with all of them. The backslashes
# stand here because some extensions let more characters be escaped.
_CODE = ("`", "~~~", "    ", "\t")
_SIGNS: Final = {
    "abbr": ("*[",),
    "admonition": ("!!!",),
    "attr_list": ("{",),
    "def_list": ("\n:", " :", "\t:", ">:"),
    "footnotes": ("[^",),
    "md_in_html": ("<",),
    "tables": ("|",),
    "pymdownx.caret": ("^", "\\ ", "\\\t", "\\\n"),
    "pymdownx.details": ("???",),
    "pymdownx.highlight": _CODE,
    "pymdownx.inlinehilite": _CODE,
    "pymdownx.mark": ("==", "\\="),
    "pymdownx.superfences": _CODE,
    "pymdownx.tasklist": ("[ ]", "[x]", "[X]"),
    "pymdownx.tilde": ("~", "\\ ", "\\\t", "\\\n"),
    THEMES: ("#",),
    WIKILINKS: ("[[",),
}
# What a text must hold one of for one of Python-Markdown's inline patterns to find anything: the others are
# left out, which saves a third of the time. Spaces at the end of a line may come from tabs.
_PATTERN_SIGNS: Final = {
    "autolink": ("<",),
    "automail": ("<",),
    "backtick": ("`",),
    "delimiter": ("*", "_", "^", "=", "~"),
    "entity": ("&",),
    "escape": ("\\",),
    BREAK: ("\\\n",),
    "html": ("<",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "linebreak": (" \n", "\t", "\r"),
    "link": ("[",),
    "reference": ("[",),
    "short_image_ref": ("![",),
    "short_reference": ("[",),
}
# Bare addresses become links; whole links and definitions hold none.
_LINK = re.compile(r"(?<![\\!])\[[^\[\]]*\]\([^\s()<>`]*(?:\s+\"[^\"\n]*\")?\)")
_DEFINITION = re.compile(rf"^ {{0,3}}\[[^\[\]\n]+\]:[ ]+(?={TARGET}{TITLE})[^\s<>`]+", re.MULTILINE)

_ATTRIBUTE_LIST = re.compile(r"\{:?[ ]*[.#][^{}\n]*\}")
_ESCAPED_BAR = f"{STX}{ord('|')}{ETX}"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# After links, raw HTML and bare URLs have been taken (84.9 is the last), before emphasis (60).
_THEME_PRIORITY = 65
# After footnotes (175), before reference links (170).
_WIKILINK_PRIORITY = 172


def needed(extensions: Iterable[str], source: str) -> tuple[str, ...]:
    """Those of the extensions that make a difference to a text, in their order."""
    return tuple(name for name in extensions if _is_needed(name, source))


def _is_needed(name: str, source: str) -> bool:
    if name == "pymdownx.magiclink":
        return _has_address(source) and _has_address(_LINK.sub("", _DEFINITION.sub("", source)))
    return name not in _SIGNS or any(sign in source for sign in _SIGNS[name])


def _has_address(source: str) -> bool:
    return "://" in source or "@" in source or "www." in source.lower()


def unneeded_patterns(source: str) -> tuple[str, ...]:
    """The inline patterns of Python-Markdown that find nothing in a text."""
    return tuple(name for name, signs in _PATTERN_SIGNS.items() if not any(sign in source for sign in signs))


def new_markdown(
    extensions: Iterable[str],
    configs: Mapping[str, Mapping[str, object]],
    leads: Leads,
    without: Iterable[str] = (),
) -> Markdown:
    """A Markdown with these extensions, and `without` these inline patterns."""
    settings = {name: dict(config) for name, config in configs.items()}
    ours: dict[str, Extension] = {
        THEMES: _Inline(partial(_Theme, leads.theme), THEMES, _THEME_PRIORITY),
        WIKILINKS: _Inline(partial(_Wikilink, leads), WIKILINKS, _WIKILINK_PRIORITY),
        "footnotes": Footnotes(**settings.get("footnotes", {})),
    }
    chosen = [ours.get(name, name) for name in extensions]
    markdown = Markdown(extensions=[*chosen, Lists(), NothingLost()], extension_configs=settings)
    for name in without:
        if name in markdown.inlinePatterns:
            markdown.inlinePatterns.deregister(name)
    return markdown


class Leads(NamedTuple):
    """Where what stands in a text leads.

    `wikilink` takes a name to a URL, `theme` a theme's word; either may give None. `cited` gives who gave
    the answer that a wikilink names, and its gist, or "" for both.
    """

    wikilink: Callable[[str], str | None]
    theme: Callable[[str], str | None]
    cited: Callable[[str], tuple[str, str]] = lambda _: ("", "")


class _Inline(Extension):
    """A pattern of ours, with its name and its place among the others."""

    def __init__(self, make: Callable[[Markdown], InlineProcessor], name: str, priority: int) -> None:
        super().__init__()
        self._make = make
        self._name = name
        self._priority = priority

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.inlinePatterns.register(self._make(md), self._name, self._priority)


class _Theme(InlineProcessor):
    """`#word`, not in links, headings or the braces of an attribute list. Code is taken before."""

    ANCESTOR_EXCLUDES = ("a", *_HEADINGS)

    def __init__(self, follow: Callable[[str], str | None], md: Markdown) -> None:
        super().__init__(THEME.pattern, md)
        self._follow = follow

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name and answer
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int] | tuple[None, None, None]:
        brace = data.rfind("{", 0, m.start())
        attributes = _ATTRIBUTE_LIST.match(data, brace) if brace >= 0 else None
        if attributes and attributes.end() > m.start():
            return None, None, None
        url = self._follow(normalize("NFC", m[1]))
        element = Element("a", {"href": url}) if url else Element("span")
        element.set("class", f"{OURS}theme")
        element.text = AtomicString(m[0])
        return element, m.start(), m.end()


class _Wikilink(InlineProcessor):
    """`[[name]]` or `[[name|words]]`; in `[[1]](url)` the brackets belong to a link."""

    def __init__(self, leads: Leads, md: Markdown) -> None:
        super().__init__(rf"{WIKILINK.pattern}(?![(\[])", md)
        self._leads = leads

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - Python-Markdown's signature
        name, _, in_row = self.unescape(m[1]).partition(_ESCAPED_BAR)  # as in the row of a table
        name, label = name.strip(), (m[2] or in_row).strip()
        url = self._leads.wikilink(name)
        if url and m[0].startswith("!") and url.startswith(ANYWHERE) and url.lower().endswith(PICTURES):
            return _picture(url, label), m.start(), m.end()
        if url:
            who, gist = self._leads.cited(name)
            element = Element("a", {"href": url, **({"aria-description": gist} if gist else {})})
            label = label or who
        else:
            element = Element("span", {"class": f"{OURS}unknown-link"})
            label = f"{label} ({name})" if label else ""
        element.text = AtomicString(label or name)
        return element, m.start(), m.end()


def _picture(url: str, label: str) -> Element:
    element = Element("img", {"src": url, "alt": "" if is_size(label) else label})
    if is_size(label):
        element.set("width", label.partition("x")[0])
    return element
