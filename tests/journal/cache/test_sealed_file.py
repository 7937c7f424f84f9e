"""A file in `.iiv` is believed when this program wrote it here, and else counts for nothing."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iiv.journal.cache import fingerprint
from iiv.journal.cache.sealed_file import delete, load, save
from iiv.journal.cache.workspace import workspace

CONTENT = b"one\n\0two"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file that holds the content."""
    save(tmp_path, "kept", "1", CONTENT)
    return tmp_path / ".iiv" / "kept"


@pytest.fixture
def another_program(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    fingerprint.fingerprint.cache_clear()
    monkeypatch.setattr(fingerprint, "__version__", "0.0.0.other")
    yield
    fingerprint.fingerprint.cache_clear()


def loaded(root: Path, name: str = "kept", version: str = "1") -> bytes | None:
    found = load(root, name, version)
    return bytes(found.content) if found else None


def test_what_was_saved_is_there_again(tmp_path: Path, file: Path) -> None:
    assert loaded(tmp_path) == CONTENT
    assert file.stat().st_mode & 0o777 == 0o600
    assert loaded(tmp_path, "other") is None
    save(tmp_path, "kept", "1", b"")
    assert loaded(tmp_path) == b""
    assert {path.name for path in file.parent.iterdir()} == {".gitignore", "kept"}


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    assert loaded(tmp_path) is None
    delete(tmp_path, "kept")
    assert list(tmp_path.iterdir()) == []


def test_what_was_deleted_is_gone(tmp_path: Path, file: Path) -> None:
    delete(tmp_path, "kept")
    assert not file.exists()
    assert loaded(tmp_path) is None


@pytest.mark.usefixtures("file")
def test_content_of_another_version_counts_for_nothing(tmp_path: Path) -> None:
    assert loaded(tmp_path, version="2") is None


@pytest.mark.usefixtures("file", "another_program")
def test_another_program_believes_nothing(tmp_path: Path) -> None:
    assert loaded(tmp_path) is None


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_counts_for_nothing(tmp_path: Path, data: st.DataObject) -> None:
    save(tmp_path, "kept", "1", CONTENT)
    file = tmp_path / ".iiv" / "kept"
    content = file.read_bytes()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    damaged = content[:start] + data.draw(st.binary(max_size=10)) + content[end:]
    file.write_bytes(damaged)
    assert loaded(tmp_path) == (CONTENT if damaged == content else None)


def test_what_comes_with_a_folder_from_elsewhere_counts_for_nothing(tmp_path: Path, file: Path) -> None:
    shutil.copytree(file.parent, tmp_path / "copy" / ".iiv")
    assert loaded(tmp_path / "copy") is None


def test_what_others_may_have_written_counts_for_nothing(tmp_path: Path, file: Path) -> None:
    file.chmod(0o620)
    assert loaded(tmp_path) is None


def a_folder(path: Path) -> None:
    (path / "within").mkdir(parents=True)
    (path / "within/file").touch()


def a_link_to_a_file(path: Path) -> None:
    precious = path.parents[1] / "precious"
    precious.write_bytes(b"mine")
    path.symlink_to(precious)


def a_link_to_a_folder(path: Path) -> None:
    folder = path.parents[1] / "folder"
    folder.mkdir()
    (folder / "precious").write_bytes(b"mine")
    path.symlink_to(folder)


@pytest.mark.parametrize("name", ["kept", "kept.new"])
@pytest.mark.parametrize("make", [a_folder, a_link_to_a_file, a_link_to_a_folder, os.mkfifo])
def test_what_stands_in_its_place_is_neither_read_nor_waited_for_but_replaced(
    tmp_path: Path, file: Path, name: str, make: Callable[[Path], None]
) -> None:
    file.unlink()
    make(file.parent / name)
    assert loaded(tmp_path) is None
    save(tmp_path, "kept", "1", CONTENT)
    assert loaded(tmp_path) == CONTENT
    assert not file.is_symlink()
    assert [path.read_bytes() for path in tmp_path.rglob("precious")] in ([], [b"mine"])


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / ".iiv").write_text("in the way", "utf-8")
    save(tmp_path, "kept", "1", CONTENT)
    assert loaded(tmp_path) is None


def test_it_names_every_file_of_the_journal_and_the_method_and_the_packages_they_need() -> None:
    found = fingerprint.fingerprint()
    files = (
        "journal/parse/markup.py",
        "journal/cache/fingerprint.py",
        "method/status.py",
        "msgspec/__init__.py",
    )
    for name in files:
        assert f"{name}'" in found
    assert "__pycache__" not in found


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
