"""What every test may ask for: a browser, real notes, and nothing of the person who runs the tests."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
REAL_INTERVIEWS = ROOT.parent / "shared" / "real-interviews"
IN_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_CHROMIUM = "no Chromium on the path: install your system's `chromium` (Debian: apt-get install chromium)"
# Nothing the browser does of its own accord may leave this machine, or wait for an answer.
CHROMIUM_FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
# A day, an editor or a colour of one's own would change what commands do.
OWN_SETTINGS = ("EDITOR", "FORCE_COLOR", "IIV_TODAY", "NO_COLOR", "VISUAL")

# A slow machine is no fault. CI draws the same examples each time, so that a red run can be repeated.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if IN_CI else "here")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, so that `-m "not browser"` leaves it out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session", autouse=True)
def _no_own_settings() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in OWN_SETTINGS:
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window. Where there is none the test is skipped, but in CI it fails."""
    chromium = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if chromium is None:
        (pytest.fail if IN_CI else pytest.skip)(NO_CHROMIUM)
    from playwright.sync_api import sync_playwright

    as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=[*CHROMIUM_FLAGS, *as_root])
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page that shares nothing with other tests: no storage, no cache."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def real_interviews() -> Path:
    """A folder with `journal/`: 120 real interviews, which do not belong to the project."""
    if not REAL_INTERVIEWS.is_dir():
        pytest.skip("the folder ../shared/real-interviews is not beside the checkout")
    return REAL_INTERVIEWS
