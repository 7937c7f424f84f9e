"""Pages that are told to depend on outlines alone show nothing else of what was said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from iiv.journal.reading import Reading, read
from iiv.shipped import shipped
from iiv.site.answer_files import answer_files
from iiv.site.digests import Digests
from iiv.site.outline import outline, words
from iiv.site.pages import drafts
from iiv.site.rendering import Renderer
from iiv.site.templates import Templates
from iiv.site.views.follow_ups import Steps
from tests.builders import a_journal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iiv.journal.model import Interview
    from iiv.site.views.common import Stays

EXAMPLE = read(shipped("example"))
NOWHERE = Path("nowhere")


class Asked:
    """A site of which nothing stays; `words` are those that each output says it shows."""

    def __init__(self) -> None:
        self.words: dict[str, tuple[str, ...]] = {}

    def when_said(self, address: str, words: Sequence[str] = (), /) -> bool:
        self.words[address] = tuple(words)
        return False

    def when_made_from(self, *_: object) -> bool:
        return False


def outputs(reading: Reading, stays: Stays) -> dict[str, str]:
    """What stands in each output, for a template of one's own to show, by its address."""
    digests, renderer = Digests(), Renderer(reading.journal)
    pages = drafts(reading, Steps(reading), renderer, Templates(NOWHERE), stays)
    shown = {draft.address: digests.of(draft) for draft in pages}
    return shown | {file.address: file.text for file in answer_files(reading.journal, renderer, stays)}


def reworded(talk: Interview, more: str) -> Interview:
    """The same talk with other words behind those that the outline knows."""
    answers = tuple(
        replace(answer, text=f"{answer.text} {more}") if answer.text else answer for answer in talk.answers
    )
    return replace(talk, answers=answers, notes=f"{talk.notes} {more}" if talk.notes.strip() else talk.notes)


@pytest.mark.parametrize("more", ["So.", "\n\n- a *list*"])
@pytest.mark.parametrize("chosen", [slice(None), slice(1), slice(5, 8)])
def test_other_words_change_only_what_says_that_it_shows_them(chosen: slice, more: str) -> None:
    talks = EXAMPLE.journal.interviews[chosen]
    interviews = tuple(reworded(talk, more) if talk in talks else talk for talk in EXAMPLE.journal.interviews)
    other = replace(EXAMPLE, journal=replace(EXAMPLE.journal, interviews=interviews))
    assert Digests().of(outline(other)) == Digests().of(outline(EXAMPLE))
    asked, asked_then = Asked(), Asked()
    now, then = outputs(EXAMPLE, asked), outputs(other, asked_then)
    assert now.keys() == then.keys() <= asked.words.keys()
    changed = {address for address in now if now[address] != then[address]}
    assert changed
    assert changed <= {address for address in now if asked.words[address] != asked_then.words[address]}


def outline_of(text: str) -> str:
    asked = "## How did you get your start in this work?"
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n{asked}\n{text}\n"
    return Digests().of(outline(a_journal({"interviews/a.md": note})))


def test_what_letters_quote_and_lists_show_is_in_the_outline() -> None:
    texts = ("Music.", "**Music.**", "Music. #luck", "Noise.", "", "Music.\n\n- [ ] send it")
    assert len({outline_of(text) for text in texts}) == len(texts)
    assert outline_of("Music. And more.") == outline_of("Music. And less.")


def test_the_rest_are_words() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\nanswers: {start: By ship.}\n---\nA long talk.\n"
    (talk,) = a_journal({"interviews/a.md": note}).journal.talks
    assert words(talk) == ("A long talk.", "journal/interviews/a.md:4:11 By ship.")
