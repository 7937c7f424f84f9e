"""The parts of Python-Markdown that would lose words, without what loses them."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, Any, Final

from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrBlockprocessor
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.footnotes import FootnoteBlockProcessor, FootnoteExtension
from markdown.extensions.md_in_html import HTMLExtractorExtra
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import SubstituteTagInlineProcessor
from markdown.preprocessors import Preprocessor

from iiv.journal.parse.link_targets import TARGET
from iiv.site.markdown.blocks import GUARD
from iiv.site.safety import allow_list
from iiv.site.safety.html_tokens import tag_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element

    from markdown import Markdown

BREAK: Final = "iiv-break"

_NAMED = re.compile("</?[a-z][a-z0-9]*")
_TARGET = re.compile(TARGET)
_GOING = allow_list.UNWRAPPED | set(allow_list.LEFT_OUT)
_ATTRIBUTE = r"""(?:[.#][^\s{}]+|[^\s{}=]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}]+))"""
_ATTRIBUTES = rf"\{{:?[ ]*({_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*)[ ]*\}}"


class NothingLost(Extension):
    """Keeps what looks like something else: `[Ada]: yes`, `<a bit louder>`, `{laughs}`, a row's last cells.

    It comes after all other extensions, and has their names and places where it takes those.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Put this in place of what it keeps from losing words."""
        md.ESCAPED_CHARS = list(dict.fromkeys([*md.ESCAPED_CHARS, *string.punctuation]))
        # Below escapes (180), which take a backslash that stands before another.
        md.inlinePatterns.register(SubstituteTagInlineProcessor(r"\\\n", "br"), BREAK, 179)
        blocks: Any = md.parser.blockprocessors  # its types know no processor's attributes
        blocks.register(_References(md.parser), "reference", 15)
        if "table" in blocks:
            blocks.register(_Tables(md.parser, blocks["table"].config), "table", 75)
        if "abbr" in blocks:
            blocks.register(_Abbreviations(md.parser, blocks["abbr"].abbrs), "abbr", 16)
        if "attr_list" in md.treeprocessors:
            md.treeprocessors.register(_Attributes(md), "attr_list", 8)
        if "markdown_block" in blocks:
            md.preprocessors.register(_HtmlBlocks(md), "html_block", 20)


class Footnotes(FootnoteExtension):
    """A footnote that is defined twice says both."""

    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802 - Python-Markdown's names
        """Take a definition, below what is known of that footnote."""
        text = FootnoteBlockProcessor.RE.sub(_guarded, text)  # one within another is none
        above = self.footnotes.get(id)
        super().setFootnote(id, f"{above}\n\n{text}" if above and above != text else text)


class _References(ReferenceProcessor):
    """Definitions of links. A line such as `[Ada]: yes` leads nowhere, and is none.

    `[Ada]: #craft` is one where the text has a link with that label, and else says a theme.
    """

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        if "]:" not in blocks[0]:
            return False
        blocks[0] = self.RE.sub(self._no_definition, blocks[0])
        return super().run(parent, blocks)

    def _no_definition(self, match: re.Match[str]) -> str:
        is_theme = match[2].startswith("#") and not _TARGET.match(match[2])
        is_used = is_theme and _count(self.parser.md, f"[{match[1]}]") > 1
        return match[0] if is_used or _TARGET.match(match[2]) else _guarded(match)


def _count(md: Markdown, words: str) -> int:
    lines: list[str] = md.lines  # type: ignore[attr-defined]
    return sum(line.count(words) for line in lines)


def _guarded(match: re.Match[str]) -> str:
    """A line that reads like a definition, such that nobody takes it for one."""
    return GUARD + match[0]


class _Abbreviations(AbbrBlockprocessor):
    """Abbreviations, as far as the text has them."""

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        blocks[0] = self.RE.sub(self._unused, blocks[0])
        return super().run(parent, blocks)

    def _unused(self, match: re.Match[str]) -> str:
        word = match["abbr"]
        is_used = word and _count(self.parser.md, word) > 1
        return match[0] if is_used else _guarded(match)


class _Tables(TableProcessor):
    """Tables in which a row may have more cells than the head."""

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        more = len(self._split_row(row)) - len(align)  # type: ignore[attr-defined]
        super()._build_row(row, parent, [*align, *[None] * more])  # type: ignore[misc]


class _Attributes(AttrListTreeprocessor):
    """Lists of attributes. What holds other words is none."""

    HEADER_RE = re.compile(rf"[ ]+{_ATTRIBUTES}[ ]*$")  # type: ignore[misc]
    BLOCK_RE = re.compile(rf"\n[ ]*{_ATTRIBUTES}[ ]*$")  # type: ignore[misc]
    INLINE_RE = re.compile(rf"^{_ATTRIBUTES}")  # type: ignore[misc]


class _HtmlBlocks(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        extractor = _Extractor(self.md)
        extractor.feed("\n".join(lines))
        extractor.close()
        return "".join(extractor.cleandoc).split("\n")


class _Extractor(HTMLExtractorExtra):
    """Takes blocks of HTML out of a text. A tag that is only named begins none."""

    def feed(self, data: str) -> None:
        self._named = frozenset(_NAMED.findall(data.lower()))
        super().feed(data)

    def handle_starttag(self, tag: str, attrs: Any) -> None:  # noqa: ANN401 - passed on
        text = self.get_starttag_text() or ""
        found = tag_in(text)
        is_word = (found and found.is_prose) or (tag in _GOING and f"</{tag}" not in self._named)
        if is_word and not self.inraw:
            self.handle_data(text)
        else:
            # What is folded away is Markdown, as elsewhere.
            super().handle_starttag(tag, [*attrs, ("markdown", "1")] if tag == "details" else attrs)

    def close(self) -> None:
        super().close()
        left: list[str] = self.mdstack  # type: ignore[attr-defined]
        while left:  # it closes one, and what stands in it
            self.handle_endtag(left[0])
