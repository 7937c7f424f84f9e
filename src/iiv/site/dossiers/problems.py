"""What is wrong in which file, as the page Problems and the notes' own pages show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.site import addresses
from iiv.site.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iiv.journal.journal import BrokenNote, Journal
    from iiv.journal.model import Contact, Interview, Question
    from iiv.journal.problems import Problem
    from iiv.site.dossiers.journal_index import JournalIndex


class FileProblems(Value, frozen=True):
    """The problems of one file. `address` is its page, "" when it has none."""

    path: str
    address: str
    problems: tuple[Problem, ...]
    text: str


class ProblemsView(Value, frozen=True):
    """Every problem, file by file; `errors` and `warnings` count them."""

    files: tuple[FileProblems, ...]
    errors: int
    warnings: int


class BrokenView(Value, frozen=True):
    """A note that could not be used: what is wrong, and its text as it stands."""

    address: str
    title: str
    path: str
    problems: tuple[Problem, ...]
    text: str


def problems(index: JournalIndex) -> ProblemsView:
    """The page Problems. The text of a broken note without a page of its own stands here."""
    reading = index.reading
    homeless = {note.place.path: note.text for note in reading.journal.broken if not _has_page(note)}
    pages = _pages_by_path(reading.journal)
    paths = dict.fromkeys(problem.place.path for problem in sorted(reading.problems))
    return ProblemsView(
        files=tuple(
            FileProblems(path, pages.get(path, ""), index.problems_in(path), homeless.get(path, ""))
            for path in paths
        ),
        errors=sum(problem.severity == "error" for problem in reading.problems),
        warnings=sum(problem.severity == "warning" for problem in reading.problems),
    )


def broken(index: JournalIndex) -> Iterator[BrokenView]:
    """The pages of broken notes on talks. Those on people and questions stand on the pages of these."""
    for note in index.journal.broken:
        if note.kind == "interview":
            path = note.place.path
            title = path.rpartition("/")[2]
            yield BrokenView(addresses.address(note), title, path, index.problems_in(path), note.text)


def _has_page(note: BrokenNote) -> bool:
    return addresses.address(note) != addresses.PROBLEMS


def _pages_by_path(journal: Journal) -> dict[str, str]:
    noted: list[Interview | Contact | Question] = [*journal.interviews, *journal.contacts, *journal.questions]
    pages = {value.place.path: addresses.address(value) for value in noted if value.place}
    return pages | {note.place.path: addresses.address(note) for note in journal.broken if _has_page(note)}
