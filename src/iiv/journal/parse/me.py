"""The note me.md to the person whose journal it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.journal.model import Me, News
from iiv.journal.parse import markup
from iiv.journal.parse.date_faults import date_fault, date_text
from iiv.journal.parse.dates import day_at, plain
from iiv.journal.parse.headings import titles
from iiv.journal.parse.log import repeated_section, section, section_end
from iiv.journal.problems import Problem, error

if TYPE_CHECKING:
    from iiv.journal.parse.notes import Note

KEYS = ("name", "email", "crossroads", "for_letters")
NEWS_LINE = re.compile(r"[-*+][ \t]+(?P<date>\S+)")
AFTER_DATE = re.compile(r"[ \t]*[:,]?[ \t]+(?:-[ \t]+)?(?P<words>.*\S)")


def parse_me(note: Note) -> tuple[Me, list[Problem]]:
    """Whose journal it is: the front matter, the pitch, and the lines under `## News`."""
    fields = note.fields(KEYS)
    lines = note.body.split("\n")
    headings = titles(note.body)
    heading = section(headings, "News")
    start = heading.line if heading else len(lines)
    end = section_end(note.body, headings, heading) if heading else len(lines)
    news, problems = _news(note, heading.text_line if heading else end, end)
    pitch = "\n".join([*lines[:start], "", *lines[end:]]).strip("\n").rstrip()
    if markup.says_nothing(pitch):
        pitch = ""
    me = Me(
        fields.text("name"),
        fields.email("email"),
        fields.text("crossroads"),
        pitch,
        news,
        markup.definitions(note.body),
        fields.text("for_letters"),
    )
    return me, [*fields.problems, *problems, *repeated_section(note, headings, "News")]


def _news(note: Note, start: int, end: int) -> tuple[tuple[News, ...], list[Problem]]:
    news: list[News] = []
    problems: list[Problem] = []
    lines = markup.without_comments(note.body.split("\n")[start:end])
    for number, line in enumerate(lines, start):
        match = NEWS_LINE.match(line)
        found = day_at(plain(line), match.start("date")) if match else None
        if found and (words := AFTER_DATE.match(line, found[1])):
            news.append(News(found[0], words["words"]))
        elif news and line.startswith((" ", "\t")) and line.strip():
            news[-1] = News(news[-1].date, f"{news[-1].text} {line.strip()}")
        elif line.strip():
            message, hint = "this is no line of news", "write `- 2026-03-02 what is new`"
            if match and not found:
                message, hint = date_fault(date_text(plain(line), match.start("date")))
            problems.append(error(note.body_place(number), "bad-news", message, hint))
    return tuple(news), problems
