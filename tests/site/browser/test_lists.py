"""The lists of talks and of people, in a real browser, opened from a disk as a person opens them."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.site.browser.reader import (
    ADA,
    GRACE,
    MARY,
    choose,
    count,
    find,
    is_as_wide_as_the_screen,
    top,
    wait_for_address,
)
from tests.site.sites import built

NOTES = {
    "interviews/ada.md": """\
        ---
        contact: Ada Lovelace
        date: 2025-03-02
        role: Analyst
        field: computing
        channel: video
        helpfulness: 5
        tags: [numbers]
        shift: I had never thought of teaching it.
        ---

        ## start
        **By accident, through music.** Of #craft she spoke for an hour.
        """,
    "interviews/grace.md": """\
        ---
        contact: Grace Hopper
        date: 2026-04-01
        role: Rear admiral
        field: navy
        channel: in person
        helpfulness: 3
        ---

        ## start
        By a picture in a shop window.
        """,
    "interviews/mary.md": """\
        ---
        contact: Mary Somerville
        date: 2026-01-24
        role: Writer
        field: computing
        channel: video
        ---

        ## start
        With Euclid, by candle light.
        """,
    "interviews/later.md": "---\ncontact: Émilie du Châtelet\ndate: 2026-06-01\n---\n",
    "contacts/mary.md": "---\nname: Mary Somerville\ntags: [numbers]\n---\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("lists"), NOTES) / "site"


@pytest.fixture
def talks(sound: Page, site: Path) -> Page:
    """The list of talks."""
    sound.goto((site / "interviews/index.html").as_uri())
    return sound


def names(page: Page) -> list[str]:
    """With whom the talks are that are shown, in their order."""
    return page.locator(".iiv-talk:visible .iiv-name").all_text_contents()


def years(page: Page) -> list[str]:
    return page.locator(".iiv-year > h2:visible").all_text_contents()


# --- Talks --------------------------------------------------------------------------------------------------


def test_talks_stand_by_year_and_those_prepared_apart(talks: Page) -> None:
    assert names(talks) == [GRACE, MARY, ADA]
    assert years(talks) == ["2026", "2025"]
    assert "Émilie du Châtelet" in talks.locator("section", has_text="Prepared").inner_text()


def test_talks_are_found_by_their_words(talks: Page) -> None:
    for text, found in {
        "euclid": [MARY],
        "EMIL": [],  # only prepared: no talk
        "rear admiral": [GRACE],
        "computing": [MARY, ADA],
        "teaching": [ADA],
        "moved": [],  # a word of ours, not of theirs
    }.items():
        find(talks, text)

        assert names(talks) == found
        assert count(talks) == f"{len(found)} of 3 talks"
        assert talks.get_by_text("No talk fits.").is_visible() == (not found)


def test_talks_are_narrowed(talks: Page) -> None:
    for control, choice, found, chip in (
        ("Tag or theme", "numbers", [MARY, ADA], "tag numbers"),
        ("Tag or theme", "#craft", [ADA], "#craft"),
        ("Field", "computing", [MARY, ADA], "field computing"),
        ("Helpfulness", "5", [ADA], "helpfulness 5"),
        ("Year", "2026", [GRACE, MARY], "2026"),
        ("Channel", "video", [MARY, ADA], "video"),
    ):
        choose(talks, control, choice)
        assert names(talks) == found
        talks.get_by_role("button", name=f"Take away: {chip}").click()
        assert names(talks) == [GRACE, MARY, ADA]


def test_the_address_holds_how_the_list_is_set(talks: Page) -> None:
    choose(talks, "Year", "2026")
    choose(talks, "Channel", "video")
    choose(talks, "Order", "by person")
    find(talks, "writer")
    wait_for_address(talks, year=["2026"], channel=["video"], sort=["person"], find=["writer"])
    talks.reload()
    assert names(talks) == [MARY]
    assert talks.get_by_role("combobox", name="Order").input_value() == "person"


def test_a_year_without_a_talk_that_fits_is_not_named(talks: Page) -> None:
    find(talks, "euclid")
    assert years(talks) == ["2026"]


def test_talks_are_put_in_order(talks: Page) -> None:
    for order, found, headings in (
        ("oldest first", [ADA, MARY, GRACE], ["2025", "2026"]),
        ("by person", [ADA, GRACE, MARY], []),
        ("most helpful first", [ADA, GRACE, MARY], []),
        ("newest first", [GRACE, MARY, ADA], ["2026", "2025"]),
    ):
        choose(talks, "Order", order)
        assert names(talks) == found
        assert years(talks) == headings


def test_keys_lead_from_talk_to_talk(talks: Page) -> None:
    for key in ("j", "j", "j", "k"):
        talks.keyboard.press(key)
    assert talks.locator(":focus").inner_text().endswith(MARY)
    talks.keyboard.press("Enter")
    talks.wait_for_url("**/interviews/mary.html")


def test_without_a_script_all_talks_can_be_read(plain: Page, site: Path) -> None:
    plain.goto((site / "interviews/index.html").as_uri())
    assert names(plain) == [GRACE, MARY, ADA]
    assert plain.locator(".iiv-lead").inner_text() == "3 talks with 3 people, newest first."
    assert plain.get_by_role("search").is_hidden()
    assert plain.locator(".iiv-keys").is_hidden()


def test_talks_begin_on_the_first_screen(talks: Page) -> None:
    for width, height in ((1280, 800), (390, 844), (320, 640)):
        talks.set_viewport_size({"width": width, "height": height})
        assert top(talks.locator(".iiv-talk:nth-child(2)").first) <= height
        assert is_as_wide_as_the_screen(talks)


# --- People, and one talk and one person, on a phone --------------------------------------------------------


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size({"width": 390, "height": 844})
    return page


def test_the_first_person_stands_on_the_first_screen_of_a_phone(phone: Page, site: Path) -> None:
    phone.goto((site / "contacts/index.html").as_uri())
    assert top(phone.locator("[data-iiv-table] tbody tr:nth-child(2)")) < 844
    phone.get_by_role("link", name="Scheduled").or_(phone.get_by_role("link", name="Idea")).first.click()
    assert phone.locator("[data-iiv-table] tbody tr:visible").count() == 1


def test_without_a_script_a_phone_shows_who_stands_where(plain: Page, site: Path) -> None:
    plain.set_viewport_size({"width": 390, "height": 844})
    plain.goto((site / "contacts/index.html").as_uri())
    assert plain.locator(".iiv-stage__people .iiv-name:visible").count() == 4


def test_keys_lead_from_person_to_person(phone: Page, site: Path) -> None:
    phone.goto((site / "contacts/index.html").as_uri())
    find(phone, "numbers")
    phone.get_by_role("columnheader", name="Person").get_by_role("button").focus()
    for key in ("j", "j", "k"):
        phone.keyboard.press(key)
    assert phone.locator(":focus").inner_text().endswith(ADA)


@pytest.mark.parametrize("address", ["interviews/ada.html", "contacts/ada-lovelace.html"])
def test_what_was_said_comes_before_the_facts(phone: Page, site: Path, address: str) -> None:
    phone.goto((site / address).as_uri())
    who, main, facts = (phone.locator(part).first for part in (".iiv-side__who", ".iiv-main", ".iiv-facts"))
    assert top(who) < top(main) < top(facts)
    phone.set_viewport_size({"width": 1280, "height": 800})
    assert top(who) == top(main) < top(facts) < 400
