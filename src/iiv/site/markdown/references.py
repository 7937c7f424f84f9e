"""Where the links, images and themes of a note lead in the site, which depends on the rest of the journal."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final, Literal
from unicodedata import normalize
from urllib.parse import unquote

from iiv.journal.journal import find_ref
from iiv.journal.parse.link_targets import file_in, place_in
from iiv.journal.read.themes import places_of
from iiv.method.dates import written
from iiv.method.evidence import answer_meant
from iiv.site.addresses import HOME, THEMES, address, file_address, from_root, theme_anchor
from iiv.site.safety import allow_list

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from iiv.journal.directions import Direction
    from iiv.journal.journal import BrokenNote, Journal
    from iiv.journal.model import Contact, Interview, Question

Kind = Literal["wikilink", "theme", "page", "file", "speaker", "gist"]

ANYWHERE: Final = "**/"
"""Before a file's name: the file may lie in any folder, as Obsidian has it."""

_NOTES_ON_HOME: Final = ("journal/index.md", "journal/me.md")


class References:
    """Answers what texts ask of one journal. Paths are those from its folder."""

    def __init__(self, journal: Journal) -> None:
        notes: tuple[Interview | Contact | Question | Direction | BrokenNote, ...]
        notes = (*journal.interviews, *journal.contacts, *journal.questions, *journal.directions)
        notes += journal.broken
        self._themes = {theme for talk in journal.interviews for theme, _ in places_of(talk)}
        self._refs = dict(journal.refs)
        self._talks = journal.interviews_by_id
        self._names = {contact.id: contact.name for contact in journal.contacts}
        self._pages = {_key(path): HOME for path in _NOTES_ON_HOME}
        self._pages |= {_key(note.place.path): address(note) for note in notes if note.place}
        files = sorted(journal.files, reverse=True)
        self._files = {_key(ANYWHERE + posixpath.basename(path)): path for path in files}
        self._files |= {_key(path): path for path in files}
        self._answers: dict[tuple[str, str], str | None] = {}

    def answer(self, kind: str, name: str) -> str | None:
        """Where a name or a path leads; None where that is nowhere.

        A wikilink and a theme that a talk has lead to a URL, the path of a note to the address of its page,
        and that of a file to its path as it is spelt on disk. Of an answer that a wikilink names, `speaker`
        is who gave it, and `gist` says that with the day and the answer in short.
        """
        # Thousands of texts ask the same.
        if (kind, name) not in self._answers:
            self._answers[kind, name] = self._answer(kind, name)
        return self._answers[kind, name]

    def _answer(self, kind: str, name: str) -> str | None:
        match kind:
            case "wikilink":
                return self._leads_to(name)
            case "theme":
                return from_root(THEMES, theme_anchor(name)) if name in self._themes else None
            case "speaker" | "gist":
                return self._cited(kind, name)
            case "page":
                return self._pages.get(_key(name))
            case _:
                return self._files.get(_key(name))

    def _cited(self, kind: str, target: str) -> str | None:
        talk_id, question = answer_meant(self._refs, target) or ("", "")
        talk = self._talks.get(talk_id)
        gists = [one.gist for one in talk.answers if one.question == question and one.text] if talk else []
        if talk is None or not gists:
            return None
        name = self._names[talk.contact]
        return name if kind == "speaker" else f"{name}, {written(talk.date)}: {gists[0]}"

    def _leads_to(self, target: str) -> str | None:
        """The URL of what a wikilink's target means: behind a talk's `#`, of its answer to a question."""
        ref = find_ref(self._refs, target)
        if ref is None:
            return None
        part = place_in(target)
        asked = find_ref(self._refs, part) if part and ref.kind == "interview" else None
        return from_root(address(ref), asked.id if asked and asked.kind == "question" else "")


class RecordedReferences:
    """References that record what one text asks: `asked` holds that, with the answers, since it was emptied.

    Of a text that `cites`, links to answers say what was said.
    """

    def __init__(self, references: References) -> None:
        self._references = references
        self.asked: dict[tuple[Kind, str], str | None] = {}
        self.cites = False

    def cited(self, name: str) -> tuple[str, str]:
        """Who gave the answer that a wikilink names, and its gist; "" where the text does not cite."""
        if not self.cites or not place_in(name):
            return "", ""
        return self._asked("speaker", name) or "", self._asked("gist", name) or ""

    def ask(self, kind: Kind, name: str) -> str | None:
        """The answer, as `References` have it; of a wikilink to a file, in whatever folder, its name."""
        if url := self._asked(kind, name):
            return url
        file = file_in(name) if kind == "wikilink" else ""
        return ANYWHERE + file if file and self._asked("file", ANYWHERE + file.rpartition("/")[2]) else None

    def _asked(self, kind: Kind, name: str) -> str | None:
        answer = self.asked[kind, name] = self._references.answer(kind, name)
        return answer


class NoteLinks:
    """The links of one piece of the note at `path`. `files` gathers the files that they lead to.

    `ask` answers as `References` do.
    """

    def __init__(self, ask: Callable[[Kind, str], str | None], path: str) -> None:
        self._ask = ask
        self._folder = posixpath.dirname(path)
        self.files: list[str] = []

    def link(self, target: str) -> str | None:
        """The URL of a note's page or of a file that no browser would run."""
        for path in self._paths(target):
            if page := self._ask("page", path):
                return from_root(page)
            if (file := self._ask("file", path)) and not file.lower().endswith(allow_list.ACTIVE_FILES):
                return self._shown(file)
        return None

    def image(self, target: str) -> str | None:
        """The URL of a picture."""
        for path in self._paths(target):
            if (file := self._ask("file", path)) and file.lower().endswith(allow_list.PICTURES):
                return self._shown(file)
        return None

    def _shown(self, file: str) -> str:
        if file not in self.files:
            self.files.append(file)
        return from_root(file_address(file))

    def _paths(self, target: str) -> Iterator[str]:
        """The paths that a target may mean: as typed, percent-decoded, and without `#...` or `?...`.

        At last as Windows writes it.
        """
        if target.startswith("/"):
            return
        if target.startswith(ANYWHERE):
            yield posixpath.normpath(posixpath.join(self._folder, target.removeprefix(ANYWHERE)))
            yield ANYWHERE + posixpath.basename(target)
            return
        bare = target.partition("#")[0].partition("?")[0]
        slashed = unquote(bare).replace("\\", "/")
        for spelling in dict.fromkeys((target, unquote(target), bare, unquote(bare), slashed)):
            yield posixpath.normpath(posixpath.join(self._folder, spelling))


def _key(path: str) -> str:
    """Paths compare in one Unicode form: a Mac's disk and a keyboard differ in it."""
    return normalize("NFC", path)
