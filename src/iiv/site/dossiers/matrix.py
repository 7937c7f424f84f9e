"""The matrix: people down, questions across, what each said in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iiv.method import matrix as method
from iiv.site import addresses
from iiv.site.dossiers.filtering import Choices, Facets, choices, themes_in
from iiv.values import Value

if TYPE_CHECKING:
    import datetime as dt

    from iiv.journal.model import Answer, Interview
    from iiv.site.dossiers.common import PersonView
    from iiv.site.dossiers.journal_index import JournalIndex


class GistView(Value, frozen=True):
    """An answer in short, "" when it has no words, and the page and place of the whole one."""

    gist: str
    address: str
    anchor: str
    date: dt.date


class CellView(Value, frozen=True):
    """What one person said to one question, newest first; `asked` tells an empty cell's reason."""

    said: tuple[GistView, ...]
    asked: bool


class MatrixColumn(Value, frozen=True):
    """One question. It is asked now, unless it is `retired` or on the `shortlist`."""

    id: str
    ask: str
    address: str
    retired: bool
    shortlist: bool


class MatrixRow(Value, frozen=True):
    """One person. `files` are the addresses of the scripts that hold their whole answers.

    `answered` of the `asked` questions have an answer of theirs.
    """

    person: PersonView
    cells: tuple[CellView, ...]
    answered: int
    asked: int
    last: dt.date
    facets: Facets
    files: tuple[str, ...]


class MatrixView(Value, frozen=True):
    """Everyone with whom there was a talk, by name, and all questions that were or are asked, these first."""

    questions: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    choices: Choices
    answers: int


def matrix(index: JournalIndex) -> MatrixView:
    """The page Matrix."""
    rows = tuple(_row(index, row) for row in method.matrix(index.journal))
    return MatrixView(
        questions=tuple(
            MatrixColumn(one.id, one.ask, addresses.address(one), one.retired, one.shortlist)
            for one in method.across(index.journal)
        ),
        rows=rows,
        choices=choices(row.facets for row in rows),
        answers=sum(len(cell.said) for row in rows for cell in row.cells),
    )


def _row(index: JournalIndex, row: method.Row) -> MatrixRow:
    face = index.face(row.contact.id)
    rated = (talk.helpfulness for talk in row.talks if talk.helpfulness)
    return MatrixRow(
        person=face,
        cells=tuple(_cell(cell) for cell in row.cells),
        answered=row.answered,
        asked=len(row.cells),
        last=row.talks[0].date,
        facets=Facets(
            tags=tuple(dict.fromkeys((*row.contact.tags, *(tag for talk in row.talks for tag in talk.tags)))),
            themes=themes_in(row.talks),
            field=face.field,
            helpfulness=next(rated, None),
        ),
        files=tuple(addresses.answers_file(talk) for talk in row.talks if talk.answers),
    )


def _cell(cell: method.Cell) -> CellView:
    return CellView(tuple(_gist(talk, answer) for talk, answer in cell.said), cell.asked)


def _gist(talk: Interview, answer: Answer) -> GistView:
    return GistView(answer.gist, addresses.address(talk), answer.question, talk.date)
