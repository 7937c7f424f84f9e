"""Which way words run, and what is seen in the colours of the system: what a person reads on the screen."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.site.browser.reader import box
from tests.site.sites import built
from tests.site.text_directions import GIST, NOTES, QUESTION, SARAH

TALK = "interviews/2026-03-02-sarah.html"
SIDES = """(element, text) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(text);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + text.length);
    const { left, right } = range.getBoundingClientRect();
    return [left, right];
  }
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("directions") / "talks", NOTES) / "site"


def stand(element: Locator, *texts: str) -> list[str]:
    """These texts as they stand on the screen, from left to right."""
    return sorted(texts, key=lambda text: element.evaluate(SIDES, text)[0])


def test_a_name_does_not_turn_around_what_stands_beside_it(page: Page, site: Path) -> None:
    page.goto((site / TALK).as_uri())
    heading = page.get_by_role("heading", level=1)
    assert stand(heading, "2\xa0", "Mar", "2026", SARAH) == [SARAH, "2\xa0", "Mar", "2026"]
    page.goto((site / "interviews/2026-04-01-ada.html").as_uri())
    earlier = page.get_by_role("navigation", name="Talks").get_by_role("link")
    assert stand(earlier, "2 Mar 2026", SARAH) == [SARAH, "2 Mar 2026"]


def test_each_paragraph_of_an_answer_runs_as_it_is_written(page: Page, site: Path) -> None:
    page.goto((site / TALK).as_uri())
    said = page.locator(".iiv-said").first
    assert stand(said, GIST, "30", "(") == ["30", "(", GIST]
    assert stand(said, "In English", "(mostly)") == ["In English", "(mostly)"]
    around, (left, right) = box(said), said.evaluate(SIDES, GIST)
    assert right == pytest.approx(around["x"] + around["width"], abs=1)
    assert stand(page.get_by_role("heading", name=QUESTION), "?", QUESTION.removesuffix("?"))[0] == "?"
    assert left > around["x"]


@pytest.mark.parametrize("address", ["questions/start.html", "matrix.html", "themes/index.html"])
def test_a_gist_ends_on_its_left_wherever_it_stands(page: Page, site: Path, address: str) -> None:
    page.goto((site / address).as_uri())
    gist = page.locator(".iiv-body").get_by_text(GIST).first
    assert stand(gist, ".", GIST.removesuffix("."))[0] == "."


def test_in_the_colours_of_the_system_lines_tell_what_backgrounds_told(page: Page, site: Path) -> None:
    page.emulate_media(forced_colors="active")
    page.goto((site / "questions/start.html").as_uri())
    badge = page.locator(".iiv-badge").first
    assert badge.evaluate("one => getComputedStyle(one).borderTopWidth") == "1px"
    shown = (
        "one => getComputedStyle(one).borderBottomColor !== getComputedStyle(document.body).backgroundColor"
    )
    sections = page.locator(".md-tabs__link")
    assert [link.evaluate(shown) for link in sections.all()].count(True) == 1


def test_who_asks_for_more_contrast_gets_it(page: Page, site: Path) -> None:
    def ink() -> str:
        page.goto((site / TALK).as_uri())
        colour: str = page.locator(".iiv-line").first.evaluate("one => getComputedStyle(one).color")
        return colour

    usual = ink()
    page.emulate_media(contrast="more")
    assert ink() != usual
