"""What leaves a journal: for other programs, as a share without names, and whether a site is private."""

import json
from pathlib import Path

import pytest

from iiv.exchange.calendar import calendar
from iiv.journal.read.reading import read
from iiv.method.rules import all_follow_ups
from tests.builders import SETTINGS_TEXT, write_journal
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


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", {"interviews/a.md": ADA}, SETTINGS_TEXT + "site_dir: out\n")


def test_a_site_that_iiv_built(root: Path) -> None:
    assert iiv("-C", root, "build").exit_code == 0
    for words in (("-C", root, "verify"), ("verify", root / "out"), ("-C", root, "verify", "out")):
        result = iiv(*words)
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr.endswith("out is private, as far as its files tell.\n")
    assert iiv("-C", root, "verify", "--json").stdout == "[]\n"


def test_a_line_for_each_thing_that_was_found(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir(mode=0o700)
    (site / "index.html").write_text("<p>bare</p>")
    (site / "index.html").chmod(0o600)
    result = iiv("verify", site)
    assert result.exit_code == 1
    assert result.stdout == (
        "index.html: no-policy: the page has no Content-Security-Policy\n"
        "index.html: no-referrer-policy: the page would tell other sites where a reader comes from\n"
    )
    assert result.stderr.endswith("is not private: 2 findings.\n")
    result = iiv("verify", site, "--json")
    assert result.exit_code == 1
    assert '"code": "no-policy"' in result.stdout


def test_a_site_that_is_not_there(root: Path) -> None:
    result = iiv("-C", root, "verify")
    assert result.exit_code == 1
    assert "`iiv build` makes one" in result.stderr
    assert iiv("-C", root.parent, "verify").exit_code == 1


LEEDS = (
    "---\ncontact: Ada Lovelace\ndate: 2026-03-02\nrole: Analyst\n"
    "answers: {start: 'In Leeds, says Ada.'}\n---\n"
)


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    return write_journal(
        tmp_path / "journal",
        {"interviews/ada.md": LEEDS, "questions/start.md": "---\nask: How did you start?\n---\n"},
    )


def test_what_may_still_be_a_name_is_listed_here_and_beside(shared: Path, tmp_path: Path) -> None:
    folder = tmp_path / "for-maria"
    result = iiv("-C", shared, "share", folder, "--title", "For Maria")
    assert (result.exit_code, result.stdout) == (0, "Leeds: journal/interviews/ada.md: start\n")
    assert result.stderr.startswith(f"{folder}: answers to 1 question from 1 talk, without names.\n")
    beside = tmp_path / "for-maria-left.txt"
    assert beside.read_text().splitlines()[2:] == ["Leeds: journal/interviews/ada.md: start"]
    assert beside.stat().st_mode & 0o777 == 0o600
    assert "<title>For Maria</title>" in (folder / "index.html").read_text()
    verified = iiv("-C", shared, "verify", folder)
    assert verified.exit_code == 0
    assert "is a share, made without names" in verified.stderr


def test_a_question_that_is_not_there(shared: Path, tmp_path: Path) -> None:
    result = iiv("-C", shared, "share", tmp_path / "out", "--only", "strat")
    assert result.exit_code == 2
    assert "start" in result.stderr
    assert not (tmp_path / "out").exists()


def test_some_questions_alone(shared: Path, tmp_path: Path) -> None:
    write_journal(shared, {"questions/end.md": "---\nask: How will it end?\n---\n"})
    result = iiv("-C", shared, "share", tmp_path / "out", "--only", "start, end")
    assert result.stderr.startswith(f"{tmp_path / 'out'}: answers to 1 question from 1 talk")
    assert iiv("-C", shared, "share", tmp_path / "out", "--only", "start", "--only", "strat").exit_code == 2


def test_a_list_of_ones_own_is_not_written_over(shared: Path, tmp_path: Path) -> None:
    mine = tmp_path / "out-left.txt"
    mine.write_text("mine")
    assert iiv("-C", shared, "share", tmp_path / "out").exit_code == 1
    assert mine.read_text() == "mine"
