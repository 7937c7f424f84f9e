"""The lines of a body that may be a question's, each with how far what is said to it may reach."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.journal.parse.headings import headings_in
from iiv.journal.parse.markup import without_code
from iiv.journal.parse.reaches import HOLDS, Line, Reaches, asks
from iiv.journal.parse.same_line import is_ruled, taken_apart
from iiv.journal.parse.undress import LONGEST, Undressed, bare_words, undress, unlabelled, without_invisible
from iiv.journal.parse.wordings import wording_key
from iiv.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iiv.journal.parse.mentions import Mention
    from iiv.journal.parse.reaches import QuestionLine

WRAPPED = 60
"""A line of so many characters may go on in the next one."""

SHORTEST = 20
MOST_LINES = 3
"""A question is broken after so many characters at least, and into so many lines at most."""

_SENTENCE_ENDS = frozenset("?!.:;\u2026\u3002\uff1f\uff01\"'\u201d\u2019)*_>|")
_MARK = re.compile("[?\uff1f\u061f\u037e]")
_NO_QUESTION = re.compile(r"\s*(?:\||\[[^\]]+\]:)")
_MARKED = re.compile(r"\s*(?:[-*+>#<\u2022\\]|\(?\d{1,3}[.)]|!!!|\?\?\?|===)")
_CODE = re.compile(r"(?: {4}| {0,3}\t)")
_OPENS = re.compile(r"\s*<(?:details|blockquote)\b[^<>]*>\s*", re.IGNORECASE)
_PRE = re.compile(r"<pre\b.*?(?:</pre\s*>|\Z)", re.IGNORECASE | re.DOTALL)


def question_lines(body: str, mentions: Mapping[int, Mention] | None = None) -> list[QuestionLine]:
    """The lines of a body that may be a question's, in their order, without those in code and comments.

    With the first of the `mentions` on each line, by its number, a line that begins with one may hold what
    was said as well.
    """
    text = without_invisible(body)
    bare = bare_text(text)
    plain = bare.split("\n")
    found = sorted(
        _Lines(bare, plain, text.split("\n"), mentions or {}).found(), key=lambda line: line.number
    )
    reaches = Reaches(plain, found, bare)
    asking = [reaches.reach(line) for line in reversed(found)]
    return [line for line in reversed(asking) if line is not None]


def bare_text(text: str) -> str:
    """A text with what is shown as it is typed, and comments, blanked out."""
    bare = without_code(text)
    if "<pre" in bare.lower():
        bare = _PRE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), bare)
    return bare


class _Lines:
    """The lines of one body: `lines` without invisible characters, `plain` without code and comments too."""

    def __init__(
        self, bare: str, plain: list[str], lines: list[str], mentions: Mapping[int, Mention]
    ) -> None:
        self._bare = bare
        self._plain = plain
        self._lines = lines
        self._mentions = mentions

    def found(self) -> Iterator[Line]:
        """Headings first, then the others."""
        taken: set[int] = set()
        for heading in headings_in(self._lines, self._bare):
            taken.update(range(heading.line, heading.text_line))
            words = bare_words(heading.words) or heading.words
            seen = Undressed(words, "#", heading.level, is_heading=True)
            found = Line(heading.line, heading.line, heading.text_line, seen)
            yield self._taken_apart(found) or found
        in_list, before = False, ""
        for number, line in enumerate(self._plain):
            if not line or line.isspace():
                before = ""
            elif number in taken:
                in_list, before = False, ""
            elif line[0].isalpha() and (before or not in_list) and not self._may_begin(number, before):
                before = line  # most lines
            elif before or in_list or not _CODE.match(line):  # else it is code
                in_list = bool(HOLDS.match(line) or (in_list and (before or line[0].isspace())))
                if _MARKED.match(line) or self._may_begin(number, before):
                    yield from self._line(number, before)
                    if number + 1 < len(self._plain) and self._plain[number + 1]:
                        yield from self._wrapped(number)
                before = line

    def _may_begin(self, number: int, before: str) -> bool:
        """Whether a line without a mark may say something of its own, not go on with the one above."""
        line = self._plain[number]
        if _goes_on(before):
            is_begun = number in self._mentions and not line[0].islower()
            return is_begun or (len(line) <= LONGEST and bool(_MARK.search(line)))
        return len(line) <= LONGEST or number in self._mentions or bool(_MARK.search(line, 0, LONGEST))

    def _line(self, number: int, before: str) -> Iterator[Line]:
        # Inline code may be a part of a question's words; comments are not.
        line = self._plain[number] if "--" in self._lines[number] else self._lines[number]
        mention = self._mentions.get(number)
        if (mention and mention.is_one_of_several) or (not mention and _NO_QUESTION.match(line)):
            return
        seen = _undressed(line)
        is_opened = "<" in seen.dress and number and _OPENS.fullmatch(self._plain[number - 1])
        found = Line(number - 1 if is_opened else number, number, number + 1, seen)
        in_sentence = _goes_on(before) and line[0].islower()
        if mention and not in_sentence and (apart := self._taken_apart(found)):
            yield apart
        elif not _NO_QUESTION.match(line) and not (in_sentence and seen.rest):
            yield found

    def _taken_apart(self, line: Line) -> Line | None:
        """A line with the question that it mentions first, and what is said behind that; None without."""
        mention = self._mentions.get(line.number)
        if mention is None:
            return None
        text = self._lines[line.number]
        words = text[mention.start : mention.end]
        is_framed = text.lstrip(" >").startswith("|") or text[: mention.start].endswith(("(", "["))
        if not is_framed and wording_key(unlabelled(line.seen.words)) == wording_key(bare_words(words)):
            return None
        apart = taken_apart(text, mention)
        if apart is None:
            return None
        seen, is_alone = apart
        below = line.number + 1
        ruled = is_alone and below < len(self._plain) and is_ruled(self._plain[below])
        return replace(line, seen=seen, text_line=below + ruled, is_alone=is_alone)

    def _wrapped(self, number: int) -> Iterator[Line]:
        """A question that runs over two or three lines, as editors break them."""
        line = self._plain[number]
        if not SHORTEST < len(line) < LONGEST or asks(line):
            return
        for end in range(number + 1, min(number + MOST_LINES, len(self._plain))):
            more = self._plain[end].lstrip(" \t>")
            if not more or more.isspace() or _MARKED.match(more):
                return
            line = f"{line.rstrip()} {more}"
            if asks(self._plain[end]):
                seen = undress(line)
                if not seen.rest:
                    yield Line(number, number, end + 1, seen, is_wrapped=True)
                return


def _goes_on(before: str) -> bool:
    """Whether a line goes on with the one above it, rather than to begin something."""
    return len(before) >= WRAPPED and before.rstrip()[-1:] not in _SENTENCE_ENDS


def _undressed(line: str) -> Undressed:
    """A line's words and what they wear; of a long line only those that stand before an answer."""
    if len(line) <= LONGEST:
        return undress(line)
    begin = line[:LONGEST].rstrip()
    seen = undress(begin)
    return replace(seen, rest=seen.rest + line[len(begin) :]) if seen.rest else replace(seen, words="")
