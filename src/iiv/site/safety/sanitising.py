"""HTML from a note to HTML that can neither act nor load anything nor reach out of its place in a page."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import nh3

from iiv.site.safety import allow_list
from iiv.site.safety.rewriting import rewrite

if TYPE_CHECKING:
    from iiv.site.safety.rewriting import Inside

_BLANK_LINES = re.compile(r"<pre[ >].*?</pre>|\n\s*\n", re.DOTALL)
_BEFORE_BLANK_LINE = re.compile(r"\n(?=[^\S\n]*\n)")
_TAG = re.compile(r"<(/?)([a-z0-9]+)(?:[^\"<>]++|\"[^\"]*+\")*+>")


def sanitise(html: str, inside: Inside, anchor: str = "") -> str:
    """Blocks of HTML, as Markdown makes them or as they were pasted, made safe to show.

    Elements and attributes are those of `allow_list`; marks say what was left out. Ids, and links to
    them, get `anchor`, so that they differ from those of other answers on a page; without an anchor
    there are none. The result is balanced and has no blank line: it can stand in Markdown as one
    block of HTML.
    """
    return _in_blocks(_without_blank_lines(_gate().clean(rewrite(html, inside, anchor))))


@cache
def _gate() -> nh3.Cleaner:
    """What has the last word: it balances, and takes whatever a mistake in rewriting let through."""
    return nh3.Cleaner(
        tags=set(allow_list.ELEMENTS),
        attributes={tag: set(allowed) for tag, allowed in allow_list.ELEMENTS.items()},
        tag_attribute_values=allow_list.CHECKBOX,
        url_schemes=set(allow_list.SCHEMES),
        link_rel=None,
    )


def _without_blank_lines(html: str) -> str:
    return _BLANK_LINES.sub(_as_one_block, html).strip()


def _as_one_block(found: re.Match[str]) -> str:
    return _BEFORE_BLANK_LINE.sub("&#10;", found[0]) if found[0].startswith("<") else "\n"


def _in_blocks(html: str) -> str:
    """The HTML, in a section of its own when something in it could reach out of its place in a page."""
    return html if _stands_alone(html) else f"<section>{html}</section>"


def _stands_alone(html: str) -> bool:
    """Whether blocks stand at the top and no list item stands outside a list."""
    parents: list[str] = []
    at = 0
    for match in _TAG.finditer(html):
        if not parents and html[at : match.start()].strip():
            return False
        at = match.end()
        if match[1]:
            parents.pop()
        elif _strays(match[2], parents[-1] if parents else ""):
            return False
        elif match[2] not in allow_list.VOID:
            parents.append(match[2])
    return not html[at:].strip()


def _strays(name: str, parent: str) -> bool:
    if not parent and name not in allow_list.BLOCKS:
        return True
    return name in allow_list.PARENTS and parent not in allow_list.PARENTS[name]
