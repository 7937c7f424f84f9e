"""Where standard output cannot write every letter, as in a pipe on Windows, a sign stands in its place."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.builders import write_journal
from tests.children import a_child
from tests.cli.running import IIV
from tests.cli.sessions import WITHOUT_POSIX, Done, session

NOTES = {
    "contacts/li.md": "---\nname: 李美\nemail: li@example.org\nknow: 李\n---\n",
    "contacts/ødegård.md": "---\nname: Ødegård Şahin 🙂\n---\n## Log\n- 2026-03-02 asked: 李\n",
    "interviews/a.md": "---\ncontact: 李美\ndate: 2026-03-02\n李: 1\n---\n- [ ] 李 (by 2026-03-09)\n",
    "questions/start.md": "---\nask: 李, how did it begin?\ntopic: Path\n---\n",
    "me.md": "---\nname: Ḿe\n---\n李\n",
}
# Each, and what must be on standard output, or else in the folder.
COMMANDS = {
    "due": "??",
    "due --json": "\\u674e",
    "check": "`?` is not a key iiv knows",
    "check --json": "\\u674e",
    "build": "`?` is not a key iiv knows",
    "prep li": "??",
    "draft thank li": "Dear ??",
    "draft thank li --eml x.eml": "x.eml",
    "questions": "?, how did it begin?",
    "questions --json": "\\u674e",
    "questions bank": "Path",
    "questions reword start 李?": "start.md",
    "questions choose satisfying": "satisfying.md",
    "questions order start": "",
    "questions retire start": "start.md",
    "questions add 李王?": "questions",
    "questions shortlist regret": "regret.md",
    "questions shortlist": "What do you regret?",
    "questions shortlist --off regret": "",
    "log li wrote --note 李": "wrote: ?",
    "log li wrote --next 2026-06-01": "next_contact: 2026-06-01",
    "undo --list": "iiv log li wrote --next 2026-06-01",
    "undo": "Took back `iiv log li wrote --next 2026-06-01`: journal",
    "show li": "You know them",
    "show li --json": "\\u674e",
    "review": "??",
    "review --json": "\\u674e",
    "edit start": "start.md",
    "edit ødegård": "contacts",
    "add 王芳": "contacts",
    "add 李美": "contacts",
    "new 王芳 --no-edit": "interviews",
    "new 王芳 --date 2026-03-01 --from journal/contacts/li.md --no-edit": "2026-03-01",
    "import 李.md --apply": "?.md",
    "rename 王芳 王李芳": "?? is ??? now",
    "merge 李美 王芳": "?? is ??? now",
    "import 李.csv": "create  ???",
    "import 李.csv --apply": "created  ???",
    "directions new 李 --no-edit": "directions",
    "directions": "?",
    "directions --json": "\\u674e",
    "export calendar": "BEGIN:VCALENDAR",
    "export calendar 李.ics": "",
    "export pages 李-pages": "",
    "verify": "",
    "init 李": "iiv add",
    "--help": "Commands",
}


CONSOLES = {"cp1252": "", "cp437": WITHOUT_POSIX, "ascii": ""}
"""Encodings, and what is like Windows: there a console has the second, and a pipe the first."""


@pytest.fixture(
    scope="module",
    params=["cp437", *(pytest.param(one, marks=pytest.mark.stress) for one in ("cp1252", "ascii"))],
)
def done(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Done]:
    """What each command said, one after the other."""
    encoding: str = request.param
    root = write_journal(tmp_path_factory.mktemp("talks"), NOTES)
    (root / "李.md").write_text("---\ncontact: 李美\ndate: 2026-03-01\n---\n李\n", "utf-8")
    (root / "李.csv").write_text("Name,Role\n李小龙,演员\n", "utf-8")
    typed = session(
        root,
        [f"--today 2026-03-10 {command}" for command in COMMANDS],
        encoding,
        CONSOLES[encoding],
        IIV_EDITOR="true",
    )
    return dict(zip(COMMANDS, typed, strict=True))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_goes_on(done: Mapping[str, Done], command: str) -> None:
    assert done[command].code == 0, done[command].said
    assert COMMANDS[command] in done[command].data


def test_serve_goes_on(tmp_path: Path) -> None:
    root = write_journal(tmp_path, NOTES)
    env = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    with a_child(*IIV, "-C", root, "serve", "--port", "0", env=env) as process:
        assert process.stderr
        assert any("Your journal is at" in said for said in process.stderr)
        process.terminate()
        assert "`?` is not a key" in process.communicate()[0]


def test_a_command_that_wrote_says_so_also_where_standard_output_takes_nothing(tmp_path: Path) -> None:
    root = write_journal(tmp_path, NOTES)
    command = [*IIV, "log", "li", "wrote", "--note", "looms"]
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(command, cwd=root, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr.splitlines()[0]) == (1, "Written: journal/contacts/li.md")
    assert (root / "journal" / "contacts" / "li.md").read_text("utf-8").count("wrote: looms") == 1


def test_a_command_says_the_rest_where_standard_output_is_closed(tmp_path: Path) -> None:
    root = write_journal(tmp_path, NOTES)
    typed = f"'{IIV[0]}' -m iiv log li wrote --note looms >&- && '{IIV[0]}' -m iiv due >&-"
    done = subprocess.run(["sh", "-c", typed], cwd=root, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "wrote: looms" in (root / "journal" / "contacts" / "li.md").read_text("utf-8")


def test_a_command_that_wrote_says_so_also_where_the_folder_it_runs_in_is_gone(tmp_path: Path) -> None:
    root = write_journal(tmp_path / "talks", NOTES)
    (tmp_path / "gone").mkdir()
    code = "import os, sys; os.rmdir(os.getcwd()); from iiv.cli.main import main; main(sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", code, "-C", str(root), "log", "li", "wrote"],
        cwd=tmp_path / "gone",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(f"{root}/journal/contacts/li.md\n")
