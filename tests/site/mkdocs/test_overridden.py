import re
from pathlib import Path

import pytest

from iiv.site.build.building import build
from iiv.site.mkdocs.overridden import inherited, overridden_in
from iiv.site.safety.verifying import verify
from tests.builders import SETTINGS_TEXT, write_journal, write_own
from tests.conftest import ROOT
from tests.site.mkdocs.test_plugin import NOTES, mkdocs, pages_of


def said(text: str) -> list[str]:
    """What of the settings is not followed, as `line: what`."""
    problems = overridden_in(text, "mkdocs.yml", lambda path: path == "own.css")
    assert all(problem.code == "overridden" and problem.severity == "warning" for problem in problems)
    return [f"{problem.place.line}: {problem.message.partition(' is not')[0]}" for problem in problems]


def test_the_settings_of_the_example_are_followed() -> None:
    assert said((ROOT / "mkdocs.yml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "site_name: x\nsite_dir: elsewhere\nnav: [index.md]\nextra_css: [own.css]\n",
        "theme: {name: material, font: false, features: []}\nrepo_url:\nuse_directory_urls: false\n",
        "plugins: [search, material/search, iiv: {nudges: [7]}]\nhooks: [mine.py]\n",
        "plugins:\n",
        "theme: material\nextra_css: own.css\n",
        "extra_javascript: [{async: true}]\n",
        "plugins: [",
    ],
)
def test_what_is_followed_is_no_news(text: str) -> None:
    assert said(text) == []


def test_what_is_not_followed_is_named_with_its_line() -> None:
    text = """\
repo_url: https://example.org/r
theme:
  name: material
  font: {text: Lora}
  features: [navigation.instant]
plugins:
  - search
  - privacy
  - social: {cards: true}
  - iiv
extra:
  analytics: {provider: google}
  polyfills: [https://example.org/p.js]
extra_css: [own.css, https://example.org/own.css]
extra_javascript:
  - path: https://example.org/m.js
    type: module
markdown_extensions: [pymdownx.snippets]
use_directory_urls: true
"""
    assert said(text) == [
        "1: `repo_url`",
        "4: `theme.font`",
        "5: `theme.features`",
        "8: the plugin `privacy`",
        "9: the plugin `social`",
        "12: `extra.analytics`",
        "13: `extra.polyfills`",
        "14: `https://example.org/own.css` in `extra_css`",
        "16: `https://example.org/m.js` in `extra_javascript`",
        "18: `markdown_extensions`",
        "19: `use_directory_urls`",
    ]


@pytest.mark.parametrize(
    "key",
    [
        *("repo_name", "edit_uri", "edit_uri_template", "remote_branch", "remote_name", "extra_templates"),
        *("theme.palette", "theme.analytics", "extra.alternate", "extra.consent", "extra.version"),
    ],
)
def test_each_of_these_is_not_followed_either(key: str) -> None:
    outer, _, inner = key.partition(".")
    assert said(f"{outer}: {{{inner}: x}}\n" if inner else f"{outer}: x\n") == [f"1: `{key}`"]


def test_plugins_may_be_a_mapping() -> None:
    assert said("plugins:\n  search: {}\n  offline: {}\n  iiv:\n") == ["3: the plugin `offline`"]


def test_the_file_that_settings_come_from() -> None:
    assert inherited("INHERIT: ../base.yml\n", "mkdocs.yml") == "../base.yml"
    for text in ("site_name: x\n", "INHERIT: [a]\n", "INHERIT: ["):
        assert inherited(text, "mkdocs.yml") == ""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_journal(tmp_path / "talks", NOTES)


def overridden(root: Path) -> list[str]:
    """What a build of the journal did not follow, as `path:line: what`."""
    found = (problem for problem in build(root).problems if problem.code == "overridden")
    return [f"{p.place.path}:{p.place.line}: {p.message.partition(' is not')[0]}" for p in found]


def test_what_is_not_followed_is_said_once_and_fails_strict_builds_alone(root: Path) -> None:
    assert overridden(root) == []
    write_journal(root, {}, SETTINGS_TEXT + "repo_url: https://example.org/r\n")
    assert overridden(root) == ["mkdocs.yml:8: `repo_url`"]
    result = mkdocs(root, "build")
    assert result.returncode == 0
    assert result.stderr.count("`repo_url` is not followed") == 1
    assert mkdocs(root, "build", "--strict").returncode == 1


def test_settings_that_come_from_another_file_are_held_to_it_too(root: Path) -> None:
    (root.parent / "base.yml").write_text("repo_url: https://example.org/r\n", encoding="utf-8")
    write_journal(root, {}, SETTINGS_TEXT + "INHERIT: ../base.yml\n")
    assert overridden(root) == ["../base.yml:1: `repo_url`"]
    (root.parent / "base.yml").write_text("site_author: Ada\n", encoding="utf-8")
    assert overridden(root) == []


def test_no_other_plugin_runs_but_ones_own_hooks_do(root: Path) -> None:
    hook = "def on_page_content(html, **_): return html + '<p>hooked</p>'\n"
    (root / "hook.py").write_text(hook, "utf-8")
    write_journal(root, {}, SETTINGS_TEXT + "  - tags\n  - offline\nhooks: [hook.py]\n")
    assert overridden(root) == ["mkdocs.yml:8: the plugin `tags`", "mkdocs.yml:9: the plugin `offline`"]
    page = (root / "site" / "index.html").read_text(encoding="utf-8")
    assert "<p>hooked</p>" in page
    assert "unpkg" not in page


def test_a_hook_may_change_the_text_of_a_page(root: Path) -> None:
    hook = "def on_page_markdown(markdown, **_): return markdown.replace('through', 'by way of')\n"
    (root / "hook.py").write_text(hook, encoding="utf-8")
    write_journal(root, {}, SETTINGS_TEXT + "hooks: [hook.py]\n")
    assert overridden(root) == []
    assert "By accident, by way of music" in pages_of(root / "site")["interviews/ada.html"]


def test_what_a_theme_of_ones_own_would_load_from_elsewhere_is_left_out(root: Path) -> None:
    loads = '<script src="https://example.org/count.js"></script><iframe src="//example.org"></iframe>'
    write_own(root, "theme/partials/footer.html", f'{loads}<a href="https://example.org">mine</a>')
    assert overridden(root) == [
        'mkdocs.yml:1: `<script src="https://example.org/count.js">` of the theme',
        'mkdocs.yml:1: `<iframe src="//example.org">` of the theme',
    ]
    assert verify(root / "site") == ()
    assert "mine</a>" in (root / "site" / "index.html").read_text(encoding="utf-8")


def test_settings_that_would_ask_another_machine_are_overruled(root: Path) -> None:
    theme = "material\n  font: {text: Lora}\n  features: [navigation.instant]\n"
    settings = SETTINGS_TEXT.replace("material\n", theme)
    settings += """\
site_url: https://example.org/talks/
repo_url: https://github.com/example/talks
edit_uri: edit/main/
extra_css: [https://example.org/own.css]
extra_javascript: [https://example.org/own.js]
extra:
  analytics: {provider: google, property: G-1}
  polyfills: [https://example.org/shim.js]
exclude_docs: "*.md"
use_directory_urls: true
"""
    site = build(write_journal(root, {}, settings)).site
    assert (site / "interviews" / "ada.html").is_file()
    for address, page in pages_of(site).items():
        assert not re.search(r"(?:src|href)=\"?(?:https?:)?//", page), address
        assert "navigation.instant" not in page, address
