"""The search dialog: opened by a key or a button, used without a mouse, told to those who do not see it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from tests.site.browser.reader import box, is_focused
from tests.site.search.journals import MESSY
from tests.site.search.searching import Searching
from tests.site.serving import served_site
from tests.site.sites import built
from tests.site.watched import Watched

PLACES = """() => Array.from(document.querySelectorAll(".iiv-hit"), (hit) => {
  const { x, y, width, height } = hit.getBoundingClientRect();
  return [hit.innerText, x, y, width, height];
})"""
FOCUSED = "document.activeElement.classList[0]"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("messy") / "talks", MESSY)


@pytest.fixture
def home(root: Path) -> str:
    return (root / "site" / "index.html").as_uri()


@pytest.fixture
def searching(home: str, page: Page) -> Searching:
    return Searching(page, home)


@pytest.fixture(params=["chromium", "firefox"])
def any_page(request: pytest.FixtureRequest) -> Iterator[Page]:
    name = {"chromium": "browser", "firefox": "firefox"}[request.param]
    context = request.getfixturevalue(name).new_context()
    yield context.new_page()
    context.close()


def use(page: Page, url: str) -> None:
    """Search by keyboard alone, and go to what was found."""
    watched = Watched(page)
    searching = Searching(page, f"{url}questions/index.html")
    (hit,) = searching.find("plumbing")
    assert (hit.title, hit.about, hit.under) == ("Ruth Amsel", "10 Jan 2026 Weaver", "How did you begin?")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/interviews/2026-01-10-ruth-amsel.html#start")
    assert watched.elsewhere(url) == []
    assert watched.said == []


def test_it_works_from_disk(any_page: Page, root: Path) -> None:
    use(any_page, (root / "site").as_uri() + "/")


def test_it_works_when_it_is_served(any_page: Page, root: Path) -> None:
    with served_site(root) as url:
        use(any_page, url)


def test_names_are_found_before_texts_are_there_and_nothing_moves(page: Page, root: Path) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with served_site(root) as url:
        page.route("**/texts-1.js", hold)
        page.goto(url)
        page.keyboard.press("/")
        page.keyboard.type("ruth")
        page.locator(".iiv-hit").nth(1).wait_for()
        page.keyboard.press("ArrowDown")
        before = page.evaluate(PLACES)
        page.get_by_role("status").filter(has_text="Searching").wait_for()
        held[0].continue_()
        page.get_by_role("status").filter(has_text="1 person, 1 talk").wait_for()
        assert page.evaluate(PLACES)[:2] == before
        assert page.evaluate(FOCUSED) == "iiv-hit__link"
        assert page.get_by_role("button", name="more in Ruth Amsel").count() == 0


def test_nothing_is_loaded_before_it_is_opened(page: Page, home: str) -> None:
    watched = Watched(page)
    page.goto(home)
    assert not [url for url in watched.asked if "/site/search/" in url]
    page.get_by_role("button", name="Search").click()
    page.get_by_role("textbox", name="Search the journal").press_sequentially("plumb")
    page.locator(".iiv-hit").wait_for()
    loaded = [url.rpartition("/")[2] for url in watched.asked if "/site/search/" in url]
    assert sorted(loaded) == ["chunks.js", "names-1.js", "texts-1.js"]


def test_a_key_opens_it_unless_one_is_typing(page: Page, root: Path) -> None:
    page.goto((root / "site" / "contacts" / "index.html").as_uri())
    find = page.get_by_label("Find", exact=True)
    find.press("/")
    assert find.input_value() == "/"
    dialog = page.get_by_role("dialog", name="Search")
    assert dialog.is_hidden()
    find.blur()
    page.keyboard.press("Control+/")
    assert dialog.is_hidden()
    page.keyboard.press("/")
    assert dialog.is_visible()
    assert page.evaluate(FOCUSED) == "iiv-search__words"


def test_arrows_go_through_what_is_found_and_escape_gives_the_focus_back(page: Page, home: str) -> None:
    page.goto(home)
    button = page.get_by_role("button", name="Search")
    button.press("Enter")
    searching = page.get_by_role("textbox", name="Search the journal")
    searching.press_sequentially("银行")
    page.locator(".iiv-hit").wait_for()
    seen = []
    for key in ("ArrowDown", "ArrowDown", "Enter", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        seen.append(str(page.evaluate(FOCUSED)))
    link, more, box = "iiv-hit__link", "iiv-hit__more", "iiv-search__words"
    assert seen == [link, more, more, link, link, more, link, box]
    assert page.locator(".iiv-hit__others a").count() == 1
    page.keyboard.press("Escape")
    assert page.get_by_role("dialog").count() == 0
    assert is_focused(button)


def test_enter_leads_to_the_first(searching: Searching) -> None:
    searching.find("weaving")
    searching.box.press("Enter")
    searching.page.wait_for_url("**/2026-01-10-ruth-amsel.html#craft")


def test_a_talk_is_one_entry_that_unfolds(searching: Searching) -> None:
    (hit,) = searching.find("ruth weaving")
    assert (hit.marked, hit.more) == (["Ruth", "weaving", "Ruth"], "")
    (hit,) = searching.find("银行")
    assert hit.more == "1 more"
    button = searching.page.get_by_role("button", name="1 more in 李明华")
    for state in ("true", "false"):
        button.click()
        assert button.get_attribute("aria-expanded") == state
    button.click()
    href = searching.page.locator(".iiv-hit__others a").get_attribute("href") or ""
    assert href.endswith("li-minghua.html#start")


def test_what_is_found_is_told(searching: Searching) -> None:
    assert searching.told("dvorakova") == "1 person, 1 talk"
    assert searching.told("money") == "1 question"
    assert searching.told("xyzzy") == "Nothing is found for “xyzzy”"


@pytest.mark.parametrize("event", ["paste", "drop", "insertText"])
def test_text_that_was_not_typed_counts_too(searching: Searching, event: str) -> None:
    """What was pasted, dragged or dictated comes as one event."""
    insert = """(box, kind) => {
      box.value = "plumbing";
      box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: kind }));
    }"""
    searching.box.evaluate(insert, event)
    searching.hits.wait_for()


def test_the_address_holds_the_query_and_keeps_its_anchor(page: Page, root: Path) -> None:
    talk = (root / "site" / "interviews" / "2026-01-10-ruth-amsel.html").as_uri()
    searching = Searching(page, f"{talk}#craft")
    searching.find("R&D +1")
    page.wait_for_url(re.compile(r"\?q=R%26D(\+|%20)%2B1#craft$"))
    page.keyboard.press("Escape")
    page.wait_for_url(f"{talk}#craft")


def test_who_comes_back_finds_it_as_it_was(searching: Searching) -> None:
    searching.find("weaving")
    searching.box.press("Enter")
    searching.page.wait_for_url("**/2026-01-10-ruth-amsel.html#craft")
    searching.page.go_back()
    searching.hits.wait_for()
    assert searching.box.input_value() == "weaving"


def test_an_address_with_a_query_opens_it(page: Page, home: str) -> None:
    page.goto(f"{home}?q=%E9%93%B6%E8%A1%8C")
    page.locator(".iiv-hit", has_text="李明华").wait_for()
    page.goto(home)
    assert page.get_by_role("dialog").count() == 0


def test_a_result_on_the_same_page_closes_it(page: Page, root: Path) -> None:
    searching = Searching(page, (root / "site" / "interviews" / "2026-01-10-ruth-amsel.html").as_uri())
    searching.find("weaving")
    searching.box.press("Enter")
    page.wait_for_url("**/2026-01-10-ruth-amsel.html#craft")
    assert page.get_by_role("dialog").count() == 0


def test_what_is_marked_cannot_act(browser: Browser, tmp_path: Path) -> None:
    name = "Ada <img src=x onerror=alert(1)>"
    note = f"---\ncontact: '{name}'\ndate: 2026-03-02\n---\n`<script>alert(2)</script>` sapphire\n"
    root = built(tmp_path / "talks", {"interviews/ada.md": note})
    page = browser.new_page()
    watched = Watched(page)
    searching = Searching(page, (root / "site" / "index.html").as_uri())
    (hit,) = searching.find("sapphire")
    assert hit.title == name
    assert "<script>alert(2)</script>" in hit.words
    assert watched.said == []
    page.close()


def test_without_a_script_there_is_no_button(plain: Page, home: str) -> None:
    plain.goto(home)
    assert plain.locator(".iiv-open-search").is_hidden()
    assert plain.locator("dialog").is_hidden()


def test_a_chunk_that_is_missing_is_told(page: Page, tmp_path: Path) -> None:
    site = built(tmp_path / "talks", MESSY) / "site"
    (site / "search" / "texts-1.js").unlink()
    searching = Searching(page, (site / "index.html").as_uri())
    searching.box.fill("dvorakova")
    page.get_by_role("status").filter(has_text="1 person, 1 talk. A part of it cannot be loaded").wait_for()


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1280)])
def test_axe_finds_nothing(browser: Browser, home: str, scheme: Literal["light", "dark"], width: int) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    searching = Searching(page, home)
    searching.find("银行")
    page.locator(".iiv-hit__more").click()
    found: list[dict[str, Any]] = Axe().run(page, options={"preload": False}).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found] == []
    place = box(page.get_by_role("dialog"))
    assert 0 <= place["x"] <= width - place["width"]
    for control in page.locator("dialog button:visible").all():
        assert min(box(control)["width"], box(control)["height"]) >= 24
    context.close()
