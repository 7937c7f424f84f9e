"""The marks that say what was left out of a page, and the words in them."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from iiv.site.safety.html_tokens import plain

DRAWING: Final = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 40" width="240" height="40">'
    b'<text x="4" y="24" font-family="sans-serif" font-size="14">drawing left out</text></svg>\n'
)
"""What stands in the place of a drawing that does more than show itself."""

HOST: Final = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?[/\\]{2}(?:[^/\s\"'<>()@?#\\]{0,100}@)?([\w.:-]+)")

_SHOWN: Final = 60
_SCHEME: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def left_out(what: str) -> str:
    """The mark that says what was left out."""
    return f'<span class="iiv-left-out">{escaped(what)} left out</span>'


def words_of(what: str, value: str) -> str:
    """`what`, with the host that is named in `value`, if any."""
    host = HOST.search(value)
    return f"{what} from {_short(host[1])}" if host else what


def link_words(href: str) -> str:
    """A link, by its scheme, else by where it leads."""
    scheme = scheme_of(href)
    return f"{scheme} link" if scheme else f"link to {_short(href.removeprefix('**/'))}"


def image_words(src: str) -> str:
    """An image, by its host, its scheme, or its name."""
    if HOST.match(src):
        return words_of("image", src)
    scheme = scheme_of(src)
    name = src.rstrip("/").rpartition("/")[2]
    return f"{scheme} image" if scheme else f"image {_short(name)}".strip()


def scheme_of(url: str) -> str:
    """The scheme as a browser would read it: it skips white space and control characters."""
    match = _SCHEME.match(re.sub(r"[\0-\x20]", "", url))
    return match[1].lower() if match else ""


def escaped(text: str) -> str:
    """Text as HTML."""
    return escape(plain(text), quote=False)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
