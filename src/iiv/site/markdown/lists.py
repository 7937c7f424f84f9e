"""Lists and quotes as CommonMark has them, in Python-Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from iiv.site.markdown.blocks import GUARD, STARTS, Block, Leaf, Listing, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown import Markdown

_REPLACED: Final = ("indent", "olist", "ulist", "quote")
_HEADED: Final = ("admonition", "details")
_FENCE_IN_ITEM: Final = re.compile(r"^([ >]*(?:[-*+]|\d{1,9}[.)]))( {1,4})(?=```|~~~)", re.MULTILINE)
_UNTITLED: Final = re.compile(r"([!?]{3}\+? ?)([\w-]+)((?: +[\w-]+)+) *$")
_PLACES: Final = frozenset(("inline", "end"))
# Before every other one, which may begin within a list.
_PRIORITY: Final = 110
# After white space is made even (30), before fences are read (25).
_FENCE_PRIORITY: Final = 27


class Lists(Extension):
    """Reads lists and quotes by `blocks`, and all that stands in them by Python-Markdown's other processors.

    It comes after all other extensions.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Put this in place of what Python-Markdown has for lists and quotes."""
        processors: Any = md.parser.blockprocessors  # its types know no processor's attributes
        for name in _REPLACED:
            processors.deregister(name, strict=False)
        if "defindent" in processors:  # what is indented in an item is no definition
            processors["defindent"].ITEM_TYPES = ["dd"]
            processors["defindent"].LIST_TYPES = ["dl"]
        processors.register(_Blocks(md), "iiv-blocks", _PRIORITY)
        md.preprocessors.register(_FencesInItems(md), "iiv-fences", _FENCE_PRIORITY)


class _FencesInItems(Preprocessor):
    """Puts a fence that stands behind the sign of an item on a line of its own: only there is it read."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if "```" not in text and "~~~" not in text:
            return lines
        return _FENCE_IN_ITEM.sub(_broken, text).split("\n")


def _broken(match: re.Match[str]) -> str:
    return f"{match[1]} {GUARD}\n{re.sub('[^>]', ' ', match[1])}{match[2]}"


class _Text(str):
    """A block of text in which `blocks` has found what there is to find."""

    __slots__ = ()


class _Held(_Text):
    """Stands among the blocks of text for a list or a quote."""

    part: Block | Listing

    @classmethod
    def of(cls, part: Block | Listing) -> _Held:
        held = cls(GUARD)
        held.part = part
        return held


class _Blocks(BlockProcessor):
    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser)
        processors: Any = md.parser.blockprocessors
        found = [processors[name] for name in _HEADED if name in processors]
        self._heads = [getattr(processor, "START", None) or processor.RE for processor in found]

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - Python-Markdown's signature
        return isinstance(block, _Held) or (not isinstance(block, _Text) and bool(STARTS.search(block)))

    def run(self, parent: Element, blocks: list[str]) -> None:
        first = blocks[0]
        if isinstance(first, _Held):
            del blocks[0]
            self._build(parent, first.part)
        else:
            end = next((at for at, block in enumerate(blocks) if isinstance(block, _Text)), len(blocks))
            whole = parse("\n\n".join(blocks[:end]).split("\n"), self._is_head)
            blocks[:end] = _texts(whole)

    def _is_head(self, line: str) -> bool:
        return line.startswith(("!!!", "???")) and any(head.match(line) for head in self._heads)

    def _build(self, parent: Element, part: Block | Listing) -> None:
        if isinstance(part, Listing):
            self._build_list(parent, part)
        elif part.kind == "admonition":
            self.parser.parseBlocks(parent, [_Text(_titled(part.head))])
            self._fill(parent[-1], part)
        else:
            self._fill(SubElement(parent, "blockquote"), part)

    def _build_list(self, parent: Element, listing: Listing) -> None:
        element = SubElement(parent, "ul" if listing.sign in "-*+" else "ol")
        if listing.start != 1:
            element.set("start", str(listing.start))
        for item in listing.items:
            li = SubElement(element, "li")
            self._fill(li, item)
            if not listing.loose:
                _tighten(li)

    def _fill(self, element: Element, block: Block) -> None:
        self.parser.state.set(block.kind)  # not that of a list of definitions around it
        self.parser.parseBlocks(element, _texts(block))
        self.parser.state.reset()


def _titled(head: str) -> str:
    """The head of an admonition with all its words as the title: without one only the first is shown."""
    match = _UNTITLED.match(head)
    if match is None or _PLACES.issuperset(match[3].split()):
        return head
    return f'{match[1]}{match[2]} "{match[2]}{match[3]}"'


def _texts(block: Block) -> list[str]:
    return [text for part in block.parts for text in _text(part)]


def _text(part: Block | Listing | Leaf) -> Iterator[str]:
    if not isinstance(part, Leaf):
        yield _Held.of(part)
    elif part.kind == "code":
        yield from map(_Text, "\n".join(part.lines).rstrip("\n").split("\n\n"))
    else:
        yield _Text("\n".join(part.lines).lstrip(" "))


def _tighten(li: Element) -> None:
    """Make of an item's paragraphs mere text."""
    above: Element | None = None
    for child in list(li):
        if child.tag != "p" or child.attrib or len(child):
            above = child
        elif above is not None and above.tag == "pre":  # what stands behind code is lost when it is coloured
            above = child
            child.tag = "span"
        elif above is None:
            li.text = _joined(li.text, child)
            li.remove(child)
        else:
            above.tail = _joined(above.tail, child)
            li.remove(child)


def _joined(text: str | None, paragraph: Element) -> str:
    return "\n".join(filter(None, (text, paragraph.text)))
