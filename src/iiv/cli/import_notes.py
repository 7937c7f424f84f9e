"""The part of `iiv import` that takes in notes: a plan, and what it says once it is carried out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iiv.cli.context import reading, root, tell, writing
from iiv.cli.failures import Failure
from iiv.cli.terminal import columns, confirmed, print_done, say, shown
from iiv.cli.whom import person_to_name
from iiv.exchange.foreign_files import ForeignFileError, read_bytes
from iiv.exchange.notes import foreign_note
from iiv.method.wording import count

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from iiv.exchange.notes import ForeignNote
    from iiv.journal.journal import Journal

_FOLDER = "journal/interviews"
_TELL = {"contact": "whom it is about: --contact WHO", "date": "the day of the talk: --date DATE"}


@dataclass(frozen=True)
class Planned:
    """What is to be done with a file: the note to write, or why there is none; then it may be `undone`."""

    file: Path
    note: ForeignNote | None
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
    wanted = [one.note for one in plan if one.note]
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
    taken = {talk.id.casefold(): talk.path for talk in journal.interviews}
    taken |= {note.id.casefold(): note.place.path for note in journal.broken if note.kind == "interview"}
    for file in files:
        try:
            note = foreign_note(read_bytes(file), file.name, contact, date)
        except ForeignFileError as fault:
            yield Planned(file, None, str(fault), is_undone=True)
            continue
        path = taken.get(note.stem.casefold(), "")
        if note.missing:
            yield Planned(
                file, None, f"say {' and '.join(_TELL[key] for key in note.missing)}", is_undone=True
            )
        elif note.stem.casefold() in {"index", "readme"}:
            yield Planned(
                file, None, f"a note may not be called {note.stem}: rename the file", is_undone=True
            )
        elif path or (root() / _FOLDER / f"{note.stem}.md").exists():
            yield Planned(file, None, _there(note, path or f"{_FOLDER}/{note.stem}.md"))
        else:
            taken[note.stem.casefold()] = f"{_FOLDER}/{note.stem}.md"
            yield Planned(file, note)


def _there(note: ForeignNote, path: str) -> str:
    file = root() / path
    is_same = file.is_file() and file.read_bytes() == note.text.encode()
    return "is there already" if is_same else f"skipped: {path} has that name, and says something else"


def _row(one: Planned) -> tuple[str, str]:
    if one.note is None:
        return one.file.name, one.why
    day = f", {one.note.date}" if one.note.date else ""
    return one.file.name, f"{one.note.contact}{day}: {_FOLDER}/{one.note.stem}.md"


def _write(wanted: Sequence[ForeignNote]) -> None:
    with writing() as notes:
        for note in wanted:
            notes.create(f"{_FOLDER}/{note.stem}.md", note.text)
    print_done(*map(shown, notes.paths))
