"""What comes out of a printer: every page as a PDF, read back. Backgrounds are left out, as printers do."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from iiv.journal.journal import Journal
from iiv.journal.read.reading import read


class Printer(Protocol):
    """Prints the page at an address of the site."""

    def __call__(self, address: str) -> PdfReader: ...


def _printer(browser: Browser, root: Path, *, scripts: bool) -> Iterator[Printer]:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()

    def printed(address: str) -> PdfReader:
        path, _, query = address.partition("?")
        page.goto((root / "site" / path).as_uri() + (f"?{query}" if query else ""))
        return PdfReader(BytesIO(page.pdf(format="A4")))

    yield printed
    context.close()


@pytest.fixture(scope="module")
def printed(browser: Browser, example: Path) -> Iterator[Printer]:
    yield from _printer(browser, example, scripts=True)


@pytest.fixture(scope="module")
def printed_plainly(browser: Browser, example: Path) -> Iterator[Printer]:
    """By a browser that runs no script."""
    yield from _printer(browser, example, scripts=False)


@pytest.fixture(scope="module")
def matrix(printed: Printer) -> PdfReader:
    return printed("matrix.html")


@pytest.fixture(scope="module")
def journal(example: Path) -> Journal:
    return read(example).journal


def words(paper: PdfReader, *sheets: int) -> str:
    """What stands on some sheets, or on all, in one line."""
    chosen = [paper.pages[sheet] for sheet in sheets] or list(paper.pages)
    return " ".join(" ".join(sheet.extract_text() for sheet in chosen).split())


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("index.html", 3),
        ("follow-ups.html", 2),
        ("questions/index.html", 2),
        ("questions/start.html", 2),
        ("themes/index.html", 3),
        ("interviews/index.html", 2),
        ("contacts/index.html", 3),
        ("introductions.html", 2),
        ("insights.html", 5),
        ("directions/index.html", 2),
        ("quotes.html", 1),
        ("problems.html", 1),
        ("interviews/2026-08-11-tamsin-okonjo-reeve.html", 2),
        ("contacts/bernadette-quaye.html", 2),
        ("directions/council-trees.html", 2),
    ],
)
def test_a_page_takes_few_sheets_and_leaves_none_empty(printed: Printer, address: str, most: int) -> None:
    paper = printed(address)
    assert len(paper.pages) <= most
    last = words(paper, -1)
    assert last
    assert "Problems in the notes" not in last  # the footer


@pytest.mark.parametrize("address", ["interviews/index.html", "questions/start.html"])
def test_what_leads_elsewhere_and_what_one_types_into_stays_off_paper(printed: Printer, address: str) -> None:
    first = words(printed(address), 0)
    for off in (
        *("Search", "Follow-ups", "any field", "newest first", "find a", "Show all", "Pick two"),
        "the one before",
    ):
        assert off not in first


def test_every_sheet_of_the_matrix_has_all_questions(matrix: PdfReader, journal: Journal) -> None:
    sheets = [words(matrix, number) for number in range(len(matrix.pages))]
    everything = "".join(sheets).replace(" ", "")
    for question in journal.questions:
        if not question.shortlist:
            assert [question.ask in sheet for sheet in sheets] == [True] * len(sheets)
    for talk in journal.talks:
        # A letter from another font stands apart.
        assert "".join(journal.contacts_by_id[talk.contact].name.split()) in everything


def test_the_matrix_is_made_of_lines_that_can_be_read(matrix: PdfReader) -> None:
    assert len(matrix.pages) <= 3
    sheet = matrix.pages[1]
    lines = [line for line in sheet.extract_text().splitlines() if line.strip()]
    assert float(sheet.mediabox.width) > float(sheet.mediabox.height)
    assert sum(len(line) < 4 for line in lines) < len(lines) / 10
    assert sum(map(len, lines)) / len(lines) > 12


def test_answers_to_a_direction_are_lines_that_can_be_read(printed: Printer) -> None:
    paper = printed("directions/council-trees.html")
    lines = "\n".join(sheet.extract_text() for sheet in paper.pages).partition("Question by question")[2]
    lengths = [len(line) for line in lines.splitlines() if line.strip()]
    assert sum(lengths) / len(lengths) > 25


def test_marks_are_signs(printed: Printer) -> None:
    talk = words(printed("interviews/2026-10-31-wilf-garside.html"), 0)
    people = words(printed("contacts/index.html"), 0)
    assert "Helpfulness ●●●●○ My interest ●●●●○" in talk
    assert "Asked 1 BA Benedikt Aumüller" in people
    assert "Filed 1 CV Crispin Vane" in people


def test_a_list_that_was_narrowed_says_to_what(printed: Printer) -> None:
    talks = words(printed("interviews/index.html?channel=phone&find=calderby"), 0)
    people = words(printed("contacts/index.html?status=scheduled&find=s"))
    assert "1 of 18 talks for “calderby”, phone" in talks
    assert "Gráinne Fallon" in talks
    assert "of 26 people for “s”, scheduled" in people


def test_what_is_folded_stands_on_paper_without_a_script_too(printed_plainly: Printer) -> None:
    paper = printed_plainly("themes/index.html")
    assert "Fifty-four down to twenty-two" in words(paper)
