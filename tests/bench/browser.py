"""How fast search and the comparison of many answers are in a real browser, from disk."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from tests.bench.report import NO_LIMIT, Limit, Line, measure
from tests.conftest import CHROMIUM_FLAGS, CHROMIUM_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Page


@dataclass(frozen=True, slots=True)
class Place:
    """Where one types, and what then changes: CSS selectors, and the key that leads there, if one does."""

    typed: str
    changes: str
    key: str = ""


SEARCH: Final = Place("[data-iiv-search] input", "[data-iiv-search] ol a", "/")
FILTER: Final = Place("[name=find]", "[data-iiv-count]")

SLOWED: Final = 4
"""How many times slower a slow processor is."""
SCRIPT: Final = Path(__file__).with_suffix(".js").read_text("utf-8")
"""What is put into a page to measure there."""
SCREENS: Final = ((1280, 800), (390, 844))
"""The screens on which a comparison is looked at as it opens."""
_AT_ONCE: Final = """() => {
  const places = Array.from(document.querySelectorAll(".iiv-entry"), entry => entry.getBoundingClientRect());
  return [places[0].top, places.filter(place => place.bottom <= innerHeight && place.height).length];
}"""
_WORDS: Final = ("regret", "my first boss", "zzz")
_FIRST: Final = "work"
_QUIET: Final = 300  # milliseconds
_PATIENCE: Final = 180_000
_BYTES_IN_MEGABYTE: Final = 1_000_000


def lines(site: Path, which: str) -> Iterator[Line]:
    """The lines about one site; none without Chromium."""
    for browser in _chromium():
        for slowed in (1, SLOWED):
            name = f"{which}, {slowed} times slower" if slowed > 1 else which
            yield from _comparison(browser, site, name, slowed)
            yield from _search(browser, site, name, slowed)


def first_screens(site: Path, which: str) -> Iterator[Line]:
    """What somebody sees of the answers when a comparison opens, and its keys; none without Chromium."""
    path = _heaviest(site)
    for browser in _chromium():
        for width, height in SCREENS:
            name = f"{which}, {width} wide"
            with _opened(browser, path, 1, (width, height)) as page:
                top, whole = page.evaluate(_AT_ONCE)
                yield measure(f"{name}: first answer, from the top", top, "px", Limit(height / 2))
                yield measure(f"{name}: answers whole on the first screen", whole, "answers")
        yield from _comparison(browser, site, which, 1)


def _chromium() -> Iterator[Browser]:
    """The browser, for as long as the one step that it gives takes; none where none is installed."""
    chromium = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not chromium:
        sys.stderr.write("no Chromium on the path: nothing is measured in a browser\n")
        return
    with sync_playwright() as playwright:
        as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
        browser = playwright.chromium.launch(executable_path=chromium, args=[*CHROMIUM_FLAGS, *as_root])
        yield browser
        browser.close()


def _heaviest(site: Path) -> Path:
    comparisons = (path for path in (site / "questions").glob("*.html") if path.name != "index.html")
    return max(comparisons, key=lambda path: path.stat().st_size)


def keys(words: str) -> list[str]:
    """The keys of one who types words and takes them back."""
    return [*words, *(["Backspace"] * len(words))]


def _comparison(browser: Browser, site: Path, which: str, slowed: int) -> Iterator[Line]:
    path = _heaviest(site)
    if slowed == 1:
        weight = path.stat().st_size / _BYTES_IN_MEGABYTE
        yield measure(f"{which}: comparison page", weight, "MB", Limit(1.5))
    with _opened(browser, path, slowed) as page:
        page.locator(FILTER.typed).focus()
        yield from _typed(page, FILTER, f"{which}: a key in its filter", slowed, Limit(50, 16))


def _search(browser: Browser, site: Path, which: str, slowed: int) -> Iterator[Line]:
    with _opened(browser, site / "index.html", slowed) as page:
        page.evaluate("selector => bench.first(selector)", SEARCH.changes)
        page.keyboard.press(SEARCH.key)
        page.locator(SEARCH.typed).wait_for()
        page.keyboard.type(_FIRST)
        milliseconds = page.evaluate("() => bench.answer()")
        limit = Limit(1) if slowed == 1 else NO_LIMIT
        yield measure(f"{which}: first result of a search", milliseconds / 1000, "s", limit)
        page.locator(SEARCH.typed).fill("")
        page.wait_for_timeout(_QUIET)
        yield from _typed(page, SEARCH, f"{which}: a key in search", slowed, Limit(50))


def _typed(page: Page, place: Place, what: str, slowed: int, limit: Limit) -> Iterator[Line]:
    """What the keys in a field cost: all but one in twenty take no longer."""
    pressed = [_key(page, place, key) for words in _WORDS for key in keys(words)]
    laid_out, painted = zip(*pressed, strict=True)
    own = limit if slowed == 1 else NO_LIMIT
    yield measure(f"{what}, worked out and laid out", _most(laid_out), "ms", own)
    yield measure(f"{what}, painted", _most(painted), "ms", Limit(own.at_most))


def _key(page: Page, place: Place, key: str) -> tuple[float, float]:
    page.evaluate("([selector, quiet]) => bench.key(selector, quiet)", [place.changes, _QUIET])
    page.keyboard.press("Space" if key == " " else key)
    laid_out, painted = page.evaluate("() => bench.answer()")
    return laid_out, painted


def _most(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


@contextmanager
def _opened(browser: Browser, path: Path, slowed: int, size: tuple[int, int] = (1400, 900)) -> Iterator[Page]:
    """A page that nobody has opened before, on a processor that is slowed after it was loaded."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_load_state("networkidle")
    # Slows the page itself; a worker that it starts is as fast as ever.
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    page.evaluate(SCRIPT)
    yield page
    context.close()
