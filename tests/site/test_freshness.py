from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from iiv.site.freshness import Clock, frame, inputs, stamp, standing
from tests.builders import SETTINGS_TEXT, write_journal
from tests.users import a_plain_user

if TYPE_CHECKING:
    from pathlib import Path

HOUR = 3_600_000_000_000


class LaterClock(Clock):
    """A clock by which everything happened an hour ago."""

    def __init__(self, mark: Path) -> None:
        mark.touch()
        super().__init__(mark)
        self._now += HOUR


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", {"interviews/a.md": "a", ".hidden/b.md": "b"})


@pytest.fixture
def later(tmp_path: Path) -> Clock:
    return LaterClock(tmp_path / "now")


def test_what_a_site_is_made_of_has_one_hash_until_it_changes(root: Path, later: Clock) -> None:
    before = inputs(root, later)
    assert before == inputs(root, later) != ""
    (root / "journal/.hidden/b.md").write_text("not read", "utf-8")
    assert inputs(root, later) == before
    for path in ("journal/interviews/a.md", "journal/new.png", "site_templates/pages/x", "mkdocs.yml"):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(SETTINGS_TEXT, "utf-8")
        assert inputs(root, later) not in {before, ""}, path
        before = inputs(root, later)


def test_what_was_changed_just_now_may_change_again_without_a_trace(root: Path, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    mark.touch()
    assert inputs(root, Clock(mark)) == ""


def test_a_disk_that_counts_in_seconds_needs_longer(root: Path, tmp_path: Path) -> None:
    note, mark = root / "journal/interviews/a.md", tmp_path / "mark"
    mark.touch()
    clock = Clock(mark)
    clock._now = note.stat().st_ctime_ns + HOUR // 3600  # noqa: SLF001 - a second later, without waiting for it
    assert clock.is_settled(note.stat())
    os.utime(note, (1_700_000_000, 1_700_000_000))
    clock._now = note.stat().st_ctime_ns + HOUR // 3600  # noqa: SLF001 - the same
    assert not clock.is_settled(note.stat())


@pytest.mark.parametrize("path", ["journal/link.md", "site_templates/pages", "mkdocs.yml"])
def test_a_link_can_lead_anywhere(root: Path, later: Clock, path: str) -> None:
    target = root / "elsewhere"
    target.mkdir()
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).unlink(missing_ok=True)
    (root / path).symlink_to(target)
    assert inputs(root, later) == ""


def with_settings(root: Path, line: str) -> Path:
    (root / "mkdocs.yml").write_text(f"{SETTINGS_TEXT}{line}\n", "utf-8")
    return root


@pytest.mark.parametrize(
    "line",
    ["nav: [index.md]", "hooks: [a.py]", "INHERIT: b.yml", "extra: {a: !ENV HOME}", '"\\x68ooks": [a.py]'],
)
def test_settings_that_bring_in_more_are_not_vouched_for(root: Path, later: Clock, line: str) -> None:
    assert inputs(with_settings(root, line), later) == frame(root) == ""


@pytest.mark.parametrize("line", ["", "copyright: Hello! Nothing is hooked\nnot_in_nav: x"])
def test_other_settings_are(root: Path, later: Clock, line: str) -> None:
    assert inputs(with_settings(root, line), later)
    assert frame(root)


@pytest.mark.parametrize("name", ["footer.html", "count.jinja"])
def test_a_theme_that_asks_for_all_pages_makes_each_depend_on_all(root: Path, name: str) -> None:
    part = root / "site_templates/theme/partials" / name
    part.parent.mkdir(parents=True)
    for harmless in ("{{ page.title }}", "{{ page.meta.title }}", "all pages"):
        part.write_text(harmless, "utf-8")
        assert frame(root)
    for others in ("{{ pages | length }}", "{% for item in nav %}{{ item.meta.title }}{% endfor %}"):
        part.write_text(others, "utf-8")
        assert frame(root) == ""
    part.unlink()
    part.symlink_to("nowhere")
    assert frame(root) == ""


def test_a_template_that_cannot_be_read_vouches_for_nothing() -> None:
    with a_plain_user() as folder:
        root = write_journal(folder / "talks", {})
        own = root / "site_templates/pages/x.jinja"
        own.parent.mkdir(parents=True)
        own.touch(mode=0)
        assert frame(root) == ""
        own.parent.chmod(0)
        assert frame(root) == ""
        own.parent.chmod(0o700)


def test_a_site_stands_as_it_was_until_somebody_touches_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("a", "utf-8")
    (tmp_path / ".marker").touch()
    (tmp_path / "link.html").symlink_to("a.html")
    before = standing(tmp_path)
    assert before == {"a.html": stamp((tmp_path / "a.html").stat())}
    (tmp_path / "a.html").chmod(0o644 if (tmp_path / "a.html").stat().st_mode & 0o777 != 0o644 else 0o600)
    assert standing(tmp_path) != before
