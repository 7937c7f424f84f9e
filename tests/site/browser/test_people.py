"""The pages on people as a reader has them: built, in a browser, on a day."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from iiv.exchange.calendar import calendar
from iiv.journal.read.reading import read
from iiv.method.rules import all_follow_ups
from tests.site.browser.reader import ADA, GRACE, choose, find, is_focused, open_on, wait_for_address
from tests.site.sites import built

MARY, CHARLES, GAUSS, EMILIE = "Mary Somerville", "Charles Babbage", "Gauss", "Émilie du Châtelet"
NOTES = {
    "me.md": "---\nname: Me Myself\n---\n",
    "contacts/ada.md": """\
        ---
        name: Ada Lovelace
        email: ada@example.org
        role: Analyst
        field: computing
        ---
        ## Log
        - 2026-02-10 asked by e-mail
        """,
    "contacts/grace.md": """\
        ---
        name: Grace Hopper
        email: grace@example.org
        field: computing
        introduced_by: Mary Somerville
        ---
        ## Log
        - 2026-03-01 asked
        - 2026-03-02 replied
        - 2026-03-02 scheduled 2026-03-20
        """,
    "contacts/charles.md": "---\nname: Charles Babbage\ntags: [engines]\n---\n",
    "interviews/2026-02-20-mary.md": "---\ncontact: Mary Somerville\ndate: 2026-02-20\nhelpfulness: 4\n"
    "field: mathematics\nintroductions: [Émilie du Châtelet]\n---\n- [ ] send her the book (by 2026-03-01)\n",
    "interviews/2025-06-01-gauss.md": "---\ncontact: Gauss\ndate: 2025-06-01\nhelpfulness: 5\n---\nA talk.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("people") / "talks", NOTES) / "site"


@pytest.fixture(scope="module")
def people(site: Path) -> str:
    """The address of the list of people."""
    return (site / "contacts/index.html").as_uri()


@pytest.fixture(scope="module")
def ada(site: Path) -> str:
    """The address of Ada's page."""
    return (site / "contacts/ada.html").as_uri()


@pytest.fixture
def march(page: Page, people: str) -> Page:
    """The list of people on a day in March."""
    return open_on(page, people, "2026-03-05")


def stages(page: Page) -> dict[str, list[str]]:
    """Who is shown in each stage that is not empty."""
    found: dict[str, list[str]] = page.evaluate(
        """() => Object.fromEntries(Array.from(document.querySelectorAll("[data-iiv-stage]")).map(stage => [
            stage.dataset.iivStage,
            Array.from(stage.querySelectorAll(".iiv-chip .iiv-name")).map(name => name.textContent)]))"""
    )
    return {name: people for name, people in found.items() if people}


def names(page: Page) -> list[str]:
    """The people in the table who are shown, from top to bottom."""
    return page.locator("[data-iiv-table] tbody tr:visible .iiv-name").all_text_contents()


def test_everybody_stands_where_they_are_on_the_day(march: Page, people: str) -> None:
    page = march
    expected = {"idea": [CHARLES, EMILIE], "asked": [ADA], "scheduled": [GRACE], "met": [MARY, GAUSS]}
    assert stages(page) == expected
    assert page.locator("[data-person=ada] .iiv-status").inner_text() == "asked"

    open_on(page, people, "2026-08-01")
    assert stages(page)["no reply"] == [ADA]
    assert "asked" not in stages(page)
    assert page.locator("[data-iiv-stage=asked] .iiv-count").inner_text() == "0"
    assert page.locator("[data-person=ada] .iiv-status").inner_text() == "no reply"

    open_on(page, people, "2026-02-15")
    assert set(stages(page)["idea"]) == {CHARLES, EMILIE, MARY}


def test_a_status_says_what_it_follows_from_on_the_day(ada: str, page: Page) -> None:
    for day, said in (
        ("2026-02-01", ""),
        ("2026-02-15", "asked by e-mail on 10 Feb 2026"),
        ("2026-08-01", "asked by e-mail on 10 Feb 2026, no reply since"),
    ):
        assert open_on(page, ada, day).locator(".iiv-event").inner_text() == said


def test_a_long_stage_is_folded(tmp_path: Path, page: Page) -> None:
    many = {f"contacts/p{n:02}.md": f"---\nname: Person {n:02}\n---\n" for n in range(20)}
    page.goto((built(tmp_path / "talks", many) / "site/contacts/index.html").as_uri())
    idea = page.locator("[data-iiv-stage=idea]")
    assert idea.locator(".iiv-chip:visible").count() == 12
    idea.get_by_text("8 more").click()
    assert idea.locator(".iiv-chip:visible").count() == 20


def test_the_table_shows_the_most_urgent_step_of_the_day(people: str, page: Page) -> None:
    mary = page.locator("[data-person=mary-somerville] .iiv-item:visible")
    for day, step in (("2026-02-21", "Thank by e-mail"), ("2026-06-19", "Keep your promise")):
        open_on(page, people, day)
        assert step in mary.inner_text()
    assert mary.count() == 1


def test_a_column_sorts_up_and_down_and_the_address_holds_it(march: Page) -> None:
    page, latest, rest = march, [GRACE, MARY, ADA, GAUSS], [CHARLES, EMILIE]
    assert names(page)[0] == ADA
    head = page.get_by_role("columnheader", name="Last contact")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert names(page) == latest + rest
    page.wait_for_url("**sort=last-down")
    page.reload()
    assert names(page) == latest + rest
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    assert names(page) == latest[::-1] + rest
    assert page.locator("[aria-sort]").count() == 1


@pytest.mark.parametrize(
    ("column", "first"),
    [("Status", CHARLES), ("Follow-up", GAUSS), ("Talks", GAUSS), ("Helpfulness", GAUSS), ("Person", MARY)],
)
def test_every_column_sorts(march: Page, column: str, first: str) -> None:
    march.get_by_role("columnheader", name=column).get_by_role("button").click()
    assert names(march)[0] == first


def test_an_unknown_sort_in_the_address_is_that_by_name(people: str, page: Page) -> None:
    open_on(page, f"{people}?sort=whatever&status=none", "2026-03-05")
    assert names(page)[0] == ADA
    assert len(names(page)) == 6


def test_words_narrow_the_table_and_the_address_holds_them(march: Page) -> None:
    find(march, "EMILIE")
    assert names(march) == [EMILIE]
    assert march.locator("output").inner_text() == "1 of 6 people"
    find(march, "computing")
    assert names(march) == [ADA, GRACE]
    choose(march, "Status", "asked")
    assert names(march) == [ADA]
    wait_for_address(march, find=["computing"], status=["asked"])
    march.reload()
    assert names(march) == [ADA]
    find(march, "nobody at all")
    assert march.get_by_text("Nobody fits.").is_visible()
    march.get_by_role("button", name="Show all").click()
    assert len(names(march)) == 6
    assert is_focused(march.get_by_label("Find", exact=True))


def test_a_stage_leads_to_those_who_are_there_and_back_again(march: Page) -> None:
    march.get_by_role("link", name="Scheduled", exact=True).click()
    assert names(march) == [GRACE]
    wait_for_address(march, status=["scheduled"])
    assert is_focused(march.get_by_role("combobox", name="Status"))
    march.go_back()
    assert len(names(march)) == 6


def test_all_of_it_works_by_keyboard(march: Page) -> None:
    head = march.get_by_role("columnheader", name="Person")
    march.get_by_label("Find", exact=True).focus()
    march.keyboard.type("a")
    march.keyboard.press("Tab")
    assert is_focused(march.get_by_role("combobox", name="Status"))
    march.keyboard.press("Tab")
    march.keyboard.press("Tab")
    assert is_focused(head.get_by_role("button"))
    march.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert is_focused(head.get_by_role("button"))


def test_it_reads_well_without_a_script(people: str, ada: str, plain: Page) -> None:
    plain.goto(people)
    assert len(names(plain)) == 6
    assert plain.get_by_role("button", name="Person").count() == 0
    assert not plain.get_by_label("Find", exact=True).is_visible()
    assert plain.locator("[data-iiv-stage=asked]").get_by_role("link", name=ADA).is_visible()
    plain.goto(ada)
    assert plain.get_by_role("link", name="Open a draft of the letter: Ask once more").is_visible()


def test_a_draft_is_one_click_from_follow_ups(site: Path, page: Page) -> None:
    open_on(page, (site / "follow-ups.html").as_uri(), "2026-03-05")
    draft = page.get_by_role("link", name="Open a draft to Ada Lovelace: Ask once more")
    link = draft.get_attribute("href") or ""
    assert link.startswith("mailto:ada@example.org?subject=")
    assert "Dear%20Ada" in link


def test_a_letter_without_a_link_is_opened_on_the_persons_page(site: Path, ada: str, page: Page) -> None:
    open_on(page, (site / "follow-ups.html").as_uri(), "2026-02-22")
    page.get_by_role("link", name="Open a draft to Mary Somerville: Send a card").click()
    page.locator("#letter-card .iiv-letter__text").wait_for()
    assert not page.locator("#letter-thank .iiv-letter__text").is_visible()
    page.goto(f"{ada}#letter-ask")
    page.locator("#letter-ask .iiv-letter__text").wait_for()


def test_follow_ups_say_in_which_order_the_overdue_stand(tmp_path: Path, page: Page) -> None:
    notes = {"contacts/ada.md": "---\nname: Ada\n---\n## Log\n- 2026-02-20 scheduled 2026-03-02\n"}
    url = (built(tmp_path / "talks", notes) / "site/follow-ups.html").as_uri()
    for day, times in (("2026-03-03", 0), ("2026-03-05", 1)):
        assert open_on(page, url, day).get_by_text("Most urgent first").count() == times


def copy_a_letter(page: Page, url: str) -> None:
    page.goto(url)
    letter = page.locator("#letter-nudge")
    letter.get_by_text("Read it").click()
    letter.get_by_role("button", name="Copy the text").click()


def test_a_letter_can_be_copied(ada: str, browser: Browser) -> None:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        page = context.new_page()
        copy_a_letter(page, ada)
        page.locator("#letter-nudge").get_by_role("button", name="Copied").wait_for()
        assert "Me Myself" in page.evaluate("navigator.clipboard.readText()")


def test_where_nothing_may_be_copied_the_text_is_selected(ada: str, page: Page) -> None:
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { get() {} })")
    copy_a_letter(page, ada)
    assert "Dear Ada" in page.evaluate("getSelection().toString()")


def test_introductions_are_lists_in_lists(site: Path, page: Page) -> None:
    page.goto((site / "introductions.html").as_uri())
    mary = page.locator(".iiv-tree > li")
    assert mary.count() == 1
    below = mary.locator("> ul > li")
    assert below.locator("> div .iiv-name").all_text_contents() == [EMILIE, GRACE]
    assert "not yet contacted" in below.nth(0).inner_text()
    assert "scheduled" in below.nth(1).inner_text()
    assert page.get_by_role("heading", name="Offered, not yet contacted").is_visible()


@pytest.mark.parametrize(
    ("link", "address"),
    [("Introductions", "introductions.html"), ("Call sheet for Ada Lovelace", "prep/ada.html")],
)
def test_introductions_and_call_sheets_are_two_clicks_from_home(
    site: Path, page: Page, link: str, address: str
) -> None:
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="People", exact=True).first.click()
    page.get_by_role("link", name=link).first.click()
    page.wait_for_url(f"**/{address}")


def test_the_calendar_lies_in_the_site(site: Path, page: Page) -> None:
    reading = read(site.parent)
    items = all_follow_ups(reading.journal, reading.settings)
    assert (site / "follow-ups.ics").read_bytes() == calendar(reading.journal, items)
    page.goto((site / "follow-ups.html").as_uri())
    with page.expect_download() as download:
        page.get_by_role("link", name="Add to your calendar").click()
    assert download.value.suggested_filename == "follow-ups.ics"
