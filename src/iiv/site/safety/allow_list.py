"""What may stand in a note's HTML, as data; everything else is left out or shown as it was typed."""

from __future__ import annotations

from typing import Final


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


ANYWHERE: Final = word_set("class dir id lang title")
"""Attributes that every allowed element may have."""

BLOCKS: Final = word_set("blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre table ul")
"""Allowed elements that may stand at the top of an answer."""

INLINE: Final = word_set(
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strong sub"
    " sup time u var wbr"
)
"""Allowed elements that may stand in a line of text."""

PARTS: Final = word_set(
    "caption col colgroup dd dt figcaption input label li summary tbody td tfoot th thead tr"
)
"""Allowed elements that stand in certain others only."""

VOID: Final = word_set("br col hr img input wbr")
"""Allowed elements that have no content and no end tag."""

OWN: Final = {
    "a": word_set("aria-description href rel"),
    "col": word_set("span"),
    "colgroup": word_set("span"),
    "del": word_set("datetime"),
    "details": word_set("open"),
    "img": word_set("alt height src width"),
    "input": word_set("aria-label checked disabled"),
    "ins": word_set("datetime"),
    "li": word_set("value"),
    "ol": word_set("reversed start type"),
    "td": word_set("align colspan rowspan"),
    "th": word_set("align colspan rowspan scope"),
    "time": word_set("datetime"),
}
"""Attributes that certain elements may have besides."""

ELEMENTS: Final = {name: ANYWHERE | OWN.get(name, frozenset()) for name in BLOCKS | INLINE | PARTS}
"""The allowed elements, each with all attributes that it may have."""

CHECKBOX: Final = {"input": {"type": {"checkbox"}}}
"""The one form field that may stay: a task's box."""

RENAMED: Final = {
    **dict.fromkeys(
        word_set("address article aside center fieldset footer header hgroup main nav section"), "div"
    ),
    **dict.fromkeys(word_set("big data font legend marquee nobr"), "span"),
    **dict.fromkeys(word_set("dir menu"), "ul"),
    **dict.fromkeys(word_set("listing xmp"), "pre"),
    "acronym": "abbr",
    "image": "img",
    "strike": "s",
    "tt": "code",
}
"""Elements that say where a page's parts are, or are obsolete: each becomes a plain one."""

UNWRAPPED: Final = word_set(
    "body head html noembed noframes noscript optgroup option picture slot template title"
)
"""Elements that do nothing here: only their content stays."""

LEFT_OUT: Final = {
    **dict.fromkeys(word_set("audio bgsound"), "audio"),
    **dict.fromkeys(word_set("applet embed object"), "embedded object"),
    **dict.fromkeys(word_set("fencedframe frame frameset iframe ilayer layer portal"), "frame"),
    **dict.fromkeys(word_set("input keygen output select textarea"), "form field"),
    **dict.fromkeys(word_set("area map"), "image map"),
    **dict.fromkeys(word_set("canvas svg"), "drawing"),
    **dict.fromkeys(word_set("source track"), "media source"),
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

DRAWN: Final = word_set("math svg")
"""Elements with elements of their own, of which only the text stays."""

BARE: Final = word_set(
    "allowfullscreen async autofocus autoplay checked compact contenteditable controls default defer disabled"
    " draggable formnovalidate hidden inert ismap itemscope loop markdown multiple muted nomodule noshade"
    " novalidate nowrap open playsinline readonly required reversed selected"
)
"""Attributes that may stand without a value. A tag with another word in it is prose: `<a bit louder>`."""

PARENTS: Final = {"dd": word_set("div dl"), "dt": word_set("div dl"), "li": word_set("ol ul")}
"""Elements that, standing alone, would end an element of the page around them."""

SCHEMES: Final = word_set("http https mailto tel")
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
