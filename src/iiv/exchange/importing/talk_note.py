"""A talk of a sheet as the text of a note, which says what the sheet does when it is read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.exchange.importing.own_words import as_own_markdown
from iiv.journal.edit.yaml_text import UNPRINTABLE, items, scalar
from iiv.journal.parse.answers import answers_in
from iiv.journal.parse.interviews import parse_interview
from iiv.journal.parse.notes import open_note
from iiv.journal.parse.wordings import Wordings
from iiv.journal.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from iiv.exchange.importing.talks import Talk
    from iiv.journal.model import Question


def talk_note(contact: str, talk: Talk, questions: Iterable[Question]) -> str:
    """The note of a talk with `contact`, with what was said below the wording of each question.

    Where an answer would be taken apart there, as a line in it is a question's, the answers stand in the
    front matter.
    """
    questions = list(questions)
    asks = {question.id: question.ask for question in questions}
    said = {id_: as_own_markdown(text) for id_, text in talk.answers.items()}
    text = _note(contact, talk, [(asks[id_], text) for id_, text in said.items()], "")
    if _answers(text, questions) == said:
        return text
    lines = ["answers:", *(f"  {scalar(id_)}: {_block(answer)}" for id_, answer in said.items())]
    return _note(contact, talk, (), "\n".join(lines) + "\n")


def _note(contact: str, talk: Talk, answers: Iterable[tuple[str, str]], front: str) -> str:
    values = {"contact": scalar(contact), "date": str(talk.day)}
    values |= {key: _typed(value) for key, value in talk.values.items()}
    head = "".join(f"{key}: {value}\n" for key, value in values.items())
    parts = [as_own_markdown(talk.notes)] if talk.notes else []
    sections = [*answers, *((title, as_own_markdown(text)) for title, text in talk.rest)]
    parts += ["\n\n".join(filter(None, (f"## {_heading(title)}", text))) for title, text in sections]
    body = "\n\n".join(parts)
    return f"---\n{head}{front}---\n" + (f"\n{body}\n" if body else "")


def _answers(text: str, questions: Iterable[Question]) -> Mapping[str, str] | None:
    """The answers that a note's text is read as; None where it cannot be read."""
    note = open_note("interview", "note", "", text)
    if isinstance(note, Problem):
        return None
    found = answers_in(parse_interview(note)[0], Wordings(questions))
    return {answer.question: answer.text.strip() for answer in found.answers}


def _typed(value: str | tuple[str, ...]) -> str:
    if not isinstance(value, str):
        return items(value)
    return value if value in {"yes", "no", "never"} or value[:1].isdigit() else scalar(value)


def _block(text: str) -> str:
    """An answer in the front matter: after `|`, where YAML can have it so."""
    if not text or text[0] == " " or UNPRINTABLE.search(text.replace("\n", "")):
        return scalar(text) if text else ""
    return "|\n" + "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


def _heading(title: str) -> str:
    return as_own_markdown(title) if title.strip() else "?"
