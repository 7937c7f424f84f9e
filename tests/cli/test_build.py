import subprocess
import sys
from pathlib import Path

from tests.builders import write_journal
from tests.cli.running import iiv

TALK = "---\ncontact: Ada\ndate: 2026-03-02\n---\nA good talk.\n"
ODD = "---\ncontact: Ada\ndate: 2026-03-02\nhelpfull: 4\n---\nA good talk.\n"


def test_the_site_and_where_it_is(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": TALK})
    result = iiv("-C", tmp_path, "build", "--strict")
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"open {tmp_path / 'site' / 'index.html'}" in result.stderr
    assert (tmp_path / "site" / "interviews" / "a.html").is_file()


def test_problems_are_printed_and_all_is_built(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": ODD})
    result = iiv("-C", tmp_path, "build", "--clean")
    assert result.exit_code == 0
    assert result.stdout.startswith("journal/interviews/a.md:4:1: unknown-key: ")
    assert "0 errors, 1 warning." in result.stderr
    assert (tmp_path / "site" / "interviews" / "a.html").is_file()


def test_strict_publishes_and_then_fails(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": ODD})
    assert iiv("-C", tmp_path, "build", "--strict").exit_code == 1
    assert (tmp_path / "site" / "interviews" / "a.html").is_file()


def test_it_says_what_it_does_when_asked_to(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": TALK})
    command = [sys.executable, "-m", "iiv", "-v", "-C", str(tmp_path), "build"]
    first = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    assert "ms  frames: drawn by MkDocs" in first
    assert "ms  read: 1 talks, 1 people" in first
    (tmp_path / "journal/interviews/a.md").write_text(f"{TALK}More.\n", "utf-8")
    second = subprocess.run(command, check=True, capture_output=True, text=True).stderr
    assert "frames: as they were drawn before" in second
    assert "1 interview" in second


def test_settings_that_cannot_be_used_are_a_sentence(tmp_path: Path) -> None:
    write_journal(tmp_path, {}, settings="site_name: Talks\n")
    result = iiv("-C", tmp_path, "build")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: mkdocs.yml ")
