"""HTML as written to its tags and the text between them; whatever is no tag is text."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from iiv.site.safety import allow_list
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_NO_TEXT = re.compile("[\0-\b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_UNTIDY = re.compile("[\0-\b\v-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_ATTRIBUTE = r"""[^\s"'<>/=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>`]++))?+"""
# With the limit, and nothing ever given back, a run of `<a b="` is not read again from each bracket.
_TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/<>\"'=]*+)((?:[\s/]++|{_ATTRIBUTE}){{0,200}}+)>")
_ATTRIBUTES = re.compile(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>`]++)))?+""")
_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>`]++)""")
_WORD = re.compile(r"""[^\s"'<>/=]++(?!\s*+=)""")
_BLOCK_END = re.compile(f"</(?:{'|'.join(sorted(allow_list.BLOCKS | allow_list.PARTS))})>")
_DOCTYPE = re.compile(r"\s*<!doctype\s+html\b(?:\s+(?:public|system)\b[^<>]{0,500}|\s*)>", re.IGNORECASE)


class Text(Value, frozen=True):
    """Text between tags, decoded."""

    text: str


class Tag(Value, frozen=True):
    """A tag: its name in lower case, whether it is an end tag, its attributes as written, and all of it."""

    name: str
    is_end: bool
    raw_attributes: str
    raw: str

    @property
    def is_prose(self) -> bool:
        """Whether words stand in it that are no attributes."""
        words = _WORD.findall(_VALUE.sub("=", self.raw_attributes))
        return any("-" not in word and word.lower() not in allow_list.BARE for word in words)

    def attributes(self) -> dict[str, str]:
        """The attributes by name in lower case, the first of each, decoded."""
        found: dict[str, str] = {}
        for name, double, single, bare in _ATTRIBUTES.findall(self.raw_attributes):
            found.setdefault(name.lower(), decoded(double or single or bare))
        return found


def plain(text: str) -> str:
    """Text without the characters that no text may hold, all line ends as line feeds."""
    if not _UNTIDY.search(text):
        return text
    return _SURROGATES.sub("\ufffd", _NO_TEXT.sub("", _LINE_ENDS.sub("\n", text)))


def decoded(raw: str) -> str:
    """Text with its entities replaced; those for characters that no text may hold vanish."""
    return _ENTITY.sub(lambda match: plain(unescape(match[0])), raw) if "&" in raw else raw


def tag_in(html: str, start: int = 0) -> Tag | None:
    """The tag that begins there."""
    match = _TAG.match(html, start)
    return Tag(match[2].lower(), bool(match[1]), match[3], match[0]) if match else None


def names(found: Iterable[Text | Tag]) -> frozenset[str]:
    """How the tags among these begin, each once: `<p`, `</p`."""
    return frozenset(f"{'</' if one.is_end else '<'}{one.name}" for one in found if isinstance(one, Tag))


def tokens(html: str) -> Iterator[Text | Tag]:
    """The tags of a piece of HTML and the text between them, without comments and its document type.

    Of what a drawing or a formula is made of (`allow_list.DRAWN`) only the text is left.
    """
    return _Reading(html).tokens()


class _Reading:
    """One pass over a piece of HTML. An end that was missed once is not sought again."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._missed: set[str] = set()

    def tokens(self) -> Iterator[Text | Tag]:
        at = 0
        while (start := self._html.find("<", at)) >= 0:
            if start > at:
                yield Text(decoded(self._html[at:start]))
            if tag := tag_in(self._html, start):
                yield tag
                inside = start + len(tag.raw)
                at = self._after_drawing(tag, inside)
                if at > inside:
                    yield from _words(self._html[inside:at])
            elif end := self._after_silence(start):
                at = end
            else:
                yield Text("<")
                at = start + 1
        if at < len(self._html):
            yield Text(decoded(self._html[at:]))

    def _after_silence(self, start: int) -> int:
        """The end of the comment or of the document type that begins here, or 0."""
        if self._html.startswith("<!--", start):
            return self._after("-->", start + 4)
        match = _DOCTYPE.match(self._html)  # elsewhere it is only named
        return match.end() if match and start < match.end() else 0

    def _after_drawing(self, tag: Tag, start: int) -> int:
        """Where to go on after a tag: after the end tag of a drawing that is nothing else."""
        if tag.is_end or tag.name not in allow_list.DRAWN:
            return start
        end = self._after(rf"</{tag.name}[^<>]*>", start)
        return start if _BLOCK_END.search(self._html, start, end) else max(start, end)

    def _after(self, pattern: str, start: int) -> int:
        """Where the next match of `pattern` ends, or 0."""
        if pattern in self._missed:
            return 0
        match = re.compile(pattern, re.IGNORECASE).search(self._html, start)
        if match is None:
            self._missed.add(pattern)
            return 0
        return match.end()


def _words(drawing: str) -> Iterator[Text]:
    """The text of a drawing, and the tags in it that are mere words."""
    found = [*tokens(drawing)]
    named = names(found)
    for token in found:
        if isinstance(token, Text):
            yield token
        elif not (token.is_end or token.raw_attributes.strip() or f"</{token.name}" in named):
            yield Text(decoded(token.raw))
