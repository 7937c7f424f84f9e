"""Questions and candidates as lines and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.question_choices import state_of
from iiv.cli.terminal import BELOW, GAP, LEAST, columns, say, terminal_width, width
from iiv.method.questions import changes
from iiv.method.wording import count
from iiv.values import asdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from iiv.journal.bank import Candidate
    from iiv.journal.model import Question
    from iiv.method.questions import Usage
    from iiv.method.worth import Worth

MARKS = {
    "method": "the method's own",
    "asked": "asked",
    "shortlist": "on the shortlist",
    "retired": "retired",
}
HEADINGS = {"asked": "Asked", "shortlist": "On the shortlist", "retired": "Retired"}


def print_questions(rows: Sequence[Usage], brought: Mapping[str, Worth]) -> None:
    """The questions in use, those on the shortlist and the retired ones, and what changed on the way.

    `brought` says what each brings.
    """
    lines = iter(columns(_row(row) for row in rows))
    indent = _indent(row.question.id for row in rows)
    for state, heading in HEADINGS.items():
        group = [row.question.id for row in rows if state_of(row.question) == state]
        _print_group(heading, [(next(lines), _brings(brought[id_])) for id_ in group], indent)
    changed = [(row.question.id, sentence) for row in rows for sentence in changes(row)]
    _print_group("Changed on the way", [(line, "") for line in columns(changed)])


def print_shortlist(questions: Sequence[Question]) -> None:
    """The questions on the shortlist."""
    for line in columns((question.id, question.ask) for question in questions):
        click.echo(f"  {line}")


def _row(row: Usage) -> tuple[str, str, str]:
    counts = row.talked and (row.answered or not row.question.shortlist)
    answered = f"{row.answered} of {row.talked} answered" if counts else ""
    return row.question.id, row.question.ask, answered


def _brings(worth: Worth) -> str:
    """How long the answers are, and how many hold what one may keep; "" without answers."""
    held = {"a quotation": worth.quoted, "a theme": worth.themed}
    holding = [f"{number} with {what}" for what, number in held.items() if number]
    return ", ".join([f"typically {count(worth.words, 'word')}", *holding]) if worth.answers else ""


def _print_group(heading: str, lines: Sequence[tuple[str, str]], indent: str = "") -> None:
    if lines:
        click.secho(heading, bold=True)
        for line, below in lines:
            click.echo(f"  {line}")
            if below:
                say(below, indent, dim=True)
        click.echo()


def question_rows(rows: Iterable[Usage], brought: Mapping[str, Worth]) -> list[dict[str, object]]:
    """Questions for JSON. `answered`, `asked`, `talked`, `people` and `missed` count people.

    `words` is the typical length of the `answers`; `quoted` of these hold a quotation, `themed` a theme.
    """
    return [
        {
            "id": row.question.id,
            "ask": row.question.ask,
            "topic": row.question.topic,
            "order": row.question.order,
            "since": row.question.since.isoformat() if row.question.since else None,
            "retired": row.question.retired,
            "shortlist": row.question.shortlist,
            "answered": row.answered,
            "asked": row.asked,
            "talked": row.talked,
            "earlier": [{"ask": wording, "people": number} for wording, number in row.earlier],
            "missed": row.missed,
            **asdict(brought[row.question.id]),
        }
        for row in rows
    ]


def print_candidates(candidates: Sequence[Candidate], states: Mapping[str, str]) -> None:
    """Candidates by topic, each with its hint; `states` says of which ids that they are in use."""
    lines = iter(columns((one.id, one.ask + _marked(one, states)) for one in candidates))
    indent = _indent(candidate.id for candidate in candidates)
    for topic in dict.fromkeys(candidate.topic for candidate in candidates):
        click.secho(topic, bold=True)
        for candidate in candidates:
            if candidate.topic == topic:
                click.echo(f"  {next(lines)}")
                say(candidate.hint, indent, dim=True)
        click.echo()


def _marked(candidate: Candidate, states: Mapping[str, str]) -> str:
    found = ("method" if candidate.method else "", states.get(candidate.id, ""))
    marks = ", ".join(MARKS[mark] for mark in found if mark)
    return f" ({marks})" if marks else ""


def _indent(ids: Iterable[str]) -> str:
    """What stands before a line below a question: it begins where the question does, if there is room."""
    left = len(GAP) + max(map(width, ids), default=0) + len(GAP)
    space = terminal_width()
    return BELOW if space and space - left < LEAST else " " * left


def candidate_rows(candidates: Iterable[Candidate], states: Mapping[str, str]) -> list[dict[str, object]]:
    """Candidates for JSON; `state` is `asked`, `shortlist`, `retired` or ""."""
    return [{**asdict(candidate), "state": states.get(candidate.id, "")} for candidate in candidates]
