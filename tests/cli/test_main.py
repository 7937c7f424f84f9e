import datetime as dt
import errno
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from iiv import __version__
from iiv.cli.context import Day
from iiv.cli.failures import as_click_exception
from iiv.cli.main import COMMANDS, main
from tests.builders import write_journal
from tests.cli.running import iiv, iiv_json

TALK = {"interviews/a.md": "---\ncontact: Ada Lovelace\ndate: 2026-03-02\n---\nA good talk.\n"}


def states(*words: str | Path, env: dict[str, str | None] | None = None) -> str:
    return " ".join(
        line.split("  ")[0] for line in iiv(*words, env=env).stdout.splitlines() if line[:1].strip()
    )


def test_help_names_every_command() -> None:
    result = iiv("--help")
    assert result.exit_code == 0
    assert all(f"  {name} " in result.stdout for name in COMMANDS)
    assert iiv("-h").stdout == result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_help_says_what_the_list_says(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command
    assert (command.help or "").splitlines()[0] == COMMANDS[name]
    assert iiv(name, "--help").exit_code == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_a_journal_and_a_day(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command
    options = {option for parameter in command.params for option in parameter.opts}
    assert isinstance(command, click.Group) or options >= {"-C", "--today"}


def test_help_imports_no_command_and_reads_no_notes() -> None:
    code = (
        "import sys; from iiv.cli.main import main; main(['--help'], standalone_mode=False); "
        "print(sorted(m for m in sys.modules if m.startswith(('iiv.', 'yaml', 'mkdocs'))), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    names = ("context", "failures", "help_pages", "main", "terminal")
    imported = ["iiv.cli", *(f"iiv.cli.{name}" for name in names), "iiv.command_lines"]
    assert done.stderr.strip() == str(imported)


def test_a_shell_that_completes_sees_the_commands() -> None:
    ctx = click.Context(main, info_name="iiv")
    assert [item.value for item in main.shell_complete(ctx, "")] == list(COMMANDS)


def test_a_day_that_is_one_already_stays_as_it_is() -> None:
    assert Day().convert(dt.date(2026, 3, 2), None, None) == dt.date(2026, 3, 2)


def test_the_version() -> None:
    assert iiv("--version").stdout == f"iiv {__version__}\n"


def test_an_unknown_command_and_what_was_meant() -> None:
    result = iiv("chek")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "No such command 'chek'. Did you mean 'check'?" in result.stderr


def test_no_journal_is_said_in_a_sentence(tmp_path: Path) -> None:
    result = iiv("-C", tmp_path, "due")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Error: no journal here, nor in a folder above: `iiv init` begins one\n"


def test_the_folder_is_named_before_or_after_the_command(tmp_path: Path) -> None:
    write_journal(tmp_path, TALK)
    inside = tmp_path / "journal" / "interviews"
    for words in (("-C", tmp_path, "check"), ("check", "-C", tmp_path), ("-C", inside, "check")):
        assert iiv(*words).stderr == "No problems in 1 talk.\n"
    assert iiv("-C", tmp_path / "none", "check").exit_code == 2


def test_the_day_is_named_before_or_after_the_command_or_in_the_environment(tmp_path: Path) -> None:
    write_journal(tmp_path, TALK)
    assert states("-C", tmp_path, "--today", "2026-03-03", "due") == "Today Next 14 days"
    assert states("-C", tmp_path, "due", "--today", "2026-03-03") == "Today Next 14 days"
    env: dict[str, str | None] = {"IIV_TODAY": "2026-03-04"}
    assert states("-C", tmp_path, "due", env=env) == "Overdue Next 14 days"
    assert states("-C", tmp_path, "due", "--today", "2026-03-03", env=env) == "Today Next 14 days"
    said = "Today Next 14 days"
    assert states("-C", tmp_path, "--today", "2026-03-05", "due", "--today", "2026-03-03") == said


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-02-30", "'2026-02-30' is no day in the calendar: check the month and the day."),
        ("20260302", "'20260302' is no day: did you mean 2026-03-02?"),
        (
            "2026-W10-1",
            "'2026-W10-1' is no day: write year-month-day, as in 2026-05-04 for today, or `friday`",
        ),
        ("3/2/2026", "'3/2/2026' may be 3 February or 2 March: write 2026-02-03 or 2026-03-02."),
        ("2.3.26", "'2.3.26' has a year of two digits: write 2026-03-02."),
        ("", "'' is no day: write year-month-day"),
    ],
)
def test_a_day_that_is_none(tmp_path: Path, day: str, why: str) -> None:
    journal = write_journal(tmp_path, TALK)
    result = iiv("-C", journal, "--today", "2026-05-04", "due", "--today", day)
    assert result.exit_code == 2
    assert why in result.stderr


def test_another_day_may_be_told_from_today(tmp_path: Path) -> None:
    journal = write_journal(tmp_path, TALK)
    told = states("-C", journal, "--today", "2026-03-02", "due", "--today", "in 2 days")
    assert told == states("-C", journal, "due", "--today", "4 March 2026")


def test_a_disk_that_refuses_is_said_in_a_sentence(tmp_path: Path) -> None:
    write_journal(tmp_path, {})
    (tmp_path / "journal" / "interviews").write_text("a file where a folder should be")
    result = iiv("-C", tmp_path, "new", "Ada", "--no-edit")
    assert result.exit_code == 1
    assert result.stderr == f"Error: {tmp_path}/journal/interviews: File exists\n"


def test_a_fault_of_the_program_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "iiv.cli.due", None)
    assert isinstance(iiv("-C", tmp_path, "due").exception, ModuleNotFoundError)


def test_a_module_without_its_command_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iiv.cli.due.due", None)
    with pytest.raises(TypeError):
        main.get_command(click.Context(main), "due")


def test_a_reader_who_has_enough_ends_it_quietly(tmp_path: Path) -> None:
    write_journal(tmp_path, TALK)
    command = [
        sys.executable,
        "-c",
        "from iiv.cli.main import main; main()",
        "-C",
        str(tmp_path),
        "due",
        "--all",
    ]
    reads, writes = os.pipe()
    os.close(reads)
    done = subprocess.run(command, stdout=writes, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writes)
    assert (done.returncode, done.stderr) == (1, "")
    assert as_click_exception(BrokenPipeError(errno.EPIPE, "Broken pipe")) is None


def test_json_is_data_alone(tmp_path: Path) -> None:
    assert iiv_json("-C", write_journal(tmp_path, {}), "check") == []
