"""An answer's HTML to HTML of allowed elements only, with a mark for each thing left out."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import quote

from iiv.site.addresses import ROOT
from iiv.site.safety import allow_list
from iiv.site.safety.markup_tokens import Tag, decoded, names, plain, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS: Final = "\ufdd1"
"""Marks a class as one of ours, `iiv-...`. A noncharacter like `ROOT`: nobody can write it into a note."""

HEADING_LEVEL: Final = 3
"""The level that an answer's highest heading gets: the page and the question stand above it."""

DEEPEST: Final = 60
"""How many elements of a line of text may stand in each other. HTML repeats the open ones in each
paragraph, so that a page of open `<b>` would grow with the square of its length.
"""

_SHOWN: Final = 60
_NESTING: Final = allow_list.INLINE - allow_list.VOID

_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_FOOTNOTE_ID = re.compile(r"(fn(?:ref\d*)?:)?(.*)", re.DOTALL)
_FOREIGN_CLASS = re.compile(allow_list.FOREIGN_CLASS)

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_WEB = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:)?[/\\]{2}(?:[^/\s\"'<>()@?#\\]{0,100}@)?([\w.:-]+)")
_CSS_SOURCE = re.compile(r"url|image|src|import|expression|behaviou?r|binding|\\|/\*", re.IGNORECASE)


class Inside(Protocol):
    """Where a note's own links and images lead."""

    def link(self, target: str) -> str | None:
        """The URL, beginning with `ROOT`, of a page or file of the site; None when there is none."""

    def image(self, target: str) -> str | None:
        """The URL, beginning with `ROOT`, of a picture of the site; None when there is none."""


def rewrite(html: str, inside: Inside, anchor: str) -> str:
    """The HTML with nothing in it but what `allow_list` has, links resolved, ids made its own.

    Tags come out as they came in, balanced or not.
    """
    return _Rewriting(html, inside, anchor).result()


def left_out(what: str) -> str:
    """The mark that says what was left out."""
    return f'<span class="iiv-left-out">{_escaped(what)} left out</span>'


class _Rewriting:
    """One pass over one piece of HTML."""

    def __init__(self, html: str, inside: Inside, anchor: str) -> None:
        self._html = html
        self._named = names(html)
        self._inside = inside
        self._anchor = "-".join(plain(anchor).split())
        self._top = min(map(int, _HEADING.findall(html)), default=1)
        self._depth = 0
        self._ids: set[str] = set()
        self._told_of_style = False
        self._link_ends: list[str] = []
        self._out: list[str] = []

    def result(self) -> str:
        for token in tokens(self._html):
            if isinstance(token, Tag):
                self._tag(token)
            else:
                self._out.append(_escaped(token.text))
        return "".join([*self._out, *self._link_ends])

    def _tag(self, tag: Tag) -> None:
        name = allow_list.RENAMED.get(tag.name, tag.name)
        if tag.is_prose:
            self._out.append(_escaped(decoded(tag.raw)))
        elif name in allow_list.ELEMENTS and _may_stay(name, tag):
            if tag.is_end:
                self._end(name)
            else:
                self._start(name, tag.attributes())
        elif name in allow_list.LEFT_OUT and not tag.is_end:
            self._leave_out(name, tag)
        elif not self._is_of_a_pair(tag):
            self._out.append(_escaped(decoded(tag.raw)))

    def _is_of_a_pair(self, tag: Tag) -> bool:
        """Whether it belongs to an element that goes, rather than being named."""
        name = tag.name
        if name not in allow_list.UNWRAPPED and allow_list.RENAMED.get(name, name) not in allow_list.LEFT_OUT:
            return False
        return (f"<{name}" if tag.is_end else f"</{name}") in self._named

    def _leave_out(self, name: str, tag: Tag) -> None:
        words = _words_from(allow_list.LEFT_OUT[name], decoded(tag.raw_attributes))
        self._out.append(left_out(words))

    def _end(self, name: str) -> None:
        if name == "a":
            self._end_link()
        elif name not in allow_list.VOID:
            if not self._is_too_deep(name):
                self._out.append(f"</{self._level(name)}>")
            self._depth -= name in _NESTING and self._depth > 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "a":
            self._link(attributes)
        elif name == "img":
            self._image(attributes)
        elif name == "input":
            self._out.append(_checkbox(done="checked" in attributes))
        else:
            self._depth += name in _NESTING
            if not self._is_too_deep(name):
                self._element(name, attributes, self._kept(name, attributes))

    def _is_too_deep(self, name: str) -> bool:
        return self._depth > DEEPEST and name in _NESTING

    def _element(self, name: str, attributes: dict[str, str], kept: dict[str, str]) -> None:
        """An allowed element's start tag, and a mark for each thing left out of it."""
        start = _start_tag(self._level(name), kept)
        marks = self._marks(name, attributes)
        self._out += (marks, start) if name in {"dl", "ol", "table", "ul"} else (start, marks)

    def _level(self, name: str) -> str:
        """The element's name; of a heading, the one that suits the page."""
        if name not in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            return name
        return f"h{min(6, int(name[1]) - self._top + HEADING_LEVEL)}"

    def _kept(self, name: str, attributes: dict[str, str]) -> dict[str, str]:
        """The attributes that stay, but for links and sources, which need a look of their own."""
        allowed = allow_list.ELEMENTS[name] - {"href", "rel", "src"}
        values = {key: self._value(key, value) for key, value in attributes.items() if key in allowed}
        return {key: plain(value) for key, value in values.items() if value is not None}

    def _value(self, key: str, value: str) -> str | None:
        if key == "class":
            return _classes(value) or None
        if key == "id":
            return self._new_id(value)
        if key == "align" and value not in {"left", "center", "right"}:
            return None
        return value

    def _new_id(self, value: str) -> str | None:
        """The first element with an id gets it."""
        id_ = self._id(value)
        if not self._anchor or id_ in self._ids:
            return None
        self._ids.add(id_)
        return id_

    def _id(self, value: str) -> str:
        """An id of this answer's own. A footnote's keeps the beginning by which the theme knows it."""
        match = _FOOTNOTE_ID.match("-".join(value.split()))
        footnote, rest = match.groups("") if match else ("", "")
        return f"{footnote}{self._anchor}-{rest}"

    def _marks(self, name: str, attributes: dict[str, str]) -> str:
        return "".join(map(left_out, self._removed(name, attributes)))

    def _removed(self, name: str, attributes: dict[str, str]) -> Iterator[str]:
        """What of an element would act or load something and does not stay, in words."""
        for key, value in attributes.items():
            if key == "style":
                yield from self._style(value)
            elif key.startswith("on") or (key in allow_list.LOADING and key not in allow_list.ELEMENTS[name]):
                yield _words_from(key, value)

    def _style(self, value: str) -> Iterator[str]:
        """Each style that may load something; styles that only decorate, once in all."""
        loads = _HOST.search(value) or _CSS_SOURCE.search(value)
        if loads or not self._told_of_style:
            yield _words_from("style", value)
        self._told_of_style = self._told_of_style or not loads

    def _end_link(self) -> None:
        if self._link_ends:
            self._out.append(self._link_ends.pop())

    def _link(self, attributes: dict[str, str]) -> None:
        self._end_link()
        href = attributes.get("href", "").strip()
        where = self._destination(href)
        if where is None:
            self._out.append(self._marks("a", attributes))
            self._link_ends.append(" " + left_out(_link_words(href)))
        else:
            self._element("a", attributes, where | self._kept("a", attributes))
            self._link_ends.append("</a>")

    def _destination(self, href: str) -> dict[str, str] | None:
        """What makes a link lead there, or None when it must not or cannot."""
        if not href:
            return {}
        if href.startswith(ROOT):
            return {"href": ROOT + plain(href)}
        if href.startswith("#"):
            return {"href": "#" + quote(self._id(href[1:]), safe=":")} if self._anchor else {}
        if url := _outside(plain(href)):
            return {"href": url} | ({"rel": "noopener noreferrer"} if _WEB.match(url) else {})
        url = None if _scheme(href) else self._inside.link(href)
        return {"href": url} if url else None

    def _image(self, attributes: dict[str, str]) -> None:
        src = attributes.get("src", "").strip()
        alt = attributes.get("alt", "")
        url = None if _scheme(src) or _HOST.match(src) else self._inside.image(src)
        if url:
            self._element("img", attributes, {"src": url, "alt": ""} | self._kept("img", attributes))
            return
        words = f" ({_escaped(alt)})" if alt.strip() else ""
        self._out += (left_out(_image_words(src)), words, self._marks("img", attributes))


def _may_stay(name: str, tag: Tag) -> bool:
    """Of form fields only the boxes of tasks may stay."""
    return name != "input" or tag.attributes().get("type", "").lower() == "checkbox"


def _start_tag(name: str, attributes: dict[str, str]) -> str:
    values = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{values}>"


def _checkbox(*, done: bool) -> str:
    """A task's box: it has a name, and cannot be ticked on a page."""
    state = {"aria-label": "done", "checked": ""} if done else {"aria-label": "to do"}
    return _start_tag("input", {"type": "checkbox", "disabled": ""} | state)


def _escaped(text: str) -> str:
    return escape(plain(text), quote=False)


def _classes(value: str) -> str:
    """The class names that mean nothing to the site itself, and those that iiv's own Markdown put there."""
    return " ".join(
        f"iiv-{name[1:]}" if name.startswith(OURS) else name
        for name in value.split()
        if not _FOREIGN_CLASS.match(name)
    )


def _scheme(url: str) -> str:
    """The scheme as a browser would read it: it skips white space and control characters."""
    match = _SCHEME.match(re.sub(r"[\0-\x20]", "", url))
    return match[1].lower() if match else ""


def _outside(href: str) -> str | None:
    """The URL of a link that leads out of the site, or None for any other."""
    if href.startswith("//"):
        return f"https:{href}"
    if href.startswith("www."):
        return f"https://{href}"
    scheme = _scheme(href)
    may_follow = _WEB.match(href) if scheme in {"http", "https"} else scheme in allow_list.SCHEMES
    return href if may_follow else None


def _words_from(what: str, value: str) -> str:
    """`what`, with the host that is named in `value`, if any."""
    host = _HOST.search(value)
    return f"{what} from {_short(host[1])}" if host else what


def _link_words(href: str) -> str:
    scheme = _scheme(href)
    return f"{scheme} link" if scheme else f"link to {_short(href.removeprefix('**/'))}"


def _image_words(src: str) -> str:
    scheme = _scheme(src)
    if _HOST.match(src):
        return _words_from("image", src)
    name = src.rstrip("/").rpartition("/")[2]
    return f"{scheme} image" if scheme else f"image {_short(name)}".strip()


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
