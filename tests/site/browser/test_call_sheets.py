"""Call sheets as one has them in hand: printed, with all that one needs for a talk and no more."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.sites import built

A4 = (594, 842)  # points, rounded as browsers do
SAID = "".join(
    f"  q{number}: '**{'Words that fill most of a line. ' * 3}** And more.'\n" for number in range(10)
)
ASK = "---\norder: {0}\nask: Question {0}, " + "in words, " * 7 + "so?\n---\n"
ASKS = {f"questions/q{number}.md": ASK.format(number) for number in range(10)}
PITCH = "---\nname: Me Myself\n---\n" + "A pitch of some length, as people write them.\n" * 20
NEWS = "".join(
    f"- 2026-03-0{day} Passed the examination, with {day} mistakes and a prize\n" for day in (1, 2, 3)
)
NOTES = {
    **ASKS,
    "me.md": PITCH,
    "interviews/2026-02-20-sofja.md": "---\ncontact: Sofja Kowalewskaja\ndate: 2026-02-20\nhelpfulness: 4\n"
    f"field: mathematics\nanswers:\n{SAID}---\n- [ ] send her the book (by 2026-03-01)\n",
}
FULL = {
    **ASKS,
    "me.md": f"{PITCH}\n## News\n{NEWS}",
    "contacts/mary.md": """\
        ---
        name: Mary Somerville
        phone: 0123 456
        know: evening lectures, at which she sat by the window
        respect: explains hard things simply, and asks the one question that nobody else has
        tags: [stars, tea, hill walking]
        introduced_by: Ada Lovelace
        ---
        ## Log
        - 2026-03-10 saw: on stage in Leeds, with a talk on how tides were first foretold
        - 2026-03-12 scheduled 2026-04-02 15:00 by video
        """,
    "interviews/2026-02-20-mary.md": f"""\
---
contact: Mary Somerville
date: 2026-02-20
helpfulness: 5
introductions: [Émilie du Châtelet, Grace Hopper, Joan Clarke, Charles Babbage]
help: [three introductions, a book, an afternoon at the observatory]
answers:
{SAID}---
A word on #craft, #people, #numbers, #patience, #teaching, #luck, #money and #weather.

- [ ] send her the book on looms that we spoke of (by 2026-03-01)
- [ ] ask the library for the second edition (by 2026-04-01)
""",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("sheets") / "talks", NOTES) / "site"


def test_it_prints_on_two_sheets_of_a4_black_on_white(site: Path, browser: Browser) -> None:
    with browser.new_context(color_scheme="dark") as context:
        page = context.new_page()
        page.goto((site / "prep/sofja-kowalewskaja.html").as_uri())
        paper = page.pdf(prefer_css_page_size=True, print_background=True)
        sizes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", paper)
        assert 1 <= len(sizes) <= 2
        assert {(int(float(width)), round(float(height))) for width, height in sizes} == {A4}
        page.emulate_media(media="print", color_scheme="dark")
        ink = page.locator(".iiv-ask").first.evaluate("ask => getComputedStyle(ask).color")
        white = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (ink, white) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
        assert not page.locator(".iiv-off-paper").is_visible()


def test_so_does_one_on_which_everything_stands(tmp_path: Path, page: Page) -> None:
    page.goto((built(tmp_path / "talks", FULL) / "site/prep/mary.html").as_uri())
    headings = page.locator(".iiv-sheet h2").all_text_contents()
    assert headings[-3:] == ["If they offer help", "How you could help", "A gift"]
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/MediaBox", paper)) == 2


def test_it_has_what_one_needs_and_search_holds_none_of_it(site: Path, page: Page) -> None:
    page.goto((site / "prep/sofja-kowalewskaja.html").as_uri())
    text = page.locator(".iiv-sheet").inner_text()
    for words in (
        *("Thank you for making time for me again", "Whom else would you ask, if you were me?"),
        *("to say: a minute is enough", "Question 9", "Words that fill", "A pitch", "You promised"),
    ):
        assert words in text
    assert page.locator(".iiv-asks > li").count() == 10
    assert page.locator(".iiv-asks > li").first.locator(".iiv-ruled > span").count() == 2
    held = "".join(script.read_text("utf-8") for script in (site / "search").iterdir())
    assert "Thank you for making time" not in held
    assert "Dear Sofja" not in held
