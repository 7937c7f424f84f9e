"""A build that keeps what did not change gives the same site, to the byte, as one that makes all anew."""

import logging
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from iiv.site.build.building import build
from tests.builders import SETTINGS_TEXT, write_journal, write_own
from tests.site.edits import EDITS, EVERYDAY, NOTES, ONE, OWN, PNG, AnyEdit, Edit
from tests.site.sites import made_anew, tree


def check_equal_after_each(edits: list[AnyEdit]) -> None:
    with TemporaryDirectory() as folder:
        root = write_journal(Path(folder) / "talks", NOTES)
        build(root)
        for edit in edits:
            edit.do(root)
            assert tree(build(root).site) == made_anew(root), edit


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", NOTES)


ADA, BOB = "journal/contacts/ada-lovelace.md", "journal/contacts/bob.md"
THREE = "journal/interviews/2026-05-02-three.md"
MUSIC = "---\n{}contact: Ada Lovelace\ndate: 2026-03-02\nanswers: {{start: Music.}}\n---\n"
COPIED = "---\ncontact: Ada Lovelace\ndate: 2026-03-02\n---\nHm, and hm again.\n"
AWAKE = "---\nname: {}\nemail: a@example.org\nnext_contact: 2026-10-10\n---\n"
HM = "---\ncontact: Ada\ndate: 2026-04-02\n---\nHm.\n"
PROFILE = settings(
    deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)


@settings(PROFILE, max_examples=3)
@given(EDITS)
def test_after_any_edits_the_site_is_that_of_a_clean_build(edits: list[AnyEdit]) -> None:
    check_equal_after_each(edits)


def test_after_each_kind_of_edit_the_site_is_that_of_a_clean_build_and_most_of_it_stays(root: Path) -> None:
    build(root)
    for number, (name, edit) in enumerate(EVERYDAY.items(), 1):
        edit.do(root)
        built = build(root)
        assert 0 < built.made < built.pages, name
        # What an earlier edit left wrong stays wrong, so that a site made anew for some of them finds it.
        if number % 3 == 0 or number == len(EVERYDAY):
            assert tree(built.site) == made_anew(root), name


def test_with_each_thing_of_ones_own_too(root: Path) -> None:
    site = tree(build(root).site)
    for name, edit in OWN.items():
        edit.do(root)
        before, site = site, tree(build(root).site)
        assert before != site == made_anew(root), name


STORIES: dict[str, list[AnyEdit]] = {
    "a note is prepared, then broken, then gone": [
        Edit(ADA, "---\nname: Ada Lovelace\n---\n## Log\n- 2026-04-03 scheduled 2026-05-02\n"),
        Edit(THREE, "---\ncontact: Ada Lovelace\ndate: 2026-05-02\n---\n"),
        Edit(THREE, "---\ncontact: Hedy Lamarr\ndate: soon\n---\nHm.\n"),
        Edit(THREE, None),
    ],
    "whom a person led one to is news of another file": [
        Edit(BOB, "---\nname: Bob Moog\n---\n"),
        Edit(BOB, "---\nname: Bob Moog\nintroduced_by: Ada Lovelace\n---\n"),
    ],
    "a step that rests asks for another letter": [
        Edit("journal/contacts/dave.md", "---\nname: Dave\nintroduced_by: Carol\n---\n"),
        Edit(
            "journal/interviews/2024-01-01-dave.md",
            "---\ncontact: Dave\ndate: 2024-01-01\nintroductions: [Carol]\n---\nHm.\n",
        ),
        Edit("journal/contacts/carol.md", "---\nname: Carol\n---\n"),
        Edit("journal/contacts/carol.md", "---\nname: Carol\n---\n## Log\n- 2023-12-01 note: hm\n"),
    ],
    "a template of one's own links to a note that comes and goes": [
        Edit(
            "site_templates/pages/person.md.jinja",
            "---\ntitle: x\n---\n[the later talk](../interviews/2026-05-02-three.md)\n",
        ),
        Edit(THREE, "---\ncontact: Ada Lovelace\ndate: 2026-05-02\n---\nHm.\n"),
        Edit(THREE, None),
    ],
    "a template of one's own says where an answer stands": [
        Edit(
            "site_templates/pages/call-sheet.md.jinja",
            "---\ntitle: x\n---\n{% for line in view.sheet.questions if line.talk %}"
            "{{ line.talk.answers[0].place.line }}{% endfor %}\n",
        ),
        Edit(ONE, MUSIC.format("")),
        Edit(ONE, MUSIC.format("# a remark\n")),
    ],
}
LONGER: dict[str, list[AnyEdit]] = {
    "copies come and go with their note": [
        Edit("journal/interviews/2026-03-02-one 2.md", COPIED),
        Edit(ONE, COPIED),
        Edit("journal/interviews/2026-03-02-one.sync-conflict-20260303-101112.md", COPIED + "More.\n"),
        Edit(ONE, None),
        Edit("journal/interviews/2026-03-02-one.sync-conflict-20260303-101112.md", None),
        Edit("journal/me (Ann's conflicted copy 2026-03-03).md", "I look around.\n"),
        Edit("journal/me.md", "I look about.\n"),
    ],
    "what rests loses its draft when any file tells of a later day": [
        Edit(ADA, AWAKE.format("Ada Lovelace")),
        Edit("journal/contacts/grace-hopper.md", AWAKE.format("Grace Hopper")),
        Edit(BOB, "---\nname: Bob Moog\n---\n"),
        Edit(BOB, "---\nname: Bob Moog\n---\n## Log\n- 2026-09-01 note: seen in the street\n"),
    ],
}


@pytest.mark.parametrize(
    "edits",
    [*STORIES.values(), *(pytest.param(edits, marks=pytest.mark.stress) for edits in LONGER.values())],
    ids=[*STORIES, *LONGER],
)
def test_after_each_of_these_too(edits: list[AnyEdit]) -> None:
    check_equal_after_each(edits)


@pytest.mark.stress
@settings(PROFILE, max_examples=200)
@given(EDITS)
def test_after_many_more_edits_too(edits: list[AnyEdit]) -> None:
    check_equal_after_each(edits)


def built_twice(root: Path) -> Path:
    """The site. The first build may follow the last edit too closely to trust the times of files."""
    build(root)
    return build(root).site


def test_when_nothing_changed_mkdocs_is_not_even_loaded(root: Path) -> None:
    built_twice(root)
    first = build(root)
    code = (
        "import sys; from pathlib import Path; from iiv.site.build.building import build\n"
        "built = build(Path(sys.argv[1]))\n"
        "print(built.made, built.pages, built.published.written, 'mkdocs' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, root], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["0", str(first.pages), "0", "False"]


def test_one_answer_makes_the_pages_that_show_it_and_no_other(root: Path) -> None:
    first = build(root)
    assert first.made == first.pages
    note = root / ONE
    note.write_text(note.read_text("utf-8").replace("Music.", "By chance."), "utf-8")
    before = {path: path.stat().st_mtime_ns for path in first.site.rglob("*.html")}
    built = build(root)
    touched = (path for path, time in before.items() if path.stat().st_mtime_ns != time)
    changed = {path.relative_to(first.site).as_posix() for path in touched}
    assert len(changed) <= built.made < first.pages
    assert {"interviews/2026-03-02-one.html", "questions/start.html"} <= changed
    assert "contacts/grace-hopper.html" not in changed


def test_an_edit_right_after_a_build_is_seen_though_size_and_time_are_the_same(root: Path) -> None:
    picture = root / "journal/plan.png"
    note = root / ONE
    note.write_text(note.read_text("utf-8") + "![](../plan.png)\n", "utf-8")
    site = build(root).site
    status = picture.stat()
    picture.write_bytes(PNG[:-1] + b"x")
    os.utime(picture, ns=(status.st_atime_ns, status.st_mtime_ns))
    build(root)
    assert (site / "plan.png").read_bytes()[-1:] == b"x"


class Editor(logging.Handler):
    """Saves other settings when MkDocs has read them, and warns of a key in them."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root

    def emit(self, record: logging.LogRecord) -> None:
        if "site_colour" in record.getMessage():
            write_journal(self._root, {}, SETTINGS_TEXT.replace("Talks", "Walks"))


def test_settings_that_are_saved_while_a_build_reads_them_are_seen_by_the_next(root: Path) -> None:
    write_journal(root, {}, SETTINGS_TEXT + "site_colour: red\n")
    editor = Editor(root)
    logging.getLogger("mkdocs").addHandler(editor)
    site = build(root).site
    logging.getLogger("mkdocs").removeHandler(editor)
    assert "Talks" in (site / "index.html").read_text("utf-8")
    assert "Walks" in (root / "mkdocs.yml").read_text("utf-8")
    assert tree(build(root).site) == made_anew(root)


def test_the_warnings_of_a_page_of_ones_own_are_said_by_every_build(root: Path) -> None:
    write_own(root, "pages/moved.md.jinja", "---\ntitle: x\n---\n[gone](nowhere.md)\n")
    for built in (build(root), build(root)):
        (said,) = (problem.message for problem in built.problems if problem.code == "mkdocs")
        assert "nowhere.md" in said


COUNT = '{% if page.url == "moved.html" %}<script src="https://example.org/count.js"></script>{% endif %}'


@pytest.mark.parametrize("footer", ["", COUNT], ids=["of the settings", "of HTML of one's own"])
def test_what_is_not_followed_is_said_by_every_build(root: Path, footer: str) -> None:
    odd = SETTINGS_TEXT + "repo_url: https://example.org/r\nsite_colour: red\n"
    write_journal(root, {}, odd)
    if footer:
        write_own(root, "theme/partials/footer.html", footer)
    first, second, unchanged = build(root), build(root), build(root)
    write_journal(root, {"interviews/2026-04-02-two.md": HM}, odd)
    edited = build(root)
    assert unchanged.made == 0
    assert footer or 0 < edited.made < edited.pages
    for built in (first, second, unchanged, edited):
        said = [problem.message for problem in built.problems if problem.place.path == "mkdocs.yml"]
        for word, times in {"repo_url": 1, "site_colour": 1, "count.js": bool(footer)}.items():
            assert sum(word in line for line in said) == times, word


@pytest.mark.parametrize(
    "settings_", ["hooks: [hook.py]\n", "nav: [index.md]\n", "extra: {a: !ENV [HOME, b]}\n"]
)
def test_what_cannot_be_looked_into_is_made_anew(root: Path, settings_: str) -> None:
    (root / "hook.py").write_text("def on_page_content(html, **_):\n    return html\n", "utf-8")
    write_journal(root, {}, SETTINGS_TEXT + settings_)
    build(root)
    built = build(root)
    assert built.made == built.pages


def test_another_version_believes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        for module in ("disk.freshness", "build.cache_files", "markdown.texts"):
            patch.setattr(f"iiv.site.{module}.program", lambda: "another")
        build(root)
    built = build(root)
    assert built.made == built.pages
    assert tree(built.site) == made_anew(root)


def test_neither_the_day_nor_the_place_on_earth_makes_anything_anew(root: Path) -> None:
    before = tree(built_twice(root))
    # Without a locale Python is in its UTF-8 mode, and the programs that it starts are not.
    for zone, today, utf8 in (("Pacific/Kiritimati", "2026-01-01", "0"), ("Pacific/Niue", "2031-12-31", "1")):
        # Without a locale, Python finds a checkout below an accent in its UTF-8 mode alone.
        mode = utf8 if __file__.isascii() else "1"
        there = {**os.environ, "TZ": zone, "IIV_TODAY": today, "PYTHONUTF8": mode}
        command = [sys.executable, "-c", "from iiv.cli.main import main; main()", "-C", str(root), "build"]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=there)
        assert "nothing to make" in done.stderr
    assert tree(root / "site") == before


def test_files_that_lie_there_open_are_closed_again(root: Path) -> None:
    site = built_twice(root)
    (site / "index.html").chmod(0o644)
    build(root)
    assert (site / "index.html").stat().st_mode & 0o777 == 0o600
