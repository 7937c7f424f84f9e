"""Home as a reader has it: on a day, without a script, on a quiet day, on a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browser.reader import bottom, is_as_wide_as_the_screen, open_on
from tests.site.sites import built

LONG = "She said a good deal about it, in words that one might want to come back to, one of these days."
TALK = "---\ncontact: {}\ndate: {}\n{}answers:\n  start: |\n    {}\n---\n"
NOTES = {
    "index.md": "My own words.\n",
    "questions/start.md": "---\nask: How did you start?\n---\n",
    "contacts/ada.md": "---\nname: Ada Lovelace\n---\n## Log\n"
    "- 2026-02-20 scheduled 2026-03-10 15:00 by video\n",
    "contacts/joan.md": "---\nname: Joan Clarke\nemail: joan@example.org\n---\n",
    "contacts/emmy.md": "---\nname: Emmy Noether\n---\n",
    "contacts/karen.md": "---\nname: Kay\n---\n## Log\n- 2026-02-20 asked\n",
    "contacts/mary.md": "---\nname: Mary Ross\nemail: mary@example.org\n---\n",
    "interviews/2026-01-05-grace.md": TALK.format(
        "Grace Hopper", "2026-01-05", "thanked: {email: 2026-01-05, card: 2026-01-06}\n", LONG
    ),
    "interviews/2026-01-07-radia.md": TALK.format(
        "Radia Perlman", "2026-01-07", "thanked: {email: 2026-01-07, card: 2026-01-08}\n", f"{LONG} #nets"
    ),
    "interviews/2026-03-02-mary.md": TALK.format("Mary Ross", "2026-03-02", "", "By the window.")
    + "- [ ] send her the book (by 2026-03-20)\n",
}
HEADS = ".iiv-home h2:visible"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of Home."""
    return (built(tmp_path_factory.mktemp("home") / "talks", NOTES) / "site/index.html").as_uri()


@pytest.fixture(scope="module")
def seen(browser: Browser) -> Iterator[Page]:
    """One page, on which the day is set."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-03-02", "Nobody waits for you today; the next is Kay, tomorrow."),
        ("2026-03-03", "Two people wait for you: Kay and Mary Ross."),
        ("2026-03-09", "Three people wait for you: Mary Ross, Kay and Ada Lovelace."),
        (
            "2026-03-10",
            "You talk with Ada Lovelace today, 15:00, by video; two people wait for you: Mary Ross and Kay.",
        ),
        ("2027-03-02", "Mary Ross waits for you."),
    ],
)
def test_one_sentence_says_the_day(seen: Page, home: str, day: str, said: str) -> None:
    assert open_on(seen, home, day).locator(".iiv-today__words").inner_text() == said
    assert seen.locator(".iiv-today time").get_attribute("datetime") == day


def test_the_first_thing_to_do_stands_with_its_draft_on_the_first_screen_of_a_phone(
    seen: Page, home: str
) -> None:
    first = open_on(seen, home, "2026-03-05").locator(".iiv-now .iiv-item")
    assert first.count() == 1
    draft = first.get_by_role("link", name="Open a draft, 1 blank to Mary Ross: Thank by e-mail")
    assert (draft.get_attribute("href") or "").startswith("mailto:mary@example.org?subject=")
    assert bottom(draft) < 844 / 2
    assert is_as_wide_as_the_screen(seen)


def test_the_rest_stands_by_what_waits_and_every_letter_is_a_click_away(seen: Page, home: str) -> None:
    open_on(seen, home, "2026-03-08")
    assert seen.locator(HEADS).all_text_contents() == [
        *("Do this first", "Then", "Promises", "Coming up", "Ask next", "Write next", "Read again"),
        *("How far things are", "Recent talks", "Questions"),
    ]
    then = seen.locator("[data-iiv-desk=waiting]")
    assert then.get_by_role("link", name="Open a draft, 1 blank to Mary Ross: Send a card").is_visible()
    assert then.get_by_role("link", name="to Kay: Ask once more").is_visible()
    open_on(seen, home, "2026-03-20")
    assert "Keep your promise" in then.inner_text()
    open_on(seen, home, "2026-03-08")
    ask = seen.locator("[data-iiv-desk=ask]").get_by_role("link", name="to Joan Clarke: Ask for a talk")
    assert (ask.get_attribute("href") or "").startswith("mailto:joan@example.org")
    assert seen.locator(".iiv-own").inner_text() == "My own words."


def test_what_holds_today_is_shown_and_what_does_not_is_out_of_sight(seen: Page, home: str) -> None:
    shown = {}
    for day in ("2026-03-08", "2026-03-11"):
        items = open_on(seen, home, day).locator("[data-kind]", has_text="Ada Lovelace").all()
        shown[day] = {item.get_attribute("data-kind") for item in items if item.is_visible()}
    assert shown == {"2026-03-08": {"prepare", "talk"}, "2026-03-11": {"write-up"}}


def test_a_quiet_day_asks_somebody_then_has_something_to_write_and_to_read(seen: Page, home: str) -> None:
    open_on(seen, home, "2026-03-02")
    assert seen.locator(".iiv-now .iiv-item").inner_text().startswith("EN\nEmmy Noether")
    heads = seen.locator(HEADS).all_text_contents()
    assert heads[:4] == ["Do this first", "Write next", "Read again", "Coming up"]
    assert "3 answers; nothing is written yet. Write it in journal/questions/start.md" in (
        seen.locator(".iiv-write").inner_text()
    )


def test_another_old_answer_each_day_and_the_same_all_day(seen: Page, home: str) -> None:
    shown = [
        open_on(seen, home, day).locator(".iiv-reread:visible .iiv-name").all_text_contents()
        for day in ("2026-03-01", "2026-03-02", "2026-03-02", "2026-03-03")
    ]
    assert shown in (
        [["Grace Hopper"], ["Radia Perlman"], ["Radia Perlman"], ["Grace Hopper"]],
        [["Radia Perlman"], ["Grace Hopper"], ["Grace Hopper"], ["Radia Perlman"]],
    )


def test_a_page_left_open_is_right_the_next_morning(seen: Page, home: str) -> None:
    open_on(seen, home, "2026-03-02")
    seen.clock.set_fixed_time("2026-03-03T09:00:00")
    seen.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert "Two people wait for you" in seen.locator(".iiv-today").inner_text()
    assert "Kay" in seen.locator(".iiv-now").inner_text()
    asked = seen.locator("[data-iiv-desk=ask] .iiv-name").all_text_contents()
    assert asked == ["Emmy Noether", "Joan Clarke"]


def test_how_far_things_are_follows_from_the_day_and_leads_to_the_people(seen: Page, home: str) -> None:
    counts = {}
    for day in ("2026-03-08", "2026-09-08"):
        stages = open_on(seen, home, day).locator(".iiv-progress li")
        counts[day] = [words for words in stages.all_inner_texts() if not words.endswith(" 0")]
    assert counts["2026-03-08"] == ["Idea 2", "Asked 1", "Scheduled 1", "Met 1", "Thanked 2"]
    assert counts["2026-09-08"] == ["Idea 2", "Scheduled 1", "Met 1", "Thanked 2", "No reply 1"]
    seen.locator(".iiv-progress").get_by_role("link", name="No reply").click()
    seen.wait_for_url("**/contacts/index.html?status=no%20reply#everybody")
    assert seen.locator("[data-iiv-table] tbody tr:visible .iiv-name").all_text_contents() == ["Kay"]


def test_it_reads_well_without_a_script(home: str, plain: Page) -> None:
    plain.goto(home)
    words = plain.locator(".iiv-today").inner_text()
    assert words == "7 follow-ups with 3 people, by date: the first is due 3 Mar 2026."
    expected = ["Follow-ups", "Promises", "Ask next", "Write next", "Read again"]
    assert plain.locator(HEADS).all_text_contents()[:5] == expected
    assert plain.get_by_text("1 more", exact=True).is_visible()
    assert plain.locator(".iiv-reread:visible").count() == 1


@pytest.mark.parametrize("day", ["2026-03-02", "2026-03-08"])
def test_nothing_moves_once_it_is_seen(home: str, browser: Browser, day: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.add_init_script(
        """window.moved = [];
        new PerformanceObserver((list) => window.moved.push(...list.getEntries().map((each) => each.value)))
            .observe({ type: "layout-shift", buffered: true });"""
    )
    open_on(page, home, day)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("moved") == []
    page.close()


def test_where_its_script_does_not_come_all_is_shown(home: str, browser: Browser) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.route("**/home.js", lambda route: route.abort())
    page.goto(home)
    page.get_by_text("7 follow-ups with 3 people").wait_for()
    page.close()
