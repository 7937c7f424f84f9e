"""A share: the answers of a journal as a small site in which nobody is named."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import yaml

from iiv.exchange.sharing.anonymous import anonymous
from iiv.exchange.sharing.left_over import left_over
from iiv.journal.cache.note_cache import note_cache
from iiv.journal.read.disk import SETTINGS_FILE
from iiv.journal.read.notes_folder import NOTES_FOLDER
from iiv.journal.read.reading import read
from iiv.site import addresses
from iiv.site.build.exporting import refuse_inside
from iiv.site.build.incremental import write_page_file
from iiv.site.build.publishing import publish
from iiv.site.disk.ownership import FILE_MODE, FOLDER_MODE, SHARE_MARKER, claim
from iiv.site.disk.workspace import alone, staging
from iiv.site.dossiers.shares import Share
from iiv.site.errors import SiteError
from iiv.site.markdown.texts import Texts
from iiv.site.mkdocs.run import draw_frames
from iiv.site.outputs import Output
from iiv.site.pages.making import Maker
from iiv.site.search.chunks import scripts
from iiv.site.search.records import entry
from iiv.site.search.shared import shared_records
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from iiv.exchange.sharing.anonymous import Anonymous
    from iiv.exchange.sharing.left_over import LeftOver
    from iiv.journal.read.reading import Reading

TITLE: Final = "What I was told"


class Shared(Value, frozen=True):
    """A share that was made: how many talks, people and questions are in it, and what may still be a name."""

    talks: int
    people: int
    questions: int
    left_over: tuple[LeftOver, ...]
    reading: Reading


class NothingToShareError(SiteError):
    """There is no answer to show."""


class Wanted(Value, frozen=True):
    """What a share is to show: its title, the questions with these ids or all, and some directions."""

    title: str = TITLE
    questions: Collection[str] = ()
    directions: Collection[str] = ()


EVERYTHING: Final = Wanted()


def share(
    root: Path, folder: Path, wanted: Wanted = EVERYTHING, on_wait: Callable[[], None] = lambda: None
) -> Shared:
    """Write the answers of the journal in `root` to `folder` as a site without names.

    The folder is new, empty or an earlier share.
    Nothing of the person's own templates or settings is in it. `on_wait` is called once when a build of
    this journal must end first. Raises SiteError and OSError.
    """
    root, folder = root.absolute(), folder.absolute()
    refuse_inside(folder, root)
    with alone(root, on_wait), staging(root) as staged:
        with note_cache(root) as cache:
            reading = read(root, cache)
        found = anonymous(reading.journal, wanted.questions, wanted.directions)
        if not found.journal.talks:
            raise NothingToShareError("there is no answer to share: nothing was written")
        journal = _bare_journal(staged / "journal", wanted.title)
        site = staged / "site"
        site.mkdir(mode=FOLDER_MODE)
        _make(journal, site, wanted.title, found)
        claim(folder, SHARE_MARKER, "name another folder")
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")  # git is for the notes
        (folder / ".gitignore").chmod(FILE_MODE)
        publish(site, folder)
    labels = [one.name for one in found.journal.contacts]
    return Shared(
        talks=len(found.journal.talks),
        people=len(labels),
        questions=len({a.question for talk in found.journal.talks for a in talk.answers if a.text}),
        left_over=left_over(found.origins, labels, found.doubtful),
        reading=reading,
    )


def _bare_journal(folder: Path, title: str) -> Path:
    """A journal without a note, whose settings say nothing but the share's title."""
    (folder / NOTES_FOLDER).mkdir(mode=FOLDER_MODE, parents=True)
    settings = {"site_name": title, "theme": {"name": "material"}, "plugins": ["iiv"]}
    (folder / SETTINGS_FILE).write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return folder


def _make(journal: Path, site: Path, title: str, found: Anonymous) -> None:
    texts = Texts(found.journal)
    share = Share(found.journal, texts)
    wanted = list(_pages(share, title))
    frames = draw_frames(journal, site, logging.ERROR, shared=True)
    maker = Maker(journal, texts.html, frames)
    for output in wanted:
        write_page_file(site, output.address, maker.content(output))
    for script in scripts(entry(record, texts.html) for record in shared_records(share)):
        write_page_file(site, script.address, (script.content,))


def _pages(share: Share, title: str) -> Iterator[Output]:
    yield Output("share-home", addresses.HOME, title, share.front())
    for compared in share.comparisons():
        yield Output("share-comparison", compared.address, compared.ask, compared)
    for direction in share.directions():
        yield Output("share-direction", direction.address, direction.name, direction)
    yield Output("share-matrix", addresses.MATRIX, "Matrix", share.matrix())
    yield Output("share-themes", addresses.THEMES, "Themes", share.themes())
    yield Output("problem-count", addresses.PROBLEM_COUNT, "", 0)
