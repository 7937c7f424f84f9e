import sys
from pathlib import Path

import pytest

from iiv.journal.read.reading import read
from tests.builders import write_journal
from tests.cli.running import an_opener, iiv

DAY = ("--date", "2026-03-02", "--no-edit")


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_journal(
        tmp_path,
        {
            "contacts/ada.md": "---\nname: Ada Lovelace\naliases: [Countess]\n---\n",
            "contacts/sam-1.md": "---\nname: Sam Lee\n---\n",
            "contacts/sam-2.md": "---\nname: Sam Lee\n---\n",
            "questions/start.md": "---\nask: How did you begin?\norder: 1\n---\n",
            "questions/same-path.md": "---\nask: The same path again?\norder: 2\n---\n",
            "questions/old.md": "---\nask: Why?\nretired: yes\n---\n",
        },
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_note_with_the_questions_in_it(journal: Path) -> None:
    result = iiv("new", "Ada Lovelace", *DAY)
    assert (result.exit_code, result.stdout) == (0, "journal/interviews/2026-03-02-ada.md\n")
    text = (journal / result.stdout.strip()).read_text("utf-8")
    assert text.startswith("---\ncontact: Ada Lovelace\ndate: 2026-03-02\n")
    assert text.endswith("---\n\n## How did you begin?\n\n## The same path again?\n")
    assert "\n# A line of theirs that may go back to them in a letter.\nsaid:\n" in text


def test_what_is_noted_right_after_the_talk_is_read(journal: Path) -> None:
    note = journal / iiv("new", "Ada Lovelace", *DAY).stdout.strip()
    text = note.read_text("utf-8")
    for key, words in (("fits", "The pace."), ("doubt", "The pay."), ("said", "Ask the quiet ones.")):
        text = text.replace(f"\n{key}:\n", f"\n{key}: {words}\n")
    note.write_text(text, "utf-8")
    reading = read(journal)
    assert reading.problems == ()
    (talk,) = reading.journal.talks
    assert (talk.fits, talk.doubt, talk.said) == ("The pace.", "The pay.", "Ask the quiet ones.")


def test_it_is_prepared_and_starts_no_thanks(journal: Path) -> None:
    iiv("new", "Ada Lovelace", *DAY)
    reading = read(journal)
    assert reading.problems == ()
    (note,) = reading.journal.interviews
    assert (note.contact, note.prepared) == ("ada", True)
    assert [answer.question for answer in note.answers] == ["start", "same-path"]
    assert "Nobody waits" in iiv("due", "--today", "2026-03-03").stderr


@pytest.mark.parametrize("name", ["ada", "countess", "ADA  LOVELACE", "[[Ada Lovelace]]"])
def test_an_id_a_name_and_an_alias_name_the_person(journal: Path, name: str) -> None:
    iiv("new", name, *DAY)
    (note,) = read(journal).journal.interviews
    assert (note.id, note.contact) == ("2026-03-02-ada", "ada")


def test_a_part_of_a_name_is_a_new_person(journal: Path) -> None:
    iiv("new", "Ada", *DAY)  # the id
    iiv("new", "Love", *DAY)
    assert [note.contact for note in read(journal).journal.interviews] == ["ada", "love"]


def test_two_people_of_one_name_are_told_apart_by_id(journal: Path) -> None:
    result = iiv("new", "Sam Lee", *DAY)
    assert result.exit_code == 2
    assert "may be each of sam-1, sam-2: name one by its id." in result.stderr
    assert iiv("new", "sam-2", *DAY).exit_code == 0
    (note,) = read(journal).journal.interviews
    assert note.contact == "sam-2"


def test_a_second_talk_on_one_day_gets_a_number(journal: Path) -> None:
    made = iiv("new", "ada", *DAY)
    assert made.stderr == ""
    first = made.stdout
    (journal / first.strip()).write_text("---\ncontact: ada\ndate: 2026-03-02\n---\nMine.\n")
    again = iiv("new", "ada", *DAY)
    assert again.stdout == "journal/interviews/2026-03-02-ada-2.md\n"
    assert "There is a note 2026-03-02-ada already: this is another of that day." in again.stderr
    (journal / again.stdout.strip()).write_text("---\ncontact: ada\ndate: 2026-03-02\n---\nTwo.\n")
    assert iiv("new", "ada", *DAY).stdout == "journal/interviews/2026-03-02-ada-3.md\n"
    assert (journal / first.strip()).read_text().endswith("Mine.\n")


def test_an_empty_note_of_the_day_is_opened_again(journal: Path) -> None:
    first = iiv("new", "ada", *DAY).stdout
    again = iiv("new", "ada", *DAY)
    expected = (first, "There is an empty note of that day already: here it is.\n")
    assert (again.stdout, again.stderr) == expected
    assert len(list((journal / "journal" / "interviews").rglob("*.md"))) == 1


def test_a_stem_that_is_taken_in_another_folder_is_left_alone(journal: Path) -> None:
    year = journal / "journal" / "interviews" / "2026"
    year.mkdir(parents=True)
    (year / "2026-03-02-ada.md").write_text("---\ncontact: ada\ndate: 2026-03-02\n---\nMine.\n")
    (year / "2026-03-02-ada-2.md").write_text("no front matter")
    third = iiv("new", "ada", *DAY).stdout
    assert third == "journal/interviews/2026-03-02-ada-3.md\n"
    (journal / third.strip()).write_text("---\ncontact: ada\ndate: 2026-03-02\n---\nThree.\n")
    (journal / "journal" / "interviews" / "2026-03-02-ada-4.md").mkdir()
    assert iiv("new", "ada", *DAY).stdout == "journal/interviews/2026-03-02-ada-5.md\n"


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "<script>alert(1)</script>",
        "a|b",
        "CON",
        "x" * 300,
        "\u200fعلی\u200cرضا\u200f",
        'O\'Brien: #1, "Jr"',
        "no",
        "2026",
        "- Bea",
        "李美 🙂",
        "Anna-Lena Müller (geb. Groß)",
    ],
)
def test_any_name_gets_a_safe_file_and_reads_back(journal: Path, name: str) -> None:
    result = iiv("new", *DAY, "--", name)
    path = journal / result.stdout.strip()
    assert path.parent == journal / "journal" / "interviews"
    reading = read(journal)
    assert reading.problems == ()
    (note,) = reading.journal.interviews
    assert reading.journal.contacts_by_id[note.contact].name == name
    path.write_text(path.read_text("utf-8") + "Mine.\n", "utf-8")
    assert iiv("new", *DAY, "--", name).stdout.endswith(f"{path.stem}-2.md\n")


@pytest.mark.parametrize("name", ["", "   ", "[[]]", "Ada\x1b[2J", "Ada\0"])
def test_what_is_no_name(journal: Path, name: str) -> None:
    assert iiv("new", name, *DAY).exit_code == 2
    assert not (journal / "journal" / "interviews").exists()


def test_a_journal_without_questions_begins_with_five(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_journal(tmp_path, {}))
    iiv("new", "Ada", *DAY)
    (note,) = read(tmp_path).journal.interviews
    expected = ["start", "satisfying", "industry", "background", "same-path"]
    assert [answer.question for answer in note.answers] == expected


def test_today_is_the_day_unless_another_is_named(journal: Path) -> None:
    assert "2026-03-09-ada.md" in iiv("--today", "2026-03-09", "new", "ada", "--no-edit").stdout
    assert (journal / "journal" / "interviews" / "2026-03-09-ada.md").exists()


@pytest.mark.usefixtures("journal")
def test_the_editor_opens_the_note() -> None:
    editor = 'sh -c \'printf "\\nIt went well.\\n" >> "$1"\' sh'
    result = iiv("new", "ada", "--date", "2026-03-02", env={"EDITOR": "false", "VISUAL": editor})
    assert result.exit_code == 0
    assert Path(result.stdout.strip()).read_text("utf-8").endswith("\nIt went well.\n")


@pytest.mark.usefixtures("journal")
def test_an_editor_that_fails_leaves_the_note() -> None:
    result = iiv("new", "ada", "--date", "2026-03-02", env={"EDITOR": "false"})
    assert result.exit_code == 1
    assert Path(result.stdout.strip()).exists()


@pytest.mark.usefixtures("journal")
@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the opener is xdg-open")
def test_without_an_editor_the_system_opens_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = an_opener(tmp_path, monkeypatch, 'printf "%s" "$*" > "$(dirname "$0")/opened"')
    result = iiv("new", "ada", "--date", "2026-03-02")
    assert (result.exit_code, result.stderr) == (0, "")
    assert opened.read_text() == str(Path(result.stdout.strip()).absolute())


@pytest.mark.usefixtures("journal")
def test_without_an_editor_it_says_how_to_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = iiv("new", "ada", "--date", "2026-03-02")
    assert result.exit_code == 0
    assert "the variable EDITOR" in result.stderr


@pytest.mark.parametrize("name", ["Lovelace", "Ada Lovelce", "ada lovelase", "Cuontess"])
def test_a_name_like_that_of_another_is_somebody_new_and_is_said_to_be(journal: Path, name: str) -> None:
    result = iiv("new", name, *DAY)
    assert (journal / result.stdout.strip()).exists()
    assert result.stderr == (
        f"{name} is somebody new. Did you mean Ada Lovelace (ada)? Then `iiv undo`, and type the id.\n"
    )


@pytest.mark.usefixtures("journal")
def test_all_who_may_be_meant_are_named() -> None:
    assert "Did you mean Sam Lee (sam-1) or Sam Lee (sam-2)?" in iiv("new", "Sam", *DAY).stderr
    assert iiv("new", "Hedy Lamarr", *DAY).stderr == ""


def test_the_day_that_is_fixed_for_the_talk_is_that_of_the_note(journal: Path) -> None:
    today = ("--today", "2026-03-02")
    iiv("log", "ada", "scheduled", "2026-03-09", "15:00", *today)
    for day, named in (
        ("2026-03-02", "2026-03-09"),
        ("2026-03-09", "2026-03-09"),
        ("2026-03-10", "2026-03-10"),
    ):
        said = iiv("new", "ada", "--no-edit", "--today", day).stdout
        assert said.startswith(f"journal/interviews/{named}-ada")
        (journal / said.strip()).unlink()
    assert "2026-03-04-ada" in iiv("new", "ada", "--no-edit", "--date", "2026-03-04", *today).stdout
