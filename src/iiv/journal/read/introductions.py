"""Who was offered in a talk: the names in its `introductions`, told apart by who is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iiv.journal.parse.text_lists import split_people

if TYPE_CHECKING:
    from iiv.journal.parse.interviews import ParsedInterview
    from iiv.journal.people import People


def with_introductions_split(talk: ParsedInterview, who: People) -> ParsedInterview:
    """The talk with one name for each person, where several stand on one line; none for `none`."""
    written = talk.interview.introductions
    pairs = [
        (name, place)
        for text, place in zip(written, talk.introduction_places, strict=True)
        for name in split_people(text, who.knows, item=talk.introductions_listed)
    ]
    names = tuple(name for name, _ in pairs)
    if names == written:
        return talk
    interview = replace(talk.interview, introductions=names)
    return replace(talk, interview=interview, introduction_places=tuple(place for _, place in pairs))
