"""A talk of a sheet as the text of a note, which says what the sheet does when it is read again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from iiv.exchange.importing.own_words import as_own_markdown
from iiv.exchange.importing.talks import PLAIN
from iiv.journal.edit.yaml_text import UNPRINTABLE, items, scalar
from iiv.journal.parse.answers import answers_in
from iiv.journal.parse.interviews import parse_interview
from iiv.journal.parse.notes import open_note
from iiv.journal.parse.wordings import Wordings
from iiv.journal.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from iiv.exchange.importing.talks import Talk
    from iiv.journal.model import Question


def talk_note(contact: str, talk: Talk, questions: Iterable[Question]) -> str:
    """The note of a talk with `contact`, with what was said below the wording of each question.

    Where a line of that is a question's itself, the answers stand in the front matter instead; where a line
    of the rest is, that is shown as it was typed. So each answer is read as the answer that it was.
    """
    questions = list(questions)
    asks = {question.id: question.ask for question in questions}
    shown = str if talk.is_ours else as_own_markdown
    said = {id_: shown(text) for id_, text in talk.answers.items()}
    below = [(asks[id_], text) for id_, text in said.items()]
    lines = [f"  {scalar(id_)}: {_block(text)}\n" for id_, text in said.items()]
    front = "".join(["answers:\n", *lines]) if lines else ""
    forms = (
        _note(contact, talk, below, "", shown),
        _note(contact, talk, (), front, shown),
        _note(contact, talk, (), front, _as_typed),
    )
    return next((form for form in forms if _answers(form, questions) == said), forms[-1])


def _note(
    contact: str, talk: Talk, answers: Iterable[tuple[str, str]], front: str, shown: Callable[[str], str]
) -> str:
    known = dict(talk.values)
    values = {"contact": scalar(contact), "date": f"{talk.day} {known.pop('time', '')}".rstrip()}
    values |= {key: _typed(key, value) for key, value in known.items()}
    head = "".join(f"{key}: {value}\n" for key, value in values.items())
    parts = [shown(talk.notes)] if talk.notes else []
    sections = [*answers, *((as_own_markdown(title) or "?", shown(text)) for title, text in talk.rest)]
    parts += ["\n\n".join(filter(None, (f"## {title}", text))) for title, text in sections]
    body = "\n\n".join(parts)
    return f"---\n{head}{front}---\n" + (f"\n{body}\n" if body else "")


def _as_typed(text: str) -> str:
    """A text as code, in which nothing is read."""
    fence = "~" * max(3, *(len(run) + 1 for run in re.findall("~+", text)), 0)
    return f"{fence}\n{text}\n{fence}"


def _answers(text: str, questions: Iterable[Question]) -> Mapping[str, str] | None:
    note = open_note("interview", "note", "", text.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(note, Problem):
        return None
    found = answers_in(parse_interview(note)[0], Wordings(questions))
    return {answer.question: answer.text.strip() for answer in found.answers}


def _typed(key: str, value: str | tuple[str, ...]) -> str:
    if not isinstance(value, str):
        return items(value)
    return value if key in PLAIN or key == "next_contact" else scalar(value)


def _block(text: str) -> str:
    """An answer in the front matter: after `|`, where YAML can have it so."""
    if not text or text[0] == " " or UNPRINTABLE.search(text.replace("\n", "")):
        return scalar(text) if text else ""
    return "|\n" + "\n".join(f"    {line}" if line else "" for line in text.split("\n"))
