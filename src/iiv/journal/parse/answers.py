"""Which of a talk's texts answer which question of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.journal.parse.markup import INLINE_LINK, WIKILINK
from iiv.journal.parse.occurrences import is_empty, mentions, occurrences
from iiv.journal.parse.prepared import is_prepared
from iiv.journal.parse.sections import NoteParts
from iiv.journal.parse.undress import without_invisible
from iiv.journal.parse.wordings import count_words
from iiv.journal.problems import Place, Problem, error, warning
from iiv.values import Value, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from iiv.journal.model import Answer
    from iiv.journal.parse.interviews import ParsedInterview
    from iiv.journal.parse.mentions import Mention
    from iiv.journal.parse.occurrences import Occurrence
    from iiv.journal.parse.sections import Section
    from iiv.journal.parse.wordings import Wordings

MANY_WORDS = 40
"""A talk of more words than these says something to one question at least."""

MEANT = "did you mean"
WITHIN = "question-within-text"


class Answers(Value, frozen=True):
    """What a talk says to the questions of a journal, as in `Interview`, and what is wrong with it.

    It is `prepared` where the note says no more than that (`iiv.journal.parse.prepared`).
    """

    answers: tuple[Answer, ...]
    unknown_answers: tuple[Answer, ...]
    notes: str
    prepared: bool
    problems: tuple[Problem, ...]


def answers_in(talk: ParsedInterview, wordings: Wordings) -> Answers:
    """What a talk says to the questions that are asked in these wordings."""
    parts = NoteParts(talk.body, talk.answers)
    found = list(_with_repetitions(occurrences(talk, wordings, parts), talk.answers))
    said = [(answer, wordings.find(answer.question)) for answer in talk.answers]
    said += [(one.answer, one.answer.question) for one in found if not one.is_agenda]
    known, unknown, problems = _assigned(said, wordings)
    notes = _notes(parts, found)
    problems += _odd_lines(talk, found, wordings)
    problems += _within_text(talk, found, wordings, {problem.place.line for problem in problems})
    if _is_silent(known, found, problems) and talk.is_complete and wordings.example:
        words = count_words(notes) + sum(count_words(answer.text) for answer in unknown)
        problems += [_no_answers(talk, wordings)] if words > MANY_WORDS else []
    prepared = talk.is_known_before and is_prepared((*known, *unknown), _beside_questions(parts, found))
    return Answers(tuple(known), tuple(unknown), notes, prepared, tuple(problems))


def _with_repetitions(found: Sequence[Occurrence], answers: Iterable[Answer]) -> Iterator[Occurrence]:
    """The occurrences. One without an answer that says who asked stays in the notes, beside another."""
    filled = {one.answer.question for one in found if not is_empty(one.answer)}
    filled |= {answer.question for answer in answers}
    for one in found:
        is_named = one.answer.asked_by and is_empty(one.answer)
        yield one._replace(is_agenda=True) if is_named and one.answer.question in filled else one
        filled.add(one.answer.question)


def _assigned(
    said: Sequence[tuple[Answer, str | None]], wordings: Wordings
) -> tuple[list[Answer], list[Answer], list[Problem]]:
    """The answers to known questions and to unknown ones, and what is wrong with them.

    A question may stand empty beside its answer, any number of times.
    """
    filled = {question for answer, question in said if not is_empty(answer)}
    known: dict[str, Answer] = {}
    unknown, problems = [], []
    for answer, question in said:
        if question is None:
            problems.append(_unknown(answer.question, answer.place, wordings.closest(answer.question)))
            unknown.append(answer)
        elif is_empty(answer) and (question in filled or question in known):
            continue
        elif question not in known:
            known[question] = replace(answer, question=question) if answer.question != question else answer
        else:
            line = known[question].place.line
            message = f"`{question}` is answered twice; the first answer is on line {line}"
            problems.append(error(answer.place, "answered-twice", message, "make one answer of the two"))
            unknown.append(replace(answer, question=answer.heading or answer.question))
    return [*known.values()], unknown, problems


def _is_silent(known: list[Answer], found: Sequence[Occurrence], problems: list[Problem]) -> bool:
    """Whether no question was found, nor one that may be meant, nor one that `iiv new` put there."""
    is_asked = any(answer.gist or not answer.heading or not is_empty(answer) for answer in known)
    is_to_be_asked = any(one.section.is_heading for one in found)
    is_meant = any(problem.code == WITHIN or problem.hint.startswith(MEANT) for problem in problems)
    return not (is_asked or is_to_be_asked or is_meant)


def _notes(parts: NoteParts, found: Sequence[Occurrence]) -> str:
    """What of the body is neither a question that was asked nor its answer."""
    return parts.text(_outside(parts, [(one.section.first, one.end) for one in found if not one.is_agenda]))


def _beside_questions(parts: NoteParts, found: Sequence[Occurrence]) -> list[str]:
    """The lines that are neither a question, asked or to be asked, nor its answer."""
    spans = [(one.section.first, one.section.text_line if one.is_agenda else one.end) for one in found]
    return _outside(parts, spans)


def _outside(parts: NoteParts, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The lines outside these spans, with a blank one in the place of each."""
    rest: list[str] = []
    below = 0
    for first, end in spans:
        rest += [*parts.lines[below:first], ""]
        below = end
    return [*rest, *parts.lines[below:]]


def _odd_lines(talk: ParsedInterview, found: Sequence[Occurrence], wordings: Wordings) -> Iterator[Problem]:
    """A problem for each line that asks something, or nearly what is asked in this journal.

    Within an answer only for the latter.
    """
    asked = {one.section.line: one for one in found}
    below, question = 0, ""
    for section in talk.sections:
        if one := asked.get(section.line):
            below, question = (
                (below, question) if one.is_agenda else (max(below, one.end), one.answer.question)
            )
            continue
        if section.rest and wordings.find_line(section.words):  # the rest is a question as well
            continue
        is_note = section.line >= below
        closest = _closest(section, wordings, "" if is_note else question)
        is_question = section.is_heading and section.words.endswith("?") and is_note
        if closest or is_question:
            place = Place(talk.interview.path, talk.body_line + section.line)
            yield _unknown(section.words, place, closest)


def _closest(section: Section, wordings: Wordings, answered: str) -> str | None:
    """The wording that is meant, but for one of the question that is `answered` there."""
    if section.is_heading and not answered:
        return wordings.closest(section.words) if section.words else None
    if answered and section.words.endswith((".", "!", "\u2026")):  # its gist
        return None
    begin, colon, _ = section.words.partition(":")
    closest = wordings.closest_wording(section.words) or (wordings.closest_wording(begin) if colon else None)
    return closest if closest and wordings.find(closest) != answered else None


def _unknown(words: str, place: Place, closest: str | None) -> Problem:
    hint = (
        f"{MEANT} `{closest}`{'' if closest.endswith('?') else '?'}"
        if closest
        else "give it a file in questions/, or leave it in the notes"
    )
    return warning(place, "unknown-question", f"`{words}` is no question of this journal", hint)


def _within_text(
    talk: ParsedInterview, found: Sequence[Occurrence], wordings: Wordings, known: set[int]
) -> Iterator[Problem]:
    """A problem for each line in which a question stands among other words.

    None for links, on the `known` lines, which have one, and where the question's own answer repeats it.
    """
    within = mentions(talk, wordings)
    if not within:
        return
    lines = without_invisible(talk.body).split("\n")
    asked = {line for one in found for line in range(one.section.first, one.section.text_line)}
    answered = {line: one.answer.question for one in found for line in range(one.section.first, one.end)}
    for mention in within:
        place = Place(talk.interview.path, talk.body_line + mention.line, mention.start + 1)
        is_said = mention.line in asked or place.line in known
        is_repeated = answered.get(mention.line) == mention.question
        if not is_said and not is_repeated and not _is_link(mention, lines[mention.line]):
            message = (
                f"the question `{mention.question}` stands within this line, and no answer is found there"
            )
            hint = "if it was answered, begin a line with it, and write what was said behind it or below"
            yield warning(place, WITHIN, message, hint)


def _is_link(mention: Mention, line: str) -> bool:
    links = (*WIKILINK.finditer(line), *INLINE_LINK.finditer(line))
    return any(link.start() <= mention.start < link.end() for link in links)


def _no_answers(talk: ParsedInterview, wordings: Wordings) -> Problem:
    message = "no question of this journal stands in this note, so that nothing in it can be compared"
    hint = f"put what was said to each below its question, as `## {wordings.example}`"
    return warning(Place(talk.interview.path, talk.body_line), "no-answers", message, hint)
