from pathlib import Path

from iiv.journal.cache.workspace import workspace


def test_only_the_owner_sees_the_workspace_and_git_does_not(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    assert folder == tmp_path / ".iiv"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_link_in_its_place_is_removed_and_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir(mode=0o755)
    (tmp_path / ".iiv").symlink_to(precious)
    workspace(tmp_path)
    assert not (tmp_path / ".iiv").is_symlink()
    assert list(precious.iterdir()) == []


def test_what_tells_git_so_is_not_written_through_a_link(tmp_path: Path) -> None:
    workspace(tmp_path)
    ignore = tmp_path / ".iiv/.gitignore"
    ignore.unlink()
    ignore.symlink_to(tmp_path / "elsewhere")
    workspace(tmp_path)
    assert not (tmp_path / "elsewhere").exists()
    assert ignore.read_text(encoding="utf-8") == "*\n"
