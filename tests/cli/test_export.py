import json
from pathlib import Path

import pytest

from iiv.exchange.calendar import calendar
from iiv.journal.read.reading import read
from iiv.method.rules import all_follow_ups
from tests.builders import write_journal
from tests.cli.running import iiv

ADA = "---\ncontact: Ada Lovelace\ndate: 2026-03-02\nthanked: {email: 2026-03-02}\n---\nA good talk.\n"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "journal", {"interviews/ada.md": ADA})


def test_a_calendar_for_other_programs(journal: Path) -> None:
    result = iiv("-C", journal, "export", "calendar")
    reading = read(journal)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout_bytes == calendar(reading.journal, all_follow_ups(reading.journal, reading.settings))
    assert b"SUMMARY:Send a card to Ada Lovelace\r\n" in result.stdout_bytes


def test_into_a_file(journal: Path, tmp_path: Path) -> None:
    file = tmp_path / "talks.ics"
    result = iiv("-C", journal, "export", "calendar", file)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{file}: 1 event.\n"
    first = file.read_bytes()
    assert first == iiv("export", "calendar", "-C", journal, "-").stdout_bytes
    iiv("-C", journal, "export", "calendar", file, "--today", "2030-01-01")
    assert file.read_bytes() == first


def test_without_names(journal: Path) -> None:
    text = iiv("-C", journal, "export", "calendar", "--initials").stdout
    assert "Follow up with A. L." in text
    assert "Ada" not in text


def test_how_many_events_there_are(tmp_path: Path) -> None:
    file = tmp_path / "talks.ics"
    write_journal(tmp_path, {})
    assert iiv("-C", tmp_path, "export", "calendar", file).stderr.endswith(
        ": no event: nobody waits for you.\n"
    )
    write_journal(tmp_path, {"interviews/a.md": ADA.replace("thanked", "# thanked")})
    assert iiv("-C", tmp_path, "export", "calendar", file).stderr == f"{file}: 2 events.\n"


def test_errors_in_the_notes_are_pointed_out(journal: Path) -> None:
    (journal / "journal" / "interviews" / "broken.md").write_text("---\ncontact: Ada\n---\n", "utf-8")
    result = iiv("-C", journal, "export", "calendar")
    assert "1 error in the notes" in result.stderr
    assert result.stdout_bytes.startswith(b"BEGIN:VCALENDAR\r\n")


def test_where_it_cannot_go(journal: Path, tmp_path: Path) -> None:
    assert iiv("-C", journal, "export", "calendar", tmp_path).exit_code == 2
    result = iiv("-C", journal, "export", "calendar", tmp_path / "nowhere" / "talks.ics")
    assert result.exit_code == 1
    assert "No such file" in result.stderr
    assert iiv("-C", tmp_path, "export", "calendar").exit_code == 1


def test_the_pages_for_other_generators(journal: Path, tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    result = iiv("-C", journal, "export", "pages", folder)
    assert (result.exit_code, result.stdout) == (0, "")
    pages = len(list(folder.rglob("*.md")))
    assert result.stderr == f"{folder}: {pages} pages.\n"
    assert "A good talk." in (folder / "docs/interviews/ada.md").read_text("utf-8")


def test_pages_are_not_put_where_something_else_is(journal: Path) -> None:
    result = iiv("-C", journal, "export", "pages", journal)
    assert result.exit_code == 1
    assert "was not made by iiv: move it away, or name another folder" in result.stderr


def test_the_answers_for_a_spreadsheet(journal: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    assert iiv("-C", journal, "export", "table", file).stderr == f"{file}: 1 talk, no answers.\n"
    assert file.read_bytes() == iiv("-C", journal, "export", "table").stdout_bytes
    wide = iiv("-C", journal, "export", "table", "--wide")
    assert "Ada Lovelace,2026-03-02," in wide.stdout_bytes.decode("utf-8-sig")


def test_all_of_it_for_programs(journal: Path, tmp_path: Path) -> None:
    file = tmp_path / "journal.json"
    assert iiv("-C", journal, "export", "json", file).stderr == f"{file}: 1 talk, 1 person.\n"
    assert json.loads(file.read_bytes())["talks"][0]["notes"] == "A good talk."
    schema = json.loads(iiv("-C", journal, "export", "json", "--schema").stdout_bytes)
    assert iiv("-C", journal, "export", "json", "--schema", file).stderr == f"{file}: the schema.\n"
    assert schema["$defs"]["Talk"]["properties"]["helpfulness"]["anyOf"]
