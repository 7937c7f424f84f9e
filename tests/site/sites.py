"""What the site of a journal holds, for tests: the pages before they are in frames, and whole folders."""

import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from iiv.journal.cache.entries import Cache
from iiv.journal.journal import Journal
from iiv.journal.read.reading import Reading
from iiv.site.build.building import build
from iiv.site.dossiers.journal_index import JournalIndex
from iiv.site.markdown.references import References
from iiv.site.markdown.rendered import Rendered, Source, Text, at
from iiv.site.markdown.rendering import new_rendering
from iiv.site.markdown.texts import Texts
from iiv.site.outputs import outputs, pages
from iiv.site.pages.making import Maker
from tests.builders import SETTINGS_TEXT, write_journal

NOWHERE = Path("nowhere")
"""The folder of a journal in which nobody wrote templates."""

NOTES = {
    "interviews/2026-03-02-ada.md": """\
        ---
        contact: Ada Lovelace
        date: 2026-03-02
        role: Analyst
        organization: Analytical Engines
        helpfulness: 4
        introductions: [Grace Hopper]
        thanked: {email: 2026-03-02}
        answers:
          satisfying: When craft and people meet.
          start: |
            **By accident, through music.** She was asked to check a table of numbers.

            Then another.
          industry: ""
        ---
        - [ ] send her the article (by 2026-03-09)
        """,
    "interviews/2026-04-01-grace.md": """\
        ---
        contact: Grace Hopper
        date: 2026-04-01
        ---
        ## How did it begin?

        In a clock.
        """,
    "questions/start.md": (
        "---\nask: How did you start?\norder: 1\nformerly: [How did it begin?]\n---\nMostly by accident.\n"
    ),
    "questions/satisfying.md": "---\nask: What satisfies you?\norder: 2\n---\n",
    "questions/industry.md": "---\nask: What of the industry?\norder: 3\n---\n",
    "contacts/ada-lovelace.md": """\
        ---
        name: Ada Lovelace
        field: computing
        introduced_by: Mary Somerville
        ---
        Likes looms.

        ## Log
        - 2026-02-10 asked by e-mail
        - 2026-02-20 scheduled 2026-03-02 15:00 by video
        - 2026-03-05 note: birthday in December
        """,
}
"""A small journal in which something of each kind stands."""


def an_index(reading: Reading, kept: Cache | None = None) -> JournalIndex:
    """What the dossiers of a journal are gathered from."""
    return JournalIndex(reading, Texts(reading.journal, kept))


def shown(index: JournalIndex, text: Text | None, page: str = "index.html") -> str:
    """A text as it stands on the page at this address; "" for none."""
    return at(index.texts.html[text.digest], page) if text else ""


def rendered(markdown: str) -> str:
    """A text of a note of an empty journal, as a page shows it."""
    source = Source(markdown, "journal/interviews/2026-03-02-ada-lovelace.md", anchor="talk")
    return at(_rendering()(source).html, "index.html")


@cache
def _rendering() -> Callable[[Source], Rendered]:
    return new_rendering(References(Journal()))


def markdown_pages(reading: Reading, root: Path = NOWHERE) -> dict[str, str]:
    """The text of every page by its address, with the templates of the journal in `root`."""
    index = an_index(reading)
    maker = Maker(root, index.texts.html)
    return {output.address: str(maker.page(output)) for output in pages(index)}


def scripts(reading: Reading) -> dict[str, str]:
    """The script with the whole answers of each talk, by its address."""
    index = an_index(reading)
    maker = Maker(NOWHERE, index.texts.html)
    found = (output for output in outputs(index) if output.kind == "answers")
    return {output.address: b"".join(maker.content(output)).decode() for output in found}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def built(root: Path, notes: Mapping[str, str | bytes], settings: str = SETTINGS_TEXT) -> Path:
    """Write a journal to the folder `root`, build its site, and return the folder."""
    build(write_journal(root, notes, settings))
    return root


def made_anew(root: Path) -> dict[str, bytes]:
    """The site of the journal in `root` as a build makes it that knows nothing of another."""
    with TemporaryDirectory() as elsewhere:
        copy = Path(elsewhere) / "copy"
        shutil.copytree(root, copy, symlinks=True, ignore=shutil.ignore_patterns(".iiv", "site"))
        return tree(build(copy, clean=True).site)
