"""The part of `iiv import` that takes in notes: a plan, and what it says once it is carried out."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from iiv.cli.context import reading, tell, writing
from iiv.cli.failures import Failure
from iiv.cli.note_places import NotePlaces, says_the_same
from iiv.cli.terminal import columns, confirmed, print_done, say, shown
from iiv.cli.whom import person_to_name
from iiv.command_lines import quoted
from iiv.exchange.foreign_files import ForeignFileError, read_bytes
from iiv.exchange.notes import foreign_note
from iiv.journal.names import bare_name
from iiv.method.wording import count
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from iiv.exchange.notes import ForeignNote
    from iiv.journal.journal import Journal

_TELL = {"contact": "whom it is about: --contact WHO", "date": "the day of the talk: --date DATE"}


class Planned(Value, frozen=True, dict=True):
    """What is to be done with a file: the note to write, or why there is none; then it may be `undone`."""

    file: Path
    note: ForeignNote | None
    path: str = ""
    why: str = ""
    is_undone: bool = False


def import_notes(
    files: Sequence[Path], contact: str | None, date: dt.date | None, *, is_applied: bool
) -> None:
    """Copy notes into the journal. Raises Failure where one of them cannot be taken in, once others are."""
    journal = reading().journal
    _, who = person_to_name(journal.contacts, contact, "--contact") if contact else (None, "")
    plan = list(_planned(journal, files, who, date))
    for line in columns([_row(one) for one in plan]):
        say(f"  {line}")
    wanted = [one for one in plan if one.note]
    undone = [one for one in plan if one.is_undone]
    skipped = len(plan) - len(wanted) - len(undone)
    counts = f"{len(wanted)} to write, {skipped} skipped, {len(undone)} not understood"
    tell(f"{count(len(plan), 'file')}: {counts}.")
    if wanted and (is_applied or confirmed(f"Write {count(len(wanted), 'note')}?")):
        _write(wanted)
    elif wanted:
        tell("Nothing was written: --apply does so.")
    if undone:
        raise Failure(f"{count(len(undone), 'file')} of {len(plan)} cannot be taken in as it is.")


def _planned(
    journal: Journal, files: Iterable[Path], contact: str, date: dt.date | None
) -> Iterable[Planned]:
    places = NotePlaces(journal)
    for file in files:
        try:
            note = foreign_note(read_bytes(file), file.name, contact, date)
        except ForeignFileError as fault:
            yield Planned(file, None, why=str(fault), is_undone=True)
            continue
        if note.missing:
            why = f"say {' and '.join(_TELL[key] for key in note.missing)}"
            yield Planned(file, None, why=why, is_undone=True)
            continue
        path, there = places.place(note)
        if PurePath(path).stem.casefold() in {"index", "readme"}:
            why = f"a note may not be called {note.stem}: rename the file"
            yield Planned(file, None, why=why, is_undone=True)
        elif there:
            yield Planned(file, None, why=_there(note, there))
        else:
            yield Planned(file, note, path)


def _there(note: ForeignNote, path: str) -> str:
    if says_the_same(path, note):
        return "is there already"
    why = f"skipped: {path} is there, and says something else"
    if not (note.contact and note.date):
        return why
    new = f"iiv new {quoted(bare_name(note.contact))} --date {note.date}"
    return f"{why}; if you talked twice that day, `{new}` begins another note"


def _row(one: Planned) -> tuple[str, str]:
    if one.note is None:
        return one.file.name, one.why
    day = f", {one.note.date}" if one.note.date else ""
    return one.file.name, f"{one.note.contact}{day}: {one.path}"


def _write(wanted: Sequence[Planned]) -> None:
    with writing() as notes:
        for one in wanted:
            if one.note:
                notes.create(one.path, one.note.text)
    print_done(*map(shown, notes.paths))
    tell("`iiv undo` takes it back.")
