"""Workbooks are read within bounds: no formula is run, nothing is expanded, and a far cell costs nothing."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from iiv.exchange.foreign_files import ForeignFileError
from iiv.exchange.importing.ods import ods_tables
from iiv.exchange.importing.sources import read_source
from iiv.exchange.importing.xlsx import xlsx_tables

FIXTURES = Path(__file__).with_name("fixtures")
RELATIONS = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'
BOOK = '<workbook><sheets><sheet name="A" id="r1"/></sheets></workbook>'
OFFICE = 'xmlns:office="o" xmlns:table="t" xmlns:text="x"'


def a_zip(**parts: str | bytes) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return content.getvalue()


def a_book(sheet: str | bytes, **more: str | bytes) -> bytes:
    parts = {
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/worksheets/sheet1.xml": sheet,
    }
    return a_zip(**{**parts, **more})


def rows(content: bytes) -> list[list[str]]:
    ((_, found),) = xlsx_tables(content, "talks.xlsx")
    return found


def test_a_workbook_as_excel_writes_it() -> None:
    ((name, found),) = read_source(FIXTURES / "talks.xlsx").tables
    assert name == "talks.xlsx"
    assert found[0] == ("Talks in spring",)
    assert found[3] == ("Maya Okafor", "2026-03-02", "By accident.\nThen my knee went.", "5", "35")
    assert found[4] == ("Lena Holm", "2026-03-14 12:00", "Through Maya", "", "40")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c t="inlineStr"><is><t>a</t></is></c>', "a"),
        ('<c t="str"><f>A1&amp;"x"</f><v>shown</v></c>', "shown"),
        ('<c t="b"><v>1</v></c>', "yes"),
        ("<c><v>0.1</v></c>", "0.1"),
        ("<c><v>1e300</v></c>", str(int(1e300))),
        ("<c><v>nan</v></c>", "nan"),
        ('<c t="d"><v>2026-03-02</v></c>', "2026-03-02"),
        ('<c s="1"><v>0.5</v></c>', "12:00"),
        ('<c s="1"><v>9e9</v></c>', "9e9"),
        ('<c t="s"><v>99</v></c>', ""),
    ],
)
def test_a_cell_is_its_value(cell: str, value: str) -> None:
    styles = '<styleSheet><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>'
    book = a_book(f"<worksheet><row>{cell}<c><v>1</v></c></row></worksheet>", **{"xl/styles.xml": styles})
    assert rows(book) == [[value, "1"]]


def test_years_may_begin_in_1904() -> None:
    styles = '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    book = BOOK.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    more = {"xl/styles.xml": styles, "xl/workbook.xml": book}
    assert rows(a_book("<worksheet><row><c><v>44621</v></c></row></worksheet>", **more)) == [["2026-03-02"]]


def test_a_cell_far_away_takes_no_room() -> None:
    far = '<worksheet><row r="1048576"><c r="XFD1048576"><v>{}</v></c></row></worksheet>'
    assert rows(a_book(far.format(""))) == []
    with pytest.raises(ForeignFileError, match="a cell stands beyond 100,000 rows"):
        rows(a_book(far.format("1")))


@pytest.mark.parametrize(
    "sheet",
    [
        '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>',
        '<?xml version="1.0" encoding="utf-16"?><worksheet/>'.encode("utf-16"),
        '<?xml version="1.0" encoding="cp037"?><worksheet/>',
        "<worksheet><row>",
    ],
)
def test_what_no_spreadsheet_writes_is_refused(sheet: str | bytes) -> None:
    with pytest.raises(ForeignFileError, match=r"no spreadsheet writes|damaged"):
        rows(a_book(sheet))


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iiv.exchange.importing.zipped_xml.MOST_BYTES", 1000)
    with pytest.raises(ForeignFileError, match="too many cells"):
        rows(a_book("<worksheet>" + " " * 2000 + "</worksheet>"))


def test_what_is_no_zip_and_old_or_locked_files_are_named(tmp_path: Path) -> None:
    for content, said in {
        b"PK\3\4broken": "damaged",
        b"\xd0\xcf\x11\xe0\xa1\xb1": "old or a locked form",
    }.items():
        (tmp_path / "x.xlsx").write_bytes(content)
        with pytest.raises(ForeignFileError, match=said):
            read_source(tmp_path / "x.xlsx")


def test_repeated_cells_of_a_sheet_are_bounded() -> None:
    def a_sheet(cell: str) -> bytes:
        table = f'<table:table table:name="A"><table:table-row>{cell}</table:table-row></table:table>'
        return a_zip(
            **{"content.xml": f"<office:document-content {OFFICE}>{table}</office:document-content>"}
        )

    twice = '<table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>'
    assert list(ods_tables(a_sheet(twice), "a.ods")) == [("A", [["x", "x"]])]
    with pytest.raises(ForeignFileError, match="more than 1,000 columns"):
        list(ods_tables(a_sheet(twice.replace('"2"', '"16384"')), "a.ods"))
    assert list(ods_tables(a_zip(other="x"), "a.ods")) == []
