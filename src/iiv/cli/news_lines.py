"""Whom one's news concerns, as lines and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.context import tell
from iiv.cli.terminal import columns, say
from iiv.command_lines import quoted
from iiv.journal.parse.markup import plain_text
from iiv.method.dates import as_said

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from iiv.method.news import NewsFor


def print_news(found: Sequence[NewsFor], day: dt.date) -> None:
    """The news, then for each person the command that drafts the letter, and why."""
    if not found:
        tell("No news for anybody. News are the dated lines under `## News` in journal/me.md.")
        return
    click.secho("Your news", bold=True)
    for line in dict.fromkeys(line for one in found for line in one.news):
        say(plain_text(line.text), f"  {line.date}  ", " " * len(f"  {line.date}  "))
    groups = {
        "Whom it concerns": [one for one in found if one.closely],
        "Who has not heard it": [one for one in found if not one.closely],
    }
    rows = iter(columns((one.contact.name, draft(one), as_said(one.why, day)) for one in found))
    for heading, group in groups.items():
        if group:
            click.echo()
            click.secho(heading, bold=True)
            for _ in group:
                click.echo(f"  {next(rows)}")


def news_rows(found: Sequence[NewsFor]) -> list[dict[str, object]]:
    """The same for JSON."""
    return [
        {
            "contact": one.contact.name,
            "contact_id": one.contact.id,
            "closely": one.closely,
            "why": one.why,
            "news": [{"date": line.date.isoformat(), "text": plain_text(line.text)} for line in one.news],
            "draft": draft(one),
        }
        for one in found
    ]


def draft(one: NewsFor) -> str:
    """The command that drafts the letter."""
    return f"iiv draft hello {quoted(one.contact.id)}"
