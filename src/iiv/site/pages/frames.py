"""The frames of pages: what MkDocs and its theme draw around them, drawn once and filled here."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, Final

from markupsafe import escape

from iiv.journal.problems import Problem  # noqa: TC001 - read from what is kept
from iiv.site import addresses
from iiv.site.pages.page import Page
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator


TITLE: Final = "iivframetitle"
HEADING: Final = "iivframe heading"
HEADING_ID: Final = "iivframe-heading"
BLOCK: Final = '<div class="iiv-page">iivframeblock</div>'

_SLOT: Final = re.compile(f"({TITLE}|{HEADING}|{HEADING_ID}|{re.escape(BLOCK)})")
_IN_FOLDER: Final = "iivframe"
_NO_SLUG: Final = re.compile(r"[^\w\s-]")
_GAPS: Final = re.compile(r"[-\s]+")


class Frame(Value, frozen=True):
    """A page without its own part: `texts` stand around the `slots`, of which there is one less."""

    texts: tuple[str, ...]
    slots: tuple[str, ...]

    def fill(self, page: Page) -> str:
        """The page in this frame."""
        values = {
            TITLE: str(escape(page.title)),
            HEADING: page.heading.replace("\xa0", "&nbsp;"),
            HEADING_ID: slug(html.unescape(page.heading)),
            BLOCK: page.block,
        }
        filled = [self.texts[0]]
        for slot, text in zip(self.slots, self.texts[1:], strict=True):
            filled += (values[slot], text)
        return "".join(filled)


class Frames(Value, frozen=True, dict=True):
    """The frames of a journal's pages by their names, and what was found out while they were drawn.

    `site` is the folder of the site, `assets` are the addresses of the files that MkDocs' theme put
    there. `problems` are those of the settings and of that theme.
    """

    site: str
    frames: dict[str, Frame]
    assets: tuple[str, ...]
    problems: tuple[Problem, ...]

    def of(self, address: str) -> Frame | None:
        """The frame of the page at this address; None where there is none for its folder."""
        return self.frames.get(name_of(address))

    @cached_property
    def text(self) -> str:
        """All that the frames show, for a hash."""
        return repr(sorted((name, frame.texts, frame.slots) for name, frame in self.frames.items()))


class Blank(Value, frozen=True):
    """A page with nothing in it, in which MkDocs draws a frame."""

    name: str
    address: str

    @property
    def page(self) -> Page:
        """It, with a mark where each part stands."""
        return Page(TITLE, "", HEADING, BLOCK)


def name_of(address: str) -> str:
    """The name of a page's frame: pages of one name differ in their own part alone.

    What the navigation names has a frame of its own; other pages share that of their folder.
    """
    return address if address in addresses.NAMED else address.rpartition("/")[0]


def blanks(*, shared: bool = False) -> Iterator[Blank]:
    """A blank page for each frame of a site, or of a share."""
    sections = addresses.SHARED_NAVIGATION if shared else addresses.NAVIGATION
    for address in (address for pages in sections.values() for address in pages.values()):
        yield Blank(name_of(address), address)
    folders = (
        ("questions/", "directions/")
        if shared
        else ("", "questions/", "interviews/", "contacts/", "prep/", "directions/", "review/")
    )
    for folder in folders:
        address = f"{folder}{_IN_FOLDER}.html"
        yield Blank(name_of(address), address)


def frame_in(page: str) -> Frame:
    """The frame in a blank page as it came out."""
    texts = _SLOT.split(page)
    return Frame(tuple(texts[0::2]), tuple(texts[1::2]))


def slug(text: str) -> str:
    """The id that Python-Markdown gives a heading."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return _GAPS.sub("-", _NO_SLUG.sub("", plain).strip().lower()) or "_1"
