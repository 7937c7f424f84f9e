"""All that follows up, as `iiv due` shows it: kept until a note changes."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from iiv.journal.disk import read_folder
from iiv.journal.store import Store
from iiv.method.items import FollowUp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from iiv.journal.disk import Folder

FILE = "follow-ups"


@dataclass(frozen=True, slots=True)
class Owed:
    """The items, the names of the people in them by id, and how many errors the notes have.

    `unwritten` are the notes that were prepared and that no item asks to write up: their paths and days.
    """

    items: tuple[FollowUp, ...]
    names: Mapping[str, str]
    errors: int
    unwritten: tuple[tuple[str, dt.date], ...] = ()


def owed(root: Path) -> Owed:
    """All that follows up in the journal in `root`, whatever the day.

    It is a function of what the notes say: while that is the same, so is what was kept of it.
    """
    folder = read_folder(root)
    digest = folder.digest()
    store = Store(root, FILE)
    known, *lines = store.load() or [""]
    if known == digest:
        try:
            return _parsed(lines)
        except (ValueError, TypeError):
            pass  # as if nothing had been kept
    found = _worked_out(root, folder)
    store.save([digest, *_lines(found)])
    return found


def _worked_out(root: Path, folder: Folder) -> Owed:
    from iiv.journal.cache.parsed_notes import note_cache
    from iiv.journal.reading import read_folder as read
    from iiv.method.appointments import unwritten
    from iiv.method.follow_ups import follow_ups

    with note_cache(root) as cache:
        reading = read(folder, cache)
    items = follow_ups(reading.journal, reading.settings)
    names = {item.contact: reading.journal.contacts_by_id[item.contact].name for item in items}
    asked = {item.contact for item in items if item.kind == "write-up"}
    notes = ((note.path, note.date) for note in unwritten(reading.journal) if note.contact not in asked)
    errors = sum(problem.severity == "error" for problem in reading.problems)
    return Owed(items, names, errors, tuple(notes))


def _lines(found: Owed) -> Iterator[str]:
    notes = [[path, date.isoformat()] for path, date in found.unwritten]
    yield json.dumps([found.errors, found.names, notes])
    for item in found.items:
        until = item.until and item.until.isoformat()
        days = [item.from_.isoformat(), item.due.isoformat(), until]
        yield json.dumps([item.id, item.contact, item.kind, item.channel, item.why, *days])


def _parsed(lines: Iterable[str]) -> Owed:
    """Raises ValueError or TypeError for lines that `_lines` does not give."""
    (errors, names, notes), *rows = map(json.loads, lines)
    items = tuple(_item(*row) for row in rows)
    unwritten = tuple((str(path), dt.date.fromisoformat(date)) for path, date in notes)
    if (
        type(errors) is not int
        or not isinstance(names, dict)
        or not names.keys() >= {i.contact for i in items}
    ):
        raise ValueError("no list of what is owed")
    return Owed(items, names, errors, unwritten)


def _item(id_: str, contact: str, kind: Any, channel: Any, why: str, *days: Any) -> FollowUp:  # noqa: ANN401 - a row
    from_, due, until = days
    day = dt.date.fromisoformat
    return FollowUp(
        id_, contact, kind, channel, day(from_), day(due), None if until is None else day(until), why
    )
