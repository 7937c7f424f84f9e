"""A text of a note, and what it becomes: the value that dossiers hold, and the entry that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.site.addresses import ROOT, to_root
from iiv.site.values import Shared, digest
from iiv.values import Value

if TYPE_CHECKING:
    from iiv.journal.model import Definition


class Source(Value, frozen=True):
    """A piece of the note at `path`, and the definitions of that note, which its texts share.

    `anchor` is what its ids have in common; it must differ from others' on the same page. A text that `cites`
    shows with each link to an answer what was said.
    """

    markdown: str
    path: str
    definitions: Shared[tuple[Definition, ...]] = Shared(())
    anchor: str = ""
    cites: bool = False

    @property
    def key(self) -> str:
        """A hash of all that its rendering depends on, but for what it asks of the journal."""
        return digest(self.markdown, self.path, self.definitions, self.anchor, self.cites)


class Text(Value, frozen=True):
    """A rendered text by the digest of its HTML, which the renderer has.

    `files` are the files, by their path from the journal's folder, that it shows or links to.
    """

    digest: str
    files: tuple[str, ...] = ()


class Rendered(Value, frozen=True):
    """What a text became, and what its rendering asked of the rest of the journal.

    `html` is sanitised: a balanced sequence of blocks without blank lines, in which links within the
    site begin with the mark `ROOT`. `asked` are the questions of the rendering with their answers: it
    holds as long as they do.
    """

    html: str
    files: tuple[str, ...] = ()
    asked: tuple[tuple[str, str, str | None], ...] = ()

    @property
    def text(self) -> Text:
        """The text, by its digest."""
        return Text(digest(self.html), self.files)


def at(html: str, page: str) -> str:
    """The HTML of a text as it stands on the page at this address: with the way to the site's folder."""
    return html.replace(ROOT, to_root(page))
