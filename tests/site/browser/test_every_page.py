"""What holds for each kind of page: axe finds nothing, nothing is wider than the screen, nothing moves."""

from __future__ import annotations

import subprocess
import sys
from itertools import cycle
from typing import TYPE_CHECKING, Any, Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from iiv.site.build.building import build
from tests.bench.journals import write_made
from tests.builders import write_journal
from tests.site.text_directions import NOTES
from tests.site.watched import Watched, addresses, one_of_each

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

Colours = Literal["light", "dark"]

SETTINGS: Final = {"preload": False, "rules": {"target-size": {"enabled": True}}}
NARROWEST: Final = 320
"""The width of a screen of 1280 at 400 per cent."""
MOVED: Final = 0.05
"""How much may move: half of what is called good."""

WATCH: Final = """
  window.moved = 0;
  window.moves = new PerformanceObserver(list => count(list.getEntries()));
  const count = entries => entries.filter(one => !one.hadRecentInput).forEach(one => { moved += one.value; });
  moves.observe({ type: "layout-shift", buffered: true });
"""
SETTLED: Final = """() => new Promise(done => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(moved))));
})"""

PICKED, OPENED, SEARCHED = "read together", "an answer open", "searched"
ALSO: Final = {
    "questions/start.html": ("?find=a&group=theme", PICKED, OPENED),
    "matrix.html": (PICKED,),
    "index.html": (SEARCHED,),
}
"""How a page may also be: by its address, or by what somebody did."""

SHOWN: Final = [
    (address, how)
    for address in (
        *("index.html", "follow-ups.html", "problems.html", "404.html", "introductions.html"),
        *("questions/index.html", "questions/start.html", "matrix.html", "themes/index.html", "moved.html"),
        *("interviews/index.html", "interviews/2026-03-02-sarah.html", "interviews/broken.html"),
        *("contacts/index.html", "contacts/sarah.html", "prep/sarah.html"),
        *("directions/index.html", "directions/garden.html", "quotes.html"),
    )
    for how in ("", *(how for how in ALSO.get(address, ()) if how != OPENED))  # few answers do not fold
]
SCREENS: Final = cycle([(1280, "light"), (390, "dark"), (1280, "dark"), (390, "light")])


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of few notes, in several scripts, and its site."""
    root = write_journal(tmp_path_factory.mktemp("mixed") / "talks", NOTES)
    build(root)
    return root


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal as `iiv init` begins it, and its site."""
    root = tmp_path_factory.mktemp("empty") / "talks"
    subprocess.run([sys.executable, "-m", "iiv", "init", root], check=True, capture_output=True)
    build(root)
    return root


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of 1,304 talks, and its site."""
    root = write_made(tmp_path_factory.mktemp("large") / "talks", 1304)
    build(root)
    return root


def show(page: Page, site: Path, address: str, how: str) -> None:
    """Open a page of the site, and make it as somebody has it before them."""
    page.goto((site / address).as_uri() + (how if how.startswith("?") else ""))
    if how == PICKED and page.locator(".iiv-pick:visible").count() > 1:
        for place in (0, 1):
            page.locator(".iiv-pick:visible").nth(place).check()
        page.get_by_role("button", name="Read together").click()
        page.locator("[data-iiv-back]:visible").wait_for()
    if how == OPENED and page.locator(".iiv-entry .iiv-unfold:visible").count():
        page.locator(".iiv-entry .iiv-unfold:visible").first.click()
        page.locator(".iiv-entry[data-open] > .iiv-said").wait_for()
    if how == SEARCHED:
        page.keyboard.press("/")
        page.keyboard.type("a")
    page.evaluate("document.querySelectorAll('.iiv-body details').forEach(one => { one.open = true; })")


def faults(watched: Watched, site: Path, address: str, how: str) -> list[str]:
    """What is wrong with a page on a screen as wide as this, and on the narrowest."""
    page = watched.page
    width = page.viewport_size["width"] if page.viewport_size else 0
    show(page, site, address, how)
    moved = page.evaluate(SETTLED)
    found: list[dict[str, Any]] = Axe().run(page, options=SETTINGS).response["violations"]
    said = [*watched.said, *(f"axe: {fault['id']}: {fault['nodes'][0]['html']}" for fault in found)]
    watched.said.clear()
    if moved >= MOVED:
        said.append(f"moves by {moved:.3f}")
    for narrow in (width, NARROWEST):
        page.set_viewport_size({"width": narrow, "height": 800})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > narrow:
            said.append(f"is {wide} wide where the screen is {narrow}")
    page.set_viewport_size({"width": width, "height": 800})
    return [f"{address} {how}: {one}" for one in said]


def on_a_screen(browser: Browser, width: int, colours: Colours) -> Watched:
    page = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=colours).new_page()
    page.add_init_script(WATCH)
    return Watched(page)


@pytest.mark.parametrize(
    ("address", "how", "screen"),
    [
        pytest.param(*shown, next(SCREENS), marks=[pytest.mark.stress] if number % 2 else [])
        for number, shown in enumerate(SHOWN)
    ],
)
def test_a_page_is_for_everybody(
    browser: Browser, mixed: Path, address: str, how: str, screen: tuple[int, Colours]
) -> None:
    watched = on_a_screen(browser, *screen)
    assert faults(watched, mixed / "site", address, how) == []
    watched.page.context.close()


@pytest.mark.stress
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 640, 390])
@pytest.mark.parametrize("journal", ["mixed", "example", "empty", "hostile", "large"])
def test_every_page_of_each_journal_is_for_everybody(
    request: pytest.FixtureRequest, browser: Browser, journal: str, width: int, colours: Colours
) -> None:
    site: Path = request.getfixturevalue(journal) / "site"
    watched = on_a_screen(browser, width, colours)
    found = []
    for address in one_of_each(addresses(site)):
        for how in ("", *ALSO.get(address, ())):
            found += faults(watched, site, address, how)
    assert found == []
    watched.page.context.close()
