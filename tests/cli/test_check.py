from pathlib import Path

import pytest

from iiv.cli.problem_lines import SHOWN, print_changes, print_first, tell_sum
from iiv.journal.problems import Place, Problem, error, warning
from tests.builders import SETTINGS_TEXT, write_journal
from tests.cli.running import iiv, iiv_json

GOOD = "---\ncontact: Ada\ndate: 2026-03-02\n---\nA good talk.\n"
ODD = "---\ncontact: Ada\ndate: 2026-03-02\nhelpfull: 4\n---\nA good talk.\n"
WRONG = "---\ncontact: Ada\n---\nA good talk.\n"


def test_nothing_wrong(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": GOOD, "interviews/b.md": GOOD.replace("-02", "-04")})
    result = iiv("-C", tmp_path, "check", "--strict")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "No problems in 2 talks.\n"


@pytest.mark.parametrize(("note", "code", "strict"), [(ODD, 0, 1), (WRONG, 1, 1)])
def test_errors_fail_and_with_strict_warnings_too(tmp_path: Path, note: str, code: int, strict: int) -> None:
    write_journal(tmp_path, {"interviews/a.md": note})
    assert iiv("-C", tmp_path, "check").exit_code == code
    assert iiv("-C", tmp_path, "check", "--strict").exit_code == strict
    assert iiv("-C", tmp_path, "check", "--json").exit_code == code


def test_a_line_for_each_problem_that_an_editor_can_follow(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": ODD, "interviews/b.md": WRONG})
    result = iiv("-C", tmp_path, "check")
    worst, other = result.stdout.splitlines()
    assert worst.startswith("journal/interviews/b.md:")
    assert other.startswith("journal/interviews/a.md:4:1: unknown-key: ")
    assert other.endswith("(did you mean `helpfulness`?)")
    assert result.stderr == "1 error, 1 warning.\n"


def test_as_json(tmp_path: Path) -> None:
    (row,) = iiv_json("-C", write_journal(tmp_path, {"interviews/a.md": ODD}), "check")
    assert row == {
        "path": "journal/interviews/a.md",
        "line": 4,
        "column": 1,
        "code": "unknown-key",
        "severity": "warning",
        "message": "`helpfull` is not a key iiv knows",
        "hint": "did you mean `helpfulness`?",
    }


def test_a_file_name_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a\x1b[2J.md": WRONG})
    assert "journal/interviews/a\\x1b[2J.md:" in iiv("-C", tmp_path, "check").stdout


def test_a_git_remote_is_a_warning_until_the_settings_know_it(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": GOOD})
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").touch()
    (tmp_path / ".git" / "config").write_text('[remote "origin"]\n\turl = https://example.org/talks.git\n')
    result = iiv("-C", tmp_path, "check")
    assert (result.exit_code, result.stderr) == (0, "0 errors, 1 warning.\n")
    assert result.stdout.startswith("mkdocs.yml:1:1: git-remote: ")
    assert iiv_json("-C", tmp_path, "check")[0]["severity"] == "warning"
    assert iiv("-C", tmp_path, "check", "--strict").exit_code == 1
    settings = SETTINGS_TEXT.replace("- iiv\n", "- iiv:\n      known_remotes: [origin]\n")
    write_journal(tmp_path, {}, settings)
    assert iiv("-C", tmp_path, "check", "--strict").exit_code == 0


def test_what_is_dated_ahead_as_if_it_had_happened_is_a_warning(tmp_path: Path) -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-09\n---\n{}\n"
    log = "## Log\n- 2026-03-01 asked\n- 2027-03-02 wrote\n- 2026-03-02 scheduled 2026-03-09\n"
    notes = {
        "interviews/a.md": note.format("It went well."),
        "interviews/b.md": note.format(""),
        "contacts/ada.md": f"---\nname: Ada\nnext_contact: 2026-06-01\n---\n{log}",
    }
    root = write_journal(tmp_path, notes)
    said = iiv("-C", root, "check", "--today", "2026-03-08").stdout.splitlines()
    expected = ["journal/contacts/ada.md:7:1: future-date:", "journal/interviews/a.md:1:1: future-date:"]
    assert [line.partition(" this")[0] for line in said if "future-date" in line] == expected
    later = iiv("-C", root, "check", "--today", "2026-03-09").stdout
    assert "interviews/a.md" not in later


FEW = [warning(Place("journal/a.md", 3), "unknown-key", "`helpfull` is not a key iiv knows")]
MANY = [warning(Place("journal/a.md", line), "unknown-key", f"`odd{line}`") for line in range(1, 10_000)]
MANY.append(error(Place("journal/z.md"), "bad-date", "`2026-02-30` is no day"))


def test_few_are_all_shown_in_order_of_place(capsys: pytest.CaptureFixture[str]) -> None:
    print_first(FEW)
    tell_sum(FEW)
    said = capsys.readouterr()
    assert said.out == "journal/a.md:3:1: unknown-key: `helpfull` is not a key iiv knows\n"
    assert said.err == "0 errors, 1 warning.\n"


def test_of_many_the_first_are_shown_and_errors_before_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    print_first(MANY)
    tell_sum(MANY)
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert (len(lines), lines[0]) == (SHOWN, "journal/z.md:1:1: bad-date: `2026-02-30` is no day")
    assert lines[1].startswith("journal/a.md:1:1: unknown-key: ")
    assert said.err.splitlines() == [
        "... and 9,950 more: `iiv check` shows all of them.",
        "1 error, 9,999 warnings.",
        "Most of them: unknown-key (9,999), bad-date (1).",
    ]


def test_what_is_wrong_alike_in_many_notes_has_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    soup = [warning(Place(f"journal/{n:03}.md", 10), "unknown-question", "`Soup?`") for n in range(300)]
    print_first([*soup, *FEW])
    tell_sum(soup)
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "journal/000.md:10:1: unknown-question: `Soup?`; so it is in 299 more places",
        str(FEW[0]),
    ]
    assert said.err.startswith("0 errors, 300 warnings.\n")


def test_many_that_are_mended_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    print_changes(MANY, FEW)
    said = capsys.readouterr()
    assert said.out.count("\n") == 1
    assert said.err.count("Mended: ") == SHOWN
    assert said.err.endswith("... and 9,950 more are mended.\n")


@pytest.mark.parametrize("problems", [FEW, MANY])
def test_nothing_new_is_nothing_to_show(problems: list[Problem], capsys: pytest.CaptureFixture[str]) -> None:
    print_changes(problems, [*problems])
    assert capsys.readouterr() == ("", "")
