"""Where a contact's log stands: below `Log` in any dress, below another name for it, or below nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.journal.model import Touchpoint
from iiv.journal.parse import log
from iiv.journal.parse.dates import parse_date
from iiv.journal.parse.log_entries import entries, is_period
from iiv.journal.parse.log_lines import is_dated, parse_line
from iiv.journal.parse.log_tables import is_row
from iiv.journal.parse.undress import undress
from iiv.journal.parse.wordings import wording_key
from iiv.journal.problems import NOWHERE
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from iiv.journal.parse.headings import Heading
    from iiv.journal.parse.undress import Undressed

_NAMES = frozenset(
    """log logs logbook contactlog contactslog calllog communicationlog activitylog interactionlog
    interactions history contacthistory timeline touchpoints activity communication communications
    logbuch verlauf kontaktverlauf kontakthistorie kontakte chronik protokoll historique
    historiquedescontacts journal suivi""".split()
)
_MAY_BE_NAME = re.compile(
    r"(?=.{1,80}$).*(?:log|histor|timeline|touchpoint|activity|interaction|communication|verlauf|kontakt|chronik"
    r"|protokoll|journal|suivi)",
    re.IGNORECASE,
)
_BESIDE_NAME = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\d+")
_CALLOUT = re.compile(r"(?:\s*>)+\s*\[!(?P<kind>[^\[\]]+)\][-+]?")
_QUOTE = re.compile(r"[ \t]*>")
_DETAILS_END = re.compile(r"</details\s*>", re.IGNORECASE)
_LIST_OR_INDENTED = re.compile(r"[ \t]|(?:[-*+•]|\d{1,4}[.)])[ \t]")


class LogPart(Value, frozen=True):
    """A part of a body that is a log: where it begins, its first line below a title, and where it ends.

    Lines count from 0, and `end` is the one behind it. It `is_named` where `Log` stands above it.
    """

    start: int
    first: int
    end: int
    is_named: bool = False


def log_parts(lines: Sequence[str], headings: Sequence[Heading]) -> list[LogPart]:
    """The parts of a body that are its log; `lines` are without code and comments, `headings` all titles.

    That is what stands below a title `Log`, below another name for a log with a line that can be
    read in it, and such lines above every title.
    """
    others = [heading for heading in headings if not _is_date(heading.words)]
    body = "\n".join(lines)
    found = [
        LogPart(one.line, one.text_line, log.section_end(body, others, one), is_named=True)
        for one in log.sections(body, others, "Log")
    ]
    for part in [*_titled(lines, others, found), *_untitled(lines, others)]:
        if not any(part.start < other.end and other.start < part.end for other in found):
            found.append(part)
    return sorted(found, key=lambda part: part.start)


def name_of_log(words: str) -> bool:
    """Whether the words of a title are a name for a log."""
    return wording_key(_BESIDE_NAME.sub("", words)) in _NAMES


def _is_date(words: str) -> bool:
    return parse_date(words.strip("[]():")) is not None or is_period(words)


def _titled(lines: Sequence[str], headings: Sequence[Heading], named: Sequence[LogPart]) -> Iterator[LogPart]:
    """Parts below another name for a log, or one that is no heading; none in what is `named`."""
    by_line = {heading.line: heading for heading in headings}
    end = 0
    for number, text in enumerate(lines):
        if number < end or any(part.start <= number < part.end for part in named):
            continue
        if not _MAY_BE_NAME.match(text):
            continue
        heading = by_line.get(number)
        line = undress(text)
        callout = _CALLOUT.match(text)
        if not name_of_log(line.words) and not (callout and name_of_log(callout["kind"])):
            continue
        is_log = wording_key(line.words) == "log"
        if heading:
            part = LogPart(number, heading.text_line, log.section_end("\n".join(lines), headings, heading))
        else:
            part = LogPart(number, number + 1, _end(lines, headings, number, line), is_log and not named)
        if _has_entry(lines[part.first : part.end], is_plain=not heading and not line.dress):
            yield part
            end = part.end


def _end(lines: Sequence[str], headings: Sequence[Heading], number: int, line: Undressed) -> int:
    """Before which line a part ends whose title is no heading of Markdown."""
    below = range(number + 1, len(lines))
    if line.depth:
        return next((n for n in below if not _QUOTE.match(lines[n])), len(lines))
    if line.dress.endswith("<summary"):
        return next((n for n in below if _DETAILS_END.search(lines[n])), len(lines))
    if line.is_heading and line.dress.startswith(("-", "*", "+")):
        return next((n for n in below if lines[n].strip() and _indent(lines[n]) <= line.indent), len(lines))
    return _block_end(lines, headings, number + 1)


def _block_end(lines: Sequence[str], headings: Sequence[Heading], first: int) -> int:
    """Where a log ends that no heading holds together: at a title, or a paragraph that is no line of it."""
    titles = {heading.line for heading in headings}
    for number in range(first, len(lines)):
        begins = number > first and not lines[number - 1].strip()
        if number in titles or (begins and _is_prose(lines[number])):
            return number
    return len(lines)


def _is_prose(line: str) -> bool:
    return bool(line.strip()) and not (_LIST_OR_INDENTED.match(line) or is_row(line) or is_dated(line))


def _untitled(lines: Sequence[str], headings: Sequence[Heading]) -> Iterator[LogPart]:
    """Lines of a log above every title but that of the note."""
    titles = [heading.line for heading in headings if heading.level > 1 or heading is not headings[0]]
    for number in range(titles[0] if titles else len(lines)):
        if _is_entry(lines[number]):
            yield LogPart(number, number, _block_end(lines, headings, number))
            return


def _has_entry(lines: Sequence[str], *, is_plain: bool) -> bool:
    """Whether there is a line that is one of a log; below a plain word the first line must look like one."""
    if is_plain:
        first = next(filter(str.strip, lines), "").strip()
        return is_dated(first) or is_row(first)
    return any(entry.touchpoint for entry in entries(lines, "", 1))


def _is_entry(line: str) -> bool:
    text = line.lstrip("> \t").strip()
    return any(map(str.isdigit, text)) and isinstance(parse_line(text, NOWHERE), Touchpoint)


def _indent(line: str) -> int:
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip())
