"""What the text of a note asks of the rest of the journal: where its links and themes lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from iiv.journal.model import name_key
from iiv.journal.parse.wikilinks import file_in, keys_of, place_in
from iiv.journal.read.themes import places_of
from iiv.site.addresses import THEMES, address, from_root, theme_anchor
from iiv.site.markdown.note_links import ANYWHERE, Places

if TYPE_CHECKING:
    from iiv.journal.journal import Journal

Kind = Literal["wikilink", "theme", "page", "file"]


class References:
    """Answers what texts ask of one journal."""

    def __init__(self, journal: Journal) -> None:
        self._themes = {theme for talk in journal.interviews for theme, _ in places_of(talk)}
        self._refs = dict(journal.refs)
        self._places = Places(journal)
        self._answers: dict[tuple[str, str], str | None] = {}

    def answer(self, kind: str, name: str) -> str | None:
        """What the answer to a question is: a URL, an address, a path, or None."""
        # Thousands of texts ask the same.
        if (kind, name) not in self._answers:
            self._answers[kind, name] = self._answer(kind, name)
        return self._answers[kind, name]

    def _answer(self, kind: str, name: str) -> str | None:
        match kind:
            case "wikilink":
                return self._wikilink(name)
            case "theme":
                return from_root(THEMES, theme_anchor(name)) if name in self._themes else None
            case "page":
                return self._places.page(name)
            case _:
                return self._places.file(name)

    def _wikilink(self, name: str) -> str | None:
        ref = next((self._refs[key] for key in keys_of(name) if key in self._refs), None)
        place = self._refs.get(name_key(place_in(name)))
        is_answer = ref and place and ref.kind == "interview" and place.kind == "question"
        return from_root(address(ref), place.id if place and is_answer else "") if ref else None


class Asking:
    """The questions that one text asks. `asked` holds them, with their answers, since it was emptied."""

    def __init__(self, references: References) -> None:
        self._references = references
        self.asked: dict[tuple[Kind, str], str | None] = {}

    def wikilink(self, name: str) -> str | None:
        """The URL of what a wikilink names; for a file its name, which may lie in any folder."""
        if url := self._ask("wikilink", name):
            return url
        file = file_in(name)
        return ANYWHERE + file if file and self.file(ANYWHERE + file.rpartition("/")[2]) else None

    def theme(self, word: str) -> str | None:
        """The URL of a theme on the page Themes; None when no talk has the theme."""
        return self._ask("theme", word)

    def page(self, path: str) -> str | None:
        """The address of the page of the note at `path`."""
        return self._ask("page", path)

    def file(self, path: str) -> str | None:
        """The file at `path`, as it is spelt on disk."""
        return self._ask("file", path)

    def _ask(self, kind: Kind, name: str) -> str | None:
        answer = self.asked[kind, name] = self._references.answer(kind, name)
        return answer
