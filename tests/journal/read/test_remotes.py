import os
import shutil
import subprocess
from pathlib import Path

import pytest

from iiv.journal.read.remotes import Remote, remote_problems, remotes

URL = "https://example.org/talks.git"


def repository(folder: Path, config: str) -> Path:
    """What git leaves in a folder, as far as it matters here."""
    (folder / ".git").mkdir(parents=True)
    (folder / ".git" / "HEAD").write_text("ref: refs/heads/main\n")
    (folder / ".git" / "config").write_text(config)
    return folder


def test_a_folder_in_no_repository_has_none(tmp_path: Path) -> None:
    assert remotes(tmp_path) == ()


def test_each_remote_of_the_repository_around_the_folder(tmp_path: Path) -> None:
    config = f"""\
[core]
\turl = no
[remote "origin"]
\turl = {URL}
[REMOTE "b"] URL = "host:talks" ; mine
[remote]
\turl = no
"""
    (tmp_path / "talks").mkdir()
    repository(tmp_path, config)
    assert remotes(tmp_path / "talks") == (Remote("b", "host:talks"), Remote("origin", URL))


def test_notes_go_to_the_push_address_and_passwords_are_not_shown(tmp_path: Path) -> None:
    config = (
        '[remote "o\\"r"]\n\turl = one\n\tpushurl = https://me:secret@exa\\\nmple.org/x # c\n\turl = two\n'
    )
    assert remotes(repository(tmp_path, config)) == (Remote('o"r', "https://example.org/x"),)


def test_a_warning_for_each_that_the_settings_do_not_know(tmp_path: Path) -> None:
    config = f'[remote "origin"]\nurl = {URL}\n[remote "disk"]\nurl = /mnt/disk\n'
    disk, origin = remote_problems(repository(tmp_path, config), ())
    assert str(origin) == (
        f"mkdocs.yml:1:1: git-remote: notes pushed to the git remote `origin` ({URL}) leave this machine"
        " (if that is as it should be, set `known_remotes: [origin]` under the plugin `iiv`)"
    )
    assert "(/mnt/disk) leave this folder" in disk.message
    assert origin.severity == "warning"
    (other,) = remote_problems(tmp_path, ("disk",))
    assert "known_remotes: [disk, origin]" in other.hint
    assert remote_problems(tmp_path, ("disk", "origin")) == []


@pytest.mark.parametrize(
    ("url", "where"),
    [
        ("git@example.org:talks.git", "machine"),
        ("ssh://example.org/talks", "machine"),
        ("file:///srv/talks.git", "folder"),
        ("../talks.git", "folder"),
        ("C:\\talks", "folder"),
    ],
)
def test_where_notes_would_go(tmp_path: Path, url: str, where: str) -> None:
    config = f'[remote "origin"]\nurl = "{url}"\n'.replace("\\", "\\\\")
    (problem,) = remote_problems(repository(tmp_path, config), ())
    assert problem.message.endswith(f"({url}) leave this {where}")


def test_what_cannot_be_read_has_none(tmp_path: Path) -> None:
    repository(tmp_path, "[remote")
    assert remotes(tmp_path) == ()
    config = tmp_path / ".git" / "config"
    config.unlink()
    os.mkfifo(config)
    assert remotes(tmp_path) == ()
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / ".git").write_text("gitdir: nowhere\n")
    assert remotes(tmp_path / "sub") == ()


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_as_git_writes_them_in_a_work_tree_too(tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*words: str) -> None:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(
            ["git", *identity, *words], cwd=tmp_path / "one", env=home, check=True, capture_output=True
        )

    (tmp_path / "one").mkdir()
    git("init", "-q")
    git("remote", "add", "origin", URL)
    git("commit", "-q", "--allow-empty", "-m", "begin")
    git("worktree", "add", "-q", "../two")
    assert remotes(tmp_path / "one") == remotes(tmp_path / "two") == (Remote("origin", URL),)
