"""`iiv undo` takes back what the last command wrote, and says what that was in a line."""

from pathlib import Path

import pytest

from tests.builders import write_journal
from tests.cli.running import iiv

ADA = "---\r\nname: Ada Lovelace\r\n---\r\n\r\n## Log\r\n\r\n- 2026-02-10 asked\r\n"
TALK = "---\ncontact: Mary Somerville\ndate: 2026-02-01\nanswers: {start: By chance., regret: None.}\n---\n"
# Each with the words that its taking back ends with.
COMMANDS = {
    "log ada replied": "journal/contacts/ada.md is as it was.",
    "log ada called --next 2026-09-01": "journal/contacts/ada.md is as it was.",
    "log mary thanked": "journal/contacts/mary-somerville.md is gone again.",
    "add Grace": "journal/contacts/grace.md is gone again.",
    "new ada --no-edit": "journal/interviews/2026-03-02-ada.md is gone again.",
    "import people.csv --apply": "mary-somerville.md are gone again.",
    "questions choose satisfying": "satisfying.md are gone again.",
    "questions retire regret": "regret.md are gone again.",
    "questions reword start How did it begin?": "regret.md are gone again.",
    "questions order regret": "regret.md are gone again.",
}


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_journal(tmp_path, {"contacts/ada.md": ADA, "interviews/mary.md": TALK})
    (root / "people.csv").write_text(
        "Name,Role\nGrace Hopper,Admiral\nMary Somerville,Astronomer\nAda Lovelace,Analyst"
    )
    monkeypatch.chdir(root)
    monkeypatch.setenv("IIV_TODAY", "2026-03-02")
    return root


def notes_of(root: Path) -> dict[str, bytes]:
    folder = root / "journal"
    return {str(p.relative_to(root)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_writes_is_taken_back(journal: Path, command: str) -> None:
    before = notes_of(journal)
    assert iiv(*command.split()).exit_code == 0
    assert notes_of(journal) != before
    result = iiv("undo")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Took back `iiv ")
    assert result.stdout.endswith(f"{COMMANDS[command]}\n")
    assert notes_of(journal) == before


def test_a_day_of_mistakes(journal: Path) -> None:
    before = notes_of(journal)
    iiv("log", "ada", "thanked", "--note", "for the book")
    iiv("add", "Grace Hopper")
    expected = ['iiv add "Grace Hopper"', 'iiv log ada thanked --note "for the book"']
    assert [line.split("  ")[0] for line in iiv("undo", "--list").stdout.splitlines()] == expected
    assert iiv("undo").stdout.startswith('Took back `iiv add "Grace Hopper"`: ')
    said = 'Took back `iiv log ada thanked --note "for the book"`: journal/contacts/ada.md is as it was.\n'
    assert iiv("undo").stdout == said
    assert notes_of(journal) == before
    result = iiv("undo")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: nothing to take back: no command wrote anything here\n",
    )


def test_what_was_changed_since_stays(journal: Path) -> None:
    iiv("log", "ada", "thanked")
    note = journal / "journal" / "contacts" / "ada.md"
    note.write_text("Mine.")
    result = iiv("undo")
    assert result.exit_code == 1
    said = (
        "journal/contacts/ada.md was changed since `iiv log ada thanked`, which stays: nothing was taken back"
    )
    assert result.stderr == f"Error: {said}\n"
    assert note.read_text() == "Mine."


@pytest.mark.usefixtures("journal")
def test_of_many_files_the_first_are_named() -> None:
    iiv("questions", "choose", "satisfying", "industry", "background")
    said = (
        "journal/questions/start.md, journal/questions/regret.md, journal/questions/satisfying.md and 2 more"
    )
    assert iiv("undo").stdout.endswith(f": {said} are gone again.\n")


def test_a_clean_build_leaves_what_can_be_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    iiv("init")
    iiv("add", "Grace Hopper")
    assert iiv("build", "--clean").exit_code == 0
    assert iiv("undo").stdout.startswith('Took back `iiv add "Grace Hopper"`')


def test_commands_that_only_read_are_not_taken_back(journal: Path) -> None:
    iiv("log", "ada", "thanked")
    for command in ("due", "check", "questions", "prep ada", "draft thank ada"):
        iiv(*command.split())
    assert iiv("undo").stdout.startswith("Took back `iiv log ada thanked`")
    assert notes_of(journal)["journal/contacts/ada.md"] == ADA.encode()


def test_the_options_before_the_command_are_not_part_of_it(journal: Path) -> None:
    iiv("-C", journal, "--today", "2026-03-04", "log", "ada", "thanked")
    assert iiv("undo", "--list").stdout.startswith("iiv log ada thanked  ")


def test_where_nothing_can_be_recorded_it_is_said(journal: Path) -> None:
    (journal / ".iiv").write_text("in the way")
    result = iiv("add", "Grace Hopper")
    assert result.exit_code == 0
    assert "could not be recorded in .iiv: `iiv undo` will not take it back" in result.stderr
