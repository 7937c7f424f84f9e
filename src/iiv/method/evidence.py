"""What was concluded from which answer, and which answers stand against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from iiv.journal.journal import Ref, find_ref
from iiv.journal.parse.link_targets import place_in
from iiv.journal.parse.markup import WIKILINK, without_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from iiv.journal.journal import Journal
    from iiv.journal.model import Contradiction

AnswerKey: TypeAlias = tuple[str, str]
"""The ids of a talk and of the question that was answered in it."""


def answer_meant(refs: Mapping[str, Ref], target: str) -> AnswerKey | None:
    """The answer that a wikilink's target names, as in `2026-03-02-ada#start`; None for anything else."""
    part = place_in(target)
    talk = find_ref(refs, target) if part else None
    if talk is None or talk.kind != "interview":
        return None
    question = find_ref(refs, part)
    return (talk.id, question.id) if question and question.kind == "question" else None


def conclusions(journal: Journal) -> dict[AnswerKey, tuple[Ref, ...]]:
    """From which answers what was concluded: the syntheses and directions that link to each."""
    found: dict[AnswerKey, dict[Ref, None]] = {}
    for ref, text in _own_words(journal):
        for key in _cited(journal, text):
            found.setdefault(key, {})[ref] = None
    return {key: tuple(refs) for key, refs in found.items()}


def opposed(journal: Journal) -> dict[AnswerKey, tuple[AnswerKey, ...]]:
    """Against which others each answer was set, wherever that is said."""
    found: dict[AnswerKey, dict[AnswerKey, None]] = {}
    for pair in _pairs(journal):
        one, other = ((ref.talk, ref.question) for ref in (pair.one, pair.other))
        found.setdefault(one, {})[other] = None
        found.setdefault(other, {})[one] = None
    return {key: tuple(others) for key, others in found.items()}


def _own_words(journal: Journal) -> Iterator[tuple[Ref, str]]:
    yield from ((Ref("question", one.id), one.synthesis) for one in journal.questions)
    yield from ((Ref("direction", one.id), one.notes) for one in journal.directions)


def _cited(journal: Journal, text: str) -> Iterator[AnswerKey]:
    if "[[" in text:
        for link in WIKILINK.finditer(without_code(text)):
            if key := answer_meant(journal.refs, link[1].rstrip("\\").strip()):
                yield key


def _pairs(journal: Journal) -> Iterable[Contradiction]:
    for question in journal.questions:
        yield from question.contradicts
    for direction in journal.directions:
        yield from direction.contradicts
