"""The wall of answers to one question, in a real browser, opened from a disk as a person opens it."""

from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from tests.site.browser.conftest import SYNTHESIS
from tests.site.browser.reader import (
    ADA,
    GRACE,
    MARY,
    bottom,
    box,
    choose,
    find,
    is_as_wide_as_the_screen,
    is_focused,
    wait_for_address,
)
from tests.site.comparing import many
from tests.site.sites import built

TALK = "---\ncontact: Ada Lovelace\ndate: 2041-03-02\n---\n\n## start\n{}\n"


def names(page: Page) -> list[str]:
    """Whose answers are shown, in their order."""
    return page.locator(".iiv-entry:visible .iiv-name").all_text_contents()


def card(page: Page, name: str) -> Locator:
    return page.get_by_role("article", name=name)


def whole(page: Page, name: str) -> Locator:
    return card(page, name).locator(".iiv-said")


def places(page: Page) -> dict[str, tuple[float, float]]:
    """Where on the page each answer begins."""
    found: dict[str, tuple[float, float]] = page.evaluate("""() => Object.fromEntries(
      Array.from(document.querySelectorAll('.iiv-entry'), card => [
        card.id, [card.getBoundingClientRect().x, card.getBoundingClientRect().y + scrollY]
      ]))""")
    return {name: (x, y) for name, (x, y) in found.items()}


# --- The first screen ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["few", "many", "very-many"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_first_answer_stands_whole_on_the_first_screen(
    page: Page, walls: dict[str, str], which: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(walls[which])
    first = page.locator(".iiv-entry").first
    assert bottom(first) <= height
    assert is_as_wide_as_the_screen(page)


def test_what_one_makes_of_it_stays_in_sight_beside_the_answers(wall: Page) -> None:
    wall.set_viewport_size({"width": 1280, "height": 520})
    wall.evaluate("scrollTo(0, 300)")
    assert wall.evaluate("scrollY") > 200
    assert bottom(wall.get_by_role("heading", name="What I make of it")) < 150


def test_on_a_phone_it_stands_in_short_below_the_first_answer(wall: Page) -> None:
    wall.set_viewport_size({"width": 390, "height": 844})
    words = wall.locator(".iiv-synthesis .iiv-said")
    folded_height = words.evaluate("words => words.clientHeight")
    assert bottom(card(wall, GRACE)) <= bottom(words) <= bottom(card(wall, ADA))
    wall.locator(".iiv-synthesis").get_by_role("button", name="more").click()
    assert words.evaluate("words => words.clientHeight") > 3 * folded_height


def test_an_empty_synthesis_says_what_to_write_where(folded: Page) -> None:
    said = folded.get_by_role("complementary").inner_text()
    assert "what does it mean for you?" in said
    assert "journal/questions/start.md" in said
    assert "What you learn" not in said  # the comment that iiv writes there is no text


def test_an_answer_says_who_when_and_how_helpful(wall: Page) -> None:
    said = " ".join(card(wall, ADA).locator("header").inner_text().split())
    assert said == "AL Ada Lovelace 2 Mar 2026 ●●●●● Analyst · computing"
    assert card(wall, ADA).get_by_role("img", name="Helpfulness 5 of 5").is_visible()


# --- Opening ------------------------------------------------------------------------------------------------


def test_an_opened_answer_moves_nothing_beside_it(folded: Page) -> None:
    before = places(folded)
    button = card(folded, "Person 000").locator(".iiv-unfold")
    button.press("Enter")
    after = places(folded)
    column = before["talk-000"][0]

    assert "quince0" in whole(folded, "Person 000").inner_text()
    assert bottom(button) < after["talk-002"][1]
    assert {name: place for name, place in after.items() if place[0] != column} == {
        name: place for name, place in before.items() if place[0] != column
    }
    card(folded, "Person 000").get_by_role("button", name="fold").press("Enter")
    assert places(folded) == before


def test_all_open_at_once_and_none_covers_another(folded: Page) -> None:
    folded.get_by_role("button", name="Open all").click()
    ends = [bottom(one) for one in folded.locator(".iiv-entry .iiv-said").all()]
    below = dict(pairwise(sorted(places(folded).values())))
    for end, (x, y) in zip(ends, places(folded).values(), strict=True):
        after = below.get((x, y))
        assert after is None or after[0] != x or end <= after[1]
    folded.get_by_role("button", name="Fold all").click()
    assert folded.locator("[data-open]").count() == 0


def test_there_is_no_more_where_all_is_in_sight(sound: Page, tmp_path: Path) -> None:
    said = "Nobody had asked, and the door stood open; so did the next one, for years. " * 3
    notes = {**many(14), "interviews/talk-000.md": TALK.format(said), "questions/start.md": f"{SYNTHESIS}\n"}
    more = sound.locator("#talk-000 .iiv-unfold")
    sound.set_viewport_size({"width": 800, "height": 800})  # one column: three lines hold all of it
    sound.goto((built(tmp_path, notes) / "site/questions/start.html").as_uri())
    more.wait_for(state="hidden")
    assert sound.locator("#talk-001 .iiv-unfold").is_visible()
    sound.set_viewport_size({"width": 390, "height": 844})
    more.wait_for(state="visible")
    assert sound.locator(".iiv-synthesis > .iiv-unfold").is_hidden()
    sound.set_viewport_size({"width": 800, "height": 800})
    more.wait_for(state="hidden")


def test_the_whole_text_of_a_gist_comes_when_it_is_asked_for(gists: Page, walls: dict[str, str]) -> None:
    assert "quince0" not in gists.content()
    card(gists, "Person 000").get_by_role("button", name="more").click()
    said = whole(gists, "Person 000")
    said.wait_for()

    assert "quince0" in said.inner_text()
    workshop = walls["very-many"].replace("questions/start", "contacts/person-000")
    assert said.get_by_role("link", name="the workshop").evaluate("link => link.href") == workshop
    wait_for_address(gists, open=["talk-000"])
    gists.reload()
    said.wait_for()


@pytest.mark.stress
def test_an_answer_that_cannot_be_loaded_leads_to_its_talk(page: Page, tmp_path: Path) -> None:
    site = built(tmp_path, many(202)) / "site"
    (site / "answers/talk-000.js").unlink()
    page.goto((site / "questions/start.html").as_uri())
    card(page, "Person 000").get_by_role("button", name="more").click()
    link = page.get_by_role("link", name="It stands in the talk.")
    assert str(link.get_attribute("href")).endswith("/interviews/talk-000.html#start")


# --- Read together, and the keyboard ------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["folded", "gists"])
def test_answers_are_read_together(which: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(which)
    for name in ("Person 000", "Person 004"):
        page.get_by_label(f"Read {name} together with others").check()
    page.get_by_role("button", name="Read together").click()

    whole(page, "Person 004").get_by_text("quince4").wait_for()
    assert names(page) == ["Person 000", "Person 004"]
    one, other = (box(card(page, name)) for name in ("Person 000", "Person 004"))
    assert one["y"] == other["y"]
    assert one["x"] < other["x"]
    wait_for_address(page, pick=["talk-000", "talk-004"], view=["columns"])
    page.set_viewport_size({"width": 1280, "height": 300})
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert page.evaluate("scrollY") > 100
    assert bottom(card(page, "Person 004").locator("header")) < 300
    assert bottom(page.locator(".iiv-find__question")) < 150

    page.go_back()
    page.get_by_role("button", name="Read together").wait_for()
    assert len(names(page)) > 2


def test_escape_folds_an_answer_and_the_keyboard_stays_there(folded: Page) -> None:
    button = card(folded, "Person 000").locator(".iiv-unfold")
    button.press("Enter")
    card(folded, "Person 000").locator(".iiv-said a").first.focus()
    folded.keyboard.press("Escape")
    assert button.get_attribute("aria-expanded") == "false"
    assert folded.evaluate("document.activeElement.textContent") == "more"


def test_escape_closes_the_filter_on_a_phone_and_goes_back_to_its_button(folded: Page) -> None:
    folded.set_viewport_size({"width": 390, "height": 844})
    folded.get_by_role("button", name="Filter").click()
    folded.get_by_role("combobox", name="Field").focus()
    folded.keyboard.press("Escape")
    assert folded.get_by_role("combobox", name="Field").is_hidden()
    assert folded.evaluate("document.activeElement.textContent") == "Filter"


def test_a_keyboard_alone_will_do(folded: Page) -> None:
    for key in ("j", "j", "k", "o", "x", "j", "j", "x"):
        folded.keyboard.press(key)
    assert card(folded, "Person 000").locator(".iiv-unfold").get_attribute("aria-expanded") == "true"
    assert is_focused(card(folded, "Person 002"))

    folded.keyboard.press("r")
    assert names(folded) == ["Person 000", "Person 002"]
    folded.keyboard.press("Escape")
    assert len(names(folded)) == 14
    assert is_focused(folded.get_by_role("button", name="Read together"))
    told = folded.locator(".iiv-keys").inner_text()
    assert [key for key in "jkoxr" if f"{key} " not in told] == []


def test_keys_that_are_typed_are_words(folded: Page) -> None:
    folded.get_by_label("Find", exact=True).focus()
    folded.keyboard.type("jo")
    assert folded.get_by_label("Find", exact=True).input_value() == "jo"
    assert folded.locator("[data-open]").count() == 0


# --- Without a script, and on paper -------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 390])
def test_without_a_script_all_answers_can_be_read(plain: Page, walls: dict[str, str], width: int) -> None:
    plain.set_viewport_size({"width": width, "height": 800})
    plain.goto(walls["many"])

    assert plain.locator(".iiv-lead").inner_text() == "14 answers, newest first."
    assert plain.get_by_role("search").is_hidden()
    assert plain.get_by_role("button", name="more").count() == 0
    said = whole(plain, "Person 001")
    assert said.evaluate("said => said.scrollHeight === said.clientHeight")

    plain.goto(walls["very-many"])
    card(plain, "Person 001").get_by_role("link", name="27 Feb 2040").click()
    assert "quince1" in plain.locator("#start ~ *").first.inner_text()


def test_paper_shows_whole_answers_and_what_they_were_narrowed_to(folded: Page) -> None:
    card(folded, "Person 000").get_by_role("button", name="more").click()
    find(folded, "quince")
    choose(folded, "Field", "glass")
    folded.emulate_media(media="print")

    said = whole(folded, "Person 006")
    assert said.evaluate("said => said.scrollHeight === said.clientHeight")
    assert folded.get_by_label("Find", exact=True).is_hidden()
    told = folded.get_by_role("search", name="Find answers").inner_text()
    assert " ".join(told.split()) == "4 of 14 answers for “quince”, field glass"
    assert folded.locator("[data-moved]").first.evaluate("one => getComputedStyle(one).translate") == "none"


def test_paper_shows_gists_where_there_are_very_many(gists: Page) -> None:
    gists.emulate_media(media="print")
    assert "began by accident" in card(gists, "Person 000").inner_text()
    assert gists.locator(".iiv-unfold:visible").count() == 0


def test_those_who_did_not_answer_stand_apart(wall: Page, walls: dict[str, str]) -> None:
    wall.goto(walls["few"].replace("start", "regret"))
    assert names(wall) == [ADA]
    gaps = wall.locator(".iiv-gaps section").all_inner_texts()
    expected = [f"Asked, but not answered GH {GRACE}", f"Not asked yet MS {MARY}"]
    assert [" ".join(text.split()) for text in gaps] == expected


@pytest.mark.parametrize(("which", "width", "colours"), [("many", 390, "light"), ("very-many", 1280, "dark")])
def test_axe_finds_nothing(page: Page, walls: dict[str, str], which: str, width: int, colours: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    page.goto(walls[which] + "?find=door&field=trees&group=theme&open=talk-002")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
