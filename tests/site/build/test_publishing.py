import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from iiv.site.build.publishing import Published, publish


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    folder.mkdir(exist_ok=True)
    return folder


def files_of(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path / "site", {})


def test_the_site_holds_what_was_staged(tmp_path: Path, site: Path) -> None:
    staging = write(tmp_path / "staging", {"index.html": "home", "questions/start.html": "start"})
    assert publish(staging, site) == Published(written=2, unchanged=0, removed=0)
    assert files_of(site) == {"index.html": "home", "questions/start.html": "start"}


def test_an_unchanged_file_is_not_touched(tmp_path: Path, site: Path) -> None:
    write(site, {"index.html": "home", "about.html": "about"})
    before = (site / "index.html").stat()
    staging = write(tmp_path / "staging", {"index.html": "home", "about.html": "ABOUT"})
    assert publish(staging, site) == Published(written=1, unchanged=1, removed=0)
    after = (site / "index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert files_of(site)["about.html"] == "ABOUT"


def test_a_large_file_is_compared_to_its_end(tmp_path: Path, site: Path) -> None:
    start = "x" * (1 << 20)
    write(site, {"film.bin": start + "one", "same.bin": start + "one"})
    staging = write(tmp_path / "staging", {"film.bin": start + "two", "same.bin": start + "one"})
    assert publish(staging, site) == Published(written=1, unchanged=1, removed=0)


def test_what_is_gone_is_removed_with_its_empty_folders(tmp_path: Path, site: Path) -> None:
    write(site, {"index.html": "home", "contacts/ada/deep/photo.html": "old", "contacts/ada/kept.html": "k"})
    (site / "empty").mkdir()
    staging = write(tmp_path / "staging", {"index.html": "home", "contacts/ada/kept.html": "k"})
    assert publish(staging, site) == Published(written=0, unchanged=2, removed=1)
    assert not (site / "contacts/ada/deep").exists()
    assert not (site / "empty").exists()


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path, site: Path) -> None:
    write(site, {"a": "was a file", "b/c/d.html": "was below a folder"})
    staging = write(tmp_path / "staging", {"a/page.html": "now below", "b": "now a file"})
    publish(staging, site)
    assert files_of(site) == {"a/page.html": "now below", "b": "now a file"}


def test_only_the_owner_can_read_it(tmp_path: Path, site: Path) -> None:
    write(site, {"kept.html": "same"}).joinpath("kept.html").chmod(0o644)
    staging = write(tmp_path / "staging", {"new/page.html": "new", "kept.html": "same"})
    publish(staging, site)
    modes = {path.name: path.stat().st_mode & 0o777 for path in site.rglob("*")}
    assert modes == {"kept.html": 0o600, "new": 0o700, "page.html": 0o600}


def test_nothing_is_written_through_a_link(tmp_path: Path, site: Path) -> None:
    elsewhere = write(tmp_path / "elsewhere", {"index.html": "not ours"})
    (site / "contacts").symlink_to(elsewhere)
    (site / "home.html").symlink_to(elsewhere / "index.html")
    staging = write(tmp_path / "staging", {"contacts/index.html": "people", "home.html": "home"})
    publish(staging, site)
    assert files_of(elsewhere) == {"index.html": "not ours"}
    assert files_of(site) == {"contacts/index.html": "people", "home.html": "home"}


def test_dot_names_at_the_top_are_left_alone(tmp_path: Path, site: Path) -> None:
    write(site, {".iiv-site": "ours", ".git/refs/old": "x", "old.html": "x"})
    (site / ".git/empty").mkdir()
    publish(write(tmp_path / "staging", {".draft": "never", "index.html": "home"}), site)
    assert files_of(site) == {".iiv-site": "ours", ".git/refs/old": "x", "index.html": "home"}
    assert (site / ".git/empty").is_dir()


def test_a_publishing_that_stopped_in_the_middle_is_finished_by_the_next(tmp_path: Path, site: Path) -> None:
    write(site, {"a.html": "old", "b.html": "old", "gone.html": "old"})
    new = {"a.html": "new", "b.html": "new", "assets/new.css": "new"}
    staging = write(tmp_path / "staging", new)
    (staging / "c.html").symlink_to(staging / "nowhere")  # the step that fails
    with pytest.raises(FileNotFoundError):
        publish(staging, site)
    assert files_of(site) == {**new, "gone.html": "old"}, "pages come late, and what is gone goes last"
    publish(write(tmp_path / "again", new), site)
    assert files_of(site) == new


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """A folder on another disk."""
    memory = Path("/dev/shm")  # noqa: S108 - any other file system will do
    if not os.access(memory, os.W_OK) or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no second file system to write to")
    with TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def test_the_site_may_lie_on_another_disk(elsewhere: Path, site: Path) -> None:
    staging = write(elsewhere / "staging", {"index.html": "new", "questions/start.html": "new"})
    write(site, {"index.html": "old"})
    assert publish(staging, site) == Published(written=2, unchanged=0, removed=0)
    assert files_of(site) == {"index.html": "new", "questions/start.html": "new"}
    assert (site / "index.html").stat().st_mode & 0o777 == 0o600


def test_on_another_disk_nothing_changes_before_all_is_copied(elsewhere: Path, site: Path) -> None:
    staging = write(elsewhere / "staging", {"a.html": "new", "b.html": "new"})
    (staging / "z.html").symlink_to(staging / "nowhere")  # the copy that fails
    write(site, {"a.html": "old", "gone.html": "old"})
    with pytest.raises(FileNotFoundError):
        publish(staging, site)
    assert files_of(site) == {"a.html": "old", "gone.html": "old"}


def test_what_a_killed_publishing_copied_is_removed_by_the_next(elsewhere: Path, site: Path) -> None:
    write(site, {".iiv-new/half.html": "half"})
    publish(write(elsewhere / "staging", {"a.html": "new"}), site)
    assert files_of(site) == {"a.html": "new"}
