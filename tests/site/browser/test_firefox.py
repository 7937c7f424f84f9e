"""The promises about pages, in Firefox as it comes: the other tests in a browser are in Chromium."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.hostile import Attacker, tricks
from tests.site.browser.reader import find, open_on
from tests.site.serving import served_site
from tests.site.watched import Watched, addresses, one_of_each

# A second browser takes half a minute.
pytestmark = pytest.mark.stress


@pytest.fixture
def page(firefox: Browser) -> Iterator[Page]:
    context = firefox.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def watched(page: Page) -> Watched:
    return Watched(page)


@pytest.fixture
def journal(request: pytest.FixtureRequest) -> Path:
    """The journal of that name."""
    root: Path = request.getfixturevalue(request.param)
    return root


@pytest.fixture(params=["file", "http"])
def url(request: pytest.FixtureRequest, journal: Path) -> Iterator[str]:
    """Where the journal's site begins."""
    if request.param == "file":
        yield (journal / "site").as_uri() + "/"
    else:
        with served_site(journal) as url:
            yield url


@pytest.mark.parametrize(
    "journal", ["hostile", pytest.param("example", marks=pytest.mark.stress)], indirect=True
)
def test_no_page_asks_anybody_or_complains(
    journal: Path, url: str, attacker: Attacker, watched: Watched
) -> None:
    for address in one_of_each(addresses(journal / "site")):
        watched.read(url + quote(address))
    watched.page.goto("about:blank")
    assert watched.elsewhere(url) == []
    assert watched.said == []
    assert attacker.connections == 0


def test_answers_and_people_are_found_by_words(example: Path, page: Page) -> None:
    site = example / "site"
    for address, word, found in (
        ("questions/start.html", "handball", "1 of 17 answers"),
        ("matrix.html", "handball", "1 of 17 people"),
        ("contacts/index.html", "quaye", "1 of 26 people"),
    ):
        page.goto((site / address).as_uri())
        find(page, word)
        assert page.locator("[data-iiv-count], output").first.inner_text() == found


def test_what_is_due_follows_from_the_day(example: Path, page: Page) -> None:
    seen = {}
    for day in ("2026-11-01", "2026-11-23"):
        open_on(page, (example / "site" / "follow-ups.html").as_uri(), day)
        thanks = page.locator(".iiv-item", has_text="Wilf Garside").filter(has_text="Thank by e-mail")
        seen[page.locator("[data-iiv-summary]").inner_text().partition(":")[0]] = thanks.locator(
            ".iiv-state"
        ).inner_text()
    assert seen == {"Sunday, 1 Nov 2026": "due today", "Monday, 23 Nov 2026": "22 days overdue"}


def test_what_is_not_left_out_is_noticed(tmp_path: Path, watched: Watched) -> None:
    with Attacker() as attacker, watched.page.expect_request("**/i.png"):
        bare = tmp_path / "bare.html"
        bare.write_text(tricks(attacker.url)["image"], encoding="utf-8")
        watched.page.goto(bare.as_uri(), wait_until="commit")
        assert attacker.asked.wait(timeout=30)
    assert watched.elsewhere(bare.as_uri()) == [f"{attacker.url}/i.png"]


def test_so_is_a_connection_without_a_request(tmp_path: Path, page: Page) -> None:
    with Attacker() as attacker:
        bare = tmp_path / "bare.html"
        bare.write_text(tricks(attacker.url)["preconnect"], encoding="utf-8")
        page.goto(bare.as_uri(), wait_until="commit")
        assert attacker.asked.wait(timeout=30)


def test_so_are_faults_and_what_the_policy_stops(
    tmp_path: Path, attacker: Attacker, watched: Watched
) -> None:
    policy = "default-src 'none'; script-src 'unsafe-inline'"
    pasted = f'<script>nobody.knows()</script><iframe src="{attacker.url}/f"></iframe>'
    bare = tmp_path / "bare.html"
    bare.write_text(
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">{pasted}', encoding="utf-8"
    )
    with watched.page.expect_console_message(lambda message: "frame-src" in message.text):
        watched.page.goto(bare.as_uri())
    assert any("nobody is not defined" in said for said in watched.said)
    assert attacker.connections == 0
