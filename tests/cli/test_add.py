"""`iiv add` puts somebody on the list, once, and keeps what is typed as it is typed."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.parse.front_matter import parse, split
from iiv.journal.read.reading import read
from tests.builders import write_journal
from tests.cli.running import iiv

SIGNS = st.text("ab1 :#-?,[]{}&*!|>'\"%@`~\\\n\t\u2028é🙂")


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_journal(tmp_path, {}))
    return tmp_path


def write(journal: Path, path: str, text: str) -> Path:
    file = journal / "journal" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def contents(journal: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (journal / "journal").rglob("*") if path.is_file()}


def test_one_line_makes_a_note_to_fill_in(journal: Path) -> None:
    result = iiv("add", "Ada Lovelace")
    assert (result.exit_code, result.stdout) == (0, "journal/contacts/ada-lovelace.md\n")
    text = (journal / result.stdout.strip()).read_text("utf-8")
    assert text.startswith("---\nname: Ada Lovelace\n")
    assert text.endswith("\ntags:\n---\n")
    assert " \n" not in text
    reading = read(journal)
    assert reading.problems == ()
    (ada,) = reading.journal.contacts
    assert (ada.id, ada.name, ada.email, ada.tags) == ("ada-lovelace", "Ada Lovelace", "", ())


def test_everything_that_can_be_said_in_the_line(journal: Path) -> None:
    facts = {
        "email": "ada@example.org",
        "phone": "0123 456",
        "role": "Analyst",
        "organization": "Analytical Engines: London",
        "field": "no",
        "know": "12:30",
        "respect": "#1 at explaining",
    }
    options = [word for key, text in facts.items() for word in (f"--{key}", text)]
    iiv(
        "add",
        "Ada Lovelace",
        *options,
        "--introduced-by",
        "Mary Somerville",
        "--tag",
        "a, b",
        "--tag",
        "[[c]]",
    )
    reading = read(journal)
    assert reading.problems == ()
    ada = reading.journal.contacts_by_id["ada-lovelace"]
    assert {key: getattr(ada, key) for key in facts} == facts
    assert (ada.introduced_by, ada.tags) == ("mary-somerville", ("a, b", "[[c]]"))


@given(know=SIGNS, tags=st.lists(SIGNS.filter(bool), max_size=3))
def test_anything_typed_comes_back_as_it_was_typed(
    tmp_path_factory: pytest.TempPathFactory, know: str, tags: list[str]
) -> None:
    journal = write_journal(tmp_path_factory.mktemp("talks"), {})
    options = [f"--tag={tag}" for tag in tags]
    assert iiv("-C", journal, "add", "Ada", f"--know={know}", *options).exit_code == 0
    text = (journal / "journal/contacts/ada.md").read_text("utf-8")
    values = {entry.key: entry.value for entry in parse(split(text, "").front or "", "").entries}
    assert getattr(values["know"], "text", None) == know
    assert [item.text for item in getattr(values["tags"], "items", ())] == tags
    assert read(journal).problems == ()


@pytest.mark.parametrize("name", ["ada", "Ada Lovelace", "ADA  LOVELACE", "countess", "[[Ada Lovelace]]"])
def test_somebody_who_is_there_stays_as_they_are(journal: Path, name: str) -> None:
    write(journal, "contacts/ada.md", "---\nname: Ada Lovelace\naliases: [Countess]\n---\n")
    before = contents(journal)
    result = iiv("add", name, "--email", "other@example.org")
    assert (result.exit_code, result.stdout) == (0, "journal/contacts/ada.md\n")
    assert result.stderr == "Ada Lovelace is there already. Nothing was changed.\n"
    assert contents(journal) == before


def test_a_name_like_that_of_another_is_said_to_be_somebody_new(journal: Path) -> None:
    write(journal, "contacts/ada.md", "---\nname: Ada Lovelace\n---\n")
    result = iiv("add", "Ada Lovelce")
    assert result.stdout == "journal/contacts/ada-lovelce.md\n"
    assert "Did you mean Ada Lovelace (ada)?" in result.stderr


def test_two_who_are_there_are_both_named(journal: Path) -> None:
    write(journal, "contacts/sam-1.md", "---\nname: Sam Lee\n---\n")
    write(journal, "contacts/old/sam-2.md", "---\nname: Sam Lee\n---\n")
    result = iiv("add", "Sam Lee")
    assert result.exit_code == 0
    assert sorted(result.stdout.split()) == ["journal/contacts/old/sam-2.md", "journal/contacts/sam-1.md"]


def test_somebody_whose_note_is_broken_is_there(journal: Path) -> None:
    write(journal, "contacts/ada.md", "---\nname: Ada Lovelace\n")
    assert "is there already" in iiv("add", "Ada Lovelace").stderr


def test_twice_is_once(journal: Path) -> None:
    first = iiv("add", "Ada Lovelace")
    before = contents(journal)
    assert iiv("add", "Ada Lovelace").stdout == first.stdout
    assert contents(journal) == before


@pytest.mark.parametrize(
    ("named", "typed", "called"),
    [
        ("Ada Lovelace", "Ada Lovelace", "Ada Lovelace"),
        ("ada  lovelace", "Ada Lovelace", "Ada Lovelace"),
        ("Ada Lovelace", "ada-lovelace", "Ada Lovelace"),
        ("ada-lovelace", "Ada Lovelace", "Ada Lovelace"),
        ("index", "Index", "Index"),
        ("???", "???", "???"),
        ("Ada Lovelace", "[[Ada Lovelace]]", "Ada Lovelace"),
    ],
)
def test_somebody_who_is_only_named_keeps_the_address(
    journal: Path, named: str, typed: str, called: str
) -> None:
    write(journal, "interviews/a.md", f'---\ncontact: "{named}"\ndate: 2026-03-02\n---\nA good talk.\n')
    (before,) = read(journal).journal.contacts
    assert iiv("add", typed).stdout == f"journal/contacts/{before.id}.md\n"
    reading = read(journal)
    assert reading.problems == ()
    (after,) = reading.journal.contacts
    assert (after.id, after.name) == (before.id, called)
    assert reading.journal.interviews[0].contact == after.id


def test_two_names_with_the_same_letters_are_two_people(journal: Path) -> None:
    assert iiv("add", "Ana Maria").stdout == "journal/contacts/ana-maria.md\n"
    assert iiv("add", "Ana/Maria").exit_code == 0
    reading = read(journal)
    assert reading.problems == ()
    assert sorted(contact.name for contact in reading.journal.contacts) == ["Ana Maria", "Ana/Maria"]


def test_an_id_is_free_whatever_its_case(journal: Path) -> None:
    write(journal, "contacts/Sam-Lee.md", "---\nname: Samantha\n---\n")
    assert iiv("add", "Sam/Lee").exit_code == 0
    assert read(journal).problems == ()
    assert len(read(journal).journal.contacts) == 2


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "<script>alert(1)</script>", "CON", "x" * 300, "no", "2026", "- Ada", "李美 🙂"],
)
def test_any_name_gets_a_safe_file_and_reads_back(journal: Path, name: str) -> None:
    path = journal / iiv("add", "--", name).stdout.strip()
    assert path.parent == journal / "journal" / "contacts"
    reading = read(journal)
    assert reading.problems == ()
    assert [contact.name for contact in reading.journal.contacts] == [name]


@pytest.mark.parametrize(
    "words",
    [
        ["Ada", "--email", "ada"],
        ["Ada", "--email", "Ada <ada@example.org>"],
        ["Ada", "--email", "ada@example.org\nBcc: x@example.org"],
        ["Ada", "--introduced-by", "[[]]"],
        ["Ada", "--introduced-by", "\x1b[2J"],
        ["Ada", "--introduced-by", "Sam Lee"],
        ["Ada", "--know", "\udc80"],
        ["Ada", "--tag", "\udc80"],
        ["Ada\x1b[2J"],
        ["\udc80"],
        ["[[x"],
        ["   "],
        [""],
        [],
    ],
)
def test_what_cannot_be_put_down(journal: Path, words: list[str]) -> None:
    write(journal, "contacts/sam-1.md", "---\nname: Sam Lee\n---\n")
    write(journal, "contacts/sam-2.md", "---\nname: Sam Lee\n---\n")
    before = contents(journal)
    result = iiv("add", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert contents(journal) == before


def test_an_address_may_have_spaces_around_it_and_be_empty(journal: Path) -> None:
    iiv("add", "Ada", "--email", " ada@example.org ")
    iiv("add", "Grace", "--email", "", "--know", "", "--introduced-by", "", "--tag", "")
    contacts = read(journal).journal.contacts
    assert [(contact.email, contact.tags) for contact in contacts] == [("ada@example.org", ()), ("", ())]


def test_a_file_that_is_no_note_is_not_overwritten(journal: Path) -> None:
    elsewhere = journal / "elsewhere.md"
    elsewhere.write_text("Mine.")
    (journal / "journal" / "contacts").mkdir()
    (journal / "journal" / "contacts" / "ada.md").mkdir()
    result = iiv("add", "Ada")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: journal/contacts/ada.md is there already, and was left alone\n"


def test_it_works_from_a_folder_inside(journal: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(journal, "contacts/grace.md", "---\nname: Grace\n---\n")
    monkeypatch.chdir(journal / "journal" / "contacts")
    assert iiv("add", "Ada").stdout == "ada.md\n"
    assert Path("ada.md").exists()
    assert iiv("add", "Grace").stdout == "grace.md\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_a_folder_that_leads_elsewhere_is_said(
    journal: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (journal / "journal" / "contacts").symlink_to(tmp_path_factory.mktemp("elsewhere"))
    result = iiv("add", "Ada")
    assert result.exit_code == 1
    assert "lies outside the journal" in result.stderr
