import pytest
from markdown import Markdown
from mkdocs.utils.meta import get_data

from iiv.journal.read.reading import read
from iiv.shipped import shipped
from iiv.site.outputs import pages
from iiv.site.pages.making import Maker
from iiv.site.pages.page import Page
from iiv.values import replace
from tests.builders import a_journal
from tests.site.sites import NOWHERE, an_index

ODD = {
    "interviews/a.md": "---\ncontact: A *b* <c> `d`\ndate: 2026-03-02\n---\n\tcode\twith tabs\n\n    <div>\n\n- a\n\n   \n  b\n",  # noqa: E501 - as typed
    "interviews/broken.md": "no front matter\n\nand  \n   \n&#2; <b>\n\n# Heading\n",
    "interviews/b.md": "---\ncontact: B\ndate: 2026-03-02\n---\n```\n\n\n<script>\n```\n<!-- x -->\n<p>unclosed\n\n***\n<pre>\n\n  a</pre>",  # noqa: E501 - as typed
}
PAGE = Page("A & B", "", "A &#38; B", '<div class="iiv-page">\n<p>words</p>\n</div>')


@pytest.mark.parametrize("files", [ODD, None], ids=["odd", "example"])
def test_markdown_leaves_the_html_of_a_page_alone(files: dict[str, str] | None) -> None:
    index = an_index(a_journal(files) if files is not None else read(shipped("example")))
    maker = Maker(NOWHERE, index.texts.html)
    markdown = Markdown(extensions=["toc"])
    for output in pages(index):
        page = maker.page(output)
        assert isinstance(page, Page)
        text, _ = get_data(str(page))
        assert text.startswith(f"# {page.heading}\n")
        assert markdown.reset().convert(text).endswith(f"</h1>\n{page.block}")


def test_a_file_that_is_shown_as_it_stands_keeps_its_tabs() -> None:
    index = an_index(a_journal({"interviews/broken.md": "no front matter\n\n\tand\ttabs\n"}))
    maker = Maker(NOWHERE, index.texts.html)
    (page,) = (maker.page(output) for output in pages(index) if output.kind == "broken")
    assert isinstance(page, Page)
    assert "&#10;&#10;\tand\ttabs&#10;" in page.block


def test_a_page_reads_as_markdown_with_front_matter() -> None:
    assert str(replace(PAGE, front_matter="search: {exclude: true}")) == (
        '---\ntitle: "A &amp; B"\nhide: [navigation, toc]\nsearch: {exclude: true}\n---\n\n'
        '# A &#38; B\n\n<div class="iiv-page">\n<p>words</p>\n</div>\n'
    )


@pytest.mark.parametrize("front_matter", ["", "search: {exclude: true}"])
def test_a_frame_fits_a_page(front_matter: str) -> None:
    assert replace(PAGE, front_matter=front_matter).fits


@pytest.mark.parametrize(
    "page",
    [
        replace(PAGE, front_matter="template: x.html"),
        replace(PAGE, front_matter="search: {exclude: true}\ntemplate: x.html"),
        replace(PAGE, heading="*A*"),
        replace(PAGE, heading="A\n\nText"),
    ],
)
def test_what_only_mkdocs_can_read_fits_no_frame(page: Page) -> None:
    assert not page.fits
