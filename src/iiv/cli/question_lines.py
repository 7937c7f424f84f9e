"""Questions and candidates as lines and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from iiv.cli.terminal import BELOW, LEAST, columns, say, terminal_width
from iiv.method.questions import changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from iiv.journal.bank import Candidate
    from iiv.method.questions import Usage


def print_questions(rows: Sequence[Usage]) -> None:
    """The questions in use, the retired ones, and what changed on the way."""
    lines = iter(columns(_row(row) for row in rows))
    groups = {"Asked": [row for row in rows if not row.question.retired]}
    groups["Retired"] = [row for row in rows if row.question.retired]
    for heading, group in groups.items():
        _print_group(heading, [next(lines) for _ in group])
    changed = [(row.question.id, sentence) for row in rows for sentence in changes(row)]
    _print_group("Changed on the way", columns(changed))


def _row(row: Usage) -> tuple[str, str, str]:
    answered = f"{row.answered} of {row.talked} answered" if row.talked else ""
    return row.question.id, row.question.ask, answered


def _print_group(heading: str, lines: Sequence[str]) -> None:
    if lines:
        click.secho(heading, bold=True)
        for line in lines:
            click.echo(f"  {line}")
        click.echo()


def question_rows(rows: Iterable[Usage]) -> list[dict[str, object]]:
    """Questions for JSON. All numbers but `order` count people."""
    return [
        {
            "id": row.question.id,
            "ask": row.question.ask,
            "topic": row.question.topic,
            "order": row.question.order,
            "since": row.question.since.isoformat() if row.question.since else None,
            "retired": row.question.retired,
            "answered": row.answered,
            "asked": row.asked,
            "talked": row.talked,
            "earlier": [{"ask": wording, "people": number} for wording, number in row.earlier],
            "missed": row.missed,
        }
        for row in rows
    ]


def print_candidates(candidates: Sequence[Candidate], states: Mapping[str, str]) -> None:
    """Candidates by topic, each with its hint; `states` says of which ids that they are in use."""
    lines = iter(
        columns((c.id, c.ask + (f" ({states[c.id]})" if c.id in states else "")) for c in candidates)
    )
    space = terminal_width()
    left = 2 + max((len(candidate.id) for candidate in candidates), default=0) + 2
    indent = BELOW if space and space - left < LEAST else " " * left
    for topic in dict.fromkeys(candidate.topic for candidate in candidates):
        click.secho(topic, bold=True)
        for candidate in candidates:
            if candidate.topic == topic:
                click.echo(f"  {next(lines)}")
                say(candidate.hint, indent, dim=True)
        click.echo()


def candidate_rows(candidates: Iterable[Candidate], states: Mapping[str, str]) -> list[dict[str, str]]:
    """Candidates for JSON; `state` is `asked`, `retired` or ""."""
    return [{**asdict(candidate), "state": states.get(candidate.id, "")} for candidate in candidates]
