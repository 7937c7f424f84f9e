import os
import shutil
import subprocess
from pathlib import Path

import pytest

from iiv.journal.read.reading import read
from tests.cli.running import iiv


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, as the current one, on a machine without a git identity."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    return tmp_path


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


def test_a_new_journal(home: Path) -> None:
    result = iiv("init", "talks")
    assert result.exit_code == 0
    questions = {"start", "satisfying", "industry", "background", "same-path"}
    expected = {f"journal/questions/{name}.md" for name in questions}
    expected |= {"mkdocs.yml", ".gitignore", ".gitattributes", ".markdownlint.yaml", "journal/me.md"}
    assert files(home / "talks") == expected
    assert (home / "talks" / "journal" / "interviews").is_dir()
    assert (home / "talks" / "journal" / "contacts").is_dir()


def test_nothing_is_wrong_in_it_and_the_questions_are_in_order(home: Path) -> None:
    iiv("init", "talks")
    reading = read(home / "talks")
    assert reading.problems == ()
    ids = [question.id for question in reading.journal.questions]
    assert ids == ["start", "satisfying", "industry", "background", "same-path"]
    assert reading.journal.me.news == ()


def test_the_next_three_commands_work_as_printed(home: Path) -> None:
    result = iiv("init", "my talks")
    change, add, serve = (line.strip() for line in result.stdout.splitlines())
    assert (change, add, serve) == ('cd "my talks"', 'iiv add "Ada Lovelace"', "iiv serve --open")
    assert iiv("-C", home / "my talks", "add", "Ada Lovelace").exit_code == 0
    assert iiv("-C", home / "my talks", "check", "--strict").exit_code == 0


def test_here_is_the_default(home: Path) -> None:
    result = iiv("init")
    expected = ['iiv add "Ada Lovelace"', "iiv serve --open"]
    assert [line.strip() for line in result.stdout.splitlines()] == expected
    assert (home / "mkdocs.yml").exists()


def test_the_folder_may_be_named_as_for_every_command(home: Path) -> None:
    (home / "talks").mkdir()
    assert iiv("-C", "talks", "init").exit_code == 0
    assert (home / "talks" / "mkdocs.yml").exists()


@pytest.mark.parametrize("there", ["mkdocs.yml", "journal/me.md"])
def test_nothing_is_overwritten(home: Path, there: str) -> None:
    path = home / "talks" / there
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    result = iiv("init", "talks")
    assert result.exit_code == 1
    assert f"holds a journal already ({there}): nothing was changed." in result.stderr
    assert files(home / "talks") == {there}
    assert path.read_text() == "mine"


def test_who_has_questions_already_is_given_no_others(home: Path) -> None:
    question = home / "talks" / "journal" / "questions" / "start.md"
    question.parent.mkdir(parents=True)
    question.write_text("---\nask: How did you begin?\n---\n")
    assert iiv("init", "talks").exit_code == 0
    assert [*question.parent.iterdir()] == [question]
    assert question.read_text() == "---\nask: How did you begin?\n---\n"


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_takes_the_notes_and_leaves_the_site(home: Path) -> None:
    iiv("init", "talks")
    for name in ("site/index.html", ".iiv/staging/index.html"):
        assert (
            subprocess.run(["git", "check-ignore", "-q", name], cwd=home / "talks", check=False).returncode
            == 0
        )
    note = "journal/interviews/ada.md"
    assert (
        subprocess.run(["git", "check-ignore", "-q", note], cwd=home / "talks", check=False).returncode == 1
    )


def test_a_gitignore_that_is_there_stays_as_it_is(home: Path) -> None:
    (home / ".gitignore").write_text("*.pyc\n/site\n")
    result = iiv("init")
    assert result.exit_code == 0
    assert (home / ".gitignore").read_text() == "*.pyc\n/site\n"
    assert "Add to your .gitignore: .iiv/\n" in result.stderr


def test_gitattributes_that_are_there_stay_as_they_are(home: Path) -> None:
    (home / ".gitattributes").write_text("*  text=auto\n*.png binary\n")
    result = iiv("init")
    assert (home / ".gitattributes").read_text() == "*  text=auto\n*.png binary\n"
    assert result.stderr.count("Add to your") == 1
    assert "so that two machines can write at once: journal/contacts/** merge=union\n" in result.stderr


def test_who_does_not_know_git_is_told_how_to_keep_a_version(home: Path) -> None:
    said = iiv("init", "talks").stderr
    assert "iiv commits nothing by itself" in said
    *_, keep, new, back = said.splitlines()
    assert "git add --all, then git commit -m" in keep
    assert "git diff" in new
    assert "git log -p" in back
    assert "iiv commits" not in iiv("init", "others", env={"PATH": str(home / "nothing")}).stderr


def test_settings_of_a_linter_that_are_there_stay_alone(home: Path) -> None:
    (home / ".markdownlint.jsonc").write_text("{}")
    said = iiv("init").stderr
    assert not (home / ".markdownlint.yaml").exists()
    assert "markdownlint" not in said


def test_a_gitignore_that_says_it_all_is_not_talked_about(home: Path) -> None:
    (home / ".gitignore").write_text("site/\n.iiv/\n")
    assert "Add to your" not in iiv("init").stderr


def test_git_begins_a_repository_with_nothing_committed(home: Path) -> None:
    assert iiv("init", "talks", env={"GIT_DIR": str(home / "elsewhere")}).exit_code == 0
    assert (home / "talks" / ".git").is_dir()
    assert not (home / "elsewhere").exists()
    log = subprocess.run(["git", "log"], cwd=home / "talks", capture_output=True, text=True, check=False)
    assert "does not have any commits yet" in log.stderr


def test_a_repository_around_it_is_enough(home: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=home, check=True)
    assert iiv("init", "talks").exit_code == 0
    assert not (home / "talks" / ".git").exists()


def test_it_works_without_git(home: Path) -> None:
    assert iiv("init", "talks", env={"PATH": str(home / "nothing")}).exit_code == 0
    assert not (home / "talks" / ".git").exists()


def test_and_when_git_fails(home: Path) -> None:
    git = home / "bin" / "git"
    git.parent.mkdir()
    git.write_text("#!/bin/sh\nexit 1\n")
    git.chmod(0o755)
    result = iiv("init", "talks", env={"PATH": f"{git.parent}{os.pathsep}{os.environ['PATH']}"})
    assert result.exit_code == 0
    assert "git could not begin a repository here" in result.stderr


def test_the_example(home: Path) -> None:
    result = iiv("init", "look", "--example")
    assert result.exit_code == 0
    assert [line.strip() for line in result.stdout.splitlines()] == ["cd look", "iiv due", "iiv serve --open"]
    assert files(home / "look") >= {"mkdocs.yml", ".gitignore"}
    assert not any(name.startswith(("src/", "tests/")) for name in files(home / "look"))
    assert len(read(home / "look").journal.interviews) >= 14
    assert iiv("init", "look", "--example").exit_code == 1
