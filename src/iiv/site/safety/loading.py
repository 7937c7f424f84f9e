"""What in a page or a style sheet a browser would fetch, and whether that is a file of the site."""

from __future__ import annotations

import posixpath
import re
import sys
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from iiv.site.safety.allow_list import word_set
from iiv.site.safety.html_tokens import Tag, decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


LOADING: Final = word_set(
    "action background base data dynsrc formaction href icon imagesrcset lowsrc manifest ping poster src"
    " srcdoc srcset xlink:href"
)
"""Attributes whose value a browser fetches, sends to or shows as a page, in HTML and in drawings. A link's
`href` waits for a click.
"""

SETS: Final = word_set("imagesrcset ping srcset")
"""Those of them that name several addresses."""

LINKS: Final = word_set("a area")

_LOADERS = re.compile(
    r"<(applet|audio|base|body|embed|feimage|form|frame|iframe|image|img|input|link|meta|object|portal|script"
    r"|source|table|td|th|track|use|video)\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[\0-\x20]+")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_WRITTEN_OUT = re.compile(
    r"data:(?:image/(?:apng|avif|bmp|gif|jpeg|png|svg\+xml|webp|x-icon)|font/\w+)[;,]", re.IGNORECASE
)
_CANDIDATE = re.compile(r"[^\s,]\S*")
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))", re.DOTALL)
_CSS_URL = re.compile(r"""(?:url|src)\(\s*("[^"]*"|'[^']*'|[^)]*)""", re.IGNORECASE)
_CSS_TEXT = re.compile(r"""(?:@import|@namespace|image-set\()\s*("[^"]*"|'[^']*')""", re.IGNORECASE)


def is_elsewhere(url: str) -> bool:
    """Whether a browser would ask another machine, or something outside the site, for this URL.

    Pictures and fonts that are written out in the URL itself (`data:`) are asked of nobody.
    """
    bare = _SPACES.sub("", url).replace("\\", "/")
    return bool(_SCHEME.match(bare) or bare.startswith("//")) and not _WRITTEN_OUT.match(bare)


def leaves(url: str, page: str) -> bool:
    """Whether a URL on the page at this address leads out of the site's folder.

    One that begins with `/` does: opened from a disk, that is the top of the disk.
    """
    if is_elsewhere(url):
        return True
    path = unquote(_SPACES.sub("", url).replace("\\", "/")).partition("#")[0].partition("?")[0]
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    return not _WRITTEN_OUT.match(url.strip()) and (path.startswith("/") or joined.split("/")[0] == "..")


def loaded(name: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """The URLs that an element fetches or sends to of its own accord, in its attributes."""
    for key, value in attributes.items():
        if key not in LOADING or (key == "href" and name in LINKS):
            continue
        if key in SETS:
            yield from _CANDIDATE.findall(value)
        elif value.strip():
            yield value


def css_urls(style: str) -> Iterator[str]:
    """The URLs in a style sheet, or in a style of one element."""
    plain = _CSS_ESCAPE.sub(_unescaped, _CSS_COMMENT.sub(" ", style))
    for match in (*_CSS_URL.finditer(plain), *_CSS_TEXT.finditer(plain)):
        yield match[1].strip().strip("\"'")


def _unescaped(match: re.Match[str]) -> str:
    if not match[1]:
        return match[2]
    number = int(match[1], 16)
    return chr(number) if 0 < number <= sys.maxunicode else "\ufffd"


def without_elsewhere(html: str) -> tuple[str, tuple[str, ...]]:
    """A page without the tags that would fetch from, or go, elsewhere; and those tags.

    A policy alone does not do: browsers open connections for hints, frames and refreshes before they
    ask it.
    """
    found: list[str] = []

    def kept(match: re.Match[str]) -> str:
        if not _asks_elsewhere(Tag(match[1].lower(), is_end=False, raw_attributes=match[2], raw=match[0])):
            return match[0]
        found.append(" ".join(match[0].split()))
        return ""

    return _LOADERS.sub(kept, html), tuple(found)


def _asks_elsewhere(tag: Tag) -> bool:
    attributes = tag.attributes()
    if tag.name == "base" or is_refresh(tag.name, attributes):
        return True
    return any(is_elsewhere(decoded(url)) for url in loaded(tag.name, attributes))


def is_refresh(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element sends the reader to another page without being asked."""
    return name == "meta" and attributes.get("http-equiv", "").strip().lower() == "refresh"
