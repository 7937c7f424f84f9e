"""Outputs to the files that they become: pages in their frames, scripts, the calendar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from iiv.exchange.letters import LetterTemplates
from iiv.site import addresses
from iiv.site.dossiers.answer_files import answers_script
from iiv.site.markdown.rendered import at
from iiv.site.pages.call_sheets import call_sheet_page
from iiv.site.pages.letters import linked_ask, linked_follow_up
from iiv.site.pages.page import Page
from iiv.site.pages.people import person_page
from iiv.site.pages.rows import PageRows, ShownRows
from iiv.site.pages.templates import PageTemplates, mended, one_line
from iiv.site.values import digest
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from iiv.journal.problems import Problem
    from iiv.method.follow_up import FollowUp
    from iiv.site.markdown.rendered import Text
    from iiv.site.outputs import Output
    from iiv.site.pages.frames import Frames
    from iiv.site.pages.rows import KnownRows, Place

_VIEWS: Final[Mapping[str, Callable[[object, LetterTemplates], object]]] = {
    "call-sheet": lambda dossier, _: call_sheet_page(dossier),  # type: ignore[arg-type]
    "person": person_page,  # type: ignore[dict-item]
}
"""What makes the view of a page from its dossier. Elsewhere the dossier is all that there is to show."""

_ROW_VIEWS: Final[Mapping[str, Callable[[object, LetterTemplates], object]]] = {
    "ask-next": linked_ask,  # type: ignore[dict-item]
    "linked-follow-up": linked_follow_up,  # type: ignore[dict-item]
}
"""The same for the rows of large pages."""


NAMELESS: Final = "Without a name"

_PAGE: Final = "\ufdd2"
"""Stands in a template's text for the page whose parts it gave. A noncharacter: nobody writes it."""

_UNSEARCHED: Final = Markup(' data-search-exclude="true"')


class UnfitError(Exception):
    """A page of the person's own making that fits in no frame: MkDocs has to make it."""


class Made(Value, frozen=True):
    """An output that was made: where its rows stand in it, by key, and what was found meanwhile."""

    rows: dict[str, Place]
    problems: tuple[Problem, ...]


class Maker:
    """Makes the outputs of the journal in `root`.

    `html` is that of its texts by their digests. Where there are no `frames`, pages cannot be put into
    them. In pages that are `exported` stands what the search of another generator is to leave out.
    """

    def __init__(
        self, root: Path, html: Mapping[str, str], frames: Frames | None = None, *, exported: bool = False
    ) -> None:
        self.templates = PageTemplates(root)
        self._letters = LetterTemplates(root)
        self._html = html
        self._frames = frames
        self._unsearched = _UNSEARCHED if exported else ""

    def content(self, output: Output, rows: PageRows | None = None) -> Iterator[bytes]:
        """The file that the output becomes, piece by piece; where its `rows` go, they say.

        Raises UnfitError for a page that no frame fits.
        """
        if output.kind == "answers":
            yield mended(answers_script(output.dossier, self._html)).encode()  # type: ignore[arg-type]
        elif output.kind == "problem-count":
            yield f"iiv.countProblems({output.dossier});\n".encode()
        elif output.kind == "search":
            yield output.dossier.content  # type: ignore[attr-defined]
        else:
            rows = rows or PageRows()
            page = (
                _calendar(output.dossier, rows)  # type: ignore[arg-type]
                if output.kind == "calendar"
                else self._framed(output, rows).encode("utf-8", errors="xmlcharrefreplace")
            )
            yield from rows.filled(page)

    def _framed(self, output: Output, rows: PageRows) -> str:
        """A page in its frame, with marks for its rows."""
        page = self.page(output, rows)
        fits = isinstance(page, Page) and page.fits
        frame = self._frames.of(output.address) if self._frames and fits else None
        if isinstance(page, str) or frame is None:
            raise UnfitError(output.address)
        return frame.fill(page)

    def page(self, output: Output, rows: PageRows | None = None) -> Page | str:
        """A page as its template made it; Markdown with YAML front matter where that is one of its own kind.

        Where there are `rows`, marks stand for them. The template gets `title`, `view`, `addresses` and
        functions: `shown` gives a text's HTML, `href` a relative URL, `rows` one row for each value, and
        `page` takes the parts of a page.
        """
        make = _VIEWS.get(output.kind)
        # A name may hold signs that nothing shows.
        title = one_line(output.title) or NAMELESS
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
                "rows": partial(self._shown_rows, rows, output.address),
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

    def _shown_rows(
        self, rows: PageRows | None, address: str, kind: str, values: Iterable[object]
    ) -> Markup | ShownRows:
        """The rows that show these values, one below the other."""
        folder = address.rpartition("/")[0]
        show = self.templates.row(kind, self._names(address))
        make_view = _ROW_VIEWS.get(kind)
        values = tuple(values)

        def row(value: object) -> str:
            return show(make_view(value, self._letters) if make_view else value)

        def finished(value: object) -> bytes | None:
            html = mended(row(value))
            whole = html.removesuffix("\n")
            return (
                whole.encode("utf-8", errors="xmlcharrefreplace") if whole.strip() and whole != html else None
            )

        def html() -> Markup:
            return Markup("".join(map(row, values)))  # noqa: S704 - templates made it

        mark = rows and rows.mark(
            (digest(rows.version, kind, folder, value), partial(finished, value)) for value in values
        )
        return ShownRows(mark, html) if mark else html()


def _calendar(dossier: Iterable[tuple[FollowUp, str]], rows: PageRows) -> bytes:
    from iiv.exchange import calendar  # it takes a tenth of a second to import

    def event(item: FollowUp, name: str) -> bytes:
        return calendar.event(item, name).removesuffix(b"\n")

    mark = rows.mark((digest(item, name), partial(event, item, name)) for item, name in dossier)
    return calendar.with_events([f"{mark}\n".encode()] if mark else ())


def new_work(
    root: Path,
    html: Mapping[str, str],
    rows: KnownRows,
    frames: Frames,
    write: Callable[[str, Iterable[bytes]], None],
) -> Callable[[Output], Made]:
    """What makes an output and hands it to `write`, with its address."""
    maker = Maker(root, html, frames)

    def work(output: Output) -> Made:
        own = rows.of(output.address)
        write(output.address, maker.content(output, own))
        problems = maker.problems()
        # A row that stands in for another one is made again, so that its problem is found again.
        return Made({} if problems else own.places, problems)

    return work
