from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from markdown import Markdown
from mkdocs.utils.meta import get_data

from iiv.journal.read.reading import read
from iiv.shipped import shipped
from iiv.site.pages.page_text import heading_and_block, parts, without_marks
from tests.builders import a_journal
from tests.site.sites import markdown_pages

if TYPE_CHECKING:
    from iiv.journal.read.reading import Reading

ODD = {
    "interviews/a.md": "---\ncontact: A *b* <c> `d`\ndate: 2026-03-02\n---\n\tcode\twith tabs\n\n    <div>\n\n- a\n\n   \n  b\n",  # noqa: E501 - as typed
    "interviews/broken.md": "no front matter\n\n\tand\ttabs  \n   \n&#2; \2 \3 <b>\n\n# Heading\r\n",
    "interviews/b.md": "---\ncontact: B\ndate: 2026-03-02\n---\n```\n\n\n<script>\n```\n<!-- x -->\n<p>unclosed\n\n***\n<pre>\n\n  a</pre>",  # noqa: E501 - as typed
}


def as_markdown(markdown: Markdown, text: str) -> tuple[str, object]:
    html = markdown.reset().convert(text)
    return html, markdown.toc_tokens  # type: ignore[attr-defined]


@pytest.mark.parametrize("reading", [a_journal(ODD), read(shipped("example"))], ids=["odd", "example"])
def test_it_comes_as_markdown_would_give_it(reading: Reading) -> None:
    markdown = Markdown(extensions=["toc"])
    for address, page in markdown_pages(reading).items():
        text, _ = get_data(page)
        parts = heading_and_block(text)
        assert parts is not None, address
        html, contents = as_markdown(markdown, text)
        assert as_markdown(markdown, parts[0]) == (html.removesuffix(f"\n{parts[1]}"), contents)
        assert html.endswith(f"\n{parts[1]}")


@pytest.mark.parametrize("text", ["", "# A\n\nText\n", 'text\n\n<div class="iiv-page">\n</div>\n'])
def test_another_text_is_left_to_markdown(text: str) -> None:
    assert heading_and_block(text) is None


def test_marks_for_the_search_of_others_are_taken_out() -> None:
    html = '<p data-search-exclude="true">a</p><p data-search-boost="2" id="b">data-search-exclude</p>'
    assert without_marks(html) == '<p>a</p><p id="b">data-search-exclude</p>'


FRONT_MATTER = '---\ntitle: "A"\nhide: [navigation, toc]\n---\n\n'
PAGE = '<div class="iiv-page">\n<p>words</p>\n</div>\n'


def test_a_page_as_our_templates_make_it_is_taken_apart() -> None:
    found = parts(f"{FRONT_MATTER}# A &#38; B\n\n{PAGE}", '"A"')
    assert found is not None
    assert (found.heading, found.block, found.section) == ("A &#38; B", PAGE.strip(), "")
    in_a_section = FRONT_MATTER.replace("toc]\n", "toc]\nsection: questions\n")
    found = parts(f"{in_a_section}# A\n\n{PAGE}", '"A"')
    assert found is not None
    assert found.section == "questions"


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        f"# A\n\n{PAGE}",
        f"{FRONT_MATTER}{PAGE}",
        f"{FRONT_MATTER}# *A*\n\n{PAGE}",
        f"{FRONT_MATTER}# A\n\nText\n\n{PAGE}",
        f"{FRONT_MATTER}# A\n\n{PAGE}\nText\n",
        f"{FRONT_MATTER}# A\n\n{PAGE}".replace('"A"', '"B"'),
        f"{FRONT_MATTER}# A\n\n{PAGE}".replace("hide", "template: x.html\nhide"),
        f"{FRONT_MATTER}# A\n\n{PAGE}".replace("<p>", "\n<p>"),
    ],
)
def test_a_page_of_ones_own_is_not(text: str) -> None:
    assert parts(text, '"A"') is None
