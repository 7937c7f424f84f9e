"""The text of a piece of HTML as a reader sees it, on one line."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import Final

from iiv.site.safety.allow_list import word_set

_BREAKS: Final = word_set(
    "article aside blockquote br caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6"
    " header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
"""Elements with which a line ends. Others may stand within a word."""

_ATTRIBUTES: Final = r"(?:\"[^\"]*\"|[^\">])*"
_TAG: Final = re.compile(rf"</?([a-zA-Z][a-zA-Z0-9]*)({_ATTRIBUTES})>|<!--.*?-->", re.DOTALL)
_ALT: Final = re.compile(r'\salt="([^"]*)"')
# The number of a footnote would become a part of the word before it.
_FOOTNOTE_LINKS: Final = re.compile(
    rf"(?:<sup{_ATTRIBUTES}>)?<a{_ATTRIBUTES}class=\"footnote-(?:back)?ref\"{_ATTRIBUTES}>[^<]*</a>(?:</sup>)?"
)
_SURROGATES: Final = re.compile("[\ud800-\udfff]")


def visible_text(html: str) -> str:
    """The text of sanitised HTML: words that no space parts on the page stay together.

    Pictures are there with the words that stand for them. It is in Unicode's composed form.
    """
    if "footnote-" in html:
        html = _FOOTNOTE_LINKS.sub("", html)
    return one_line(unescape(_TAG.sub(_space, html)))


def one_line(text: str) -> str:
    """The text with one space wherever there is any, in Unicode's composed form."""
    # A file's name may hold bytes that no encoding knows.
    return unicodedata.normalize("NFC", " ".join(_SURROGATES.sub("\ufffd", text).split()))


def _space(tag: re.Match[str]) -> str:
    name = (tag[1] or "").lower()
    if name == "img":
        alt = _ALT.search(tag[2])
        return f" {alt[1]} " if alt else " "
    return " " if name in _BREAKS else ""
