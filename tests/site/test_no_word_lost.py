"""Whatever people write, and however the site is built, each word stands on some page."""

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from iiv.site.build.building import build
from iiv.site.build.cache_files import load_outputs
from iiv.site.search.visible import visible_text
from tests.builders import SETTINGS_TEXT, write_journal, write_own

PROFILE = settings(
    deadline=None,
    max_examples=4,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
ASK = "How did you start?"
OWN_THEME = """{% extends "base.html" %}
{% block content %}<main title="{{ page.title | striptags }}">{{ page.content }}</main>{% endblock %}
"""

PIECES = [
    "{}",
    "# {}\n\n{}",
    "#### {} {}",
    "{}\n===",
    "- {}\n- {}\n  - {}\n    {}",
    "1. {}\n2) {}\n\n   {}",
    "{}:\n- {}\n- {}",
    "• {}\n• {}",
    "> {}\n> > {}\n{}",
    "> [!note] {}\n> {}",
    "| {} | b |\n|---|---|\n| {} | c | {} |\n| {} |",
    "```\n{}\n```\n{}",
    "    {}\n\n{}",
    "<details><summary>{}</summary>\n\n{}\n\n</details>",
    "<div>{}\n{}</div>",
    "He said <script> {} and {}",
    "a <svg> {} <b>{}",
    "<style>{}</style> {}",
    "<!-- closed --> {}",
    "[{}]: {}",
    "[Ada]: {}",
    "[00:12] Ada: {}",
    "word[^1] {}\n\n[^1]: {}",
    "[{}](https://example.org) ![{}](no.png)",
    "[[{}]] and [[Nobody|{}]]",
    "\\*{}\\* \\[{}\\] \\{}",
    "- [ ] {} (by 2026-05-01)\n- [x] {}\n-[ ] {}",
    "**{}** _{}_ ~~{}~~ `{}`",
    "Term {}\n: {}",
    "#{} and {}",
    "{}\n---\n{}",
    "***\n{}",
    "&amp; {} < {} > {} & {}",
    "**How did you start?**\n{}",
    "## How did you start?\n\n{}",
    "Q: How did you start?\nA: {}",
    "How did you start? {}",
    "(How did you start?:: {})",
    "| How did you start? | {} | {} |\n|---|---|---|\n| {} | {} | {} |",
    "{}: How did you start?\n{}",
    "[00:12] {}: How did you start?",
    "{} How did you start? {}",
    "## How did you start? {{{}}}",
    "helpfulness:: {}",
    "![[{}.png|300]] [[{}.pdf|{}]]",
    "[{}]: #{}",
    "## What else?\n{}",
    "{}<br>{}<hr>{}",
    "<p align=center>{}",
    "https://example.org/{} {}",
    "$ {} $$ {}",
    "%% {} %%",
    "::: {}\n{}\n:::",
    "\t{}\n",
    "{}  \n{}\\\n{}",
]
FIELDS = [
    *("channel: {}", "shift: {}", "shift: |\n  {}\n\n  {}", "role: {}", "organization: {} {}", "field: {}"),
    *("tags: [{}, {}]", "help: {}", "introductions: [{} {}]", "answers:\n  start: |\n    {}\n\n    - {}"),
    *("answers:\n  start: {} #{}\n  other: {}", "answer: {}\nmood: {} {}", "notes: |\n  {}\n  {}"),
    *("anwsers:\n  start: {}\n  satisfying: {}", "list:\n  - {}\n  - {a: {}}", "helpfulness: {}"),
    *("interest: {}", "minutes: {}", "next_contact: {}", "thanked: {}"),
]


def filled(shape: str, words: Iterator[str]) -> str:
    """The shape with a word of its own in each of its places."""
    return re.sub(r"\{\}", lambda _: next(words), shape)


@st.composite
def notes(draw: st.DrawFn) -> tuple[dict[str, str], list[str]]:
    """A journal of two talks and a person, and the words in it."""
    made: list[str] = []

    def new_words() -> Iterator[str]:
        for number in count():
            made.append(f"marker{number}x")
            yield made[-1]

    words = new_words()
    synthesis = filled(draw(st.sampled_from(PIECES)), words)
    files = {"questions/start.md": f"---\nask: {ASK}\norder: 1\n---\n{synthesis}\n"}
    for name in ("ada", "grace"):
        keys = draw(
            st.lists(st.sampled_from(FIELDS), max_size=4, unique_by=lambda field: field.partition(":")[0])
        )
        head = f"contact: {name.title()}\ndate: 2026-03-02\n" + "".join(
            f"{filled(key, words)}\n" for key in keys
        )
        pieces = draw(st.lists(st.sampled_from(PIECES), max_size=6))
        body = "\n\n".join(filled(piece, words) for piece in pieces)
        files[f"interviews/2026-03-02-{name}.md"] = f"---\n{head}---\n{body}\n"
    pieces = draw(st.lists(st.sampled_from(PIECES), max_size=3))
    person = "\n\n".join(filled(piece, words) for piece in pieces)
    files["contacts/ada.md"] = f"---\nname: Ada\nknow: {next(words)}\nrespect: {next(words)}\n---\n{person}\n"
    return files, made


def shown(site: Path) -> str:
    """All words that pages show, addresses of links included."""
    pages = "\n".join(page.read_text("utf-8") for page in site.rglob("*.html"))
    return visible_text(pages) + " ".join(re.findall(r'(?:href|alt|title)="([^"]*)"', pages))


@PROFILE
@given(notes(), notes())
def test_each_word_stands_on_some_page(
    first: tuple[dict[str, str], list[str]], second: tuple[dict[str, str], list[str]]
) -> None:
    with TemporaryDirectory() as folder:
        root = write_journal(Path(folder), {})
        for files, words in (first, second):
            write_journal(root, files, SETTINGS_TEXT)
            assert not lost(build(root).site, words), files


FEW = settings(PROFILE, max_examples=3)


def lost(site: Path, words: list[str]) -> list[str]:
    """Those of the words that no page shows."""
    text = shown(site)
    return [word for word in words if word not in text]


@pytest.mark.stress
@FEW
@given(notes())
def test_plain_mkdocs_loses_no_word(journal: tuple[dict[str, str], list[str]]) -> None:
    files, words = journal
    with TemporaryDirectory() as folder:
        root = write_journal(Path(folder), files, SETTINGS_TEXT)
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        subprocess.run(command, cwd=root, check=True, capture_output=True)
        assert not lost(root / "site", words), files


@FEW
@given(notes())
def test_a_theme_of_ones_own_loses_no_word(journal: tuple[dict[str, str], list[str]]) -> None:
    files, words = journal
    with TemporaryDirectory() as folder:
        root = write_journal(Path(folder), files, SETTINGS_TEXT)
        write_own(root, "theme/main.html", OWN_THEME)
        site = build(root).site
        assert not load_outputs(root), "MkDocs made the pages"
        assert not lost(site, words), files
