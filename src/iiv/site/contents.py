"""What MkDocs is given to make a site of: every page of a journal, or a blank one for each frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.site import addresses, appearance
from iiv.site.configuring import SITEMAP
from iiv.site.drawings import LEFT_OUT, drawing_fault
from iiv.site.frames import blanks
from iiv.site.journal_index import JournalIndex
from iiv.site.making import Maker
from iiv.site.outputs import outputs, shown_files
from iiv.site.site_files import CopiedFile, generated
from iiv.site.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from iiv.journal.cache.entries import Cache
    from iiv.journal.problems import Problem
    from iiv.journal.reading import Reading
    from iiv.site.outputs import Output

_UNUSED: Final = re.compile(r"\.map$|^assets/javascripts/(?:lunr|workers)/")


def theme_files(files: Files) -> list[File]:
    """Those of MkDocs' files that the site needs."""
    # A sitemap would hold the day of the build, maps are for those who write the theme, and the theme's own
    # search is not used.
    return [file for file in files if file.src_uri != SITEMAP and not _UNUSED.search(file.src_uri)]


def blank_pages(config: MkDocsConfig) -> Iterator[File]:
    """A blank page for each frame."""
    for blank in blanks():
        yield generated(config, addresses.src_uri(blank.address), blank.text)


def journal_files(
    root: Path, config: MkDocsConfig, reading: Reading, kept: Cache
) -> tuple[list[File], list[Problem]]:
    """Every page, script and file of a journal's site, and what of it cannot be used.

    `kept` may know its texts.
    """
    index = JournalIndex(reading, Texts(reading.journal, kept))
    maker = Maker(root, index.texts.html)
    files = [_file(config, output, maker) for output in outputs(index)]
    faults = [*maker.problems()]
    for path in shown_files(index):
        address = addresses.file_address(path)
        fault = drawing_fault(root, path)
        if fault:
            faults.append(fault)
            files.append(generated(config, address, LEFT_OUT))
        else:
            files.append(CopiedFile(address, root / "journal", config.site_dir))
    return files, faults


def _file(config: MkDocsConfig, output: Output, maker: Maker) -> File:
    if output.title:
        return generated(config, addresses.src_uri(output.address), maker.markdown(output))
    return generated(config, output.address, maker.content(output))


def nav(files: Files) -> list[dict[str, str]]:
    """The navigation, as mkdocs.yml would say it."""
    items = {name: addresses.src_uri(address) for name, address in appearance.NAV.items()}
    return [{name: uri} for name, uri in items.items() if uri in files.src_uris]
