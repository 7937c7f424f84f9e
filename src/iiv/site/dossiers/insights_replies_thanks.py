"""The pictures of asking, thanking and being introduced."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from iiv.method.dates import written
from iiv.method.statistics.few import days
from iiv.method.statistics.introduced import by_introducer, introductions, introductions_said
from iiv.method.statistics.requests import Step, asking_said, steps, waits, waits_said
from iiv.method.statistics.thanking import NAMES, thanking, thanking_said
from iiv.method.wording import capitalise, count
from iiv.site.dossiers.pictures import (
    Figure,
    Label,
    PictureRow,
    SignView,
    Stack,
    Tick,
    column,
    named,
    on,
    stacked,
    table,
    talked,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from iiv.journal.model import Interview
    from iiv.method.channels import Medium
    from iiv.method.statistics.introduced import Introduction, Outcome
    from iiv.method.statistics.thanking import Thanks
    from iiv.site.dossiers.journal_index import JournalIndex
    from iiv.site.dossiers.pictures import Sign

FULL: Final = 88.0
"""Per cent of the width that the longest bar takes; its number stands behind it."""

NAMED: Final = 12
"""So many people a cell of a table names."""

REPLY_DAYS: Final = 30
THANKS_DAYS: Final = 14
"""Days on a scale; what took longer stands at its end."""

INTRODUCERS: Final = 15
"""So many introducers are drawn, each with at most `LED` of those whom they led one to."""

LED: Final = 20


def asking_figure(index: JournalIndex) -> Figure | None:
    """From asking to meeting."""
    found = index.asking
    if not found.requests and not found.unasked:
        return None
    way = steps(index.histories, found)
    asked = len(found.requests)
    return Figure(
        anchor="asking",
        title="From asking to meeting",
        said=asking_said(found),
        n=f"{count(asked, 'person', 'people')} asked, each counted once",
        kind="bars",
        wide=False,
        rows=tuple(
            PictureRow(
                Label(capitalise(step.name)), said=str(len(step.people)), end=_part(len(step.people), asked)
            )
            for step in way
        ),
        table=table(
            ("Step", "People", "Who"),
            (*way, Step("no request on record", found.unasked)),
            lambda step: (capitalise(step.name), str(len(step.people)), _people(index, step.people)),
        ),
    )


def _part(number: int, whole: int) -> float:
    return round(FULL * number / whole, 1) if whole else 0


def _people(index: JournalIndex, ids: Sequence[str]) -> tuple[Label, ...]:
    names = tuple(named(index.face(id_)) for id_ in ids[:NAMED])
    return (*names, Label(f"and {len(ids) - NAMED} more")) if len(ids) > NAMED else names


def replies_figure(index: JournalIndex) -> Figure | None:
    """How long replies take."""
    found = index.asking
    waited = waits(found.requests)
    if not waited:
        return None
    silent = sum(not one.answered for one in found.requests)
    names = [(wait, index.face(one.contact).name) for one, wait in waited]
    return Figure(
        anchor="replies",
        title="How long replies take",
        said=waits_said(found.requests, index.settings),
        n=f"{count(len(waited), 'reply', 'replies')} with a day, of {count(len(found.requests), 'request')}"
        + (
            f"; {silent} without a reply {'is' if silent == 1 else 'are'} not in the picture"
            if silent
            else ""
        ),
        kind="dots",
        wide=False,
        rows=(stacked(Label("Days until the first reply"), _by_day(names, REPLY_DAYS)),),
        table=table(
            ("Person", "Asked", "Reply after"),
            waited,
            lambda pair: (named(index.face(pair[0].contact)), on(pair[0].asked), days(pair[1])),
        ),
        ticks=_days_scale(REPLY_DAYS),
    )


def thanks_figure(index: JournalIndex) -> Figure | None:
    """How soon one thanked, beside one's own aim."""
    found = thanking(index.histories, index.settings)
    whole = len(index.journal.talks)
    if not whole:
        return None
    return Figure(
        anchor="thanks",
        title="How soon you thanked",
        said=thanking_said(found),
        n=f"{count(whole, 'talk')}; the line is your aim",
        kind="dots",
        wide=False,
        rows=tuple(_thanks_row(index, one) for one in found),
        table=table(("Talk", "Thanks", "After"), [*_thanks_rows(found)], partial(_thanks_cells, index)),
        ticks=_days_scale(THANKS_DAYS),
    )


def _thanks_row(index: JournalIndex, one: Thanks) -> PictureRow:
    names = [(wait, index.face(talk.contact).name) for talk, wait in one.talks]
    missing = f", {len(one.missing)} without" if one.missing else ""
    return stacked(
        Label(f"{capitalise(NAMES[one.medium])}: {count(len(one.talks), 'talk')}{missing}"),
        _by_day(names, THANKS_DAYS),
        aim=_day_at(min(one.within, THANKS_DAYS) + 0.5, THANKS_DAYS),
    )


def _thanks_rows(found: Iterable[Thanks]) -> Iterator[tuple[Interview, Medium, int | None]]:
    """Each talk with a medium, and after how many days; what is missing and what took longest first."""
    for one in found:
        yield from ((talk, one.medium, None) for talk in one.missing)
        yield from ((talk, one.medium, wait) for talk, wait in reversed(one.talks))


def _thanks_cells(index: JournalIndex, row: tuple[Interview, Medium, int | None]) -> tuple[Label | str, ...]:
    talk, medium, wait = row
    return talked(index.talk(talk)), NAMES[medium], "not yet" if wait is None else days(wait)


def _by_day(names: Iterable[tuple[int, str]], most: int) -> list[Stack]:
    """A stack for each number of days; what took longer than `most` stands at the end."""
    found: dict[int, list[str]] = {}
    for wait, name in names:
        found.setdefault(min(wait, most), []).append(name)
    return [
        Stack(_day_at(wait, most), len(who), f"{days(wait)}{' or more' if wait == most else ''}: {_few(who)}")
        for wait, who in sorted(found.items())
    ]


def _few(names: Sequence[str]) -> str:
    return ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")


def _day_at(day: float, most: int) -> float:
    return round((day + 0.5) * 100 / (most + 1), 1)


def _days_scale(most: int) -> tuple[Tick, ...]:
    steps_ = range(0, most + 1, 5 if most > THANKS_DAYS else 2)
    return tuple(Tick(_day_at(day, most), f"{day}+" if day == most else str(day)) for day in steps_)


_SIGNS: Final[Mapping[Outcome, Sign]] = {"talked": "talk", "asked": "word", "open": "dash"}
_CAME: Final[Mapping[Outcome, str]] = {
    "talked": "you talked",
    "asked": "asked, no talk",
    "open": "not taken up yet",
}


def introductions_figure(index: JournalIndex) -> Figure | None:
    """Whom each person led one to, and what came of it."""
    found = introductions(index.introduction_tree)
    groups = by_introducer(found)
    if not groups:
        return None
    left = len(groups) - INTRODUCERS
    return Figure(
        anchor="introductions",
        title="Introductions, and what came of them",
        said=introductions_said(found),
        n=f"{count(len(found), 'introduction')} by {count(len(groups), 'person', 'people')}",
        kind="signs",
        wide=False,
        rows=tuple(_led(index, id_, group) for id_, group in groups[:INTRODUCERS]),
        table=table(("Through", "To", "Noted", "What came of it"), found, partial(_led_row, index)),
        legend=tuple((_SIGNS[outcome], words) for outcome, words in _CAME.items()),
        more=f"{count(left, 'introducer')} more in the table." if left > 0 else "",
    )


def _led(index: JournalIndex, introducer: str, group: Sequence[Introduction]) -> PictureRow:
    columns = max(LED // 2, len(group[:LED]))
    signs = tuple(
        SignView(
            column(number, columns),
            _SIGNS[one.outcome],
            f"{index.face(one.contact).name}: {_CAME[one.outcome]}",
        )
        for number, one in enumerate(group[:LED])
    )
    return PictureRow(named(index.face(introducer)), said=str(len(group)), signs=signs)


def _led_row(index: JournalIndex, one: Introduction) -> tuple[Label | str, ...]:
    came = f"you talked on {written(one.talked)}" if one.talked else _CAME[one.outcome]
    day = on(one.on) if one.on else ""
    return named(index.face(one.introducer)), named(index.face(one.contact)), day, came
