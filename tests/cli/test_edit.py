"""`iiv edit` opens the file of whoever or whatever was named, in the person's own editor."""

import os
import sys
from pathlib import Path

import pytest

from tests.builders import write_journal
from tests.cli.running import an_opener, iiv

EDITOR = 'sh -c \'printf "%s" "$1" > opened\' sh'
NOTES = {
    "contacts/ada.md": "---\nname: Ada Lovelace\naliases: [Countess]\n---\n",
    "contacts/adam-smith.md": "---\nname: Adam Smith\n---\n",
    "contacts/start.md": "---\nname: Bob Start\n---\n",
    "contacts/kay.md": "---\nname: Kay\n",
    "interviews/2026-03-02-ada.md": "---\ncontact: ada\ndate: 2026-03-02\n---\nTalk.\n",
    "interviews/2026/mary.md": "---\ncontact: Mary Somerville\ndate: 2026-02-01\n---\nTalk.\n",
    "interviews/broken.md": "---\ncontact: Kay\n",
    "questions/start.md": "---\nask: How did you get your start?\nformerly: [How did it begin?]\n---\n",
    "questions/regret.md": "---\nask: What do you regret?\n---\n",
    "directions/sea.md": "---\nname: Off to sea\n---\n",
    "me.md": "---\nname: Grace\n---\n",
}


@pytest.fixture(autouse=True)
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_journal(tmp_path / "talks", NOTES)
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    ("what", "path"),
    [
        ("ada", "contacts/ada.md"),
        ("Ada Lovelace", "contacts/ada.md"),
        ("[[Ada Lovelace]]", "contacts/ada.md"),
        ("countess", "contacts/ada.md"),
        ("lovel", "contacts/ada.md"),
        ("2026-03-02-ada", "interviews/2026-03-02-ada.md"),
        ("2026-03-02", "interviews/2026-03-02-ada.md"),
        ("2026-02-01", "interviews/2026/mary.md"),
        ("mary.md", "interviews/2026/mary.md"),
        ("regret", "questions/regret.md"),
        ("what do you regret", "questions/regret.md"),
        ("HOW DID IT BEGIN", "questions/start.md"),
        ("get your start", "questions/start.md"),
        ("questions/start", "questions/start.md"),
        ("journal/contacts/start.md", "contacts/start.md"),
        ("sea", "directions/sea.md"),
        ("off to SEA", "directions/sea.md"),
        ("to se", "directions/sea.md"),
        ("broken", "interviews/broken.md"),
        ("kay", "contacts/kay.md"),
        ("me", "me.md"),
    ],
)
def test_what_is_named_is_opened(journal: Path, what: str, path: str) -> None:
    if what == "mary.md":
        os.chdir(journal / "journal" / "interviews" / "2026")
    result = iiv("edit", *what.split(), env={"IIV_EDITOR": EDITOR})
    assert (result.exit_code, result.stderr) == (0, "")
    opened = Path("opened").read_text()
    assert Path(opened).resolve() == journal / "journal" / path
    assert Path(result.stdout.strip()).resolve() == journal / "journal" / path


def test_what_may_be_several_is_listed() -> None:
    result = iiv("edit", "start", env={"IIV_EDITOR": "false"})
    assert result.exit_code == 2
    said = "'start' may be the question start (journal/questions/start.md), Bob Start "
    assert f"{said}(journal/contacts/start.md): name one by its path." in result.stderr
    assert "Adam Smith (journal/contacts/adam-smith.md)" in iiv("edit", "AD").stderr


def test_somebody_without_a_file_is_offered_one() -> None:
    result = iiv("edit", "Mary", "Somerville")
    offer = 'Mary Somerville has no file yet: `iiv add "Mary Somerville"` makes one.'
    said = f"Error: {offer} What they said is in mary.\n"
    assert (result.exit_code, result.stderr) == (1, said)


def test_what_is_not_there_is_said() -> None:
    assert "nothing is called 'nobody'." in iiv("edit", "nobody").stderr
    assert "Did you mean Ada Lovelace?" in iiv("edit", "Ada Lovelce").stderr
    assert iiv("edit", "").exit_code == 2
    assert "there is no journal/index.md yet" in iiv("edit", "index").stderr


@pytest.mark.parametrize("path", ["../outside.md", "mkdocs.yml", "/etc/passwd", "journal/contacts"])
def test_nothing_but_notes_is_opened(journal: Path, path: str) -> None:
    (journal.parent / "outside.md").write_text("Not a note.")
    assert iiv("edit", path, env={"IIV_EDITOR": EDITOR}).exit_code == 2
    assert not Path("opened").exists()


@pytest.mark.parametrize(
    ("names", "first"),
    [
        (("IIV_EDITOR", "VISUAL", "EDITOR"), "IIV_EDITOR"),
        (("VISUAL", "EDITOR"), "VISUAL"),
        (("EDITOR",), "EDITOR"),
    ],
)
def test_the_editor_is_the_first_that_is_set(names: tuple[str, ...], first: str) -> None:
    env = {name: f"sh -c 'printf {name} > opened' sh" for name in names}
    assert iiv("edit", "ada", env={"IIV_EDITOR": "", **env}).exit_code == 0
    assert Path("opened").read_text() == first


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the opener is xdg-open")
def test_without_an_editor_the_system_opens_it(
    journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = an_opener(tmp_path, monkeypatch, 'printf "%s" "$*" > "$(dirname "$0")/opened"')
    assert iiv("edit", "ada").exit_code == 0
    assert opened.read_text() == str(journal / "journal" / "contacts" / "ada.md")


def test_without_any_it_says_how_to_have_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = iiv("edit", "ada")
    assert (result.exit_code, result.stdout) == (1, "journal/contacts/ada.md\n")
    assert "the variable EDITOR" in result.stderr


@pytest.mark.parametrize(
    ("editor", "said"),
    [
        ("false -x", "the editor `false -x` ended with a fault; the note is kept as it stands."),
        ("no-such -x", "the editor that VISUAL names is not there: no-such -x. The note is kept."),
        ("'vi", "VISUAL, which names your editor, cannot be read (No closing quotation): 'vi"),
        (" ", "VISUAL, which names your editor, cannot be read (No command):  "),
    ],
)
def test_an_editor_that_fails_is_said_in_a_sentence(editor: str, said: str) -> None:
    result = iiv("edit", "ada", env={"VISUAL": editor, "EDITOR": "true"})
    assert (result.exit_code, result.stdout) == (1, "journal/contacts/ada.md\n")
    assert result.stderr.strip() == f"Error: {said}".strip()


def test_a_program_whose_path_holds_spaces_needs_no_quotation_marks(tmp_path: Path) -> None:
    editor = tmp_path / "My Editor" / "ed it"
    editor.parent.mkdir()
    editor.write_text('#!/bin/sh\nprintf "%s" "$*" > opened\n')
    editor.chmod(0o755)
    assert iiv("edit", "ada", env={"EDITOR": f"{editor} -w"}).exit_code == 0
    assert Path("opened").read_text().startswith("-w ")


def test_a_program_that_is_no_program_is_said(tmp_path: Path) -> None:
    (tmp_path / "editor").write_text("\0")
    (tmp_path / "editor").chmod(0o755)
    result = iiv("edit", "ada", env={"EDITOR": str(tmp_path / "editor")})
    assert result.exit_code == 1
    assert "cannot be run (Exec format error)" in result.stderr
