"""What is wrong in which file, as the page Problems and the notes' own pages show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.site import addresses
from iiv.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from iiv.journal.directions import Direction
    from iiv.journal.journal import BrokenNote, Journal
    from iiv.journal.model import Contact, Interview, Question
    from iiv.journal.problems import Problem
    from iiv.site.dossiers.journal_index import JournalIndex


class CopyView(Value, frozen=True):
    """What a copy of a note has that the note has not, and the other way round.

    `path` is the note, and `address` its page, "" when it has none.
    """

    path: str
    address: str
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]


class FileProblems(Value, frozen=True):
    """The problems of one file. `address` is its page, "" when it has none: then `text` is what it says."""

    path: str
    address: str
    problems: tuple[Problem, ...]
    text: str
    copy: CopyView | None


class ProblemsView(Value, frozen=True):
    """Every problem, file by file; `errors` and `warnings` count them."""

    files: tuple[FileProblems, ...]
    errors: int
    warnings: int


class BrokenView(Value, frozen=True):
    """A note that could not be used: what is wrong, its text, and of which note it is a `copy`, if of any."""

    address: str
    title: str
    path: str
    problems: tuple[Problem, ...]
    text: str
    copy: CopyView | None


def problems(index: JournalIndex) -> ProblemsView:
    """The page Problems. The text of a broken note without a page of its own stands here."""
    reading = index.reading
    homeless = {note.place.path: note for note in reading.journal.broken if not _has_page(note)}
    pages = _pages_by_path(reading.journal)
    paths = dict.fromkeys(problem.place.path for problem in sorted(reading.problems))
    return ProblemsView(
        files=tuple(
            FileProblems(
                path=path,
                address=pages.get(path, ""),
                problems=index.problems_in(path),
                text=homeless[path].text if path in homeless else "",
                copy=_copy(homeless[path], pages) if path in homeless else None,
            )
            for path in paths
        ),
        errors=sum(problem.severity == "error" for problem in reading.problems),
        warnings=sum(problem.severity == "warning" for problem in reading.problems),
    )


def broken(index: JournalIndex) -> Iterator[BrokenView]:
    """The pages of broken notes on talks and directions, and of copies. Others have pages anyway."""
    pages = _pages_by_path(index.journal)
    for note in index.journal.broken:
        if note.kind in {"interview", "direction"} or (note.copy_of and _has_page(note)):
            path = note.place.path
            yield BrokenView(
                address=addresses.address(note),
                title=path.rpartition("/")[2],
                path=path,
                problems=index.problems_in(path),
                text=note.text,
                copy=_copy(note, pages),
            )


def _copy(note: BrokenNote, pages: Mapping[str, str]) -> CopyView | None:
    if not note.copy_of:
        return None
    return CopyView(note.copy_of, pages.get(note.copy_of, ""), note.only_here, note.only_there)


def _has_page(note: BrokenNote) -> bool:
    return addresses.address(note) != addresses.PROBLEMS


def _pages_by_path(journal: Journal) -> dict[str, str]:
    noted: list[Interview | Contact | Question | Direction] = [*journal.interviews, *journal.contacts]
    noted += [*journal.questions, *journal.directions]
    pages = {value.place.path: addresses.address(value) for value in noted if value.place}
    return pages | {note.place.path: addresses.address(note) for note in journal.broken if _has_page(note)}
