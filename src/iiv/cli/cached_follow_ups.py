"""All that follows up, as `iiv due` shows it: kept until a note changes."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - what is kept is checked by these annotations
from typing import TYPE_CHECKING

from msgspec.msgpack import Decoder

from iiv.journal.cache.entries import Cache
from iiv.journal.read.disk import read_folder
from iiv.method.ask_next import AskNext  # noqa: TC001 - what is kept is checked by these annotations
from iiv.method.follow_up import FollowUp  # noqa: TC001 - the same
from iiv.values import Value

if TYPE_CHECKING:
    from pathlib import Path

    from iiv.journal.read.disk import Folder

CACHE = "follow-ups"


class CachedFollowUps(Value, frozen=True):
    """The follow-ups, the names of the people in them by id, and how many errors the notes have.

    `ask_next` are those to ask for a talk. `prepared_notes` are those that no follow-up asks to write up:
    their paths and days.
    """

    follow_ups: tuple[FollowUp, ...]
    ask_next: tuple[AskNext, ...]
    names: dict[str, str]
    errors: int
    prepared_notes: tuple[tuple[str, dt.date], ...] = ()


def cached_follow_ups(root: Path) -> CachedFollowUps:
    """All that follows up in the journal in `root`, whatever the day.

    It is a function of what the notes say: while that is the same, so is what was kept of it.
    """
    folder = read_folder(root)
    digest = folder.digest()
    cache = Cache(root, CACHE)
    known = cache.get_value(digest, Decoder(CachedFollowUps))
    if known is not None:
        return known
    found = _worked_out(root, folder)
    cache.put_value(digest, found)
    cache.save(complete=True)
    return found


def _worked_out(root: Path, folder: Folder) -> CachedFollowUps:
    from iiv.journal.cache.note_cache import note_cache
    from iiv.journal.read.reading import read_folder as read
    from iiv.method.appointments import prepared_notes
    from iiv.method.ask_next import ask_next
    from iiv.method.history import histories
    from iiv.method.rules import all_follow_ups

    with note_cache(root) as cache:
        reading = read(folder, cache)
    found = all_follow_ups(reading.journal, reading.settings)
    asked_next = ask_next(histories(reading.journal))
    ids = {*(one.contact for one in found), *(one.contact for one in asked_next)}
    names = {id_: reading.journal.contacts_by_id[id_].name for id_ in ids}
    asked = {follow_up.contact for follow_up in found if follow_up.kind == "write-up"}
    notes = ((note.path, note.date) for note in prepared_notes(reading.journal) if note.contact not in asked)
    errors = sum(problem.severity == "error" for problem in reading.problems)
    return CachedFollowUps(found, asked_next, names, errors, tuple(notes))
