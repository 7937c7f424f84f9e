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
        self._known: dict[Source, Text] = {}
        self._answers: dict[int, Text] = {}

    @property
    def files(self) -> set[str]:
        """The journal's files, by path, that the texts show or link to which were asked for."""
        return {file for text in self._known.values() for file in text.files}

    def answer(self, interview: Interview, answer: Answer) -> Text:
        """What somebody said to one question. `answer` is one of the interview's, and has words."""
        # Many pages ask for one answer, which the journal holds as one value.
        if id(answer) not in self._answers:
            for one, source in _answers(interview):
                self._answers[id(one)] = self._text(source)
        return self._answers[id(answer)]

    def notes(self, interview: Interview) -> Text | None:
        """A talk's free notes; None where there are none."""
        return self._text(_notes_source(interview)) if interview.notes.strip() else None

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
        source = Source(markdown, path, tuple(definitions), anchor, cites)
        return self._text(source) if markdown.strip() else None

    def prepare(self) -> None:
        """Render all that the journal holds and that is not known."""
        unknown = [source for source in _sources(self._journal) if self._from_before(source) is None]
        for source, rendered in zip(unknown, self._rendered(unknown), strict=True):
            self._learn(source, rendered)

    def _text(self, source: Source) -> Text:
        text = self._known.get(source) or self._from_before(source)
        return text or self._learn(source, next(self._rendered([source])))

    def _rendered(self, sources: list[Source]) -> Iterator[Rendered]:
        return spread(partial(_new_rendering, self._references), sources, self.processes)

    def _from_before(self, source: Source) -> Text | None:
        """The text as it was rendered before, if all that it asked is answered as it was then."""
        key = source.key
        found = self.kept.get_value(key, DECODER) if self.kept else None
        if found is None:
            return None
        if any(self._references.answer(kind, name) != answer for kind, name, answer in found.asked):
            return None
        self.html.find_kept(found.digest, key)
        text = self._known[source] = Text(found.digest, found.files)
        return text

    def _learn(self, source: Source, rendered: Rendered) -> Text:
        text = self._known[source] = rendered.text
        self.html.add(text.digest, source.key, rendered)
        return text


def _new_rendering(references: References) -> Callable[[Source], Rendered]:
    from iiv.site.markdown.rendering import (
        new_rendering,  # it takes a while to import, and is not always needed
    )

    return new_rendering(references)


def _sources(journal: Journal) -> Iterator[Source]:
    """Every text that pages may show."""
    for talk in journal.interviews:
        yield from (source for _, source in _answers(talk))
        if talk.notes.strip():
            yield _notes_source(talk)
    for contact in journal.contacts:
        if contact.place and contact.notes.strip():
            yield Source(contact.notes, contact.place.path, contact.definitions, "notes")


def _answers(interview: Interview) -> Iterator[tuple[Answer, Source]]:
    """The answers of one talk that have words, and as what each is rendered."""
    path, definitions = interview.path, interview.definitions
    for answer in interview.answers:
        if answer.text:
            yield answer, Source(answer.text, path, definitions, f"{interview.id}-{answer.question}")
    for answer in interview.unknown_answers:
        if answer.text:
            yield answer, Source(answer.text, path, definitions, f"{interview.id}-line-{answer.place.line}")


def _notes_source(interview: Interview) -> Source:
    return Source(interview.notes, interview.path, interview.definitions, f"{interview.id}-notes")
