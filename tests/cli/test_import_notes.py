"""`iiv import` of notes that were written elsewhere."""

import os
from pathlib import Path

import pytest

from iiv.cli.note_places import FOLDER
from iiv.journal.read.reading import read
from tests.builders import write_journal
from tests.cli.running import at_a_terminal, iiv
from tests.exchange.documents import a_document, a_paragraph

NOTES = {
    "2026-03-02 Maya Okafor.md": b"## How did you begin?\nBy accident.\n",
    "Tomasz Kowal.docx": a_document(a_paragraph("Talk with Tomasz Kowal, 9 March 2026", "Heading1")),
    "loose.txt": b"We talked.\r\n",
}


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_journal(tmp_path, {"questions/start.md": "---\nask: How did you begin?\n---\n"})
    (tmp_path / "vault").mkdir()
    for name, content in NOTES.items():
        (tmp_path / "vault" / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    return tmp_path


ALL = [f"vault/{name}" for name in NOTES]


def test_the_plan_comes_first_and_nothing_is_written(journal: Path) -> None:
    result = iiv("import", *ALL)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"  2026-03-02 Maya Okafor.md  Maya Okafor, 2026-03-02: {FOLDER}/2026-03-02-maya-okafor.md",
        f"  Tomasz Kowal.docx          Tomasz Kowal, 2026-03-09: {FOLDER}/2026-03-09-tomasz-kowal.md",
        f"  loose.txt{' ' * 18}say whom it is about: --contact WHO and the day of the talk: --date DATE",
    ]
    assert result.stderr.splitlines() == [
        "3 files: 2 to write, 0 skipped, 1 not understood.",
        "Nothing was written: --apply does so.",
        "Error: 1 file of 3 cannot be taken in as it is.",
    ]
    assert read(journal).journal.interviews == ()


def test_what_is_understood_is_written_and_can_be_taken_back(journal: Path) -> None:
    result = iiv("import", "--apply", *ALL)
    assert (result.exit_code, "`iiv undo` takes it back." in result.stderr) == (1, True)
    reading = read(journal)
    assert reading.problems == ()
    maya, tomasz = reading.journal.interviews
    assert (maya.contact, maya.answers[0].text) == ("maya-okafor", "By accident.")
    assert (tomasz.contact, str(tomasz.date)) == ("tomasz-kowal", "2026-03-09")
    assert iiv("undo").exit_code == 0
    assert read(journal).journal.interviews == ()


def test_a_second_run_changes_nothing(journal: Path) -> None:
    words = ("import", "--apply", *ALL[:2])
    assert iiv(*words).exit_code == 0
    before = {path: path.read_bytes() for path in (journal / "journal").rglob("*.md")}
    again = iiv(*words)
    assert (again.exit_code, again.stdout.count("is there already")) == (0, 2)
    assert "2 files: 0 to write, 2 skipped, 0 not understood." in again.stderr
    assert {path: path.read_bytes() for path in (journal / "journal").rglob("*.md")} == before


def test_a_note_that_is_there_is_never_overwritten(journal: Path) -> None:
    mine = {"interviews/2026/2026-03-09-Tomasz-Kowal.md": "Mine.\n"}
    there = write_journal(journal, mine) / "journal/interviews/2026"
    result = iiv("import", "--apply", ALL[1])
    assert (
        "Tomasz-Kowal.md is there, and says something else; if you talked twice that day, " in result.stdout
    )
    assert '`iiv new "Tomasz Kowal" --date 2026-03-09` begins another note' in result.stdout
    assert [path.read_text() for path in there.iterdir()] == ["Mine.\n"]
    assert [path.name for path in there.parent.iterdir()] == ["2026"]


def test_two_notes_of_one_day_are_named_as_iiv_new_would(journal: Path) -> None:
    write_journal(journal, {"contacts/ada.md": "---\nname: Ada Lovelace\n---\n"})
    files = [journal / "vault" / name for name in ("one.md", "two.md")]
    for file in files:
        file.write_text(f"Interview with Ada Lovelace\nDate: 2026-03-02\n\nThe {file.stem}.\n")
    for _ in range(2):  # a second time changes nothing
        assert iiv("import", "--apply", *files).exit_code == 0
        assert {talk.id for talk in read(journal).journal.interviews} == {
            "2026-03-02-ada",
            "2026-03-02-ada-2",
        }


def test_a_note_without_a_known_person_keeps_its_name(journal: Path) -> None:
    (journal / "vault" / "both.md").write_text(
        "---\ncontact: Ada Li and Bo Li\ndate: 2026-03-02\n---\nHello\n"
    )
    assert iiv("import", "--apply", "vault/both.md").exit_code == 0
    assert (journal / "journal/interviews/both.md").exists()


def test_what_a_note_does_not_say_can_be_given(journal: Path) -> None:
    iiv("add", "Ada Lovelace")
    result = iiv(
        "import", "--apply", "--contact", "ada-lovelace", "--date", "2 March 2026", "vault/loose.txt"
    )
    assert result.exit_code == 0
    written = (journal / "journal/interviews/2026-03-02-ada-lovelace.md").read_bytes()
    assert written == b"---\r\ncontact: Ada Lovelace\r\ndate: 2026-03-02\r\n---\r\nWe talked.\r\n"


def test_the_files_are_only_read(journal: Path) -> None:
    iiv("import", "--apply", *ALL)
    assert {path.name: path.read_bytes() for path in (journal / "vault").iterdir()} == NOTES


@pytest.mark.usefixtures("journal")
def test_what_is_no_note_is_told_what_it_is() -> None:
    Path("talk.vtt").write_text("WEBVTT\n")
    Path("talk.mp3").write_text("")
    assert "`iiv new WHO --from FILE` makes a note of it." in iiv("import", "talk.vtt").stderr
    assert "talk.mp3: no records. Looked for cards" in iiv("import", "talk.mp3").stderr


def test_notes_and_tables_are_taken_in_apart(journal: Path) -> None:
    (journal / "people.csv").write_text("Name\nAda Lovelace\n")
    for words, said in {
        (ALL[0], "people.csv"): "take notes and tables in apart",
        (ALL[0], "--only", "x"): "--only, --tag and --pick are for tables",
        ("people.csv", "--date", "2026-03-02"): "--contact and --date are for notes",
    }.items():
        result = iiv("import", *words)
        assert (result.exit_code, said in result.stderr) == (2, True)


@pytest.mark.skipif(os.name == "nt", reason="there are no such terminals")
def test_on_a_terminal_it_asks(journal: Path) -> None:
    said = at_a_terminal(journal, "y\n", "import", str(journal / ALL[0]))
    assert "Write 1 note?" in said
    assert len(read(journal).journal.interviews) == 1
