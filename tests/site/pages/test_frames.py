"""A page in a frame is what MkDocs makes of it, to the byte."""

import json
import logging
import shutil
import string
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

from iiv.site.addresses import NAMED
from iiv.site.build.building import build
from iiv.site.build.cache_files import load_outputs
from iiv.site.disk.freshness import look
from iiv.site.disk.workspace import staging
from iiv.site.mkdocs.run import draw_frames, run_mkdocs
from iiv.site.pages.frames import BLOCK, HEADING, HEADING_ID, TITLE, Frames, frame_in
from iiv.site.pages.page import Page
from iiv.site.pages.templates import heading_text, one_line
from iiv.site.safety.verifying import verify
from tests.builders import SETTINGS_TEXT, write_journal, write_own
from tests.conftest import ROOT
from tests.hostile import hostile_journal
from tests.site.sites import made_anew, tree


def by_mkdocs(root: Path) -> dict[str, bytes]:
    """The site as plain `mkdocs build` makes it."""
    words = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    subprocess.run(words, cwd=root, check=True, capture_output=True)
    return tree(root / "site")


def is_made_in_frames(root: Path) -> bool:
    """Whether the last build needed MkDocs for the frames alone: it vouches for no page that MkDocs made."""
    return bool(load_outputs(root))


def check_both_ways(root: Path) -> None:
    assert look(root).is_closed
    in_frames = tree(build(root).site)
    assert is_made_in_frames(root)
    plain = by_mkdocs(root)
    assert in_frames.keys() == plain.keys()
    assert [address for address in plain if in_frames[address] != plain[address]] == []


def test_the_example_is_the_same_both_ways(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "journal", tmp_path / "journal")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    check_both_ways(tmp_path)


def test_a_hostile_journal_is_the_same_both_ways(tmp_path: Path) -> None:
    check_both_ways(write_journal(tmp_path / "talks", hostile_journal("http://evil.example.org")))


def test_an_empty_journal_is_the_same_both_ways(tmp_path: Path) -> None:
    check_both_ways(write_journal(tmp_path / "talks", {}))


@pytest.mark.stress
def test_real_interviews_are_the_same_both_ways(real_interviews: Path, tmp_path: Path) -> None:
    shutil.copytree(real_interviews / "journal", tmp_path / "journal")
    check_both_ways(write_journal(tmp_path, {}))


def test_a_style_sheet_and_an_icon_of_ones_own_are_the_same_both_ways(tmp_path: Path) -> None:
    root = write_journal(tmp_path, {}, SETTINGS_TEXT + "extra_css: [own.css]\ncopyright: <b>mine</b> & co\n")
    write_own(root, "theme/own.css", "p { color: teal }")
    check_both_ways(root)


LOADS = '<link rel="preconnect" href="https://elsewhere.example.org"><a href="https://example.org">there</a>'


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("home", "{% extends 'shipped/home.md.jinja' %}{% block body %}{{ super() }}LOADS{% endblock %}"),
        ("rows/talk", "{% macro row(talk) %}<li>LOADS</li>{% endmacro %}"),
    ],
)
def test_what_a_page_template_of_ones_own_would_load_from_elsewhere_is_left_out_both_ways(
    tmp_path: Path, name: str, text: str
) -> None:
    note = "---\ncontact: A\ndate: 2026-03-02\n---\nHm.\n"
    root = write_journal(tmp_path / "talks", {"interviews/a.md": note})
    write_own(root, f"pages/{name}.md.jinja", text.replace("LOADS", LOADS))
    check_both_ways(root)
    built = build(root)
    assert verify(built.site) == ()
    assert ">there</a>" in (built.site / "index.html").read_text("utf-8")
    assert {problem.code for problem in built.problems} == {"overridden"}


@pytest.mark.parametrize("name", ["theme/partials/footer.html", "pages/home.md.jinja"])
def test_html_and_pages_that_fit_no_frame_are_made_by_mkdocs(tmp_path: Path, name: str) -> None:
    root = write_journal(tmp_path / "talks", {})
    write_own(root, name, "*my own* foot\n")
    plain = by_mkdocs(root)
    assert b"own" in plain["index.html"]
    assert tree(build(root).site) == plain == made_anew(root)
    assert not is_made_in_frames(root)


PIECES = (
    *("a", "Ada", " ", "B.C.", "3.14", "1)", "_x_", "*x*", "`x`", "[x](y)", "[[x]]", "#", "# x", "&", "%s"),
    *("&amp;", "&nbsp;", "&#42;", "&lt;b&gt;", "<b>", "</title>", "<!--", '"', "'", "\\", "\\*", "\\1"),
    *("{{ x }}", "{: #id }", "{#x}", "$x$", "--", "...", "(c)", ":smile:", "😀", "\u200d", "é", "e\u0301"),
    *("مرحبا", "\u202eright", "\u200f", "山田", "ﬁ", "Å", "ß", "İ", "½", "\xa0", "\u2003", "\u2028", "\t"),
    *("\n", "\r", "\0", "\x02", "\x03", "\x07", "\x1f", "\x85", "\ufeff", "\ufffe", "\ufdd0", "\udcff"),
    *("iivframetitle", "iivframe heading", "iivframe-heading", "www.example.org", "a@example.org"),
    *("---", "===", "- x", "> x", "| x |", "http://a.example.org", "é" * 50),
)
TITLES = st.lists(
    st.sampled_from(PIECES) | st.text(string.punctuation, max_size=4) | st.text(max_size=4), max_size=8
).map("".join)


@given(TITLES)
def test_a_heading_in_a_frame_is_what_markdown_makes_of_it(title: str) -> None:
    page = Page(one_line(title), "", str(heading_text(title)), BLOCK)
    assert page.fits
    frame = frame_in(f'<h1 id="{HEADING_ID}">{HEADING}</h1>')
    html = Markdown(extensions=["toc"]).convert(f"# {heading_text(title)}")
    assert frame.fill(page) == html


PEOPLE = st.lists(TITLES, min_size=20, max_size=20)


@pytest.mark.stress
@settings(max_examples=3, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck))
@given(PEOPLE)
@example([*PIECES, "\x1f\0"])
def test_whatever_people_and_questions_are_called_their_pages_are_the_same_both_ways(
    titles: list[str],
) -> None:
    notes: dict[str, str | bytes] = {}
    for number, title in enumerate(titles):
        notes[f"contacts/c{number}.md"] = f"---\nname: {json.dumps(title)}\n---\n"
        notes[f"questions/q{number}.md"] = f"---\nask: {json.dumps(title)}\n---\n"
    with TemporaryDirectory() as folder:
        root = write_journal(Path(folder) / "talks", notes)
        in_frames = tree(build(root).site)
        assert is_made_in_frames(root)
        with staging(root) as plain:
            run_mkdocs(root, plain, logging.WARNING)
            assert tree(plain) == in_frames


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Frames:
    root = write_journal(tmp_path_factory.mktemp("frames") / "talks", {})
    with staging(root) as folder:
        drawn = draw_frames(root, folder, logging.WARNING)
        assert [path.name for path in folder.rglob("*.html")] == ["404.html"]
        return drawn


def test_a_frame_has_a_place_for_each_part_and_shows_nothing_of_the_blank_page(frames: Frames) -> None:
    for name, frame in frames.frames.items():
        titled = {TITLE} if name in NAMED else set()  # the navigation names it
        assert {TITLE, HEADING, HEADING_ID, BLOCK} == {*frame.slots, *titled}
        assert not any("iivframe" in text for text in frame.texts)


@pytest.mark.parametrize("address", ["contacts/ada.html", "questions/ada.html", "prep/ada.html"])
def test_the_pages_of_a_folder_have_one_frame(frames: Frames, address: str) -> None:
    assert frames.of(address) is not None
    assert frames.of(address) == frames.of(address.replace("ada", "grace"))


def test_a_page_in_an_unknown_place_has_none(frames: Frames) -> None:
    assert frames.of("elsewhere/ada.html") is None
