import os
from pathlib import Path

import pytest

from iiv.site.disk.freshness import Clock, inputs, is_closed, look, stamp, stamps
from tests.builders import SETTINGS_TEXT, write_journal, write_own
from tests.users import a_plain_user

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


def test_what_was_changed_just_now_may_change_again_without_a_trace(root: Path, later: Clock) -> None:
    note = root / "journal/interviews/a.md"
    later._now = note.stat().st_ctime_ns  # noqa: SLF001 - the moment of the change, however slow the machine is
    assert inputs(root, later) == ""


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
    assert inputs(with_settings(root, line), later) == ""
    assert not is_closed(root)
    assert not look(root).is_closed


@pytest.mark.parametrize("line", ["", "copyright: Hello! Nothing is hooked\nnot_in_nav: x"])
def test_other_settings_are(root: Path, later: Clock, line: str) -> None:
    assert inputs(with_settings(root, line), later)
    assert look(root).is_closed


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("theme/partials/footer.html", "<footer>mine</footer>"),
        ("theme/feed.xml", "<feed/>"),
        ("theme/partials/count.jinja", "{{ pages | length }}"),
        ("theme/robots.txt", "{% include 'x' %}"),
    ],
)
def test_html_of_ones_own_may_show_anything_on_any_page(root: Path, path: str, text: str) -> None:
    write_own(root, path, text)
    assert not look(root).is_closed


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("theme/assets/iiv.css", "a { b: c } /* {{ no }} */"),
        ("theme/assets/iiv.js", "`{{`"),
        ("theme/logo.txt", "all pages"),
        ("pages/moved.md.jinja", "{% extends 'shipped/moved.md.jinja' %}"),
        ("letters/hello.md.jinja", "Subject: Hello\n\nDear {{ them }}"),
    ],
)
def test_styles_scripts_and_templates_of_ones_own_fit_in_frames(root: Path, path: str, text: str) -> None:
    before = look(root)
    write_own(root, path, text)
    after = look(root)
    assert after.is_closed
    assert (after.frames != before.frames) == path.startswith("theme/")
    assert (after.templates != before.templates) == (not path.startswith("theme/"))


def test_a_link_in_the_theme_can_lead_anywhere(root: Path) -> None:
    write_own(root, "theme/own.css", "").unlink()
    (root / "site_templates/theme/own.css").symlink_to("nowhere")
    assert not look(root).is_closed


def test_the_look_is_that_of_the_settings_too(root: Path) -> None:
    before = look(root)
    assert look(with_settings(root, "")) != before
    assert look(root).templates == before.templates


def test_a_template_that_cannot_be_read_vouches_for_nothing() -> None:
    with a_plain_user() as folder:
        root = write_journal(folder / "talks", {})
        mine = write_own(root, "pages/x.jinja", "")
        mine.chmod(0)
        assert not look(root).is_closed
        mine.parent.chmod(0)
        assert not look(root).is_closed
        mine.parent.chmod(0o700)


def test_a_site_stands_as_it_was_until_somebody_touches_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("a", "utf-8")
    (tmp_path / ".marker").touch()
    (tmp_path / "link.html").symlink_to("a.html")
    before = stamps(tmp_path)
    assert before == {"a.html": stamp((tmp_path / "a.html").stat())}
    (tmp_path / "a.html").chmod(0o644 if (tmp_path / "a.html").stat().st_mode & 0o777 != 0o644 else 0o600)
    assert stamps(tmp_path) != before
