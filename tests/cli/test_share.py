from pathlib import Path

import pytest

from tests.builders import write_journal
from tests.cli.running import iiv

ADA = (
    "---\ncontact: Ada Lovelace\ndate: 2026-03-02\nrole: Analyst\n"
    "answers: {start: 'In Leeds, says Ada.'}\n---\n"
)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return write_journal(
        tmp_path / "journal",
        {"interviews/ada.md": ADA, "questions/start.md": "---\nask: How did you start?\n---\n"},
    )


def test_what_may_still_be_a_name_is_listed_here_and_beside(journal: Path, tmp_path: Path) -> None:
    folder = tmp_path / "for-maria"
    result = iiv("-C", journal, "share", folder, "--title", "For Maria")
    assert (result.exit_code, result.stdout) == (0, "Leeds: journal/interviews/ada.md: start\n")
    assert result.stderr.startswith(f"{folder}: answers to 1 question from 1 talk, without names.\n")
    beside = tmp_path / "for-maria-left.txt"
    assert beside.read_text().splitlines()[2:] == ["Leeds: journal/interviews/ada.md: start"]
    assert beside.stat().st_mode & 0o777 == 0o600
    assert "<title>For Maria</title>" in (folder / "index.html").read_text()
    verified = iiv("-C", journal, "verify", folder)
    assert verified.exit_code == 0
    assert "is a share, made without names" in verified.stderr


def test_a_question_that_is_not_there(journal: Path, tmp_path: Path) -> None:
    result = iiv("-C", journal, "share", tmp_path / "out", "--only", "strat")
    assert result.exit_code == 2
    assert "start" in result.stderr
    assert not (tmp_path / "out").exists()


def test_some_questions_alone(journal: Path, tmp_path: Path) -> None:
    write_journal(journal, {"questions/end.md": "---\nask: How will it end?\n---\n"})
    result = iiv("-C", journal, "share", tmp_path / "out", "--only", "start, end")
    assert result.stderr.startswith(f"{tmp_path / 'out'}: answers to 1 question from 1 talk")
    assert iiv("-C", journal, "share", tmp_path / "out", "--only", "start", "--only", "strat").exit_code == 2


def test_a_list_of_ones_own_is_not_written_over(journal: Path, tmp_path: Path) -> None:
    mine = tmp_path / "out-left.txt"
    mine.write_text("mine")
    assert iiv("-C", journal, "share", tmp_path / "out").exit_code == 1
    assert mine.read_text() == "mine"
