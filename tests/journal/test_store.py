"""A file in `.iiv` is believed when this program wrote it here, and else counts for nothing."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iiv.journal.cache import program
from iiv.journal.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINES = ["one", "", '{"two": 2}']


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file that holds the lines."""
    Store(tmp_path, "kept").save(LINES)
    return tmp_path / ".iiv" / "kept"


@pytest.fixture
def another_version(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    program.fingerprint.cache_clear()
    monkeypatch.setattr(program, "__version__", "0.0.0.other")
    yield
    program.fingerprint.cache_clear()


def test_what_was_saved_is_there_again(tmp_path: Path, kept: Path) -> None:
    assert Store(tmp_path, "kept").load() == LINES
    assert kept.stat().st_mode & 0o777 == 0o600
    assert Store(tmp_path, "other").load() == []
    Store(tmp_path, "kept").save(["three"])
    assert Store(tmp_path, "kept").load() == ["three"]


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    assert Store(tmp_path, "kept").load() == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("kept", "another_version")
def test_another_version_believes_nothing(tmp_path: Path) -> None:
    assert Store(tmp_path, "kept").load() == []


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_counts_for_nothing(tmp_path: Path, data: st.DataObject) -> None:
    store = Store(tmp_path, "kept")
    store.save(LINES)
    file = tmp_path / ".iiv" / "kept"
    content = file.read_bytes()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, len(content)))
    damaged = content[:start] + data.draw(st.binary(max_size=10)) + content[end:]
    file.write_bytes(damaged)
    assert store.load() == (LINES if damaged == content else [])


def test_what_comes_with_a_folder_from_elsewhere_counts_for_nothing(tmp_path: Path, kept: Path) -> None:
    shutil.copytree(kept.parent, tmp_path / "copy" / ".iiv")
    assert Store(tmp_path / "copy", "kept").load() == []


def test_what_others_may_have_written_counts_for_nothing(tmp_path: Path, kept: Path) -> None:
    kept.chmod(0o620)
    assert Store(tmp_path, "kept").load() == []


def test_links_and_pipes_are_not_read(tmp_path: Path, kept: Path) -> None:
    (kept.parent / "link").symlink_to(kept)
    os.mkfifo(kept.parent / "pipe")
    assert Store(tmp_path, "link").load() == []
    assert Store(tmp_path, "pipe").load() == []


def test_a_link_is_not_written_through(tmp_path: Path, kept: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine", "utf-8")
    (kept.parent / "kept.new").symlink_to(precious)
    Store(tmp_path, "kept").save(["three"])
    assert precious.read_text("utf-8") == "mine"
    assert Store(tmp_path, "kept").load() == LINES


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / ".iiv").write_text("in the way", "utf-8")
    Store(tmp_path, "kept").save(LINES)
    assert Store(tmp_path, "kept").load() == []
