"""Outputs to the files that they become: pages in their frames, scripts, the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from iiv.exchange.letters import LetterTemplates
from iiv.site import addresses
from iiv.site.dossiers.answer_files import answers_script
from iiv.site.markdown.rendered import at
from iiv.site.pages.call_sheets import call_sheet_page
from iiv.site.pages.letters import linked_follow_up
from iiv.site.pages.page import Page
from iiv.site.pages.people import person_page
from iiv.site.pages.templates import PageTemplates, mended, one_line
from iiv.site.values import digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from iiv.journal.cache.entries import Cache
    from iiv.journal.problems import Problem
    from iiv.method.follow_up import FollowUp
    from iiv.site.markdown.rendered import Text
    from iiv.site.outputs import Output
    from iiv.site.pages.frames import Frames

_VIEWS: Final[Mapping[str, Callable[[object, LetterTemplates], object]]] = {
    "call-sheet": lambda dossier, _: call_sheet_page(dossier),  # type: ignore[arg-type]
    "person": person_page,  # type: ignore[dict-item]
}
"""What makes the view of a page from its dossier. Elsewhere the dossier is all that there is to show."""

_ROW_VIEWS: Final[Mapping[str, Callable[[object, LetterTemplates], object]]] = {
    "linked-follow-up": linked_follow_up,  # type: ignore[dict-item]
}
"""The same for the rows of large pages."""


NAMELESS: Final = "Without a name"

_PAGE: Final = "\ufdd2"
"""Stands in a template's text for the page whose parts it gave. A noncharacter: nobody writes it."""

_UNSEARCHED: Final = Markup(' data-search-exclude="true"')


class UnfitError(Exception):
    """A page of the person's own making that fits in no frame: MkDocs has to make it."""


@dataclass(frozen=True, slots=True)
class Made:
    """An output that was made: the rows that were made for it, by key, and what was found meanwhile."""

    rows: Mapping[str, bytes]
    problems: tuple[Problem, ...]


class Rows:
    """The rows of large pages, kept by key. A copy in another process knows nothing, and learns anew."""

    def __init__(self, known: Cache | None = None) -> None:
        self._known = known
        self._new: dict[str, bytes] = {}

    def __reduce__(self) -> tuple[type[Rows], tuple[()]]:
        return Rows, ()

    def get(self, key: str) -> str | None:
        """The row with this key, if it is known."""
        value = self._new.get(key) or (self._known.get(key) if self._known else None)
        return None if value is None else value.decode(errors="surrogatepass")

    def put(self, key: str, row: str) -> None:
        """Know this row from now on."""
        self._new[key] = row.encode(errors="surrogatepass")

    def taken(self) -> dict[str, bytes]:
        """The rows that are new since the last time that this was asked."""
        new, self._new = self._new, {}
        return new


class Maker:
    """Makes the outputs of the journal in `root`.

    `html` is that of its texts by their digests. Where there are no `frames`, pages cannot be put into
    them. In pages that are `exported` stands what the search of another generator is to leave out.
    """

    def __init__(
        self,
        root: Path,
        html: Mapping[str, str],
        rows: Rows | None = None,
        frames: Frames | None = None,
        *,
        exported: bool = False,
    ) -> None:
        self.templates = PageTemplates(root)
        self._letters = LetterTemplates(root)
        self._html = html
        self._rows = rows or Rows()
        self._frames = frames
        self._unsearched = _UNSEARCHED if exported else ""

    def content(self, output: Output) -> bytes:
        """The file that the output becomes.

        Raises UnfitError for a page that no frame fits.
        """
        if output.kind == "answers":
            return mended(answers_script(output.dossier, self._html)).encode()  # type: ignore[arg-type]
        if output.kind == "search":
            return str(output.dossier).encode()
        if output.kind == "calendar":
            return self._calendar(output.dossier)  # type: ignore[arg-type]
        return self._framed(output).encode("utf-8", errors="xmlcharrefreplace")

    def _framed(self, output: Output) -> str:
        page = self.page(output)
        section = page.section if isinstance(page, Page) else None
        frame = self._frames.of(output.address, section) if self._frames and section is not None else None
        if isinstance(page, str) or frame is None:
            raise UnfitError(output.address)
        return frame.fill(page)

    def page(self, output: Output) -> Page | str:
        """A page as its template made it; Markdown with YAML front matter where that is one of its own kind.

        The template gets `title`, `view`, `addresses` and functions: `shown` gives a text's HTML, `href` a
        relative URL, `rows` one row for each value, and `page` takes the parts of a page.
        """
        make = _VIEWS.get(output.kind)
        title = _title(output)
        made: list[Page] = []

        def page(front_matter: str, heading: str, block: str) -> str:
            parts = (one.strip() for one in (front_matter, heading, block))
            made.append(Page(title, *(mended(self.templates.private(part)) for part in parts)))
            return _PAGE

        text = self.templates.render(
            f"{output.kind}.md.jinja",
            self._names(output.address)
            | {
                "title": title,
                "view": make(output.dossier, self._letters) if make else output.dossier,
                "rows": partial(self._joined_rows, output.address),
                "page": page,
            },
        )
        if text.strip() == _PAGE:
            return made[-1]
        return mended(text).replace(_PAGE, str(made[-1]) if made else "")

    def problems(self) -> tuple[Problem, ...]:
        """The templates of the person's own that could not be used since the last time this was asked."""
        found = (*self.templates.problems, *self._letters.problems)
        self.templates.problems.clear()
        self._letters.problems.clear()
        return tuple(dict.fromkeys(found))

    def _names(self, address: str) -> dict[str, object]:
        """What every template may use on the page at this address."""

        def shown(text: Text) -> Markup:
            return Markup(at(self._html[text.digest], address))  # noqa: S704 - sanitised when it was rendered

        return {
            "shown": shown,
            "href": partial(addresses.href, address),
            "addresses": addresses,
            "unsearched": self._unsearched,
        }

    def _joined_rows(self, address: str, kind: str, values: Iterable[object]) -> Markup:
        """The rows that show these values, one below the other."""
        folder = address.rpartition("/")[0]
        show = self.templates.row(kind, self._names(address))
        make_view = _ROW_VIEWS.get(kind)

        def row(value: object) -> str:
            return show(make_view(value, self._letters) if make_view else value)

        rows = (self._row(digest(kind, folder, value), partial(row, value)) for value in values)
        return Markup("".join(rows))  # noqa: S704 - templates made it

    def _row(self, key: str, make: Callable[[], str]) -> str:
        row = self._rows.get(key)
        if row is None:
            row = make()
            if not (self.templates.problems or self._letters.problems):
                self._rows.put(key, row)
        return row

    def _calendar(self, dossier: Iterable[tuple[FollowUp, str]]) -> bytes:
        from iiv.exchange import calendar  # it takes a tenth of a second to import

        def row(item: FollowUp, name: str) -> str:
            return calendar.event(item, name).decode()

        rows = (self._row(digest("event", item, name), partial(row, item, name)) for item, name in dossier)
        return calendar.with_events(row.encode() for row in rows)


def _title(output: Output) -> str:
    """The title of a page on one line: a name may hold signs that nothing shows."""
    return one_line(output.title) or NAMELESS


def new_work(
    root: Path, html: Mapping[str, str], rows: Rows, frames: Frames, write: Callable[[str, bytes], None]
) -> Callable[[Output], Made]:
    """What makes an output and hands it to `write`, with its address."""
    maker = Maker(root, html, rows, frames)

    def work(output: Output) -> Made:
        write(output.address, maker.content(output))
        return Made(rows.taken(), maker.problems())

    return work
