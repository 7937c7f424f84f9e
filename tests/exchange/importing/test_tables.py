"""Tables: encoding, separator, head and columns are found."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.foreign_files import CODE_PAGES, ForeignFileError, decoded
from iiv.exchange.importing.column_words import KEYS, key_of, known_words
from iiv.exchange.importing.rows import MOST_COLUMNS, SEPARATORS, rows_of
from iiv.exchange.importing.sheets import KnownQuestions, is_sheet, question_columns
from iiv.exchange.importing.table_records import table_records
from iiv.exchange.importing.tables import Table, table_of
from iiv.journal.journal import Journal
from iiv.journal.model import FormerWording, Question
from iiv.journal.problems import Place

CELLS = st.text(
    st.characters(codec="utf-8", exclude_characters="\r\n\0", exclude_categories=["Cs"]), max_size=9
)


def a_table(text: str, **chosen: str) -> Table:
    asked = an_asked()
    table = table_of("people.csv", rows_of(text), chosen, asked.is_question)
    assert table
    return table


def an_asked(*questions: Question) -> KnownQuestions:
    start = Question("start", "How did you get your start in this work?", Place("start.md"))
    work = Question("industry", "What do you like most about working in this industry?", Place("industry.md"))
    return KnownQuestions(Journal(questions=(start, work, *questions)))


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=5), st.sampled_from(SEPARATORS))
def test_any_separator_is_found(rows: list[list[str]], separator: str) -> None:
    rows = [["First Name", "Last Name", "E-mail"], ["Ada", "Lovelace", "x"], *rows]
    text = StringIO()
    csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    assert rows_of(text.getvalue())[:2] == rows[:2]


def test_a_spreadsheet_may_say_its_separator() -> None:
    assert rows_of("sep=;\r\nName;a,b,c\r\nAda;1,2,3\r\n") == [["Name", "a,b,c"], ["Ada", "1,2,3"]]


def test_what_is_too_large_is_said_plainly() -> None:
    with pytest.raises(
        ForeignFileError, match="a cell has more than 131,072 characters: is a quotation mark missing"
    ):
        rows_of('Name,Role\n"' + "x" * 200_000)
    with pytest.raises(ForeignFileError, match="more than 1,000 columns"):
        rows_of("x," * (MOST_COLUMNS + 1))


@given(
    st.text(
        st.characters(codec="utf-8", exclude_characters="\ufeff\0", exclude_categories=["Cs"]), max_size=40
    )
)
def test_text_in_unicode_is_read_as_it_is(text: str) -> None:
    assert decoded(text.encode("utf-8"))[0] == text
    assert decoded(b"\xef\xbb\xbf" + text.encode("utf-8"))[0] == text
    assert decoded(b"\xff\xfe" + text.encode("utf-16-le"))[0] == text
    assert decoded(b"\xfe\xff" + text.encode("utf-16-be"))[0] == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("cp1252", "Prénom;Nom;Société\nJosé;Muñoz;Ölmühle"),
        ("cp1250", "Imię;Nazwisko;Stanowisko\nŁucja;Żak;Młynarka"),
        ("cp1251", "Имя;Фамилия;Должность\nАнна;Ежова;врач"),
        ("cp1253", "Όνομα;Επώνυμο;Εταιρεία\nΈλλη;Ψαρά;Μύλος"),
        ("cp1254", "Adı;Soyadı;Şirket\nIşıl;Güneş;Çiçek"),
        ("cp1255", "שם פרטי;שם משפחה;חברה\nרות;לוי;טחנה"),
        ("cp932", "姓;名;会社名\n田中;健一;造船"),
        ("gb18030", "姓;名;公司\n李;小龙;电影"),
        ("cp949", "성;이름;회사\n김;민지;극장"),
    ],
)
def test_the_head_tells_which_code_page_it_is(page: str, text: str) -> None:
    assert page in CODE_PAGES
    assert decoded(text.encode(page), known_words)[0] == text


def test_utf_16_without_a_mark_and_a_letter_cut_in_two() -> None:
    assert decoded("Name,Role\nÄnne,x\n".encode("utf-16-le"))[0].startswith("Name,Role")
    cut = ("ä" * 40).encode()[:-1]
    assert decoded(cut)[0] == "ä" * 39 + "\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("First Name", "given"),
        ("E-mail 2 - Value", "email"),
        ("E-mail 1 - Label", ""),
        ("Organization 1 - Title", "role"),
        ("E-Mail-Adresse", "email"),
        ("電子メール アドレス", "email"),
        ("Helpful (1-5)", "helpfulness"),
        ("Job", "role"),
        ("Your name", "name"),
        ("Hi, what's your first name?", "given"),
        ("What is your field?", ""),
        ("Favourite colour", ""),
        ("", ""),
        ("(1-5)", ""),
    ],
)
def test_columns_are_known_by_their_titles(title: str, key: str) -> None:
    assert key_of(title) == key


def test_each_word_says_something() -> None:
    assert "" not in KEYS


def test_the_head_is_found_below_titles_and_remarks() -> None:
    table = a_table("People I know;;\n;;\nas of; 2026;\nName;Firma;Rolle\nAnna;Mühle;Müllerin\n\n;;\nBea;;\n")
    assert (table.titles, [number for number, _ in table.rows]) == (("Name", "Firma", "Rolle"), [5, 7, 8])
    expected = [("Anna", ""), ("", "empty"), ("Bea", "")]
    assert [(one.name, one.no_person) for one in table_records(table)] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Name,Vorname\nLind,Karin", "Karin Lind"),
        ("Name,Surname\nKarin,Lind", "Karin Lind"),
        ("Nom,Rôle\nKarin Lind,architecte", "Karin Lind"),
        ("Name,Given Name,Family Name\nKarin M. Lind,Karin,Lind", "Karin M. Lind"),
        ("Title,First Name,Last Name,Job Title\nDr.,Karin,Lind,Architect", "Karin Lind"),
        ("First,Last\nKarin,Lind", "Karin Lind"),
        ("Name,Last\nKarin Lind,in May", "Karin Lind"),
        ("Name,Interviewee\nTalk with Karin,Karin Lind (https://example.org/karin)", "Karin Lind"),
        ("#,Name\n1,Karin Lind", "Karin Lind"),
    ],
)
def test_a_word_that_may_mean_two_things_is_read_by_the_others(text: str, name: str) -> None:
    (found,) = table_records(a_table(text))
    assert found.name == name


def test_a_courtesy_title_is_no_role() -> None:
    (found,) = table_records(a_table("Titel;Voornaam;Achternaam;Functie\nMw.;Sanne;de Wit;Kweker"))
    assert found.facts == {"role": "Kweker"}


def test_a_row_of_sums_is_nobody() -> None:
    found = table_records(a_table("Nachname,Vorname\nLind,Karin\nSumme,1\n"))
    assert [one.no_person for one in found] == ["", "a sum"]


def test_a_number_that_a_spreadsheet_cut_is_no_phone() -> None:
    (found,) = table_records(a_table("Name,Phone\nKarin Lind,4.47E+11"))
    assert (found.facts, found.more) == ({}, (("number that a spreadsheet cut", "4.47E+11"),))


@pytest.mark.parametrize(
    ("head", "keys"),
    [
        ("Timestamp,Name,Date", ("", "name", "date")),
        ("Start Date (UTC),Submit Date (UTC),Name", ("date", "", "name")),
    ],
)
def test_when_a_form_was_filled_in_is_the_day_where_no_column_says_it(
    head: str, keys: tuple[str, ...]
) -> None:
    assert a_table(f"{head}\na,b,c").keys == keys


def test_title_is_a_role_where_there_is_no_other() -> None:
    (found,) = table_records(a_table("Name,Title\nKarin Lind,Architect"))
    assert found.facts == {"role": "Architect"}


def test_people_may_stand_side_by_side() -> None:
    table = a_table(
        "Question,Ada,Bob\nDate,2026-03-02,2026-03-03\nHow did you get your start in this work?,a,b\n"
    )
    assert (table.is_turned, table.titles[0], table.keys[:2]) == (True, "Question", ("name", "date"))
    assert [cells[0] for _, cells in table.rows] == ["Ada", "Bob"]
    below = a_table("Talks,,\n,Ada,Bob\nDate,2026-03-02,2026-03-03\nHow did you get started?,a,b\n")
    assert [cells[0] for _, cells in below.rows] == ["Ada", "Bob"]


@pytest.mark.parametrize(
    ("title", "question", "meant"),
    [
        ("How did you get your start in this work?", "start", ""),
        ("1. how did you get your start in this work", "start", ""),
        ("Q2: How did you begin?", "start", ""),
        ("start", "start", ""),
        ("How did you get started?", "start", ""),
        ("What do you like most about your work?", "industry", ""),
        ("Would you take the same path again?", "", "same-path"),
        ("Like most", "", "industry"),
        ("Like least", "", ""),
        ("Shoe size", "", ""),
    ],
)
def test_which_question_a_column_is(title: str, question: str, meant: str) -> None:
    begin = Question(
        "start",
        "How did you get your start in this work?",
        Place("x"),
        formerly=(FormerWording("How did you begin?"),),
    )
    column = KnownQuestions(
        Journal(
            questions=(
                begin,
                Question("industry", "What do you like most about working in this industry?", Place("y")),
            )
        )
    ).column(0, title)
    assert (column.question, column.meant) == (question, meant)


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        ("Name,Date,How did you get started?", True),
        ("Name,How did you get started?,What would your dog say?", True),
        ("Name,Date,Role", False),
        ("First Name,Last Name,Company,Position,Connected On", False),
        ("Name,Industry,Background", False),
        ("Name,Date,Q1,Q2", True),
        ("Name,Date,Answer 1,Answer 2", True),
    ],
)
def test_what_is_a_sheet_of_interviews(head: str, *, is_one: bool) -> None:
    table = a_table(f"{head}\nAda,,,,\n")
    assert is_sheet(table, an_asked(), {}) is is_one
    assert is_one is False or question_columns(table, an_asked(), {})
