"""The pages on people as a reader has them: built, in a browser, on a day."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from iiv.exchange.calendar import calendar
from iiv.journal.read.reading import read
from iiv.method.rules import all_follow_ups
from iiv.site.build.building import build
from tests.builders import write_journal

TEN = {
    f"questions/q{number}.md": f"---\norder: {number}\nask: Question {number}, {'in words, ' * 7}so?\n---\n"
    for number in range(10)
}
SAID = "".join(
    f"  q{number}: '**{'Words that fill most of a line. ' * 3}** And more.'\n" for number in range(10)
)
NOTES = {
    **TEN,
    "me.md": f"---\nname: Me Myself\n---\n{'A pitch of some length, as people write them. ' * 20}\n",
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
    "interviews/2026-02-20-mary.md": f"""\
---
contact: Mary Somerville
date: 2026-02-20
helpfulness: 4
field: mathematics
introductions: [Émilie du Châtelet]
answers:
{SAID}---
- [ ] send her the book (by 2026-03-01)
""",
    "interviews/2025-06-01-gauss.md": "---\ncontact: Gauss\ndate: 2025-06-01\nhelpfulness: 5\n---\nA talk.\n",
}
A4 = (594, 842)  # points, rounded as browsers do


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(write_journal(tmp_path_factory.mktemp("talks") / "talks", NOTES)).site


def on(site: Path, address: str, day: str) -> str:
    """The URL of a page that is read on this day."""
    page = site / address
    text = page.read_text("utf-8").replace("<html ", f'<html data-today="{day}" ', 1)
    shown = page.with_name(f"{page.stem}-{day}.html")
    shown.write_text(text, "utf-8")
    return shown.as_uri()


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


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_everybody_stands_where_they_are_on_the_day(site: Path, page: Page) -> None:
    page.goto(on(site, "contacts/index.html", "2026-03-05"))
    assert stages(page) == {
        "idea": ["Charles Babbage", "Émilie du Châtelet"],
        "asked": ["Ada Lovelace"],
        "scheduled": ["Grace Hopper"],
        "met": ["Mary Somerville", "Gauss"],
    }
    assert page.locator("[data-person=ada] .iiv-status").inner_text() == "asked"

    page.goto(on(site, "contacts/index.html", "2026-08-01"))
    assert stages(page)["no reply"] == ["Ada Lovelace"]
    assert "asked" not in stages(page)
    assert page.locator("[data-iiv-stage=asked] .iiv-count").inner_text() == "0"
    assert page.locator("[data-person=ada] .iiv-status").inner_text() == "no reply"

    page.goto(on(site, "contacts/index.html", "2026-02-15"))
    assert set(stages(page)["idea"]) == {"Charles Babbage", "Émilie du Châtelet", "Mary Somerville"}


def test_a_status_says_what_it_follows_from_on_the_day(site: Path, page: Page) -> None:
    for day, said in (
        ("2026-02-01", ""),
        ("2026-02-15", "asked by e-mail on 10 Feb 2026"),
        ("2026-08-01", "asked by e-mail on 10 Feb 2026, no reply since"),
    ):
        page.goto(on(site, "contacts/ada.html", day))
        assert page.locator(".iiv-event").inner_text() == said


def test_a_long_stage_is_folded(tmp_path: Path, page: Page) -> None:
    many = {f"contacts/p{n:02}.md": f"---\nname: Person {n:02}\n---\n" for n in range(20)}
    page.goto((build(write_journal(tmp_path / "talks", many)).site / "contacts" / "index.html").as_uri())
    idea = page.locator("[data-iiv-stage=idea]")
    assert idea.locator(".iiv-chip:visible").count() == 12
    idea.get_by_text("8 more").click()
    assert idea.locator(".iiv-chip:visible").count() == 20


def test_the_table_shows_the_most_urgent_step_of_the_day(site: Path, page: Page) -> None:
    mary = "[data-person=mary-somerville] .iiv-item:visible"
    page.goto(on(site, "contacts/index.html", "2026-02-21"))
    assert "Thank by e-mail" in page.locator(mary).inner_text()
    page.goto(on(site, "contacts/index.html", "2026-06-19"))
    assert "Keep your promise" in page.locator(mary).inner_text()
    assert page.locator(mary).count() == 1


def test_a_column_sorts_up_and_down_and_the_address_holds_it(site: Path, page: Page) -> None:
    page.goto(on(site, "contacts/index.html", "2026-03-05"))
    assert names(page)[0] == "Ada Lovelace"
    head = page.get_by_role("columnheader", name="Last contact")
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    latest = ["Grace Hopper", "Mary Somerville", "Ada Lovelace", "Gauss"]
    rest = ["Charles Babbage", "Émilie du Châtelet"]
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
    [
        ("Status", "Charles Babbage"),
        ("Follow-up", "Gauss"),
        ("Talks", "Gauss"),
        ("Helpfulness", "Gauss"),
        ("Person", "Mary Somerville"),
    ],
)
def test_every_column_sorts(site: Path, page: Page, column: str, first: str) -> None:
    page.goto(on(site, "contacts/index.html", "2026-03-05"))
    page.get_by_role("columnheader", name=column).get_by_role("button").click()
    assert names(page)[0] == first


def test_an_unknown_sort_in_the_address_is_that_by_name(site: Path, page: Page) -> None:
    page.goto(on(site, "contacts/index.html", "2026-03-05") + "?sort=whatever&status=none")
    assert names(page)[0] == "Ada Lovelace"
    assert len(names(page)) == 6


def test_words_narrow_the_table_and_the_address_holds_them(site: Path, page: Page) -> None:
    page.goto(on(site, "contacts/index.html", "2026-03-05"))
    box = page.get_by_label("Find", exact=True)
    box.fill("EMILIE")
    assert names(page) == ["Émilie du Châtelet"]
    assert page.locator("output").inner_text() == "1 of 6 people"
    box.fill("computing")
    assert names(page) == ["Ada Lovelace", "Grace Hopper"]
    page.get_by_role("combobox", name="Status").select_option("asked")
    assert names(page) == ["Ada Lovelace"]
    page.wait_for_url("**status=asked**")
    assert query(page) == {"find": ["computing"], "status": ["asked"]}
    page.reload()
    assert names(page) == ["Ada Lovelace"]
    box.fill("nobody at all")
    assert page.get_by_text("Nobody fits.").is_visible()
    page.get_by_role("button", name="Show all").click()
    assert len(names(page)) == 6
    assert box.evaluate("box => box === document.activeElement")


def test_a_stage_leads_to_those_who_are_there_and_back_again(site: Path, page: Page) -> None:
    page.goto(on(site, "contacts/index.html", "2026-03-05"))
    page.get_by_role("link", name="Scheduled", exact=True).click()
    assert names(page) == ["Grace Hopper"]
    assert query(page) == {"status": ["scheduled"]}
    assert page.get_by_role("combobox", name="Status").evaluate("select => select === document.activeElement")
    page.go_back()
    assert len(names(page)) == 6


def test_all_of_it_works_by_keyboard(site: Path, page: Page) -> None:
    page.goto(on(site, "contacts/index.html", "2026-03-05"))
    page.get_by_label("Find", exact=True).focus()
    page.keyboard.type("a")
    page.keyboard.press("Tab")
    assert page.get_by_role("combobox", name="Status").evaluate("select => select === document.activeElement")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    button = page.get_by_role("columnheader", name="Person").get_by_role("button")
    assert button.evaluate("button => button === document.activeElement")
    page.keyboard.press("Enter")
    assert page.get_by_role("columnheader", name="Person").get_attribute("aria-sort") == "descending"
    assert button.evaluate("button => button === document.activeElement")


def test_it_reads_well_without_a_script(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "contacts" / "index.html").as_uri())
    assert len(names(page)) == 6
    assert page.get_by_role("button", name="Person").count() == 0
    assert not page.get_by_label("Find", exact=True).is_visible()
    assert page.locator("[data-iiv-stage=asked]").get_by_role("link", name="Ada Lovelace").is_visible()
    page.goto((site / "contacts" / "ada.html").as_uri())
    assert page.get_by_role("link", name="Open a draft of the letter: Ask once more").is_visible()
    context.close()


def test_a_draft_is_one_click_from_follow_ups(site: Path, page: Page) -> None:
    page.goto(on(site, "follow-ups.html", "2026-03-05"))
    draft = page.get_by_role("link", name="Open a draft to Ada Lovelace: Ask once more")
    link = draft.get_attribute("href") or ""
    assert link.startswith("mailto:ada@example.org?subject=")
    assert "Dear%20Ada" in link


def test_a_letter_without_a_link_is_opened_on_the_persons_page(site: Path, page: Page) -> None:
    page.goto(on(site, "follow-ups.html", "2026-02-22"))
    page.get_by_role("link", name="Open a draft to Mary Somerville: Send a card").click()
    page.locator("#letter-card .iiv-letter__text").wait_for()
    assert not page.locator("#letter-thank .iiv-letter__text").is_visible()
    page.goto((site / "contacts" / "ada.html").as_uri() + "#letter-ask")
    page.locator("#letter-ask .iiv-letter__text").wait_for()


def test_a_letter_can_be_copied(site: Path, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((site / "contacts" / "ada.html").as_uri())
    letter = page.locator("#letter-nudge")
    letter.get_by_text("Read it").click()
    letter.get_by_role("button", name="Copy the text").click()
    letter.get_by_role("button", name="Copied").wait_for()
    assert "Me Myself" in page.evaluate("navigator.clipboard.readText()")
    context.close()


def test_where_nothing_may_be_copied_the_text_is_selected(site: Path, page: Page) -> None:
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'clipboard', { get() {} })")
    page.goto((site / "contacts" / "ada.html").as_uri())
    letter = page.locator("#letter-nudge")
    letter.get_by_text("Read it").click()
    letter.get_by_role("button", name="Copy the text").click()
    assert "Dear Ada" in page.evaluate("getSelection().toString()")


def test_introductions_are_lists_in_lists(site: Path, page: Page) -> None:
    page.goto((site / "introductions.html").as_uri())
    mary = page.locator(".iiv-tree > li")
    assert mary.count() == 1
    below = mary.locator("> ul > li")
    assert below.locator("> div .iiv-name").all_text_contents() == ["Émilie du Châtelet", "Grace Hopper"]
    assert "not yet contacted" in below.nth(0).inner_text()
    assert "scheduled" in below.nth(1).inner_text()
    assert page.get_by_role("heading", name="Offered, not yet contacted").is_visible()


def test_introductions_and_call_sheets_are_two_clicks_from_home(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="People", exact=True).first.click()
    page.get_by_role("link", name="Introductions").first.click()
    page.wait_for_url("**/introductions.html")
    page.goto((site / "index.html").as_uri())
    page.get_by_role("link", name="People", exact=True).first.click()
    page.get_by_role("link", name="Call sheet for Ada Lovelace").click()
    page.wait_for_url("**/prep/ada.html")


def test_a_call_sheet_prints_on_two_sheets_of_a4_black_on_white(site: Path, browser: Browser) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto((site / "prep" / "mary-somerville.html").as_uri())
    sizes = re.findall(
        rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True, print_background=True)
    )
    assert 1 <= len(sizes) <= 2
    assert {(int(float(width)), round(float(height))) for width, height in sizes} == {A4}
    page.emulate_media(media="print", color_scheme="dark")
    ink = page.locator(".iiv-ask").first.evaluate("ask => getComputedStyle(ask).color")
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (ink, paper) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    assert not page.locator(".iiv-off-paper").is_visible()
    context.close()


FULL = {
    **TEN,
    "me.md": "---\nname: Me Myself\n---\n"
    + "A pitch of some length, as people write them.\n" * 16
    + "\n## News\n"
    + "".join(
        f"- 2026-03-0{day} Passed the examination, with {day} mistakes and a prize\n" for day in (1, 2, 3)
    ),
    "contacts/mary.md": """\
        ---
        name: Mary Somerville
        phone: 0123 456
        know: evening lectures, at which she sat by the window
        respect: explains hard things simply, and asks the one question that nobody else has
        tags: [stars, tea, hill walking]
        introduced_by: Ada Lovelace
        ---
        ## Log
        - 2026-03-10 saw: on stage in Leeds, with a talk on how tides were first foretold
        - 2026-03-12 scheduled 2026-04-02 15:00 by video
        """,
    "interviews/2026-02-20-mary.md": f"""\
---
contact: Mary Somerville
date: 2026-02-20
helpfulness: 5
introductions: [Émilie du Châtelet, Grace Hopper, Joan Clarke, Charles Babbage]
help: [three introductions, a book, an afternoon at the observatory]
answers:
{SAID}---
A word on #craft, #people, #numbers, #patience, #teaching, #luck, #money and #weather.

- [ ] send her the book on looms that we spoke of (by 2026-03-01)
- [ ] ask the library for the second edition (by 2026-04-01)
""",
}


def test_a_call_sheet_on_which_everything_stands_prints_on_two_sheets_too(
    tmp_path: Path, browser: Browser
) -> None:
    site = build(write_journal(tmp_path / "talks", FULL)).site
    page = browser.new_page()
    page.goto((site / "prep" / "mary.html").as_uri())
    headings = page.locator(".iiv-sheet h2").all_text_contents()
    assert headings[-3:] == ["If they offer help", "How you could help", "A gift"]
    sheets = re.findall(rb"/MediaBox", page.pdf(prefer_css_page_size=True, print_background=True))
    assert len(sheets) == 2
    page.close()


def test_a_call_sheet_has_what_one_needs(site: Path, page: Page) -> None:
    page.goto((site / "prep" / "mary-somerville.html").as_uri())
    text = page.locator(".iiv-sheet").inner_text()
    for words in (
        *("Thank you for making time for me again", "Whom else would you ask, if you were me?"),
        *("to say: a minute is enough", "Question 9", "Words that fill", "A pitch", "You promised"),
    ):
        assert words in text
    assert page.locator(".iiv-asks > li").count() == 10
    assert page.locator(".iiv-asks > li").first.locator(".iiv-ruled > span").count() == 2
    held = "".join(script.read_text("utf-8") for script in (site / "search").iterdir())
    assert "Thank you for making time" not in held
    assert "Dear Mary" not in held


def test_the_calendar_lies_in_the_site(site: Path, page: Page) -> None:
    reading = read(site.parent)
    items = all_follow_ups(reading.journal, reading.settings)
    assert (site / "follow-ups.ics").read_bytes() == calendar(reading.journal, items)
    page.goto((site / "follow-ups.html").as_uri())
    with page.expect_download() as download:
        page.get_by_role("link", name="Add to your calendar").click()
    assert download.value.suggested_filename == "follow-ups.ics"
