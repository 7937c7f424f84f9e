"""What MkDocs is given to make a site of: every page of a journal, or a blank one for each frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from mkdocs.structure.files import File, InclusionLevel

from iiv.site import addresses
from iiv.site.dossiers.journal_index import JournalIndex
from iiv.site.markdown.texts import Texts
from iiv.site.mkdocs.configuring import SITEMAP
from iiv.site.outputs import outputs, shown_files
from iiv.site.pages.frames import blanks
from iiv.site.pages.making import Maker
from iiv.site.pages.page import Page
from iiv.site.safety import left_out
from iiv.site.safety.drawings import drawing_fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from iiv.journal.cache.entries import Cache
    from iiv.journal.problems import Problem
    from iiv.journal.read.reading import Reading
    from iiv.site.outputs import Output

_UNUSED: Final = re.compile(r"\.map$|^assets/javascripts/(?:lunr|workers)/")


_LEVEL = InclusionLevel.NOT_IN_NAV  # so that no pattern of mkdocs.yml hides it


def theme_files(files: Files) -> list[File]:
    """Those of MkDocs' files that the site needs."""
    # A sitemap would hold the day of the build, maps are for those who write the theme, and the theme's own
    # search is not used.
    return [file for file in files if file.src_uri != SITEMAP and not _UNUSED.search(file.src_uri)]


def blank_pages(config: MkDocsConfig, *, shared: bool = False) -> Iterator[File]:
    """A blank page for each frame of a site, or of a share."""
    for blank in blanks(shared=shared):
        yield _page(config, blank.address, blank.page)


def journal_files(
    root: Path, config: MkDocsConfig, reading: Reading, kept: Cache
) -> tuple[list[File], list[Problem]]:
    """Every page, script and file of a site, and what of it cannot be used; `kept` may know its texts."""
    index = JournalIndex(reading, Texts(reading.journal, kept))
    maker = Maker(root, index.texts.html)
    files = [_file(config, output, maker) for output in outputs(index)]
    faults = [*maker.problems()]
    for path in shown_files(index):
        address = addresses.file_address(path)
        fault = drawing_fault(root, path)
        if fault:
            faults.append(fault)
            files.append(_generated(config, address, left_out.DRAWING))
        else:
            files.append(CopiedFile(address, root / "journal", config.site_dir))
    return files, faults


class PageFile(File):
    """A page whose text ends with `block`, HTML that need not pass through Markdown."""

    block = ""


def _page(config: MkDocsConfig, address: str, page: Page | str) -> File:
    file = PageFile.generated(config, addresses.src_uri(address), content=str(page), inclusion=_LEVEL)
    if isinstance(file, PageFile) and isinstance(page, Page):
        file.block = page.block
    return file


def _file(config: MkDocsConfig, output: Output, maker: Maker) -> File:
    if output.title:
        return _page(config, output.address, maker.page(output))
    return _generated(config, output.address, b"".join(maker.content(output)))


class CopiedFile(File):
    """A file in the folder `folder` that goes into the site as it is, whatever it is called."""

    def __init__(self, path: str, folder: Path, site_dir: str) -> None:
        super().__init__(path, str(folder), site_dir, use_directory_urls=False, inclusion=_LEVEL)

    def is_documentation_page(self) -> bool:
        """No: it is not rendered."""
        return False


def _generated(config: MkDocsConfig, uri: str, content: bytes) -> File:
    return File.generated(config, uri, content=content, inclusion=_LEVEL)
