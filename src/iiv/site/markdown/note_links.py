"""Where the links and images of a note lead in the site."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final
from unicodedata import normalize
from urllib.parse import unquote

from iiv.site.addresses import HOME, address, file_address, from_root
from iiv.site.safety import allow_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.journal.journal import BrokenNote, Journal
    from iiv.journal.model import Contact, Interview, Question
    from iiv.site.markdown.references import Asking

ANYWHERE: Final = "**/"
"""Before a file's name: the file may lie in any folder, as Obsidian has it."""

_NOTES_ON_HOME: Final = ("journal/index.md", "journal/me.md")


class Places:
    """What the notes of a journal may link to, by path from the journal's folder."""

    def __init__(self, journal: Journal) -> None:
        notes: tuple[Interview | Contact | Question | BrokenNote, ...]
        notes = (*journal.interviews, *journal.contacts, *journal.questions, *journal.broken)
        self._pages = {_key(path): HOME for path in _NOTES_ON_HOME}
        self._pages |= {_key(note.place.path): address(note) for note in notes if note.place}
        files = sorted(journal.files, reverse=True)
        self._files = {_key(ANYWHERE + posixpath.basename(path)): path for path in files}
        self._files |= {_key(path): path for path in files}

    def page(self, path: str) -> str | None:
        """The address of the page of the note at `path`."""
        return self._pages.get(_key(path))

    def file(self, path: str) -> str | None:
        """The file at `path`, as it is spelt on disk."""
        return self._files.get(_key(path))


class NoteLinks:
    """The links of one piece of the note at `path`. `files` gathers the files that they lead to."""

    def __init__(self, places: Places | Asking, path: str) -> None:
        self._places = places
        self._folder = posixpath.dirname(path)
        self.files: list[str] = []

    def link(self, target: str) -> str | None:
        """The URL of a note's page or of a file that no browser would run."""
        for path in self._paths(target):
            if page := self._places.page(path):
                return from_root(page)
            if (file := self._places.file(path)) and not file.lower().endswith(allow_list.ACTIVE_FILES):
                return self._shown(file)
        return None

    def image(self, target: str) -> str | None:
        """The URL of a picture."""
        for path in self._paths(target):
            if (file := self._places.file(path)) and file.lower().endswith(allow_list.PICTURES):
                return self._shown(file)
        return None

    def _shown(self, file: str) -> str:
        if file not in self.files:
            self.files.append(file)
        return from_root(file_address(file))

    def _paths(self, target: str) -> Iterator[str]:
        """The paths that a target may mean: as typed, percent-decoded, and without `#...` or `?...`."""
        if target.startswith("/"):
            return
        if target.startswith(ANYWHERE):
            yield posixpath.normpath(posixpath.join(self._folder, target.removeprefix(ANYWHERE)))
            yield ANYWHERE + posixpath.basename(target)
            return
        bare = target.partition("#")[0].partition("?")[0]
        for spelling in dict.fromkeys((target, unquote(target), bare, unquote(bare))):
            yield posixpath.normpath(posixpath.join(self._folder, spelling))


def _key(path: str) -> str:
    """Paths compare in one Unicode form: a Mac's disk and a keyboard differ in it."""
    return normalize("NFC", path)
