import pytest

from iiv.site.mkdocs.overridden import inherited, overridden_in
from tests.conftest import ROOT


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


def test_plugins_may_be_a_mapping() -> None:
    assert said("plugins:\n  search: {}\n  offline: {}\n  iiv:\n") == ["3: the plugin `offline`"]


def test_the_file_that_settings_come_from() -> None:
    assert inherited("INHERIT: ../base.yml\n", "mkdocs.yml") == "../base.yml"
    for text in ("site_name: x\n", "INHERIT: [a]\n", "INHERIT: ["):
        assert inherited(text, "mkdocs.yml") == ""
