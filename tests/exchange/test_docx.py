import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.docx import paragraphs
from iiv.exchange.docx_notes import markdown_of
from iiv.exchange.foreign_files import MOST_BYTES, ForeignFileError, read_bytes, text_of
from tests.exchange.documents import a_document, a_paragraph
from tests.site.markdown.structure import words
from tests.site.sites import rendered

STYLES = (
    "<w:styles>"
    "<w:style w:styleId='berschrift2'><w:name w:val='heading 2'/></w:style>"
    "<w:style w:styleId='own'><w:name w:val='Mine'/><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>"
    "</w:styles>"
)
BOLD, ITALIC = "<w:b/>", "<w:i/>"
LISTS = (
    "<w:numbering><w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num></w:numbering>"
)


def an_item(text: str, depth: int = 0) -> str:
    return a_paragraph(text, more=f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='3'/></w:numPr>")


def a_run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_headings_lists_bold_and_italic() -> None:
    content = a_document(
        a_paragraph("Talk with Maya", "Title"),
        a_paragraph("How did you begin?", "berschrift2"),
        f"<w:p>{a_run('By accident', BOLD)}{a_run(', ', BOLD)}{a_run('really', ITALIC)}{a_run('. *')}</w:p>",
        an_item("one"),
        an_item("below", 1),
        an_item("two"),
        a_paragraph("Line\nbreak", "own"),
        a_paragraph("1. no list\n# no heading"),
        parts={"word/styles.xml": STYLES, "word/numbering.xml": LISTS},
    )
    assert markdown_of(content, "x.docx") == (
        "# Talk with Maya\n\n## How did you begin?\n\n**By accident,** *really*. \\*\n\n"
        "1. one\n    - below\n1. two\n\n### Line break\n\n1\\. no list\\\n\\# no heading\n"
    )


def test_what_was_deleted_and_what_no_one_sees_is_left_out() -> None:
    seen = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r>"
    table = f"<w:tbl><w:tr><w:tc>{a_paragraph('cell')}</w:tc></w:tr></w:tbl>"
    assert markdown_of(a_document(f"<w:p>{seen}{a_run('kept')}</w:p>", table), "x.docx") == "kept\n\ncell\n"


@given(
    st.lists(
        st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=30), max_size=4
    )
)
def test_every_word_of_a_document_is_on_the_page(texts: list[str]) -> None:
    markdown = markdown_of(a_document(*map(a_paragraph, texts)), "x.docx")
    letters = [char for text in texts for char in text if char.isalnum()]
    assert [char for char in words(rendered(markdown)) if char.isalnum()] == letters


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
LEAK = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [BOMB, LEAK, "<!DOCTYPE x>"])
def test_no_entity_is_followed(doctype: str) -> None:
    content = a_document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>", before=doctype)
    with pytest.raises(ForeignFileError, match="document type"):
        paragraphs(content, "x.docx")


def test_what_would_grow_without_end_is_not_unpacked() -> None:
    content = a_document(a_run(" " * 41_000_000))
    assert len(content) < 100_000
    with pytest.raises(ForeignFileError, match="too large once it is unpacked"):
        paragraphs(content, "x.docx")


def a_zip(*names: str) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name in names:
            file.writestr(name, "<a>")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "cannot be read"),
        (b"PK\x03\x04", "cannot be read"),
        (a_zip("../../etc/passwd", "xl/workbook.xml"), "no Word document"),
        (a_zip("word/document.xml"), "cannot be read as a Word document"),
        (a_document(a_paragraph("x"))[:-30], "cannot be read"),
    ],
)
def test_what_is_no_document_is_said(content: bytes, why: str) -> None:
    with pytest.raises(ForeignFileError, match=why):
        paragraphs(content, "x.docx")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_none(content: bytes) -> None:
    if b"\0" in content or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return  # it may be UTF-16, or no text
    assert "\r" not in text_of(content, "x")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_in_any_encoding(encoding: str) -> None:
    assert text_of("Très bien,\r\nsaid she".encode(encoding), "x") == "Très bien,\nsaid she"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(ForeignFileError, match="larger than 20 MB"):
        read_bytes(large)
    with pytest.raises(ForeignFileError, match="is no file"):
        read_bytes(tmp_path)
