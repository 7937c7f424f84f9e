"""`iiv check --watch`: what is new and what is mended, after each save."""

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.builders import write_journal
from tests.children import a_child
from tests.cli.running import IIV, iiv, line, save

GOOD = "---\ncontact: Ada\ndate: 2026-03-02\n---\nA good talk.\n"
ODD = GOOD.replace("date:", "helpfull: 4\ndate:")
LATER = GOOD.replace("2026-03-02", "2026-03-04")
WRONG = GOOD.replace("2026-03-02", "2026-02-30")


@contextmanager
def watching(root: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    with a_child(*IIV, "-C", root, "check", "--watch", *options) as process:
        line(process, "Waiting for what you save (Ctrl-C ends it).")
        yield process


def shown(process: subprocess.Popen[str]) -> str:
    """The next line on standard output."""
    assert process.stdout
    return process.stdout.readline()


def test_each_save_shows_what_changed(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": ODD, "interviews/b.md": LATER})
    notes = tmp_path / "journal" / "interviews"
    with watching(tmp_path) as process:
        assert shown(process).startswith("journal/interviews/a.md:3:1: unknown-key: ")
        save(notes / "b.md", WRONG)
        assert shown(process).startswith("journal/interviews/b.md:3:7: bad-date: ")
        line(process, "1 error, 1 warning.")
        save(notes / "a.md", GOOD)
        line(process, "Mended: journal/interviews/a.md:3:1: unknown-key: ")
        line(process, "1 error, 0 warnings.")
        save(notes / "b.md", LATER)
        line(process, "Mended: journal/interviews/b.md:3:7: bad-date: ")
        line(process, "No problems in 2 talks.")
        process.send_signal(signal.SIGINT)
        assert process.communicate() == ("", "")
    assert process.returncode == 0


@pytest.mark.parametrize(("note", "options", "code"), [(ODD, (), 0), (ODD, ("--strict",), 1), (WRONG, (), 1)])
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_with_the_code_of_the_last_check(
    tmp_path: Path, note: str, options: tuple[str, ...], code: int, ending: signal.Signals
) -> None:
    write_journal(tmp_path, {"interviews/a.md": GOOD})
    with watching(tmp_path, *options) as process:
        save(tmp_path / "journal" / "interviews" / "a.md", note)
        assert shown(process).startswith("journal/interviews/a.md:3:")
        process.send_signal(ending)
        process.communicate()
    assert process.returncode == code


def test_notes_that_go_away_are_waited_for(tmp_path: Path) -> None:
    write_journal(tmp_path, {"interviews/a.md": GOOD})
    with watching(tmp_path) as process:
        (tmp_path / "journal").rename(tmp_path / "away")
        line(process, f"there is no folder {tmp_path / 'journal'}: ")
        (tmp_path / "away").rename(tmp_path / "journal")
        line(process, "No problems in 1 talk.")
        (tmp_path / "journal").rename(tmp_path / "away")
        line(process, "there is no folder ")
        process.send_signal(signal.SIGINT)
        process.communicate()
    assert process.returncode == 1


def test_it_shows_lines_alone(tmp_path: Path) -> None:
    result = iiv("-C", write_journal(tmp_path, {}), "check", "--watch", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--watch shows lines: leave out --json." in result.stderr
