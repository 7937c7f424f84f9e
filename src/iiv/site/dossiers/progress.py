"""How many people stand at each stage, on any day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method.stages import EXITS, PIPELINE, StatusName
from iiv.method.status import on_day
from iiv.site.dossiers.people import LABELS, person_row
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from iiv.method.status import Status
    from iiv.site.dossiers.journal_index import JournalIndex


class StageCount(Value, frozen=True):
    """How many people have a status by the newest day in the notes, and on which days one comes or goes."""

    name: StatusName
    label: str
    count: int
    comes: tuple[dt.date, ...]
    goes: tuple[dt.date, ...]


def progress(index: JournalIndex) -> tuple[StageCount, ...]:
    """The stages in the order of the method, then how it may end."""
    now: dict[StatusName, int] = dict.fromkeys((*PIPELINE, *EXITS), 0)
    comes: dict[StatusName, list[dt.date]] = {name: [] for name in now}
    goes: dict[StatusName, list[dt.date]] = {name: [] for name in now}
    for contact in index.journal.contacts:
        status = person_row(index, contact).status
        now[on_day(status, index.newest_day)[0]] += 1
        for day, before, after in _changes(status):
            if day > index.newest_day:
                goes[before].append(day)
                comes[after].append(day)
    return tuple(
        StageCount(name, LABELS[name], count, tuple(sorted(comes[name])), tuple(sorted(goes[name])))
        for name, count in now.items()
    )


def _changes(status: Status) -> Iterator[tuple[dt.date, StatusName, StatusName]]:
    """When a status turns into another one by itself: the day, from what and to what."""
    if status.since:
        yield status.since, status.before, status.name
    if status.then:
        yield status.then.on, status.name, status.then.name
