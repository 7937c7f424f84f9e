"""`iiv due`: who needs you, as lines or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.cached_follow_ups import cached_follow_ups
from iiv.cli.context import journal_options, point_out_errors, point_out_problems, reading, root, tell, today
from iiv.cli.terminal import columns, json_option, print_json, shown
from iiv.method.ask_next import SHOWN
from iiv.method.dates import as_said, relative, spoken, written
from iiv.method.due_states import RESTS_AFTER, by_urgency, state

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from iiv.cli.cached_follow_ups import CachedFollowUps
    from iiv.method.ask_next import AskNext
    from iiv.method.due_states import State
    from iiv.method.follow_up import FollowUp


@click.command()
@click.option(
    "--days", type=click.IntRange(min=0), default=14, show_default=True, help="How many days to look ahead."
)
@click.option(
    "--all", "with_resting", is_flag=True, help="Also what rests, long overdue, and everybody to ask."
)
@click.option("--news", is_flag=True, help="Whom your news concerns, instead.")
@json_option
@journal_options()
def due(days: int, with_resting: bool, news: bool, as_json: bool) -> None:
    """Show who needs you.

    What is overdue, what is due today, and what comes in the next days; the most urgent first: a day
    weighs more on thanks than on staying in touch.

    With --news: everybody with whom you are in touch and who has not heard what stands under `## News`
    in journal/me.md, those first whom it concerns closely, each with the command that drafts the letter.
    """
    day = today()
    if news:
        _print_news(day, as_json=as_json)
        return
    folder = root()
    found = cached_follow_ups(folder)
    follow_ups = by_urgency(found.follow_ups, day)
    shown = [
        follow_up for follow_up in follow_ups if _is_shown(follow_up, day, days, with_resting=with_resting)
    ]
    if as_json:
        _print_json(found.names, shown, found.ask_next, day)
    else:
        _print_groups(found.names, shown, day, days)
        _tell_rest(follow_ups, shown, day, days)
        if not found.names:
            tell('Your list is empty: `iiv add "Ada Lovelace"` puts somebody on it.')
        _print_ask_next(found, day, with_all=with_resting, apart=bool(shown))
        _tell_prepared(folder, found.prepared_notes, day)
    point_out_errors(found.errors)


def _print_news(day: dt.date, *, as_json: bool) -> None:
    from iiv.cli.news_lines import news_rows, print_news
    from iiv.method.news import news_for

    read = reading()
    found = news_for(read.journal, day)
    if as_json:
        print_json(news_rows(found))
    else:
        print_news(found, day)
    point_out_problems(read)


def _is_shown(follow_up: FollowUp, day: dt.date, days: int, *, with_resting: bool) -> bool:
    match state(follow_up, day):
        case "overdue" | "due":
            return True
        case "upcoming":
            return (follow_up.due - day).days <= days
        case "resting":
            return with_resting
        case "hidden":
            return False


def _print_groups(names: Mapping[str, str], follow_ups: Iterable[FollowUp], day: dt.date, days: int) -> None:
    groups: dict[State, list[FollowUp]] = {}
    for follow_up in follow_ups:
        groups.setdefault(state(follow_up, day), []).append(follow_up)
    shown = [follow_up for group in groups.values() for follow_up in group]
    if not shown:
        return
    lines = iter(columns(_row(names, follow_up, day) for follow_up in shown))
    for number, (name, group) in enumerate(groups.items()):
        if number:
            click.echo()
        _print_heading(name, days)
        for _ in group:
            click.echo(f"  {next(lines)}")


def _print_heading(name: State, days: int) -> None:
    ahead = "Tomorrow" if days == 1 else f"Next {days} days"
    words = {"overdue": "Overdue", "due": "Today", "upcoming": ahead, "resting": "Resting"}[name]
    colour = {"overdue": "red", "due": "yellow"}.get(name)
    click.secho(words, bold=True, fg=colour)


def _row(names: Mapping[str, str], follow_up: FollowUp, day: dt.date) -> tuple[str, ...]:
    another = "" if follow_up.due.year == day.year else f"({written(follow_up.due)})"
    when = " ".join(filter(None, (relative(follow_up.due, day), another, follow_up.appointment)))
    return names[follow_up.contact], follow_up.meaning.act, when, as_said(follow_up.why, day)


def _print_ask_next(found: CachedFollowUps, day: dt.date, *, with_all: bool, apart: bool) -> None:
    waiting = found.ask_next if with_all else found.ask_next[:SHOWN]
    if not waiting:
        return
    if apart:
        click.echo()
    click.secho("Ask next", bold=True)
    for line in columns((found.names[one.contact], as_said(one.why, day)) for one in waiting):
        click.echo(f"  {line}")
    if more := len(found.ask_next) - len(waiting):
        tell(f"{more} more to ask: `iiv due --all` shows them. `iiv draft ask NAME` writes the letter.")


def _tell_rest(follow_ups: list[FollowUp], shown: list[FollowUp], day: dt.date, days: int) -> None:
    if not shown:
        ahead = f", nor in the next {days} days" if days > 1 else ""
        tell(f"Nobody waits for you today{ahead}.")
    resting = sum(state(follow_up, day) == "resting" for follow_up in follow_ups)
    if resting and not any(state(follow_up, day) == "resting" for follow_up in shown):
        rest = "1 follow-up rests" if resting == 1 else f"{resting} follow-ups rest"
        tell(f"{rest}, long overdue: `iiv due --all` shows {'it' if resting == 1 else 'them'}.")


def _tell_prepared(folder: Path, notes: Iterable[tuple[str, dt.date]], day: dt.date) -> None:
    """Ask for the notes that were prepared, as long as one would be asked to write up a talk."""
    for path, date in notes:
        if 0 < (day - date).days <= RESTS_AFTER:
            where = shown(folder / path)
            tell(f"The note that you prepared for {spoken(date, day)} is still empty: {where}")


def _print_json(
    names: Mapping[str, str], follow_ups: Iterable[FollowUp], waiting: Iterable[AskNext], day: dt.date
) -> None:
    rows: list[dict[str, str | None]] = [
        {
            "id": follow_up.id,
            "contact": names[follow_up.contact],
            "contact_id": follow_up.contact,
            "kind": follow_up.kind,
            "channel": follow_up.channel,
            "due": follow_up.due.isoformat(),
            "state": state(follow_up, day),
            "why": follow_up.why,
        }
        for follow_up in follow_ups
    ]
    rows += [
        {
            "id": one.id,
            "contact": names[one.contact],
            "contact_id": one.contact,
            "kind": "ask",
            "channel": "",
            "due": None,
            "state": "undated",
            "why": one.why,
        }
        for one in waiting
    ]
    print_json(rows)
