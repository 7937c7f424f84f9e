"""The text of a page taken apart: one heading in Markdown, and one block of HTML."""

from __future__ import annotations

import re
from typing import Final

_PAGE: Final = re.compile(r"(# [^\n]*)\n+(<div class=\"iiv-page.*</div>)\s*", re.DOTALL)
_ONLY_SPACES: Final = re.compile(r"\n +(?=\n)")
_TAB: Final = 4


def heading_and_block(text: str) -> tuple[str, str] | None:
    """The heading of a page that a shipped template made, and the HTML below it; None for another text.

    Markdown leaves such a block as it is but for a few characters, and takes half of a build's time to
    find that out. So it comes as Python-Markdown would give it: a test compares the two.
    """
    found = _PAGE.fullmatch(text)
    if not found:
        return None
    block = found[2].replace("\2", "").replace("\3", "").replace("\r\n", "\n").replace("\r", "\n")
    return found[1], _ONLY_SPACES.sub("\n", block.expandtabs(_TAB) if "\t" in block else block)
