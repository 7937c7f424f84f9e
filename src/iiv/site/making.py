"""Outputs to the files that they become: pages in their frames, scripts, the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from iiv.exchange.letters import LetterError, LetterTemplates
from iiv.site import addresses
from iiv.site.answer_files import answers_script
from iiv.site.digests import digest
from iiv.site.page_text import parts
from iiv.site.rendered import at
from iiv.site.templates import Templates, UnusableTemplateError, mended, one_line, yaml_text
from iiv.site.views.call_sheets import call_sheet_page
from iiv.site.views.follow_ups import linked_step
from iiv.site.views.people import person_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from iiv.journal.cache.entries import Cache
    from iiv.site.frames import Frames
    from iiv.site.outputs import Output
    from iiv.site.rendered import Text

_VIEWS: Final[Mapping[str, Callable[[object, LetterTemplates], object]]] = {
    "call-sheet": lambda dossier, _: call_sheet_page(dossier),  # type: ignore[arg-type]
    "person": person_page,  # type: ignore[dict-item]
}
"""What makes the view of a page from its dossier. Elsewhere the dossier is all that there is to show."""

_ROW_VIEWS: Final[Mapping[str, Callable[[object, LetterTemplates], object]]] = {
    "follow-up": linked_step,  # type: ignore[dict-item]
}
"""The same for the rows of large pages."""


class UnfitError(Exception):
    """A page of the person's own making that fits in no frame: MkDocs has to make it."""


@dataclass(frozen=True, slots=True)
class Made:
    """An output that was made: its `address`, and the rows that were made for it, by key."""

    address: str
    rows: Mapping[str, bytes]


class Rows:
    """The rows of large pages, kept by key. A copy in another process knows nothing, and learns anew."""

    def __init__(self, known: Cache | None = None) -> None:
        self._known = known
        self.news: dict[str, bytes] = {}

    def __reduce__(self) -> tuple[type[Rows], tuple[()]]:
        return Rows, ()

    def get(self, key: str, make: Callable[[], str]) -> str:
        """The row with this key."""
        value = self.news.get(key) or (self._known.get(key) if self._known else None)
        if value is None:
            value = self.news[key] = make().encode(errors="surrogatepass")
        return value.decode(errors="surrogatepass")

    def taken(self) -> dict[str, bytes]:
        """The rows that are new since the last time that this was asked."""
        news, self.news = self.news, {}
        return news


class Maker:
    """Makes the outputs of the journal in `root`.

    `html` is that of its texts by their digests. Where there are no `frames`, it makes the Markdown of
    pages alone.
    """

    def __init__(
        self, root: Path, html: Mapping[str, str], rows: Rows | None = None, frames: Frames | None = None
    ) -> None:
        self.templates = Templates(root)
        self._letters = LetterTemplates(root)
        self._html = html
        self._rows = rows or Rows()
        self._frames = frames

    def content(self, output: Output) -> bytes:
        """The file that the output becomes.

        Raises jinja2.TemplateError for a fault in a template, and UnfitError.
        """
        if output.kind == "answers":
            return mended(answers_script(output.dossier, self._html)).encode()  # type: ignore[arg-type]
        if output.kind == "calendar":
            return self._calendar(output.dossier)  # type: ignore[arg-type]
        return self.page(output).encode("utf-8", errors="xmlcharrefreplace")

    def page(self, output: Output) -> str:
        """A page in its frame."""
        found = parts(self.markdown(output), yaml_text(output.title))
        frame = self._frames.of(output.address, found.section) if self._frames and found else None
        if found is None or frame is None:
            raise UnfitError(output.address)
        return frame.fill(one_line(output.title), found)

    def markdown(self, output: Output) -> str:
        """The text of a page: Markdown with YAML front matter.

        Its template is given the `view`, what `shown` makes of a text, `href` of an address, and `rows`
        of the values that are each shown by the same row template.
        """
        make = _VIEWS.get(output.kind)
        address = output.address
        try:
            view = make(output.dossier, self._letters) if make else output.dossier
            return self.templates.render(
                f"{output.kind}.md.jinja",
                self._names(address)
                | {"title": output.title, "view": view, "rows": partial(self._joined_rows, address)},
            )
        except LetterError as fault:
            raise UnusableTemplateError(str(fault)) from fault

    def _names(self, address: str) -> dict[str, object]:
        """What every template may use on the page at this address."""

        def shown(text: Text) -> Markup:
            return Markup(at(self._html[text.digest], address))  # noqa: S704 - sanitised when it was rendered

        return {"shown": shown, "href": partial(addresses.href, address), "addresses": addresses}

    def _joined_rows(self, address: str, kind: str, values: Iterable[object]) -> Markup:
        """The rows that show these values, one below the other."""
        folder = address.rpartition("/")[0]
        show: Callable[[object], str] | None = None
        found = []
        for value in values:

            def make(value: object = value) -> str:
                nonlocal show
                show = show or self.templates.row(kind, self._names(address))
                view = _ROW_VIEWS.get(kind)
                return show(view(value, self._letters) if view else value)

            found.append(self._rows.get(digest(kind, folder, value), make))
        return Markup("".join(found))  # noqa: S704 - templates made it

    def _calendar(self, dossier: Iterable[tuple[object, str]]) -> bytes:
        from iiv.exchange import calendar  # it takes a tenth of a second to import

        def kept(item: object, name: str) -> bytes:
            key = digest("event", item, name)
            return self._rows.get(key, lambda: calendar.event(item, name).decode()).encode()  # type: ignore[arg-type]

        return calendar.with_events(kept(item, name) for item, name in dossier)


def new_work(
    root: Path, html: Mapping[str, str], rows: Rows, frames: Frames, write: Callable[[str, bytes], None]
) -> Callable[[Output], Made]:
    """What makes an output and hands it to `write`, with its address."""
    maker = Maker(root, html, rows, frames)

    def work(output: Output) -> Made:
        write(output.address, maker.content(output))
        return Made(output.address, rows.taken())

    return work
