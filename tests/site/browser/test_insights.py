"""The pictures as people see them: on any screen, on paper, without a script, and with names that lead on."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.method.statistics.journey import JOURNEY
from tests.site.browser.reader import is_as_wide_as_the_screen
from tests.site.sites import built

NOTES = {
    "questions/start.md": "---\nask: How did you start?\n---\nBy chance, mostly.\n",
    "interviews/2026-07-01-eve.md": (
        "---\ncontact: Eve Q\ndate: 2026-07-01\ninterest: 2\n---\n## How did you start?\nBy #luck.\n"
    ),
}
PAGES = (
    *("insights.html", "review/2026.html", "introductions.html", "questions/index.html", "themes/index.html"),
    *("contacts/index.html", "contacts/ada.html"),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    notes = {path: text for part in (*JOURNEY, NOTES) for path, text in part.items()}
    return built(tmp_path_factory.mktemp("insights") / "talks", notes) / "site"


def test_each_page_fits_every_screen_and_its_words_can_be_read(page: Page, site: Path) -> None:
    for address in PAGES:
        page.goto((site / address).as_uri())
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert is_as_wide_as_the_screen(page), address
            sizes = page.locator("svg text").evaluate_all(
                "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
            )
            assert min(sizes, default=12) >= 12, address


def test_a_picture_says_the_same_as_its_table_and_names_lead_on(page: Page, site: Path) -> None:
    page.goto((site / "insights.html").as_uri())
    thanks = page.get_by_role("region", name="How soon you thanked").first
    assert "by card within 3 days after 3 of 5 talks" in thanks.inner_text()
    assert thanks.locator("circle").count() == 4 + 3
    thanks.get_by_text("The same as a table").click()
    rows = thanks.get_by_role("row").all_inner_texts()
    assert [" ".join(row.split()) for row in rows[:2]] == ["Talk Thanks After", "Eve Q by e-mail not yet"]

    relations = page.get_by_role("region", name="Every relation, from first word to last").first
    relations.get_by_role("link", name="Grace Hopper").first.click()
    assert page.url == (site / "contacts/grace.html").as_uri()


def test_pictures_are_drawn_in_the_ink_of_the_text(page: Page, site: Path) -> None:
    page.emulate_media(forced_colors="active")
    page.goto((site / "insights.html").as_uri())
    ink = page.evaluate("getComputedStyle(document.querySelector('.iiv-picture')).color")
    fills = page.locator(".iiv-full").evaluate_all("all => all.map(one => getComputedStyle(one).fill)")
    assert set(fills) == {ink}


@pytest.mark.stress
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(page: Page, site: Path, address: str, colours: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    page.goto((site / address).as_uri())
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
