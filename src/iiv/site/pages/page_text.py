"""The text of a page taken apart: its front matter, one heading in Markdown, and one block of HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_REST: Final = re.compile(
    r"hide: \[navigation, toc\]\n(?:search: \{exclude: true\}\n)?(?:section: ([a-z]+)\n)?\n*---\n+"
)
_PAGE: Final = re.compile(r"# ([^\n]*)\n+(<div class=\"iiv-page.*</div>)\s*", re.DOTALL)
_DIV: Final = re.compile(r"<(/?)div\b")
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n(?!</div>\Z)")
_HEADING: Final = re.compile(r"(?:[^\W_]|[ ,]|&#\d+;|&nbsp;|[^\x00-\x7f])*")
_ONLY_SPACES: Final = re.compile(r"\n +(?=\n)")
_TAB: Final = 4
_MOVING: Final = re.compile("[\2\3\r]| data-search-")
"""What may be taken out of a page together with what stands beside it."""
_MARKS: Final = re.compile(r' data-search-\w+="[^"]+"')


@dataclass(frozen=True, slots=True)
class Parts:
    """A page as a shipped template makes it.

    `heading` is the text of the heading, without a sign that means anything in Markdown. `section` is the
    one in the navigation to which the page belongs, "" for that of its folder.
    """

    heading: str
    block: str
    section: str


def parts(text: str, title: str) -> Parts | None:
    """The parts of a page with this `title`, as YAML, that a shipped template made; None for another page."""
    begin = f"---\ntitle: {title}\n"
    rest = _REST.match(text, len(begin)) if text.startswith(begin) else None
    found = heading_and_block(text[rest.end() :]) if rest else None
    if not found or not rest or not _HEADING.fullmatch(found[0][2:]):
        return None
    return Parts(found[0][2:].strip(), without_marks(found[1]), rest[1] or "")


def heading_and_block(text: str) -> tuple[str, str] | None:
    """The heading of such a page with its `# `, and the HTML below it; None for another text.

    Markdown leaves such a block as it is but for a few characters, and takes half of a build's time to
    find that out. So it comes as Python-Markdown would give it: a test compares the two.
    """
    found = _PAGE.fullmatch(text)
    if not found or not _is_one_block(found[2]):
        return None
    block = found[2].replace("\2", "").replace("\3", "").replace("\r\n", "\n").replace("\r", "\n")
    return f"# {found[1]}", _ONLY_SPACES.sub("\n", block.expandtabs(_TAB) if "\t" in block else block)


def finished_row(html: str) -> str | None:
    """A row of a block as it stands in a page; None for one that depends on what stands around it.

    `html` is a row without blank lines, nor white space around it. Nothing in it changes when it is put
    into a page by itself, and nothing in the page.
    """
    row = html.expandtabs(_TAB)
    is_alone = row and not _MOVING.search(row) and "\t" not in html.partition("\n")[0]
    return row if is_alone and _is_balanced(row) else None


def _is_balanced(html: str) -> bool:
    """Whether each element that begins in the HTML ends there."""
    depth = 0
    for tag in _DIV.finditer(html):
        depth += -1 if tag[1] else 1
        if depth < 0:
            return False
    return depth == 0


def _is_one_block(html: str) -> bool:
    """Whether the HTML is one element, in which no blank line could end it."""
    depth = 0
    tags = list(_DIV.finditer(html))
    for tag in tags:
        depth += -1 if tag[1] else 1
        if depth <= 0 and tag is not tags[-1]:
            return False
    return depth == 0 and not _BLANK_LINE.search(html)


def without_marks(html: str) -> str:
    """The HTML without the marks of what other generators' search is to leave out: iiv has its own."""
    return _MARKS.sub("", html) if " data-search-" in html else html
