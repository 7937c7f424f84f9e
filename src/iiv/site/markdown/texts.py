"""The texts of one journal as HTML: each rendered once, and kept by its content."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from iiv.journal.cache.entries import Cache
from iiv.processes import spread
from iiv.site.disk.freshness import program
from iiv.site.markdown.kept_html import DECODER, Html
from iiv.site.markdown.references import References
from iiv.site.markdown.rendered import Rendered, Source, Text
from iiv.site.values import Shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from iiv.journal.journal import Journal
    from iiv.journal.model import Answer, Definition, Interview


ME = "journal/me.md"
WELCOME = "journal/index.md"


@contextmanager
def cached_texts(root: Path) -> Iterator[Cache]:
    """The texts of the journal in `root` as they were rendered; what is rendered meanwhile is kept.

    Whoever uses it asks for all texts.
    """
    cache = Cache(root, "texts", program())
    yield cache
    cache.save(complete=True)


class Texts:
    """Renders what stands in the notes of one journal.

    `kept` may know what texts became; what is rendered now, in up to so many `processes`, is put there.
    `html` has the HTML of every text that was asked for, by its digest.
    """

    def __init__(self, journal: Journal, kept: Cache | None = None, processes: int = 1) -> None:
        self.html = Html(kept)
        self.kept = kept
        self.processes = processes
        self._journal = journal
        self._references = References(journal)
        self._known: dict[str, Text] = {}
        # Many pages ask for one text, which the journal holds as one value: a key for each costs time.
        self._texts_of: dict[int, Text] = {}

    @property
    def files(self) -> set[str]:
        """The journal's files, by path, that the texts show or link to which were asked for."""
        return {file for text in self._known.values() for file in text.files}

    def answer(self, interview: Interview, answer: Answer) -> Text:
        """What somebody said to one question. `answer` is one of the interview's, and has words."""
        known = self._texts_of.get(id(answer))
        return known or self._text(_answer_source(interview, answer, Shared(interview.definitions)))

    def notes(self, interview: Interview) -> Text | None:
        """A talk's free notes; None where there are none."""
        if not interview.notes.strip():
            return None
        return self._texts_of.get(id(interview)) or self._text(
            _notes_source(interview, Shared(interview.definitions))
        )

    def text(
        self,
        markdown: str,
        path: str,
        definitions: Iterable[Definition] = (),
        anchor: str = "",
        *,
        cites: bool = False,
    ) -> Text | None:
        """A piece of the note at `path`, as `Source` describes it; None where nothing is written."""
        if not markdown.strip():
            return None
        return self._text(Source(markdown, path, Shared(tuple(definitions)), anchor, cites))

    def prepare(self) -> None:
        """Render all that the journal holds and that is not known."""
        unknown: list[tuple[object, Source]] = []
        for owner, source in _sources(self._journal):
            text = self._from_before(source.key)
            if text:
                self._texts_of[id(owner)] = text
            else:
                unknown.append((owner, source))
        rendered = self._rendered([source for _, source in unknown])
        for (owner, source), one in zip(unknown, rendered, strict=True):
            self._texts_of[id(owner)] = self._learn(source.key, one)

    def _text(self, source: Source) -> Text:
        key = source.key
        text = self._known.get(key) or self._from_before(key)
        return text or self._learn(key, next(self._rendered([source])))

    def _rendered(self, sources: list[Source]) -> Iterator[Rendered]:
        return spread(partial(_new_rendering, self._references), sources, self.processes)

    def _from_before(self, key: str) -> Text | None:
        """The text as it was rendered before, if all that it asked is answered as it was then."""
        found = self.kept.get_value(key, DECODER) if self.kept else None
        if found is None:
            return None
        if any(self._references.answer(kind, name) != answer for kind, name, answer in found.asked):
            return None
        self.html.find_kept(found.digest, key)
        text = self._known[key] = Text(found.digest, found.files)
        return text

    def _learn(self, key: str, rendered: Rendered) -> Text:
        text = self._known[key] = rendered.text
        self.html.add(text.digest, key, rendered)
        return text


def _new_rendering(references: References) -> Callable[[Source], Rendered]:
    from iiv.site.markdown.rendering import (
        new_rendering,  # it takes a while to import, and is not always needed
    )

    return new_rendering(references)


def _sources(journal: Journal) -> Iterator[tuple[object, Source]]:
    """Every text that pages may show, with the value that has it."""
    for talk in journal.interviews:
        definitions = Shared(talk.definitions)
        for answer in (*talk.answers, *talk.unknown_answers):
            if answer.text:
                yield answer, _answer_source(talk, answer, definitions)
        if talk.notes.strip():
            yield talk, _notes_source(talk, definitions)
    for contact in journal.contacts:
        if contact.place and contact.notes.strip():
            yield contact, Source(contact.notes, contact.place.path, Shared(contact.definitions), "notes")


def _answer_source(talk: Interview, answer: Answer, definitions: Shared[tuple[Definition, ...]]) -> Source:
    is_known = any(one is answer for one in talk.answers)
    anchor = f"{talk.id}-{answer.question}" if is_known else f"{talk.id}-line-{answer.place.line}"
    return Source(answer.text, talk.path, definitions, anchor)


def _notes_source(talk: Interview, definitions: Shared[tuple[Definition, ...]]) -> Source:
    return Source(talk.notes, talk.path, definitions, f"{talk.id}-notes")
