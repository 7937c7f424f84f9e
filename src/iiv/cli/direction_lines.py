"""Directions as lines, as JSON and as a file to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from iiv.cli.context import tell
from iiv.cli.terminal import BELOW, GAP, columns, say
from iiv.journal.edit.yaml_text import items, scalar
from iiv.method.dates import written
from iiv.method.directions import VERDICTS
from iiv.method.wording import count

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from iiv.journal.directions import Verdict
    from iiv.method.directions import Evidence, Offer

_BLANK = """\
---
name: {name}
# A talk speaks to it that has one of these fields or tags, or is with one of these people.
fields:{fields}
tags:{tags}
people:
# Up to which day you took the talks in: then it is said how many answers are newer.
as_of:
# What you decided, when and why: open, try, keep or drop. The newest counts.
verdicts:
  - verdict: open
    on: {today}
    why:
# Two answers that say the opposite: [[2026-03-02-ada#start]], [[2026-04-02-grace#start]]
contradicts:
---

<!--
What draws you, and what speaks against it? A link as [[2026-03-02-ada#start]] leads to what was said.

What stands below a heading "What I still need to know" is shown beside that of other directions.
-->
"""


def blank_direction(name: str, fields: Sequence[str], tags: Sequence[str], today: dt.date) -> str:
    """The file of a direction, to be filled in. What it says to do is no text."""
    listed = [f" {items(words)}" if words else "" for words in (fields, tags)]
    return _BLANK.format(name=scalar(name), fields=listed[0], tags=listed[1], today=today)


def print_directions(found: Sequence[Evidence]) -> None:
    """Directions by their verdict, each with its voices and the interest after each talk."""
    lines = iter(columns(_row(one) for one in found))
    for name, meant in VERDICTS.items():
        group = [one for one in found if one.direction.verdict.name == name]
        if group:
            click.secho(meant.label, bold=True)
        for one in group:
            click.echo(f"{GAP}{next(lines)}")
            for below in _below(one):
                say(below, BELOW, dim=True)
        if group:
            click.echo()


def _row(found: Evidence) -> tuple[str, str, str]:
    interests = " ".join(str(talk.interest) for talk in found.talks if talk.interest)
    average = "" if found.average is None else f" (on average {found.average:.1f})"
    words = count(found.voices, "voice") + (f", interest {interests}{average}" if interests else "")
    return found.direction.id, found.direction.name, words


def _below(found: Evidence) -> Iterable[str]:
    """When and why it was decided, and what came since it was written."""
    direction = found.direction
    if said := _decided(direction.verdict):
        yield said
    if not found.voices:
        yield f"write fields, tags or people of your talks into {direction.place.path}"
    if direction.as_of:
        number = found.newer_answers
        newer = (
            f"{count(number, 'answer')} {'is' if number == 1 else 'are'} newer" if number else "none is newer"
        )
        yield f"written up to {written(direction.as_of)}: {newer}"


def _decided(verdict: Verdict) -> str:
    since = f"since {written(verdict.on)}" if verdict.on else ""
    return ": ".join(filter(None, (since, verdict.why)))


def tell_offers(offers: Iterable[Offer]) -> None:
    """Say which fields are worth a direction, with the command that begins it."""
    for offer in offers:
        what = f"{count(offer.talks, 'talk')} with {count(offer.people, 'person', 'people')}"
        tell(f'{offer.field}: {what}, and no direction. `iiv directions new "{offer.field}"` begins one.')


def direction_rows(found: Iterable[Evidence]) -> list[dict[str, object]]:
    """Directions for JSON. `interest` is that after each talk, null where none was noted."""
    return [
        {
            "id": one.direction.id,
            "name": one.direction.name,
            "path": one.direction.place.path,
            "verdict": one.direction.verdict.name,
            "on": one.direction.verdict.on.isoformat() if one.direction.verdict.on else None,
            "why": one.direction.verdict.why,
            "voices": one.voices,
            "talks": [talk.id for talk in one.talks],
            "interest": [talk.interest for talk in one.talks],
            "as_of": one.direction.as_of.isoformat() if one.direction.as_of else None,
            "newer": one.newer_answers,
        }
        for one in found
    ]
