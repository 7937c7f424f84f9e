import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.foreign_files import ForeignFileError
from iiv.exchange.notes import foreign_note, safe_stem
from tests.builders import an_interview
from tests.exchange.documents import a_document, a_paragraph

DAY = dt.date(2026, 3, 2)
BODY = "# Talk with Maya Okafor\n\n\n- see [[Ada#Log|her]] \t\n"


def test_front_matter_is_added_and_every_other_byte_stays() -> None:
    note = foreign_note(BODY.encode(), "2026-03-02.md")
    assert note.text == f"---\ncontact: Maya Okafor\ndate: 2026-03-02\n---\n{BODY}"
    assert (note.stem, note.contact, note.date, note.missing) == ("2026-03-02", "Maya Okafor", DAY, ())


def test_front_matter_that_is_there_gets_what_it_lacks() -> None:
    text = "---\ntags: [a]   # mine\ndate: 2026-03-02\n---\n" + BODY
    assert foreign_note(text.encode(), "x.md").text == text.replace(
        "date: 2026-03-02\n", "date: 2026-03-02\ncontact: Maya Okafor\n", 1
    )


@pytest.mark.parametrize("head", ["", "---\ntags: a\n---\n"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_marks_stay(head: str, end: str, mark: str) -> None:
    text = mark + (head + BODY).replace("\n", end)
    note = foreign_note(text.encode(), "2026-03-02.md")
    assert note.text.startswith(mark)
    assert note.text.endswith(BODY.replace("\n", end))
    assert note.text.count("\n") == note.text.count(end)
    talk = an_interview(note.text)
    assert talk.date == DAY


def test_what_it_says_itself_wins() -> None:
    text = "---\ncontact: Maya Okafor\ndate: 2026-03-02\n---\nHello\n"
    note = foreign_note(text.encode(), "x.md", "Tomasz Kowal", dt.date(2026, 3, 9))
    assert (note.text, note.contact, note.date) == (text, "Maya Okafor", DAY)


def test_what_cannot_be_told_is_missing_until_it_is_given() -> None:
    assert foreign_note(b"Hello\n", "x.md").missing == ("contact", "date")
    given = foreign_note(b"Hello\n", "x.txt", "Maya Okafor", DAY)
    assert (given.text, given.missing) == ("---\ncontact: Maya Okafor\ndate: 2026-03-02\n---\nHello\n", ())


def test_a_document_becomes_markdown() -> None:
    content = a_document(a_paragraph("Interview with Maya Okafor", "Heading1"), a_paragraph("2 March 2026"))
    note = foreign_note(content, "Maya.docx")
    assert note.text == (
        "---\ncontact: Maya Okafor\ndate: 2026-03-02\n---\n# Interview with Maya Okafor\n\n2 March 2026\n"
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"caf\xe9", "not in UTF-8"),
        (b"a\0b", "is no text"),
        (b"---\ncontact: [\n---\n", "line "),
        (b"---\n- a\n---\nx\n", "line "),
    ],
)
def test_what_cannot_be_taken_in_is_said(content: bytes, why: str) -> None:
    with pytest.raises(ForeignFileError, match=why):
        foreign_note(content, "x.md", "Maya", DAY)


@given(st.text())
def test_any_text_stays_as_it_is(body: str) -> None:
    try:
        note = foreign_note(body.encode(errors="replace"), "x.md", "Maya", DAY)
    except ForeignFileError:
        return
    assert note.text.endswith(
        body.encode(errors="replace").decode().removeprefix("\ufeff")
    ) or body.startswith("---")


@given(st.text())
def test_a_stem_names_a_file_in_the_folder_and_nothing_else(stem: str) -> None:
    safe = safe_stem(stem)
    assert safe
    assert safe not in {".", ".."}
    assert not set("/\\:\0\n[]|#^").intersection(safe)
    assert len(safe) <= 120
