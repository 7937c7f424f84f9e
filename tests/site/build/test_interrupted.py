"""A build that ends badly leaves each file of the site old or new, and the next build finishes it."""

import errno
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from iiv.site.build import publishing
from iiv.site.build.building import build
from iiv.site.errors import BuildFailedError
from tests.builders import SETTINGS_TEXT, write_journal
from tests.site.edits import NOTES
from tests.site.sites import made_anew, tree
from tests.users import a_plain_user

EDITED = {
    "interviews/2026-03-02-one.md": "---\ncontact: Grace Hopper\ndate: 2026-03-02\n---\n![](../plan.png)\n",
    "interviews/2026-06-01-new.md": "---\ncontact: Ada Byron\ndate: 2026-06-01\n---\nAnd one more.\n",
}
# A build that stops at its nth step: Python tells of each file that is opened, moved or removed. Those
# outside the journal do not count: how many there are depends on which modules were compiled before.
CHILD = """
import os, signal, sys
from pathlib import Path
from iiv.site.build.building import build
import iiv.exchange.calendar, iiv.site.markdown.rendering
root, last, sign = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
steps = 0
def step(event, args):
    global steps
    if event in {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.rmtree"}:
        where = os.fsdecode(args[0]) if isinstance(args[0], (str, bytes, os.PathLike)) else ""
        steps += not os.path.isabs(where) or Path(where).is_relative_to(root)
        if steps == last > 0:
            os.kill(os.getpid(), sign)
sys.addaudithook(step)
build(root)
print(steps)
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A journal with a site that was edited since."""
    root = write_journal(tmp_path / "talks", NOTES)
    build(root)
    return write_journal(root, EDITED)


def interrupted(root: Path, step: int, sign: signal.Signals) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", CHILD, str(root), str(step), str(int(sign))]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def check_old_or_new(root: Path, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Each file is whole; pages that both sites have are there; the next build finishes."""
    now = tree(root / "site")
    for path, content in now.items():
        if not path.endswith(".new"):
            assert content in {old.get(path), new.get(path)}, path
    assert set(old) & set(new) <= set(now)
    assert tree(build(root).site) == new


def check_interrupted(root: Path, sign: signal.Signals, moments: int) -> None:
    chance = random.Random(moments)  # noqa: S311 - the same moments each time
    old, new = tree(root / "site"), made_anew(root)
    steps = range(1, int(interrupted(write_journal_like(root), 0, sign).stdout))
    moments_ = sorted(chance.sample(steps, min(moments, len(steps))))
    ended = []
    for step in moments_:
        ended.append(interrupted(root, step, sign).returncode)
        check_old_or_new(root, old, new)
        assert take_back(root) == old
        write_journal(root, EDITED)
    # What is kept is put in order now and then, so some builds are over a few steps earlier than others.
    assert set(ended) <= {-sign, 0}
    assert ended.count(-sign) > len(moments_) / 2


SIGNALS = pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGTERM])


def test_killed_at_any_moment(root: Path) -> None:
    check_interrupted(root, signal.SIGKILL, 4)


@pytest.mark.stress
@SIGNALS
def test_killed_at_many_more_moments(root: Path, sign: signal.Signals) -> None:
    check_interrupted(root, sign, 60)


def write_journal_like(root: Path) -> Path:
    """Another journal that is just as far as one taken back: the very first build has more steps."""
    other = write_journal(root.with_name("other"), NOTES)
    build(other)
    build(write_journal(other, EDITED))
    take_back(other)
    return write_journal(other, EDITED)


def take_back(root: Path) -> dict[str, bytes]:
    """The site after the edits are taken back, one after the other."""
    new = tree(root / "site")
    write_journal(root, NOTES)
    assert tree(build(root).site) != new
    (root / "journal/interviews/2026-06-01-new.md").unlink()
    return tree(build(root).site)


@pytest.mark.parametrize(
    "step",
    [
        "build.incremental.claim",
        "build.incremental.read",
        "dossiers.questions.comparisons",
        "pages.people.letters",
        "pages.making.mended",
        "build.incremental.write_page_file",
        "build.incremental.publish",
        "build.publishing._put",
        "build.publishing._remove_empty_folders",
        "build.incremental.save_outputs",
        "build.building.save_build",
    ],
)
def test_a_fault_in_any_phase(root: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    old, new = tree(root / "site"), made_anew(root)

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "the disk is old")

    with monkeypatch.context() as patch:
        patch.setattr(f"iiv.site.{step}", fail)
        with pytest.raises(BuildFailedError, match="the disk is old"):
            build(root)
    check_old_or_new(root, old, new)


def test_a_fault_in_the_middle_of_publishing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = tree(root / "site"), made_anew(root)
    put, done = publishing._put, []  # noqa: SLF001 - the moment that counts

    def fail_at_third(*arguments: object) -> None:
        done.append(1)
        if len(done) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        put(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "_put", fail_at_third)
        with pytest.raises(BuildFailedError, match="No space left"):
            build(root)
    check_old_or_new(root, old, new)


def test_a_site_that_cannot_be_written_to() -> None:
    with a_plain_user() as folder:
        root = write_journal(folder / "talks", NOTES)
        site = build(root).site
        old = tree(site)
        write_journal(root, EDITED)
        (site / "interviews").chmod(0o500)
        with pytest.raises(BuildFailedError, match="Permission denied"):
            build(root)
        (site / "interviews").chmod(0o700)
        check_old_or_new(root, old, made_anew(root))


@contextmanager
def a_small_disk(folder: Path) -> Iterator[Path]:
    """A disk of 20 MB, while the test runs."""
    folder.mkdir()
    options = ["mount", "-t", "tmpfs", "-o", "size=20m", "none", str(folder)]
    if os.geteuid() != 0 or subprocess.run(options, check=False, capture_output=True).returncode != 0:
        pytest.skip("only root can make a small disk, and not everywhere")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.mark.parametrize("room", [0, 50_000, 1_000_000, 5_000_000])
def test_a_disk_that_is_full(tmp_path: Path, room: int) -> None:
    with a_small_disk(tmp_path / "disk") as disk:
        root = write_journal(disk / "talks", NOTES)
        build(root)
        old = tree(root / "site")
        write_journal(root, EDITED)
        new = made_anew(root)
        fill = disk / "fill"
        status = os.statvfs(disk)
        fill.write_bytes(bytes(max(0, status.f_bavail * status.f_frsize - room)))
        with suppress(BuildFailedError):
            build(root)
        fill.unlink()
        check_old_or_new(root, old, new)


def test_the_disk_of_the_site_that_is_full_is_named_and_the_site_stays_whole(tmp_path: Path) -> None:
    with a_small_disk(tmp_path / "disk") as disk:
        settings_ = f"{SETTINGS_TEXT}site_dir: {disk}/site\n"
        root = write_journal(tmp_path / "talks", NOTES, settings_)
        build(root)
        old = tree(disk / "site")
        write_journal(root, EDITED, settings_)
        fill = disk / "fill"
        status = os.statvfs(disk)
        fill.write_bytes(bytes(status.f_bavail * status.f_frsize - 10_000))
        with pytest.raises(BuildFailedError, match=f"the disk that holds {disk}/site.* is full"):
            build(root)
        assert tree(disk / "site") == old
        fill.unlink()
        assert tree(build(root).site) != old


def test_a_cache_that_cannot_be_written_is_no_fault(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iiv.journal.cache.sealed_file.save", lambda *_: None)
    assert tree(build(root).site) == made_anew(root)
