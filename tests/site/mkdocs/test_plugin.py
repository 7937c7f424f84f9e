import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from iiv.site.build.building import build
from iiv.site.errors import BuildFailedError
from iiv.site.mkdocs.plugin import IivPlugin
from tests.builders import SETTINGS_TEXT, write_journal, write_own
from tests.children import a_child
from tests.site.sites import tree

ADA = """\
    ---
    contact: Ada Lovelace
    date: 2026-03-02
    answers:
      start: By accident, through music, see [the looms](looms.txt).
    ---
    ![The engine](../images/engine.png)
    """
NOTES: dict[str, str | bytes] = {
    "interviews/ada.md": ADA,
    "interviews/looms.txt": "Jacquard",
    "images/engine.png": b"\x89PNG\r\n\x1a\n",
    "images/unused.png": b"\x89PNG\r\n\x1a\n",
    "interviews/scratch.txt": "nobody links here",
}
SCRIPT_NAME = "<script>alert(1)</script>"


def mkdocs(root: Path, *command: str, **env: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "mkdocs", *command]
    own = {**os.environ, **env}
    return subprocess.run(words, cwd=root, env=own, capture_output=True, text=True, check=False)


def pages_of(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", NOTES)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a journal with one talk, and somebody to talk with."""
    notes = NOTES | {"contacts/ada-lovelace.md": "---\nname: Ada Lovelace\n---\n## Log\n- 2026-04-01 asked\n"}
    return build(write_journal(tmp_path_factory.mktemp("led") / "talks", notes)).site


def test_plain_mkdocs_makes_the_same_site(root: Path) -> None:
    result = mkdocs(root, "build", "--strict")
    assert result.returncode == 0, result.stderr
    plain = tree(root / "site")
    build(root)
    assert tree(root / "site") == plain
    assert (root / "site").stat().st_mode & 0o777 == 0o700
    assert (root / "site" / "index.html").stat().st_mode & 0o777 == 0o600


def test_problems_stop_plain_mkdocs_only_where_it_is_strict(root: Path) -> None:
    write_journal(root, {"interviews/grace.md": "---\ncontact: Grace Hopper\n---\n"})
    result = mkdocs(root, "build")
    assert result.returncode == 0
    assert "WARNING -  journal/interviews/grace.md:" in result.stderr
    assert mkdocs(root, "build", "--strict").returncode == 1


def test_plain_mkdocs_does_not_replace_a_folder_that_is_not_ours(root: Path) -> None:
    (root / "site").mkdir()
    (root / "site" / "taxes.ods").touch()
    result = mkdocs(root, "build")
    assert result.returncode == 1
    assert "was not made by iiv" in result.stderr
    assert (root / "site" / "taxes.ods").exists()


def test_a_site_is_never_put_on_the_web(root: Path) -> None:
    result = mkdocs(root, "gh-deploy")
    assert result.returncode == 1
    assert "in confidence" in result.stderr
    assert not (root / "site").exists()


def test_mkdocs_own_commands_ask_the_plugin_first(root: Path) -> None:
    plugin = IivPlugin()
    plugin.on_startup(command="build", dirty=False)
    with pytest.raises(PluginError, match="in confidence"):
        plugin.on_startup(command="gh-deploy", dirty=False)
    (root / "site").symlink_to(root)
    config = load_config(str(root / "mkdocs.yml"))
    with pytest.raises(PluginError, match="symbolic link"):
        plugin.on_pre_build(config=config)


def test_plain_mkdocs_serves_the_pages_and_leaves_nothing_behind(root: Path, tmp_path: Path) -> None:
    # MkDocs names the port that it was asked for, so 0 would not do.
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = ["-u", "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    own = {**os.environ, "TMPDIR": str(temporary)}
    with a_child(sys.executable, *words, cwd=root, env=own) as server:
        assert server.stderr is not None
        lines = iter(server.stderr.readline, "")
        watched = next(line for line in lines if "Watching paths" in line)
        next(line for line in lines if "Serving on" in line)
        with urlopen(f"http://127.0.0.1:{port}/interviews/ada.html") as answer:
            assert b"through music" in answer.read()
        server.terminate()
        server.wait()
    assert "'journal'" in watched
    assert list(temporary.iterdir()) == []


def test_files_that_notes_show_or_link_to_are_copied_and_nothing_else(built: Path) -> None:
    assert (built / "images" / "engine.png").read_bytes() == NOTES["images/engine.png"]
    assert (built / "interviews" / "looms.txt").read_text(encoding="utf-8") == "Jacquard"
    assert not (built / "images" / "unused.png").exists()
    assert not (built / "interviews" / "scratch.txt").exists()
    assert not [*built.rglob("*.md"), *built.rglob("*.map")]


def test_a_file_of_the_journal_does_not_replace_one_of_the_theme(root: Path) -> None:
    note = ADA.replace("looms.txt", "../assets/iiv.css")
    site = build(write_journal(root, {"interviews/ada.md": note, "assets/iiv.css": "mine"})).site
    assert (site / "assets" / "iiv.css").read_text(encoding="utf-8") != "mine"


def test_no_page_tells_when_or_how_it_was_built(built: Path) -> None:
    assert not list(built.glob("sitemap*"))
    for address, page in pages_of(built).items():
        assert not re.search(r"generator|mkdocs-|squidfunk", page), address
        assert "contact: Ada" not in page, address


def test_every_page_has_the_policy_and_there_is_a_way_home_from_nowhere(built: Path) -> None:
    pages = pages_of(built)
    assert '<a href="index.html">' in pages["404.html"]
    assert {"404.html", "index.html"} <= pages.keys()
    for address, page in pages.items():
        assert page.index("Content-Security-Policy") < page.index("<script" if "<script" in page else "<body")
        assert '<meta name="referrer" content="no-referrer">' in page, address


def test_names_are_escaped_wherever_a_title_stands(root: Path) -> None:
    note = ADA.replace("Ada Lovelace", f'"{SCRIPT_NAME} & Co"')
    settings = SETTINGS_TEXT.replace("site_name: Talks", 'site_name: "<img src=x> & talks"')
    site = build(write_journal(root, {"interviews/ada.md": note}, settings)).site
    for address, page in pages_of(site).items():
        assert not [raw for raw in (SCRIPT_NAME, "<img src=x>", "&amp;amp;") if raw in page], address
    (person,) = site.glob("contacts/script*.html")
    title = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co · &lt;img src=x&gt; &amp; talks"
    assert f"<title>{title}</title>" in person.read_text(encoding="utf-8")


def test_a_persons_own_template_may_use_a_title_without_its_tags(root: Path) -> None:
    body = '<body title="{{ page.meta.title | striptags }}"></body>'
    write_own(root, "theme/main.html", f"<html><head></head>{body}</html>")
    write_journal(root, {"interviews/ada.md": ADA.replace("Ada Lovelace", f"'{SCRIPT_NAME}'")})
    (person,) = build(root).site.glob("contacts/script*.html")
    page = person.read_text(encoding="utf-8")
    assert 'title="&lt;script&gt;alert(1)&lt;/script&gt;"' in page


SECTIONS = ["Today", "Compare", "Talks", "People", "Directions", "Insights"]
COMPARE = ["Questions", "Matrix", "Themes", "Quotes"]


def led_to(site: Path, address: str) -> tuple[list[str], list[str]]:
    """The names in the navigation of a page, and those marked as where it is."""
    (tabs,) = re.findall(r'<nav class="md-tabs".*?</nav>', (site / address).read_text("utf-8"), re.DOTALL)
    links = re.findall(r"<a\b([^>]*)>([^<]*)</a>", tabs)
    return [name for _, name in links], [name for marks, name in links if "aria-current" in marks]


@pytest.mark.parametrize(
    ("address", "pages", "here"),
    [
        ("index.html", ["Today", "Follow-ups"], ["Today", "Today"]),
        ("follow-ups.html", ["Today", "Follow-ups"], ["Today", "Follow-ups"]),
        ("questions/start.html", COMPARE, ["Compare", "Questions"]),
        ("matrix.html", COMPARE, ["Compare", "Matrix"]),
        ("interviews/ada.html", [], ["Talks"]),
        ("contacts/ada-lovelace.html", ["People", "Introductions"], ["People", "People"]),
        ("prep/ada-lovelace.html", ["People", "Introductions"], ["People", "People"]),
        ("insights.html", [], ["Insights"]),
        ("review/2026.html", [], ["Insights"]),
        ("problems.html", [], []),
    ],
)
def test_a_page_leads_to_the_sections_and_to_the_pages_of_its_own(
    built: Path, address: str, pages: list[str], here: list[str]
) -> None:
    assert led_to(built, address) == (SECTIONS + pages, here)


def test_the_navigation_may_be_ones_own(root: Path) -> None:
    both = "  - Both:\n    - With Ada: interviews/ada.md\n    - People: contacts/index.md\n"
    own = f"nav:\n  - Start & go: index.md\n{both}"
    built = build(write_journal(root, {}, SETTINGS_TEXT + own))
    assert built.problems == ()
    assert led_to(built.site, "index.html") == (["Start &amp; go", "Both"], ["Start &amp; go"])
    expected = (["Start &amp; go", "Both", "With Ada", "People"], ["Both", "People"])
    assert led_to(built.site, "contacts/ada-lovelace.html") == expected


def test_sections_and_links_of_ones_own_navigation_are_escaped(root: Path) -> None:
    write_own(root, "theme/partials/tabs.html", "[{% for item in nav.items %}{{ item.title }}|{% endfor %}]")
    nav = "nav:\n  - index.md\n  - <i>Web</i>: https://example.org\n  - M & m:\n    - interviews/ada.md\n"
    page = build(write_journal(root, {}, SETTINGS_TEXT + nav)).site / "index.html"
    assert "[Today|&lt;i&gt;Web&lt;/i&gt;|M &amp; m|]" in page.read_text(encoding="utf-8")


def test_a_persons_own_theme_folder_wins_and_its_style_is_loaded(root: Path) -> None:
    write_own(root, "theme/partials/footer.html", "<footer>my own foot</footer>")
    write_own(root, "theme/own.css", "body { color: teal }")
    settings = SETTINGS_TEXT + "extra_css: [own.css, gone.css]\n"
    site = build(write_journal(root, {}, settings)).site
    page = (site / "interviews" / "ada.html").read_text(encoding="utf-8")
    assert "my own foot" in page
    styles = re.findall(r'<link rel="stylesheet" href="\.\./([^"]*)"', page)
    assert styles[-3:] == ["assets/contrast-and-touch.css", "assets/search/search.css", "own.css"]
    assert (site / "own.css").is_file()


def test_without_its_notes_mkdocs_leaves_the_site_as_it_is(root: Path) -> None:
    (root / "docs").mkdir()
    write_journal(root, {}, SETTINGS_TEXT.replace("docs_dir: journal\n", ""))
    assert mkdocs(root, "build").returncode == 0
    before = tree(root / "site")
    (root / "journal").rename(root / "away")
    done = mkdocs(root, "build")
    assert done.returncode == 1
    assert f"there is no folder {root / 'journal'}: " in done.stderr
    assert tree(root / "site") == before


def test_a_page_template_without_a_head_is_refused(root: Path) -> None:
    write_own(root, "theme/main.html", "{{ page.content }}")
    with pytest.raises(BuildFailedError, match="no <head>"):
        build(root)
    assert mkdocs(root, "build").returncode == 1


def test_settings_of_the_plugin_are_checked_by_the_journal(root: Path) -> None:
    settings = SETTINGS_TEXT.replace("- iiv\n", "- iiv:\n      max_questions: many\n      colour: red\n")
    codes = {problem.code for problem in build(write_journal(root, {}, settings)).problems}
    assert codes
    assert "mkdocs" not in codes


def test_the_themes_own_search_takes_no_part(root: Path) -> None:
    named = tree(build(root).site)
    assert not [path for path in named if "lunr" in path or "worker" in path or "search_index" in path]
    german = SETTINGS_TEXT.replace("  - search\n", "  - search: {lang: de}\n  - material/search\n")
    write_journal(root, {}, german)
    assert tree(build(root, clean=True).site) == named
    write_journal(root, {}, SETTINGS_TEXT.replace("  - search\n", ""))
    built = build(root, clean=True)
    assert tree(built.site) == named
    assert built.problems == ()


def test_a_drawing_with_a_script_is_left_out_and_others_are_copied(root: Path) -> None:
    good = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
    note = ADA + "    ![good](good.svg) ![bad](bad.svg)\n"
    bad = good.replace("<path", "<script>1</script><path")
    write_journal(root, {"interviews/ada.md": note, "interviews/good.svg": good, "interviews/bad.svg": bad})
    built = build(root)
    (problem,) = built.problems
    assert str(problem).startswith(
        "journal/interviews/bad.svg:1:1: active-drawing: a drawing with the element `script` is left out"
    )
    assert (built.site / "interviews" / "good.svg").read_text(encoding="utf-8") == good
    assert "left out" in (built.site / "interviews" / "bad.svg").read_text(encoding="utf-8")


def test_mkdocs_serves_this_machine_only(root: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    result = mkdocs(root, "serve", "--dev-addr", "0.0.0.0:0", TMPDIR=str(temporary))
    assert result.returncode == 1
    assert "use `iiv serve`" in result.stderr
    assert list(temporary.iterdir()) == []
