"""What a reader does on a page, and sees of it."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import FloatRect, Locator, Page

ADA, GRACE, MARY = "Ada Lovelace", "Grace Hopper", "Mary Somerville"


def open_on(page: Page, url: str, day: str) -> Page:
    """Open a page on a day."""
    page.clock.set_fixed_time(f"{day}T09:00:00")
    page.goto(url)
    return page


def find(page: Page, text: str) -> None:
    page.get_by_label("Find", exact=True).fill(text)


def choose(page: Page, what: str, value: str) -> None:
    page.get_by_role("combobox", name=what).select_option(value)


def count(page: Page) -> str:
    """How many are shown, as the page says it."""
    return page.locator("[data-iiv-count]").inner_text()


def wait_for_address(page: Page, **asked: list[str]) -> None:
    """Wait until the address says this and nothing else: it is written once no key is pressed any more."""
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == asked, timeout=5000)


def is_focused(locator: Locator) -> bool:
    return bool(locator.evaluate("one => one === document.activeElement"))


def is_as_wide_as_the_screen(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def box(locator: Locator) -> FloatRect:
    """Where something stands on the screen."""
    found = locator.bounding_box()
    assert found
    return found


def top(locator: Locator) -> float:
    return box(locator)["y"]


def bottom(locator: Locator) -> float:
    return box(locator)["y"] + box(locator)["height"]
