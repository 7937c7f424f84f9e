"""What may stand in a note's HTML, as data; everything else is left out or shown as it was typed."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ANYWHERE: Final = _words("class dir id lang title")
"""Attributes that every allowed element may have."""

BLOCKS: Final = _words("blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre table ul")
"""Allowed elements that may stand at the top of an answer."""

INLINE: Final = _words(
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub"
    " sup time u var wbr"
)
"""Allowed elements that may stand in a line of text."""

PARTS: Final = _words(
    "caption col colgroup dd dt figcaption input label li summary tbody td tfoot th thead tr"
)
"""Allowed elements that stand in certain others only."""

VOID: Final = _words("br col hr img input wbr")
"""Allowed elements that have no content and no end tag."""

OWN: Final = {
    "a": _words("href rel"),
    "col": _words("span"),
    "colgroup": _words("span"),
    "del": _words("datetime"),
    "details": _words("open"),
    "img": _words("alt height src width"),
    "input": _words("aria-label checked disabled"),
    "ins": _words("datetime"),
    "li": _words("value"),
    "ol": _words("reversed start type"),
    "td": _words("align colspan rowspan"),
    "th": _words("align colspan rowspan scope"),
    "time": _words("datetime"),
}
"""Attributes that certain elements may have besides."""

ELEMENTS: Final = {name: ANYWHERE | OWN.get(name, frozenset()) for name in BLOCKS | INLINE | PARTS}
"""The allowed elements, each with all attributes that it may have."""

CHECKBOX: Final = {"input": {"type": {"checkbox"}}}
"""The one form field that may stay: a task's box."""

RENAMED: Final = {
    **dict.fromkeys(
        _words("address article aside center fieldset footer header hgroup main nav section"), "div"
    ),
    **dict.fromkeys(_words("big data font legend marquee nobr"), "span"),
    **dict.fromkeys(_words("dir menu"), "ul"),
    **dict.fromkeys(_words("listing xmp"), "pre"),
    "acronym": "abbr",
    "image": "img",
    "strike": "s",
    "tt": "code",
}
"""Elements that say where a page's parts are, or are obsolete: each becomes a plain one."""

UNWRAPPED: Final = _words(
    "body head html noembed noframes noscript optgroup option picture slot template title"
)
"""Elements that do nothing here: only their content stays."""

LEFT_OUT: Final = {
    **dict.fromkeys(_words("audio bgsound"), "audio"),
    **dict.fromkeys(_words("applet embed object"), "embedded object"),
    **dict.fromkeys(_words("fencedframe frame frameset iframe ilayer layer portal"), "frame"),
    **dict.fromkeys(_words("input keygen output select textarea"), "form field"),
    **dict.fromkeys(_words("area map"), "image map"),
    **dict.fromkeys(_words("canvas svg"), "drawing"),
    **dict.fromkeys(_words("source track"), "media source"),
    "base": "base address",
    "button": "button",
    "dialog": "dialog",
    "form": "form",
    "link": "linked resource",
    "math": "formula",
    "meta": "page instruction",
    "meter": "meter",
    "param": "parameter",
    "plaintext": "plain text switch",
    "progress": "progress bar",
    "script": "script",
    "style": "style sheet",
    "video": "video",
}
"""Elements that act, load something or ask for something, with the words that name them in the mark
which stands in their place. What they enclose stays: it may be prose that only names them.
"""

DRAWN: Final = _words("math svg")
"""Elements with elements of their own, of which only the text stays."""

BARE: Final = _words(
    "allowfullscreen async autofocus autoplay checked compact contenteditable controls default defer disabled"
    " draggable formnovalidate hidden inert ismap itemscope loop markdown multiple muted nomodule noshade"
    " novalidate nowrap open playsinline readonly required reversed selected"
)
"""Attributes that may stand without a value. A tag with another word in it is prose: `<a bit louder>`."""

LOADING: Final = _words(
    "action background data dynsrc formaction href imagesrcset lowsrc ping poster src srcset xlink:href"
)
"""Attributes that load or send something. A mark says so where one is left out, as it does for styles
and for handlers (`onclick` ...); other attributes go without a word.
"""

PARENTS: Final = {"dd": _words("div dl"), "dt": _words("div dl"), "li": _words("ol ul")}
"""Elements that, standing alone, would end an element of the page around them."""

SCHEMES: Final = _words("http https mailto tel")
"""Links that a reader may follow. Nothing is requested before they click."""

FOREIGN_CLASS: Final = r"(?:iiv-|md-|js-)|(?:js|no-js|mermaid)$"
"""Beginnings of class names that mean something to the site's own script, theme or look."""

PICTURES: Final = (".apng", ".avif", ".bmp", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp")
"""Endings of files that may be shown as an image. An SVG shown as one runs no script."""

ACTIVE_FILES: Final = (
    *(".css", ".hta", ".htm", ".html", ".js", ".mht", ".mhtml", ".mjs", ".shtml", ".svg", ".svgz"),
    *(".xht", ".xhtml", ".xml", ".xsl", ".xslt"),
)
"""Endings of files that a browser would run as a page of this site: no link leads to them."""
