import datetime as dt
from pathlib import Path

import pytest
import yaml
from jinja2 import TemplateError, UndefinedError
from markdown import markdown

from iiv.site.pages.templates import (
    PageTemplates,
    fragment,
    heading_text,
    tight,
    time_element,
    verbatim,
    with_blanks,
    with_code,
    with_times,
    yaml_text,
)
from tests.builders import write_own

ODD_NAMES = [
    "<script>alert(1)</script>",
    "*Ada* _Lovelace_ `code` [[Ada]] {: #id } ##",
    "true",
    "1e3",
    "- 'it''s' \"quoted\": #x & co",
    "Ada\nLovelace\x07",
    "李小龍 \u202eright to left\u2028",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_title_stays_text_in_front_matter_and_holds_no_tag(name: str) -> None:
    title = yaml.safe_load(f"title: {yaml_text(name)}")["title"]
    assert isinstance(title, str)
    assert "<" not in title


def test_a_title_is_html_because_mkdocs_writes_it_into_pages_as_it_is() -> None:
    assert yaml.safe_load(yaml_text("A & <b>")) == "A &amp; &lt;b&gt;"


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_heading_says_what_was_typed_and_nothing_in_it_means_anything(name: str) -> None:
    html = markdown(f"# {heading_text(name)}", extensions=["attr_list", "toc", "tables"])
    inner = html.partition(">")[2].removesuffix("</h1>")
    assert "<" not in inner
    assert html.startswith("<h1")


def test_blank_lines_are_taken_out() -> None:
    assert tight("<p>a</p>\n\n  \n<p>b</p>\n") == "<p>a</p>\n<p>b</p>"


def test_verbatim_text_keeps_its_lines_out_of_reach_of_markdown() -> None:
    assert verbatim("```\r\n\n<div>") == "```&#10;&#10;&lt;div&gt;"


def test_a_date_is_for_people_and_programs() -> None:
    assert time_element(dt.date(2026, 3, 2)) == '<time datetime="2026-03-02">2 Mar 2026</time>'


def test_dates_in_a_sentence_of_the_programs_look_like_all_others() -> None:
    day = '<time datetime="2026-03-02">2 Mar 2026</time>'
    assert with_times("You met on 2 March 2026; no card yet.") == f"You met on {day}; no card yet."
    assert with_times("You promised on 2 March 2026: to come <on> 3 March 2026") == (
        f"You promised on {day}: to come &lt;on&gt; 3 March 2026"
    )
    said = "31 February 2026 &lt;b&gt; led you to them."
    assert with_times("31 February 2026 <b> led you to them.") == said


def test_what_stands_between_backticks_is_code() -> None:
    assert with_code("did you mean `<b>`?") == "did you mean <code>&lt;b&gt;</code>?"


def test_the_blanks_of_a_letter_are_marked_and_the_rest_is_text() -> None:
    assert with_blanks("Dear <Ada>,\n\n[your name]") == (
        'Dear &lt;Ada&gt;,&#10;&#10;<mark class="iiv-blank">[your name]</mark>'
    )


def test_a_fragment_is_quoted() -> None:
    assert fragment("two words") == "#two%20words"
    assert fragment("\udcff") == "#%EF%BF%BD"


def test_a_persons_own_template_wins_and_may_build_on_the_shipped_one(tmp_path: Path) -> None:
    write_own(tmp_path, "pages/note.md.jinja", "Hello, {{ name }}")
    write_own(tmp_path, "pages/broken.md.jinja", '{% extends "shipped/broken.md.jinja" %}')
    assert PageTemplates(tmp_path).render("note.md.jinja", {"name": "<Ada>"}) == "Hello, &lt;Ada&gt;"
    with pytest.raises(UndefinedError, match="title"):
        PageTemplates(tmp_path).render("broken.md.jinja", {})


def test_any_fault_in_a_template_names_it(tmp_path: Path) -> None:
    write_own(tmp_path, "pages/note.md.jinja", "{{ 1 + name }}")
    with pytest.raises(TemplateError, match=r"note\.md\.jinja"):
        PageTemplates(tmp_path).render("note.md.jinja", {"name": "Ada"})
