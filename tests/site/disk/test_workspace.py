import threading
from pathlib import Path

import pytest

from iiv.journal.cache.workspace import workspace
from iiv.site.disk.workspace import alone, empty_folder, forget, staging


def test_staging_is_empty_at_first_and_gone_afterwards(tmp_path: Path) -> None:
    left_behind = workspace(tmp_path) / "staging-of-a-killed-build" / "half.html"
    left_behind.parent.mkdir()
    left_behind.touch()
    with staging(tmp_path) as folder:
        assert list(folder.iterdir()) == []
        assert not left_behind.parent.exists()
        assert folder.stat().st_mode & 0o777 == 0o700
        (folder / "index.html").touch()
    assert not folder.exists()


def test_staging_is_gone_after_a_fault_as_well(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), staging(tmp_path) as folder:
        raise KeyboardInterrupt
    assert not folder.exists()


def test_a_link_in_the_workspace_is_removed_and_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "note.md").touch()
    (workspace(tmp_path) / "empty").symlink_to(precious)
    assert list(empty_folder(tmp_path).iterdir()) == []
    assert (precious / "note.md").exists()


def test_forgetting_removes_what_was_kept_and_nothing_that_is_in_use(tmp_path: Path) -> None:
    kept = workspace(tmp_path) / "kept"
    kept.mkdir()
    with alone(tmp_path, pytest.fail):
        forget(tmp_path)
        assert sorted(path.name for path in (tmp_path / ".iiv").iterdir()) == [".gitignore", "lock"]
    assert not kept.exists()


def test_a_second_build_says_that_it_waits_and_then_goes_on(tmp_path: Path) -> None:
    order: list[str] = []
    waiting = threading.Event()

    def second() -> None:
        with alone(tmp_path, waiting.set):
            order.append("second")

    with alone(tmp_path, pytest.fail):
        thread = threading.Thread(target=second)
        thread.start()
        assert waiting.wait(timeout=30)
        order.append("first")
    thread.join(timeout=30)
    assert order == ["first", "second"]
