"""A page as its template made it: what MkDocs is to read, and one element of HTML."""

from __future__ import annotations

import re
from typing import Final

from iiv.site.pages.templates import yaml_text
from iiv.values import Value

_FRONT_MATTER: Final = ("", "search: {exclude: true}")
_HEADING: Final = re.compile(r"(?:[^\W_]|[ ,]|&#\d+;|&nbsp;|[^\x00-\x7f])*")


class Page(Value, frozen=True):
    """A page with its parts apart. `str()` is its Markdown, with YAML front matter.

    `title` is text on one line, `front_matter` are lines besides those that every page has, `heading` is
    Markdown, and `block` is HTML that Markdown leaves alone.
    """

    title: str
    front_matter: str
    heading: str
    block: str

    def __str__(self) -> str:
        more = f"{self.front_matter}\n" if self.front_matter else ""
        return (
            f"---\ntitle: {yaml_text(self.title)}\nhide: [navigation, toc]\n{more}---\n\n"
            f"# {self.heading}\n\n{self.block}\n"
        )

    @property
    def fits(self) -> bool:
        """Whether a frame fits: neither the heading nor the front matter says what only MkDocs can read."""
        return self.front_matter in _FRONT_MATTER and bool(_HEADING.fullmatch(self.heading))
