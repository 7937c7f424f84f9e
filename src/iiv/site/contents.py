"""What a site holds, handed over to MkDocs: made anew, or as it is in the last site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.problems import Place, warning
from iiv.shipped import shipped
from iiv.site import addresses, appearance
from iiv.site.answer_files import answer_files
from iiv.site.configuring import SITEMAP
from iiv.site.digests import Digests
from iiv.site.drawings import LEFT_OUT, activity
from iiv.site.kept_rendering import kept_rendering
from iiv.site.outline import outline
from iiv.site.pages import drafts, page_addresses, written_out
from iiv.site.rendering import Renderer
from iiv.site.site_files import CopiedFile, KeptFile, generated
from iiv.site.templates import Templates
from iiv.site.views.follow_ups import Steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from jinja2 import BytecodeCache
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from iiv.journal.problems import Problem
    from iiv.journal.reading import Reading
    from iiv.site.keeping import Keeping
    from iiv.site.pages import Draft


class Contents:
    """Adds to MkDocs' `files` what the site of one journal holds.

    Afterwards `page_count` is how many pages it has, and `pages_made` how many of them are made anew;
    `has_shipped_pages` tells that none of them comes from a template of the person's own.
    `tell` is told what is left out, with the output in whose place that is.
    """

    def __init__(
        self,
        root: Path,
        config: MkDocsConfig,
        files: Files,
        keeping: Keeping,
        tell: Callable[[Iterable[Problem], str], None],
    ) -> None:
        self.page_count = self.pages_made = 0
        self.has_shipped_pages = True
        self._root = root
        self._config = config
        self._files = files
        self._keeping = keeping
        self._tell = tell
        self._digests = Digests()
        self._outline = ""
        self._targets = ""  # the pages that there are, when a template of the person's own may link to them

    def add_theme(self) -> None:
        """Add what MkDocs does not take from a theme, and let the theme's files stay that can.

        They change with the program or the person's own templates.
        """
        # MkDocs takes no HTML from a theme.
        theme = shipped("site_templates") / "theme"
        self._files.append(CopiedFile(appearance.SEARCH_FRAME, theme, self._config.site_dir))
        for file in list(self._files):
            self._files.remove(file)
            # The first would hold the day of the build, the others are for those who write the theme.
            is_wanted = file.src_uri != SITEMAP and not file.src_uri.endswith(".map")
            if is_wanted and not self._stays(file.dest_uri, "theme"):
                self._keeping.make(file.dest_uri)
                self._files.append(file)

    def add_journal(self, reading: Reading, byte_code: BytecodeCache | None) -> None:
        """Add the pages, the scripts with answers, the calendar, and the files that pages show."""
        steps = Steps(reading)
        templates = Templates(self._root, byte_code)
        self.has_shipped_pages = not templates.has_own
        with kept_rendering(self._root) as rendered:
            # Else answers on pages that stay would be forgotten, as nobody asks for them.
            self._outline = "" if rendered.forgets else self._digests.of(outline(reading))
            renderer = Renderer(reading.journal, kept=rendered)
            self._targets = self._digests.of(page_addresses(reading.journal)) if templates.has_links else ""
            for draft in drafts(reading, steps, renderer, templates, self):
                self._add_page(draft, templates)
            for file in answer_files(reading.journal, renderer, self):
                self._make(file.address, file.text)
        if not self.when_said(addresses.CALENDAR):
            self._make(addresses.CALENDAR, _calendar(reading, steps))
        for path in sorted({path for output in self._keeping.outputs.values() for path in output.files}):
            if addresses.file_address(path) not in self._files.src_uris:
                self._add_shown(path)

    def when_said(self, address: str, words: Sequence[str] = (), /) -> bool:
        """Whether the output stays: the same outline, the same words."""
        return bool(self._outline) and self._stays(address, "said", self._outline, *words)

    def when_made_from(self, address: str, inputs: object, /) -> bool:
        """Whether the output stays: it would be made from the same."""
        return self._stays(address, "inputs", self._digests.of(inputs), self._targets)

    def _stays(self, address: str, kind: str, *parts: str) -> bool:
        """Whether an output stays; then something that MkDocs leaves alone stands for it."""
        output = self._keeping.stays(address, kind, *parts)
        if output is None:
            return False
        self._tell(output.problems, "")
        is_page = address.endswith(".html") and address != appearance.SEARCH_FRAME
        self.page_count += is_page
        uri = addresses.src_uri(address) if is_page else address
        self._files.append(KeptFile(uri, address, self._config.site_dir))
        return True

    def _add_page(self, draft: Draft, templates: Templates) -> None:
        if self._stays(draft.address, "page", self._digests.of(draft), self._targets):
            return
        page = written_out(draft, templates)
        self._keeping.make(draft.address, page.files)
        self.page_count += 1
        self.pages_made += 1
        self._files.append(generated(self._config, addresses.src_uri(draft.address), page.text))

    def _make(self, address: str, content: str | bytes) -> None:
        self._keeping.make(address)
        self._files.append(generated(self._config, address, content))

    def _add_shown(self, path: str) -> None:
        """A file of the journal; in the place of a drawing that does more than show itself, a mark."""
        address = addresses.file_address(path)
        if self._stays(address, "copied", path, self._keeping.stamp(self._root / path)):
            return
        self._keeping.make(address)
        found = activity((self._root / path).read_bytes()) if path.lower().endswith(".svg") else ""
        if not found:
            self._files.append(CopiedFile(address, self._root / "journal", self._config.site_dir))
            return
        hint = "save it as a plain picture, such as PNG"
        left_out = warning(Place(path), "active-drawing", f"a drawing with {found} is left out", hint)
        self._tell([left_out], address)
        self._files.append(generated(self._config, address, LEFT_OUT))


def _calendar(reading: Reading, steps: Steps) -> bytes:
    from iiv.exchange.calendar import calendar  # it takes a tenth of a second to import

    return calendar(reading.journal, steps.items)
