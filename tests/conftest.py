"""What every test may ask for: browsers, real notes, and nothing of the person who runs the tests."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Playwright

ROOT = Path(__file__).resolve().parents[1]
REAL_INTERVIEWS = ROOT.parent / "shared" / "real-interviews"
IN_CI = os.environ.get("CI", "").lower() not in {"", "0", "false"}

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
NO_CHROMIUM = "no Chromium on the path: install your system's `chromium` (Debian: apt-get install chromium)"
# Nothing the browser does of its own accord may leave this machine, or wait for an answer.
CHROMIUM_FLAGS = (
    *("--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-quic"),
    *("--disable-sync", "--no-first-run"),
)
FIREFOX_NAMES = ("firefox-esr", "firefox")
NO_FIREFOX = "no Firefox on the path: install your system's `firefox` (Debian: apt-get install firefox-esr)"
# Playwright switches off what Firefox does of its own accord, and with it these, of which our promises speak.
FIREFOX_PREFERENCES: dict[str, str | float | bool] = {
    "network.http.speculative-parallel-limit": 20,  # connections that a page asks for ahead of time
    "security.fileuri.strict_origin_policy": True,  # a page on disk is alone
}
# A day, an editor, a width or a colour of one's own would change what commands do.
OWN_SETTINGS = ("COLUMNS", "EDITOR", "FORCE_COLOR", "IIV_EDITOR", "IIV_TODAY", "NO_COLOR", "VISUAL")

# Where SIGINT is ignored (as by `make test &`), children would ignore it too, and never end by it. A handler
# is not inherited: with one that does nothing, the tests ignore it as before and children begin as usual.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, lambda *_: None)

# A slow machine is no fault. CI draws the same examples each time, so that a red run can be repeated.
EXAMPLES = int(os.environ.get("IIV_EXAMPLES", "25"))
"""How many a property is tried with where it does not say so itself; `make stress` asks for more."""

hypothesis.settings.register_profile("here", deadline=None, max_examples=EXAMPLES)
hypothesis.settings.register_profile(
    "ci", deadline=None, max_examples=EXAMPLES, derandomize=True, print_blob=True
)
hypothesis.settings.load_profile("ci" if IN_CI else "here")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:  # noqa: ARG001 - pytest's signature
    """One process more than there are cores: a third of the time tests wait for browsers and servers."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, so that `-m "not browser"` leaves it out."""
    for item in items:
        if "playwright" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


@pytest.fixture(scope="session", autouse=True)
def _no_own_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing set by the person who runs the tests, and another home: git and browsers write there."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [*OWN_SETTINGS, *(name for name in os.environ if name.startswith("XDG_"))]:
            patch.delenv(name, raising=False)
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium without a window. Where there is none the test is skipped, but in CI it fails."""
    running = a_chromium(playwright)
    yield running
    running.close()


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """The system's Firefox without a window, on the same terms."""
    running = playwright.firefox.launch(
        channel="moz-firefox",  # spoken to by WebDriver BiDi, as it comes, and not Playwright's own build
        executable_path=_installed(FIREFOX_NAMES, NO_FIREFOX),
        firefox_user_prefs=FIREFOX_PREFERENCES,
    )
    yield running
    running.close()


def a_chromium(playwright: Playwright, *flags: str) -> Browser:
    """Start Chromium, with more flags than usual."""
    as_root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    return playwright.chromium.launch(
        executable_path=_installed(CHROMIUM_NAMES, NO_CHROMIUM), args=[*CHROMIUM_FLAGS, *as_root, *flags]
    )


def _installed(names: tuple[str, ...], without: str) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    return found or (pytest.fail if IN_CI else pytest.skip)(without)


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
