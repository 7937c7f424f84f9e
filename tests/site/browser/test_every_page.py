"""What holds for each kind of page: axe finds nothing, nothing is wider than the screen, nothing moves."""

from __future__ import annotations

import subprocess
import sys
from itertools import cycle
from typing import TYPE_CHECKING, Any, Final, Literal

import pytest

from iiv.site.build.building import build
from tests.bench.journals import write_made
from tests.builders import write_journal
from tests.site.browser.accessibility import show_all, violations
from tests.site.text_directions import NOTES
from tests.site.watched import Watched, fullest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

Colours = Literal["light", "dark"]
Screen = Literal["wide", "zoomed", "phone"]

SCREENS: Final[dict[Screen, dict[str, Any]]] = {
    "wide": {"viewport": {"width": 1280, "height": 800}},
    "zoomed": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},  # at 200 %
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}
NARROWEST: Final = 320
"""The width of a screen of 1280 at 400 per cent."""
MOVED: Final = 0.05
"""How much may move: half of what is called good."""

PATIENCE: Final = 120_000
"""Milliseconds: a page of 1,304 answers takes its time on a busy machine."""

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


def ways(address: str) -> tuple[str, ...]:
    """How a page may be before somebody: as it opens, by its address, or by what they did."""
    if address == "index.html":
        return "", SEARCHED
    if address == "matrix.html":
        return "", PICKED
    if address.startswith("questions/") and address != "questions/index.html":
        return "", "?find=a&group=theme", PICKED, OPENED
    return ("",)


SHOWN: Final = [
    (address, how)
    for address in (
        *("index.html", "follow-ups.html", "problems.html", "404.html", "introductions.html"),
        *("questions/index.html", "questions/start.html", "matrix.html", "themes/index.html", "moved.html"),
        *("interviews/index.html", "interviews/2026-03-02-sarah.html", "interviews/broken.html"),
        *("contacts/index.html", "contacts/sarah.html", "prep/sarah.html"),
        *("directions/index.html", "directions/garden.html", "quotes.html"),
    )
    for how in ways(address)
    if how != OPENED  # few answers do not fold
]
IN_TURNS: Final = cycle([("wide", "light"), ("phone", "dark"), ("wide", "dark"), ("phone", "light")])


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


def make(page: Page, how: str) -> None:
    """Make a page that was opened as somebody has it before them."""
    picks = page.locator(".iiv-pick")
    if how == PICKED and picks.nth(1).is_visible():
        for place in (0, 1):
            picks.nth(place).check()
        page.get_by_role("button", name="Read together").click()
        page.locator("[data-iiv-back]:visible").wait_for()
    folded = page.locator(".iiv-entry:nth-child(-n + 12) .iiv-unfold:visible")
    if how == OPENED and folded.count():
        folded.first.click()
        page.locator(".iiv-entry[data-open] > .iiv-said").wait_for()
    if how == SEARCHED:
        page.keyboard.press("/")
        page.keyboard.type("a")


def faults(watched: Watched, site: Path, address: str, how: str, *, by_axe: bool = True) -> list[str]:
    """What is wrong with a page on this screen, and on the narrowest."""
    page = watched.page
    page.goto((site / address).as_uri() + (how if how.startswith("?") else ""))
    moved = page.evaluate(SETTLED)
    make(page, how)
    show_all(page)
    said = watched.said.copy()
    if by_axe:
        dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        said += [f"axe: {fault}" for fault in violations(page, dark=dark)]
    watched.said.clear()
    if moved >= MOVED:
        said.append(f"moves by {moved:.3f}")
    return [f"{address} {how}: {one}" for one in (*said, *too_wide(page))]


def too_wide(page: Page) -> Iterator[str]:
    """Whether one has to scroll sideways on this screen, or on the narrowest."""
    screen = page.viewport_size
    assert screen
    for width in (screen["width"], NARROWEST):
        page.set_viewport_size({"width": width, "height": screen["height"]})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            yield f"is {wide} wide where the screen is {width}"
    page.set_viewport_size(screen)


def on_a_screen(browser: Browser, screen: Screen, colours: Colours) -> Watched:
    page = browser.new_context(**SCREENS[screen], color_scheme=colours).new_page()
    page.set_default_timeout(PATIENCE)
    page.add_init_script(WATCH)
    return Watched(page)


@pytest.mark.parametrize(
    ("address", "how", "screen"),
    [
        pytest.param(*shown, next(IN_TURNS), marks=[pytest.mark.stress] if number % 2 else [])
        for number, shown in enumerate(SHOWN)
    ],
)
def test_a_page_is_for_everybody(
    browser: Browser, mixed: Path, address: str, how: str, screen: tuple[Screen, Colours]
) -> None:
    watched = on_a_screen(browser, *screen)
    assert faults(watched, mixed / "site", address, how) == []
    watched.page.context.close()


@pytest.mark.stress
@pytest.mark.parametrize(
    ("screen", "colours"),
    [("wide", "light"), ("wide", "dark"), ("zoomed", "light"), ("phone", "light"), ("phone", "dark")],
)
@pytest.mark.parametrize("journal", ["mixed", "example", "empty", "hostile", "large"])
def test_every_page_of_each_journal_is_for_everybody(
    request: pytest.FixtureRequest, browser: Browser, journal: str, screen: Screen, colours: Colours
) -> None:
    site: Path = request.getfixturevalue(journal) / "site"
    watched = on_a_screen(browser, screen, colours)
    found = [
        fault
        for address in fullest(site)
        for how in ways(address)
        for fault in faults(watched, site, address, how, by_axe=screen != "zoomed")
    ]
    assert found == []
    watched.page.context.close()
