"""How fast the pages that compare are in a real browser, at 1,300 interviews by four questions.

    .venv/bin/python -m tests.bench.comparison [--talks 1300] [--keep FOLDER]

Says how large each page is, how long it loads, and what a key in the field "Find" takes until the
next picture is painted.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

from iiv.site.building import build
from tests.bench.journals import write_journal
from tests.conftest import CHROMIUM_FLAGS, CHROMIUM_NAMES

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES: Final = ("questions/start.html", "matrix.html")
TYPED: Final = ("regret", "my first boss", "#craft", "everybody on the late shift", "zzz")
STEPS: Final = ("handled", "laid out", "painted")

# Milliseconds from the key's event to its end, to the end of layout, and to the painted frame.
_KEY: Final = """async value => {
  const field = document.querySelector('[name=find]');
  await new Promise(requestAnimationFrame);
  const began = performance.now();
  field.value = value;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  const handled = performance.now() - began;
  document.body.offsetHeight;
  const laidOut = performance.now() - began;
  await new Promise(requestAnimationFrame);
  const channel = new MessageChannel();
  await new Promise(done => { channel.port1.onmessage = done; channel.port2.postMessage(0); });
  return [handled, laidOut, performance.now() - began];
}"""
_LOADED: Final = """() => {
  const [page] = performance.getEntriesByType('navigation');
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return [paint ? paint.startTime : 0, page.domContentLoadedEventEnd, page.loadEventEnd];
}"""
_SORT: Final = """const order = document.querySelector('[name=sort]');
  order.selectedIndex = 1;
  order.dispatchEvent(new Event('input', {bubbles: true}));"""
_UNFOLD: Final = "document.querySelector('[data-iiv-expand]')?.click();"


def run(talks: int, folder: Path) -> None:
    """Build a journal in `folder` and measure its pages."""
    built = build(write_journal(folder, talks))
    _say(f"{talks} interviews, {built.pages} pages")
    chromium = next(filter(None, map(shutil.which, CHROMIUM_NAMES)))
    as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*CHROMIUM_FLAGS, *as_root])
        for address in PAGES:
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            measure(page, built.site / address)
            page.close()
        browser.close()


def measure(page: Page, path: Path) -> None:
    """Say what one page costs."""
    page.goto(path.as_uri())
    paint, ready, loaded = page.evaluate(_LOADED)
    _say(f"\n{path.name}: {path.stat().st_size / 1e6:.2f} MB")
    _say(f"  first paint {paint:.0f} ms, ready {ready:.0f} ms, loaded {loaded:.0f} ms")
    page.locator("[name=find]").focus()
    for step, times in zip(STEPS, zip(*_keys(page), strict=True), strict=True):
        middle, most, worst = statistics.median(times), statistics.quantiles(times, n=20)[-1], max(times)
        _say(f"  a key {step}: median {middle:.0f} ms, 95 % in {most:.0f}, worst {worst:.0f}, n {len(times)}")
    page.wait_for_timeout(500)
    _say(f"  all in another order: {_once(page, _SORT):.0f} ms")
    _say(f"  all unfolded: {_once(page, _UNFOLD):.0f} ms")


def _keys(page: Page) -> list[list[float]]:
    """Each text typed letter by letter and taken back again."""
    values = []
    for text in TYPED:
        typed = [text[:end] for end in range(1, len(text) + 1)]
        values += [*typed, *reversed(typed[:-1]), ""]
    return [page.evaluate(_KEY, value) for value in values]


def _once(page: Page, script: str) -> float:
    """Milliseconds that a script takes, layout included."""
    timed = f"() => {{ const began = performance.now(); {script} document.body.offsetHeight;"
    return float(page.evaluate(f"{timed} return performance.now() - began; }}"))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description="Measure the pages that compare, in a real browser.")
    parser.add_argument("--talks", type=int, default=1300)
    parser.add_argument("--keep", type=Path, help="an empty folder to build in and leave as it is")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run(asked.talks, asked.keep or Path(folder) / "journal-of-many")


if __name__ == "__main__":
    main()
