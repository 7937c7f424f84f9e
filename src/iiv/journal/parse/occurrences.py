"""Which lines of a talk ask a question of the journal, and what is said to each."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from iiv.journal.model import Answer
from iiv.journal.parse.gist import gist
from iiv.journal.parse.markup import says_nothing, themes
from iiv.journal.parse.question_lines import bare_text, question_lines
from iiv.journal.parse.sections import Section, plain_text, sections, undressed
from iiv.journal.parse.undress import asked_by, undress, without_invisible
from iiv.journal.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iiv.journal.parse.interviews import ParsedInterview
    from iiv.journal.parse.mentions import Mention
    from iiv.journal.parse.sections import NoteParts
    from iiv.journal.parse.wordings import Wordings


_CLOSES = frozenset({"</details>", "</blockquote>"})


class Occurrence(NamedTuple):  # there are thousands, and a dataclass takes thrice the time
    """A question where a talk asks it, with the answer below it, which ends before the line `end`.

    `is_agenda` where it is one of several that stand in a row without an answer.
    """

    answer: Answer
    section: Section
    end: int
    is_agenda: bool = False


def occurrences(talk: ParsedInterview, wordings: Wordings, parts: NoteParts) -> list[Occurrence]:
    """The questions that the body of a talk asks, in their order; `parts` are the talk's."""
    asking = list(_asking(talk, wordings))
    ends = [*(section.first for section, _, _ in asking[1:]), len(parts.lines)]
    found = []
    path, first = talk.interview.path, talk.body_line
    for (section, question, words), following in zip(asking, ends, strict=False):
        end = max(min(section.end, following), min(section.text_line, following))
        text, short, marked = _said(section, end, parts)
        by = asked_by(section.words) if words != section.words else ""
        answer = Answer(question, text, Place(path, first + section.line), words, short, marked, by)
        found.append(Occurrence(answer, section, _last(section, end, parts.lines)))
    return _with_agendas(found, parts.lines)


def is_empty(answer: Answer) -> bool:
    """Whether an answer says nothing: the question was only asked."""
    return not answer.gist and says_nothing(answer.text)


def mentions(talk: ParsedInterview, wordings: Wordings) -> Sequence[Mention]:
    """Where the body of a talk holds wordings in other lines than those that look like these questions.

    The first on each line; none in code.
    """
    found = wordings.mentions.get(talk.digest, wordings.known_mentions.get(talk.digest))
    if found is None:
        text = without_invisible(talk.body)
        asked = {
            line
            for section, _, _ in _likely(talk, wordings)
            for line in range(section.first, section.text_line)
        }
        others = [one for one in wordings.mentions_in(text) if one.line not in asked]
        found = list(_shown(others, text))
    wordings.mentions[talk.digest] = found
    return found


def _shown(found: Sequence[Mention], text: str) -> Iterator[Mention]:
    if not found:
        return
    lines, bare = text.split("\n"), bare_text(text).split("\n")
    for number, on_line in groupby(found, lambda one: one.line):
        shown = [one for one in on_line if lines[number][one.start] == bare[number][one.start]]
        if shown:
            yield shown[0]._replace(is_one_of_several=len(shown) > 1)


def _asking(talk: ParsedInterview, wordings: Wordings) -> Iterator[tuple[Section, str, str]]:
    likely = list(_likely(talk, wordings))
    others = {one.line: one for one in mentions(talk, wordings)}
    if not others:
        return iter(likely)
    lines = [line for line in question_lines(talk.body, others) if line.number in others]
    plain = sections(lines, talk.body, talk.answers)
    more = [(section, *found) for section in plain if (found := wordings.find_line(section.words))]
    return iter(sorted((*likely, *more), key=lambda one: one[0].line))


def _likely(talk: ParsedInterview, wordings: Wordings) -> Iterator[tuple[Section, str, str]]:
    for section in talk.sections:
        find = wordings.find_heading if section.is_heading else wordings.find_line
        found = find(section.words)
        if found and not (section.rest and wordings.find_line(undress(section.rest).words)):
            yield section, *found


def _said(section: Section, end: int, parts: NoteParts) -> tuple[str, str, tuple[str, ...]]:
    """What stands below a question up to the line `end`: the text, its gist and its themes."""
    lines = parts.lines[section.text_line : end]
    if end == section.text_end:
        text = plain_text(lines) if section.text is None else section.text
        return text, section.gist, section.themes
    text = parts.text(undressed(lines, section))
    return text, gist(text), themes(text)


def _last(section: Section, end: int, lines: Sequence[str]) -> int:
    """The line before which an answer ends, the end of the `<details>` that holds nothing else included."""
    if section.first == section.line or end == len(lines):
        return end
    return end + (lines[end].strip().lower() in _CLOSES)


def _with_agendas(found: list[Occurrence], lines: Sequence[str]) -> list[Occurrence]:
    """The occurrences, with those pointed out that stand in a row without a word between them."""
    agenda = set()
    for number, (one, next_) in enumerate(pairwise(found)):
        if one.section.is_heading or next_.section.is_heading:
            continue
        if is_empty(one.answer) and one.end >= next_.section.first:
            is_tight = next_.section.line == one.section.line + 1
            if is_tight or not one.section.dress.endswith("b"):
                agenda.add(number)
            if is_tight and not _is_answered_below(next_, lines):
                agenda.add(number + 1)
    return [one._replace(is_agenda=True) if n in agenda else one for n, one in enumerate(found)]


def _is_answered_below(occurrence: Occurrence, lines: Sequence[str]) -> bool:
    """Whether an answer begins on the line below the question, or further in."""
    section = occurrence.section
    if section.rest:
        return True
    below = lines[section.line + 1 : occurrence.end]
    return bool(below and below[0].strip(" \t>")) or any(
        line.startswith(("  ", "\t")) and not line.isspace() for line in below
    )
