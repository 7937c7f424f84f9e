"""Which of a talk's texts answer which question of the journal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from iiv.journal.model import Answer
from iiv.journal.parse import markup
from iiv.journal.parse.note_parts import NoteParts, plain_text
from iiv.journal.problems import Place, Problem, error, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iiv.journal.parse.interviews import ParsedInterview, Section
    from iiv.journal.parse.wordings import Wordings


@dataclass(frozen=True, slots=True)
class Answers:
    """What a talk says to the questions of a journal, as in `Interview`, and what is wrong with it."""

    answers: tuple[Answer, ...]
    unknown_answers: tuple[Answer, ...]
    notes: str
    problems: tuple[Problem, ...]


def answers_in(talk: ParsedInterview, wordings: Wordings) -> Answers:
    """What a talk says to the questions that are asked in these wordings."""
    parts = NoteParts(talk.body, talk.answers)
    found = _Found(wordings)
    for answer in talk.answers:
        found.add(answer, answer.question, wordings.find(answer.question))
    rest: list[str] = []
    below = 0
    answering = [*_answering(talk, wordings)]
    for section, end, question in answering:
        place = Place(talk.interview.path, talk.body_line + section.line)
        found.add(_answer(section, end, question, parts, place), section.words, question)
        rest += [*parts.lines[below : section.line], ""]
        below = end
    found.point_out_headings(talk, {section.line: end for section, end, _ in answering})
    notes = parts.text([*rest, *parts.lines[below:]])
    return Answers(tuple(found.known.values()), tuple(found.unknown), notes, tuple(found.problems))


def _answering(talk: ParsedInterview, wordings: Wordings) -> Iterator[tuple[Section, int, str]]:
    """The sections that answer a question, before which line each ends, and the question.

    One ends where the next begins, even when that is a level below.
    """
    found = [(section, id_) for section in talk.sections if (id_ := wordings.find(section.words))]
    following = [section.line for section, _ in found[1:]]
    for (section, question), line in zip_longest(found, following):
        yield section, section.end if line is None else min(section.end, line), question


def _answer(section: Section, end: int, question: str, parts: NoteParts, place: Place) -> Answer:
    lines = parts.lines[section.text_line : end]
    if end != section.end:
        text = parts.text(lines)
        return Answer(question, text, place, section.words, markup.gist(text), markup.themes(text))
    text = plain_text(lines) if section.text is None else section.text
    return Answer(question, text, place, section.words, section.gist, section.themes)


class _Found:
    """The answers found in a talk, those without a question apart, and what is wrong with them."""

    def __init__(self, wordings: Wordings) -> None:
        self.wordings = wordings
        self.known: dict[str, Answer] = {}
        self.unknown: list[Answer] = []
        self.problems: list[Problem] = []

    def add(self, answer: Answer, typed: str, question: str | None) -> None:
        """Take an answer to what was typed, and to a question or none."""
        if question is None:
            self._point_out(typed, answer.place)
        elif question not in self.known:
            self.known[question] = _to(question, answer)
            return
        else:
            line = self.known[question].place.line
            message = f"`{question}` is answered twice; the first answer is on line {line}"
            self.problems.append(error(answer.place, "answered-twice", message, "make one answer of the two"))
        self.unknown.append(_to(typed, answer))

    def point_out_headings(self, talk: ParsedInterview, ends: Mapping[int, int]) -> None:
        """A heading that asks something, or is close to a question, but is none, nor within an answer.

        `ends` are the lines before which answers end, by that of their heading.
        """
        below = 0
        for section in talk.sections:
            words = section.words
            below = max(below, ends.get(section.line, 0))
            if section.line >= below and words and (words.endswith("?") or self.wordings.closest(words)):
                self._point_out(words, Place(talk.interview.path, talk.body_line + section.line))

    def _point_out(self, words: str, place: Place) -> None:
        closest = self.wordings.closest(words)
        hint = (
            f"did you mean `{closest}`{'' if closest.endswith('?') else '?'}"
            if closest
            else "give it a file in questions/, or leave it in the notes"
        )
        self.problems.append(
            warning(place, "unknown-question", f"`{words}` is no question of this journal", hint)
        )


def _to(question: str, answer: Answer) -> Answer:
    return answer if answer.question == question else replace(answer, question=question)
