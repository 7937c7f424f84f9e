"""When the notes cannot be reached, every command says so, and the last site stays."""

import shutil
from pathlib import Path

import pytest

from tests.builders import write_journal
from tests.cli.running import iiv

TALK = "---\ncontact: Ada\ndate: 2026-03-02\n---\nA good talk.\n"
COMMANDS = (
    *("build", "build --clean", "serve --port 0", "due", "due --json", "check", "check --json"),
    *("check --watch", "export calendar", "export pages DIR", "prep Ada", "draft thank Ada", "log Ada wrote"),
    *("undo", "show Ada", "edit Ada", "add Grace", "new Ada --no-edit", "questions", "questions bank"),
    "questions choose start",
)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A journal that was built, and whose notes then went away; and its site."""
    root = write_journal(tmp_path_factory.mktemp("talks"), {"interviews/a.md": TALK})
    assert iiv("-C", root, "build").exit_code == 0
    assert iiv("-C", root, "due", "--today", "2026-03-03").stdout.startswith("Today\n")
    shutil.rmtree(root / "journal")
    return root, everything(root / "site")


@pytest.mark.parametrize("command", COMMANDS)
def test_it_says_so_and_nothing_else(
    built: tuple[Path, dict[str, bytes]], command: str, tmp_path: Path
) -> None:
    root, site = built
    words = [str(tmp_path / "pages") if word == "DIR" else word for word in command.split()]
    result = iiv("-C", root, *words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        f"Error: there is no folder {root / 'journal'}: if your notes lie on another disk, connect it; "
        "if there are none yet, make this folder\n"
    )
    assert everything(root / "site") == site
    assert not (root / "journal").exists()
    assert not (tmp_path / "pages").exists()


def test_the_site_can_be_verified_all_the_same(built: tuple[Path, dict[str, bytes]]) -> None:
    assert iiv("-C", built[0], "verify").exit_code == 0


def test_when_they_are_back_all_is_as_before(built: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    root = shutil.copytree(built[0], tmp_path / "copy")
    write_journal(root, {"interviews/a.md": TALK})
    assert iiv("-C", root, "build").exit_code == 0
    assert iiv("-C", root, "due", "--today", "2026-03-03").stdout.startswith("Today\n")
