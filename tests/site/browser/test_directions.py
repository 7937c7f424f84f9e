"""Directions, evidence and quotes in the browser: what shows where somebody points, and who can use it."""

import pytest
from playwright.sync_api import Page

from tests.site.browser.reader import count, find, is_as_wide_as_the_screen, is_focused
from tests.site.pages.test_directions import NOTES
from tests.site.sites import built

GIST = "getComputedStyle(document.querySelector('a[aria-description]'), '::after').content"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a site with two directions."""
    return (built(tmp_path_factory.mktemp("talks"), NOTES) / "site").as_uri() + "/"


def test_a_gist_shows_on_hover_and_on_focus_and_takes_no_room(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(site + "directions/trees.html")
    link = page.locator("a[aria-description]").first
    height = "document.documentElement.scrollHeight"
    before = page.evaluate(height)
    assert page.evaluate(GIST) == "none"
    link.hover()
    assert page.evaluate(GIST) == '"Ada, 2 Mar 2026: It pays." / ""'
    assert page.evaluate(height) == before
    assert is_as_wide_as_the_screen(page)
    page.mouse.move(0, 0)
    assert page.evaluate(GIST) == "none"
    for _ in range(60):
        page.keyboard.press("Tab")
        if is_focused(link):
            break
    assert page.evaluate(GIST) == '"Ada, 2 Mar 2026: It pays." / ""'
    page.emulate_media(media="print")
    assert page.evaluate(GIST) == "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/interviews/with-ada.html#money")


def test_a_gist_stands_beside_the_text_that_is_read_where_there_is_room(page: Page, site: str) -> None:
    beside = """link => parseFloat(getComputedStyle(link, "::after").left)
      - link.closest(".iiv-said").getBoundingClientRect().right"""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site + "directions/trees.html")
    link = page.locator("a[aria-description]").first
    link.hover()
    assert link.evaluate(beside) >= 0
    page.set_viewport_size({"width": 390, "height": 800})
    link.hover()
    assert link.evaluate(beside) < 0


def test_the_parts_of_directions_stand_in_line_and_below_each_other_on_a_phone(page: Page, site: str) -> None:
    tops = (
        "Array.from(document.querySelectorAll('.iiv-life__part:nth-child(4)'),"
        " part => Math.round(part.getBoundingClientRect().top))"
    )
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(site + "directions/index.html")
    first, second = page.evaluate(tops)
    assert first == second
    page.set_viewport_size({"width": 390, "height": 844})
    first, second = page.evaluate(tops)
    assert first < second


def test_quotes_are_found_and_narrowed(page: Page, site: str) -> None:
    page.goto(site + "quotes.html")
    assert count(page) == "2 quotations"
    find(page, "never")
    assert count(page) == "1 of 2 quotations"
    assert page.locator(".iiv-quotation:visible").inner_text().startswith("It never paid.")
    page.locator("[data-iiv-clear]").click()
    assert page.locator(".iiv-quotation:visible").count() == 2


@pytest.mark.parametrize(
    ("address", "width", "colours"),
    [
        ("directions/index.html", 390, "light"),
        ("directions/trees.html", 1280, "dark"),
        ("quotes.html", 390, "dark"),
        ("questions/money.html", 1280, "light"),
    ],
)
def test_axe_finds_nothing(page: Page, site: str, address: str, width: int, colours: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    page.goto(site + address)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
