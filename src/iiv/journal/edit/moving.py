"""The notes of a journal with all their days moved: what happened then, as if it had happened later."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.front_matter import Entries, FrontMatterError, Items, Scalar, parse, split
from iiv.journal.parse.task_days import task_day
from iiv.journal.parse.tasks import boxes
from iiv.journal.read.notes_folder import NOTES_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iiv.journal.parse.front_matter import Node

_ISO: Final = r"\d{4}-\d{2}-\d{2}"
_DAY: Final = rf"{_ISO}(?![\d-])"
_WHOLE_DAY: Final = re.compile(rf"{_DAY}(?:[T ]\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?")
_STEM: Final = re.compile(rf"{NOTES_FOLDER}/(?:.*/)?({_ISO}-[^/]+)\.md")
_DATED_LINE: Final = re.compile(rf"([ \t]*(?:[-*+][ \t]+)?)({_DAY})(?:([ \t]+scheduled[ \t]+)({_DAY}))?")
_DATED_LINES_IN: Final = (f"{NOTES_FOLDER}/contacts/", f"{NOTES_FOLDER}/me.md")


def moved(files: Mapping[str, bytes], days: int) -> dict[str, bytes]:
    """The files of a journal, by their paths, that many days later, earlier where there are less than none.

    What moves is each day of the journal that is written as 2026-03-02: as a value in front matter, before a
    line of a log or of news, behind `scheduled`, as a task's, and in the name of a note with all links to it.
    What is told in words stays, as do files that are no notes. Raises OverflowError beyond the year 9999.
    """
    stems = {match[1]: _later(match[1], days) for path in files if (match := _STEM.fullmatch(path))}
    found = {}
    for path, content in files.items():
        old = match[1] if (match := _STEM.fullmatch(path)) else ""
        new = path.replace(old, stems[old]) if old else path
        found[new] = _moved_note(path, content, days, stems) if path.endswith(".md") else content
    return found


def _later(text: str, days: int) -> str:
    """A text that begins with a day, with a later one."""
    return f"{dt.date.fromisoformat(text[:10]) + dt.timedelta(days)}{text[10:]}"


def _moved_note(path: str, content: bytes, days: int, stems: Mapping[str, str]) -> bytes:
    text = content.decode()
    lines = text.split("\n")
    for line, column in sorted(set(_places(path, text)), reverse=True):
        if _is_day(lines[line][column : column + 10]):
            lines[line] = lines[line][:column] + _later(lines[line][column:], days)
    text = "\n".join(lines)
    if stems:
        names = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, stems))})(?![\w-])")
        text = names.sub(lambda match: stems[match[0]], text)
    return text.encode()


def _is_day(text: str) -> bool:
    try:
        return bool(dt.date.fromisoformat(text))
    except ValueError:
        return False


def _places(path: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the days of a note begin: lines and columns from 0."""
    lines = text.split("\n")
    try:
        parts = split(text.replace("\r\n", "\n"), path)
        front = parse(parts.front, path, parts.front_line) if parts.front is not None else None
    except FrontMatterError:
        return
    for scalar in _scalars(front):
        if _WHOLE_DAY.fullmatch(scalar.text):
            line = scalar.place.line - 1
            yield line, lines[line].index(scalar.text[:10], scalar.place.column - 1)
    yield from _in_tasks(parts.body, parts.body_line - 1, lines)
    if path.startswith(_DATED_LINES_IN):
        for number, line_ in enumerate(lines[parts.body_line - 1 :], parts.body_line - 1):
            if match := _DATED_LINE.match(line_):
                yield from ((number, match.start(group)) for group in (2, 4) if match[group])


def _scalars(node: Node | None) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Items():
            for item in node.items:
                yield from _scalars(item)
        case Entries():
            for entry in node.entries:
                yield from _scalars(entry.value)


def _in_tasks(body: str, first: int, lines: list[str]) -> Iterator[tuple[int, int]]:
    for task in boxes(body).tasks:
        found = task_day(task.words)
        if found:
            for number in range(first + task.line, first + task.end):
                yield from ((number, at.start()) for at in re.finditer(str(found.day), lines[number]))
