import fcntl
import logging
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from iiv.site.build.building import Built, build
from iiv.site.errors import BuildFailedError, ConfigError, ForeignFolderError
from tests.builders import SETTINGS_TEXT, write_journal, write_own
from tests.site.sites import tree

ADA = """\
    ---
    contact: Ada Lovelace
    date: 2026-03-02
    answers:
      start: By accident, through music.
    ---
    """
NOTES = {"interviews/ada.md": ADA}


def left_behind(root: Path) -> list[Path]:
    """The folders of builds that did not end."""
    return list((root / ".iiv").glob("staging*"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", NOTES)


def test_one_interview_alone_gives_a_site(root: Path) -> None:
    built = build(root)
    assert built.site == root / "site"
    assert built.problems == ()
    assert built.published.written > built.pages > 5
    assert built.seconds > 0
    assert "through music" in (built.site / "interviews" / "ada.html").read_text(encoding="utf-8")
    assert (built.site / "contacts" / "ada-lovelace.html").is_file()


def test_a_journal_without_notes_gives_a_site_too(tmp_path: Path) -> None:
    built = build(write_journal(tmp_path, {}))
    assert (built.site / "index.html").is_file()


def test_only_its_owner_can_read_the_site(root: Path) -> None:
    site = build(root).site
    assert site.stat().st_mode & 0o777 == 0o700
    for path in site.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_a_second_build_of_the_same_notes_writes_nothing(root: Path) -> None:
    first = build(root)
    before = {path: path.stat().st_mtime_ns for path in first.site.rglob("*.html")}
    again = build(root, clean=True)
    assert (again.published.written, again.published.removed) == (0, 0)
    assert again.published.unchanged == first.published.written
    assert {path: path.stat().st_mtime_ns for path in first.site.rglob("*.html")} == before


def test_a_changed_note_changes_its_pages_and_a_deleted_one_takes_them_along(root: Path) -> None:
    site = build(root).site
    write_journal(root, {"interviews/ada.md": ADA.replace("music", "numbers")})
    build(root)
    assert "through numbers" in (site / "interviews" / "ada.html").read_text(encoding="utf-8")
    (root / "journal" / "interviews" / "ada.md").unlink()
    build(root)
    assert not (site / "interviews" / "ada.html").exists()
    assert not (site / "contacts" / "ada-lovelace.html").exists()


def test_problems_come_as_values_and_stop_nothing(root: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_journal(root, {"interviews/grace.md": "no front matter at all\n"})
    built = build(root)
    assert {problem.place.path for problem in built.problems} == {"journal/interviews/grace.md"}
    assert (built.site / "interviews" / "ada.html").is_file()
    assert capfd.readouterr() == ("", "")


def test_what_mkdocs_warns_of_is_a_problem_of_its_settings(root: Path) -> None:
    write_journal(root, {}, SETTINGS_TEXT + "nav:\n  - Nowhere: nowhere.md\nsite_colour: red\n")
    problems = [str(problem) for problem in build(root).problems if problem.code == "mkdocs"]
    assert len(problems) == 2
    assert all(problem.startswith("mkdocs.yml:1:1: mkdocs: ") for problem in problems)
    assert "site_colour" in problems[0]
    assert "nowhere.md" in problems[1]


def test_mkdocs_own_messages_are_heard_by_those_who_ask(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    build(root)
    assert caplog.messages == []
    build(root, clean=True, log_level=logging.INFO)
    assert any("Documentation built" in message for message in caplog.messages)
    assert logging.getLogger("mkdocs").propagate


def test_progress_counts_up_to_what_there_is_to_write(root: Path) -> None:
    steps: list[tuple[int, int]] = []
    pages = build(root, on_progress=lambda done, of: steps.append((done, of))).pages
    whole = steps[-1][1]
    assert whole >= pages
    assert steps == [(done, whole) for done in range(1, whole + 1)]


def test_the_site_may_be_elsewhere(tmp_path: Path) -> None:
    root = write_journal(tmp_path / "talks", NOTES, SETTINGS_TEXT + "site_dir: ../public/talks\n")
    assert build(root).site == tmp_path / "public" / "talks"
    assert not (root / "site").exists()


def test_notes_are_found_even_when_the_settings_name_no_folder(tmp_path: Path) -> None:
    settings = SETTINGS_TEXT.replace("docs_dir: journal\n", "")
    assert (build(write_journal(tmp_path, NOTES, settings)).site / "interviews" / "ada.html").is_file()


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("site_name: [broken\n", "mkdocs.yml"),
        ("theme: {name: material}\nplugins: [iiv]\n", "site_name"),
        (SETTINGS_TEXT.replace("iiv", "nothing-of-that-name"), "nothing-of-that-name"),
        (SETTINGS_TEXT.replace("  - iiv\n", ""), "does not name the plugin `iiv`"),
        (SETTINGS_TEXT.replace("material", "readthedocs"), "iiv needs `theme: {name: material}`"),
    ],
)
def test_settings_that_cannot_be_used_are_said_in_one_line(root: Path, settings: str, message: str) -> None:
    before = tree(build(root).site)
    write_journal(root, {}, settings)
    with pytest.raises((ConfigError, BuildFailedError)) as caught:
        build(root)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
    assert tree(root / "site") == before


def test_a_folder_without_settings_is_no_journal(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="iiv init"):
        build(tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("home", "{% if %}", "home.md.jinja:1:1"),
        ("home", "\n\n{{ nothing.of.that.name }}", "home.md.jinja:3:1"),
        ("home", "{% include 'x' %}", "home.md.jinja:1:1"),
        ("interview", "---\ntitle: x\n---\n{{ view.nothing_such }}", "interview.md.jinja:4:1"),
        ("_macros", "{% macro nothing() %}{% endmacro %}", ""),
        ("rows/talk", "{% macro row(one) %}\n{{ one.weather }}{% endmacro %}", "rows/talk.md.jinja:2:1"),
    ],
)
def test_the_shipped_template_stands_in_for_one_that_cannot_be_used(
    root: Path, name: str, text: str, place: str
) -> None:
    before = tree(build(root).site)
    write_own(root, f"pages/{name}.md.jinja", text)
    for built in (build(root), build(root), build(root, clean=True)):
        assert tree(built.site) == before
        (problem,) = {p.code: p for p in built.problems}.values()
        assert problem.code == "bad-template"
        assert str(problem.place).startswith(f"site_templates/pages/{place}".removesuffix("/"))
    write_journal(root, {"interviews/another.md": "---\ncontact: Ada\ndate: 2026-04-02\n---\nHm.\n"})
    assert "bad-template" in {problem.code for problem in build(root).problems}


def test_a_letter_that_cannot_be_used_is_named_and_the_shipped_one_stands_in(root: Path) -> None:
    before = tree(build(root).site)
    write_own(root, "letters/thank.md.jinja", "Dear {{ nobody }}")
    built = build(root)
    assert tree(built.site) == before
    assert {(str(problem.place), problem.code) for problem in built.problems} == {
        ("site_templates/letters/thank.md.jinja:1:1", "bad-template")
    }


def test_an_interrupt_leaves_the_last_good_site_whole(root: Path) -> None:
    before = tree(build(root).site)
    write_journal(root, {"interviews/grace.md": ADA.replace("Ada Lovelace", "Grace Hopper")})

    def interrupt(done: int, _of: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(root, on_progress=interrupt)
    assert tree(root / "site") == before
    assert not left_behind(root)


def test_a_killed_build_leaves_the_last_good_site_whole_and_hinders_nobody(root: Path) -> None:
    before = tree(build(root).site)
    write_journal(root, {"interviews/grace.md": ADA.replace("Ada Lovelace", "Grace Hopper")})
    code = (
        "import os, sys; from pathlib import Path; from iiv.site.build.building import build\n"
        "build(Path(sys.argv[1]), on_progress=lambda done, _: done == 3 and os.kill(os.getpid(), 9))"
    )
    assert subprocess.run([sys.executable, "-c", code, root], check=False).returncode == -signal.SIGKILL
    assert tree(root / "site") == before
    assert left_behind(root)
    assert (build(root).site / "contacts" / "grace-hopper.html").is_file()
    assert not left_behind(root)


def test_a_disk_that_cannot_be_written_to_is_named(root: Path) -> None:
    (root / ".iiv").write_text("in the way", encoding="utf-8")
    with pytest.raises(BuildFailedError, match=r"\.iiv: "):
        build(root)


@pytest.mark.parametrize("what", ["link", "foreign"])
def test_a_folder_that_is_not_ours_is_never_replaced(root: Path, tmp_path: Path, what: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "taxes.ods").touch()
    if what == "link":
        (root / "site").symlink_to(elsewhere)
    else:
        elsewhere.rename(root / "site")
    with pytest.raises(ForeignFolderError):
        build(root)
    assert [path.name for path in (root / "site").iterdir()] == ["taxes.ods"]


def test_two_builds_at_once_follow_each_other(root: Path) -> None:
    build(root)
    waiting = threading.Event()
    results: list[Built] = []
    with (root / ".iiv" / "lock").open("w") as other_build:
        fcntl.flock(other_build, fcntl.LOCK_EX)
        thread = threading.Thread(target=lambda: results.append(build(root, on_wait=waiting.set)))
        thread.start()
        assert waiting.wait(timeout=60)
        assert results == []
    thread.join(timeout=60)
    assert [built.published.written for built in results] == [0]


def test_a_site_does_not_depend_on_when_and_where_it_was_built(root: Path, tmp_path: Path) -> None:
    elsewhere = write_journal(tmp_path / "another" / "place", NOTES)
    code = "import sys; from iiv.site.build.building import Path, build; build(Path(sys.argv[1]))"
    later = {
        **os.environ,
        "TZ": "Pacific/Kiritimati",
        "SOURCE_DATE_EPOCH": "2000000000",
        "PYTHONHASHSEED": "7",
    }
    subprocess.run([sys.executable, "-c", code, elsewhere], check=True, env=later)
    assert tree(build(root).site) == tree(elsewhere / "site")


def test_the_folder_of_a_journal_may_have_a_name_that_is_no_text(tmp_path: Path) -> None:
    root = write_journal(tmp_path / os.fsdecode(b"talks \xff"), NOTES)
    first, again = build(root), build(root)
    assert (again.site / "interviews" / "ada.html").is_file()
    assert (again.pages, again.published.written) == (first.pages, 0)


def test_loops_of_links_and_pipes_in_the_journal_stop_nothing(root: Path) -> None:
    notes = root / "journal" / "interviews"
    (notes / "loop").symlink_to(notes)
    (notes / "again").symlink_to(notes)
    os.mkfifo(notes / "pipe.md")
    assert (build(root).site / "interviews" / "ada.html").is_file()


def test_a_note_that_cannot_be_read_has_its_page_with_its_problem(root: Path) -> None:
    (root / "journal" / "contacts").mkdir()
    os.mkfifo(root / "journal" / "interviews" / "pipe.md")
    (root / "journal" / "interviews" / "gone.md").symlink_to("nowhere.md")
    (root / "journal" / "contacts" / "grace.md").symlink_to("nowhere.md")
    site = build(root).site
    for page, said in (
        ("interviews/pipe.html", "is no ordinary file"),
        ("interviews/gone.html", "link that leads nowhere, or in a circle"),
        ("contacts/grace.html", "link that leads nowhere, or in a circle"),
    ):
        assert said in (site / page).read_text(encoding="utf-8"), page
    assert "There is no text to show" in (site / "interviews" / "pipe.html").read_text(encoding="utf-8")
    assert "interviews/pipe.html" in (site / "problems.html").read_text(encoding="utf-8")


def test_importing_it_does_not_import_mkdocs() -> None:
    code = "import sys, iiv.site.build.building; sys.exit('mkdocs' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
