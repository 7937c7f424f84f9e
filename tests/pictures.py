"""The pictures of the README, made from the example: `make pictures`."""

import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from iiv.cli.demo_days import example_files
from iiv.cli.init import write_files
from iiv.site.build.building import build
from tests.conftest import ROOT, a_chromium

FOLDER: Final = ROOT / ".github"
TODAY: Final = "2026-11-05"  # one on which the example's days need not move
PAGES: Final = {"comparison": "questions/satisfying.html", "follow-ups": "follow-ups.html"}
WIDTH, HEIGHT = 1100, 640  # of a screen, and of a picture


def make(folder: Path) -> list[Path]:
    """Make each picture, and say where it is."""
    with tempfile.TemporaryDirectory() as place:
        write_files(Path(place), example_files(date.fromisoformat(TODAY)))
        site = build(Path(place)).site
        with sync_playwright() as playwright:
            browser = a_chromium(playwright)
            made = [_picture(browser, site / page, folder / f"{name}.png") for name, page in PAGES.items()]
            browser.close()
    return made


def _picture(browser: Browser, page: Path, picture: Path) -> Path:
    context = browser.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", reduced_motion="reduce"
    )
    shown = context.new_page()
    shown.clock.set_fixed_time(f"{TODAY}T09:00:00")
    shown.goto(page.as_uri())
    shown.screenshot(path=picture)
    context.close()
    return picture


if __name__ == "__main__":
    for path in make(Path(sys.argv[1]) if sys.argv[1:] else FOLDER):
        sys.stdout.write(f"{path}: {path.stat().st_size // 1000} kB\n")
