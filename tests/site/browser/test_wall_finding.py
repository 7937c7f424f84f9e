"""What is found on the wall of answers, and how the address says it."""

import pytest
from playwright.sync_api import Page

from tests.site.browser.reader import (
    ADA,
    GRACE,
    MARY,
    bottom,
    choose,
    count,
    find,
    is_focused,
    wait_for_address,
)
from tests.site.browser.test_wall import card, names

# --- Finding ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("laboratory", [ADA]),
        ("rear ADMIRAL", [GRACE]),
        ("computing", [ADA, MARY]),
        ("ZÜRICH laboratory", [ADA]),
        ('"stop could"', []),
        ("“could not stop”", [ADA]),  # as a phone types it
        ("not", [GRACE, ADA]),  # her note
        ('" not "', [ADA]),
        ("helpfulness", []),  # a word of ours, not of theirs
        ("#craft", [GRACE, ADA]),
        ("  ", [GRACE, ADA, MARY]),
    ],
)
def test_words_are_found_wherever_they_stand(wall: Page, text: str, found: list[str]) -> None:
    find(wall, text)
    assert names(wall) == found
    assert count(wall) == (f"{len(found)} of 3 answers" if text.strip() else "3 answers")
    assert wall.get_by_text("No answer fits.").is_visible() == (not found)


@pytest.mark.parametrize(
    ("control", "choice", "found", "chip"),
    [
        ("Tag or theme", "night shift", [ADA], "tag night shift"),
        ("Tag or theme", "#luck", [ADA, MARY], "#luck"),
        ("Field", "computing", [ADA, MARY], "field computing"),
        ("Helpfulness", "4", [ADA, MARY], "helpfulness 4 and more"),
    ],
)
def test_what_answers_are_narrowed_to_can_be_taken_away(
    wall: Page, control: str, choice: str, found: list[str], chip: str
) -> None:
    choose(wall, control, choice)
    assert names(wall) == found
    wall.get_by_role("button", name=f"Take away: {chip}").click()
    assert names(wall) == [GRACE, ADA, MARY]
    assert is_focused(wall.get_by_role("combobox", name=control))


def test_choices_say_how_many_they_leave(wall: Page) -> None:
    find(wall, "euclid")
    fields = wall.get_by_role("combobox", name="Field")
    fields.focus()
    assert fields.locator("option").all_inner_texts() == ["any field", "computing (1)", "navy (0)"]


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("newest first", [GRACE, ADA, MARY]),
        ("oldest first", [MARY, ADA, GRACE]),
        ("by person", [ADA, GRACE, MARY]),
        ("most helpful first", [ADA, MARY, GRACE]),
    ],
)
def test_answers_are_put_in_order(wall: Page, order: str, found: list[str]) -> None:
    choose(wall, "Order", "oldest first")
    choose(wall, "Order", order)
    assert names(wall) == found


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("by field", ["computing 2", "navy 1"]),
        ("by theme", ["#craft 2", "#luck 1"]),
        ("by helpfulness", ["Helpfulness 5 1", "Helpfulness 4 1", "Helpfulness 3 1"]),
    ],
)
def test_answers_stand_in_groups(wall: Page, by: str, groups: list[str]) -> None:
    choose(wall, "Groups", by)
    assert wall.locator(".iiv-group > h2").all_inner_texts() == groups
    find(wall, "euclid")
    assert names(wall) == [MARY]
    assert wall.locator(".iiv-group > h2:visible").count() == 1
    find(wall, "")
    choose(wall, "Groups", "no groups")
    assert names(wall) == [GRACE, ADA, MARY]


def test_an_answer_of_two_themes_is_named_in_both_groups(wall: Page) -> None:
    choose(wall, "Groups", "by theme")
    also = wall.get_by_role("region", name="#luck").get_by_role("link", name=ADA)
    assert also.get_attribute("href") == "#ada"


def test_a_folded_answer_shows_where_a_word_stands(folded: Page) -> None:
    find(folded, "quince4")
    hit = folded.locator(".iiv-hit")
    hit.wait_for()
    assert "and a word: quince4" in hit.inner_text()
    assert folded.evaluate("CSS.highlights.get('iiv-found').size") >= 1
    card(folded, "Person 004").get_by_role("button", name="more").click()
    assert hit.count() == 0


def test_words_of_whole_answers_are_found_where_gists_stand(gists: Page) -> None:
    find(gists, "quince61")
    gists.get_by_text("1 of 202 answers", exact=True).wait_for()
    assert names(gists) == ["Person 061"]
    assert "and a word: quince61" in gists.locator(".iiv-hit").inner_text()


def test_the_bar_stays_in_sight(folded: Page) -> None:
    folded.evaluate("scrollTo(0, 400)")
    assert bottom(folded.get_by_role("search", name="Find answers")) < 200


def test_on_a_phone_the_choices_unfold_and_the_number_stands_below_what_is_typed(wall: Page) -> None:
    wall.set_viewport_size({"width": 390, "height": 500})
    assert wall.get_by_role("combobox", name="Field").is_hidden()
    wall.get_by_role("button", name="Filter").click()
    choose(wall, "Field", "computing")
    wall.get_by_role("button", name="Filter (1)").click()
    find(wall, "laborat")
    assert wall.get_by_role("combobox", name="Field").is_hidden()
    assert bottom(wall.get_by_label("Find", exact=True)) <= bottom(wall.locator("[data-iiv-count]")) < 250


def test_the_same_words_are_found_under_another_question(wall: Page) -> None:
    find(wall, "derby races")
    assert names(wall) == []
    wall.locator(".iiv-elsewhere").get_by_role("link", name="What do you regret?").click()
    wall.wait_for_load_state()
    assert names(wall) == [ADA]
    assert wall.get_by_label("Find", exact=True).input_value() == "derby races"


# --- The address --------------------------------------------------------------------------------------------


def test_the_address_holds_how_the_page_is_set(folded: Page) -> None:
    find(folded, "door")
    choose(folded, "Theme", "#craft")
    choose(folded, "Field", "trees")
    choose(folded, "Order", "oldest first")
    choose(folded, "Groups", "by helpfulness")
    card(folded, "Person 008").get_by_role("button", name="more").click()
    said = {"find": ["door"], "tag": ["#craft"], "field": ["trees"], "sort": ["oldest"]}
    wait_for_address(folded, **said, group=["helpful"], open=["talk-008"])

    folded.reload()

    assert names(folded) == ["Person 008", "Person 002", "Person 005"]
    assert count(folded) == "3 of 14 answers"
    assert "quince8" in card(folded, "Person 008").inner_text()
    assert folded.get_by_role("combobox", name="Groups").input_value() == "helpful"


def test_an_address_that_asks_for_what_is_no_choice_any_more_shows_all(wall: Page) -> None:
    wall.goto(f"{wall.url}?tag=gone&sort=sideways&group=size&open=nobody&pick=nobody&view=columns")
    assert names(wall) == [GRACE, ADA, MARY]


def test_an_address_that_leads_to_one_answer_keeps_its_end(wall: Page, walls: dict[str, str]) -> None:
    wall.goto(walls["few"] + "#ada")
    find(wall, "looms")
    wait_for_address(wall, find=["looms"])
    assert wall.url.endswith("#ada")
