"""The wall of answers to one question, in a real browser, opened from a disk as a person opens it."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page

from iiv.site.build.building import build
from tests.builders import write_journal
from tests.site.comparing import NOTES
from tests.site.walls import many

ADA, GRACE, MARY = "Ada Lovelace", "Grace Hopper", "Mary Somerville"
SYNTHESIS = (
    "---\nask: How did you begin?\norder: 1\n---\n**By accident, mostly.** And then it was theirs.\n\n"
)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The page of the first question in three journals: all answers open, folded, and as gists."""
    few = {**NOTES, "questions/start.md": f"{SYNTHESIS}{'Nobody had planned it. ' * 60}\n"}
    made = {"few": few, "many": many(14), "very-many": many(202)}
    roots = {name: write_journal(tmp_path_factory.mktemp(name), notes) for name, notes in made.items()}
    return {name: (build(root).site / "questions/start.html").as_uri() for name, root in roots.items()}


@pytest.fixture
def faults(page: Page) -> Iterator[list[str]]:
    """What the browser complained about: nothing."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda line: found.append(line.text) if line.type == "error" else None)
    yield found
    assert found == []


@pytest.fixture
def wall(page: Page, sites: dict[str, str], faults: list[str]) -> Page:
    """Three answers, at 1280 by 800."""
    assert faults == []
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(sites["few"])
    return page


@pytest.fixture
def folded(wall: Page, sites: dict[str, str]) -> Page:
    """Fourteen answers."""
    wall.goto(sites["many"])
    return wall


@pytest.fixture
def gists(wall: Page, sites: dict[str, str]) -> Page:
    """Two hundred and two answers."""
    wall.goto(sites["very-many"])
    return wall


def names(page: Page) -> list[str]:
    """Whose answers are shown, in their order."""
    return page.locator(".iiv-entry:visible .iiv-name").all_text_contents()


def count(page: Page) -> str:
    return page.locator("[data-iiv-count]").inner_text()


def find(page: Page, text: str) -> None:
    page.get_by_label("Find", exact=True).fill(text)


def choose(page: Page, what: str, value: str) -> None:
    page.get_by_role("combobox", name=what).select_option(value)


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


def bottom(locator: Locator) -> float:
    box = locator.bounding_box()
    assert box
    return box["y"] + box["height"]


def wait_for_address(page: Page, **asked: list[str]) -> None:
    """Wait until the address says this and nothing else: it is written once no key is pressed any more."""
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query) == asked, timeout=5000)


# --- The first screen ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["few", "many", "very-many"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_first_answer_stands_whole_on_the_first_screen(
    page: Page, sites: dict[str, str], which: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(sites[which])
    first = page.locator(".iiv-entry").first

    assert bottom(first) <= height
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_one_makes_of_it_stays_in_sight_beside_the_answers(folded: Page, sites: dict[str, str]) -> None:
    folded.goto(sites["few"])
    folded.set_viewport_size({"width": 1280, "height": 520})
    folded.evaluate("scrollTo(0, 300)")
    title = folded.get_by_role("heading", name="What I make of it")

    assert folded.evaluate("scrollY") > 200
    assert bottom(title) < 150


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
    boxes = [one.bounding_box() for one in folded.locator(".iiv-entry .iiv-said").all()]
    tops = sorted(places(folded).values())
    below = dict(pairwise(tops))

    for box, (x, y) in zip(boxes, places(folded).values(), strict=True):
        after = below.get((x, y))
        assert box
        assert after is None or after[0] != x or box["y"] + box["height"] <= after[1]
    folded.get_by_role("button", name="Fold all").click()
    assert folded.locator("[data-open]").count() == 0


def test_the_whole_text_of_a_gist_comes_when_it_is_asked_for(gists: Page, sites: dict[str, str]) -> None:
    assert "quince0" not in gists.content()
    card(gists, "Person 000").get_by_role("button", name="more").click()
    said = whole(gists, "Person 000")
    said.wait_for()

    assert "quince0" in said.inner_text()
    link = said.get_by_role("link", name="the workshop")
    assert str(link.evaluate("link => link.href")) == sites["very-many"].replace(
        "questions/start", "contacts/person-000"
    )
    wait_for_address(gists, open=["talk-000"])
    gists.reload()
    said.wait_for()


@pytest.mark.stress
def test_an_answer_that_cannot_be_loaded_leads_to_its_talk(page: Page, tmp_path: Path) -> None:
    site = build(write_journal(tmp_path, many(202))).site
    (site / "answers/talk-000.js").unlink()
    page.goto((site / "questions/start.html").as_uri())

    card(page, "Person 000").get_by_role("button", name="more").click()

    link = page.get_by_role("link", name="It stands in the talk.")
    assert str(link.get_attribute("href")).endswith("/interviews/talk-000.html#start")


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
    assert wall.get_by_role("combobox", name=control).evaluate("one => one === document.activeElement")


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


def test_an_address_that_leads_to_one_answer_keeps_its_end(wall: Page, sites: dict[str, str]) -> None:
    wall.goto(sites["few"] + "#ada")
    find(wall, "looms")

    wait_for_address(wall, find=["looms"])
    assert wall.url.endswith("#ada")


# --- Read together, and the keyboard ------------------------------------------------------------------------


@pytest.mark.parametrize("which", ["folded", "gists"])
def test_answers_are_read_together(which: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(which)
    for name in ("Person 000", "Person 004"):
        page.get_by_label(f"Read {name} together with others").check()
    page.get_by_role("button", name="Read together").click()

    whole(page, "Person 004").get_by_text("quince4").wait_for()
    assert names(page) == ["Person 000", "Person 004"]
    one, other = (card(page, name).bounding_box() for name in ("Person 000", "Person 004"))
    assert one
    assert other
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
    tools = folded.get_by_role("button", name="Filter")
    tools.click()
    folded.get_by_role("combobox", name="Field").focus()
    folded.keyboard.press("Escape")
    assert folded.get_by_role("combobox", name="Field").is_hidden()
    assert folded.evaluate("document.activeElement.textContent") == "Filter"


def test_a_keyboard_alone_will_do(folded: Page) -> None:
    for key in ("j", "j", "k", "o", "x", "j", "j", "x"):
        folded.keyboard.press(key)
    assert card(folded, "Person 000").locator(".iiv-unfold").get_attribute("aria-expanded") == "true"
    assert card(folded, "Person 002").evaluate("one => one === document.activeElement")

    folded.keyboard.press("r")
    assert names(folded) == ["Person 000", "Person 002"]
    folded.keyboard.press("Escape")
    assert len(names(folded)) == 14
    assert folded.get_by_role("button", name="Read together").evaluate(
        "one => one === document.activeElement"
    )
    told = folded.locator(".iiv-keys").inner_text()
    assert [key for key in "jkoxr" if f"{key} " not in told] == []


def test_keys_that_are_typed_are_words(folded: Page) -> None:
    folded.get_by_label("Find", exact=True).focus()
    folded.keyboard.type("jo")

    assert folded.get_by_label("Find", exact=True).input_value() == "jo"
    assert folded.locator("[data-open]").count() == 0


# --- Without a script, and on paper -------------------------------------------------------------------------


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A browser that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_without_a_script_all_answers_can_be_read(plain: Page, sites: dict[str, str], width: int) -> None:
    plain.set_viewport_size({"width": width, "height": 800})
    plain.goto(sites["many"])

    assert plain.locator(".iiv-lead").inner_text() == "14 answers, newest first."
    assert plain.get_by_role("search").is_hidden()
    assert plain.get_by_role("button", name="more").count() == 0
    said = whole(plain, "Person 001")
    assert said.evaluate("said => said.scrollHeight === said.clientHeight")

    plain.goto(sites["very-many"])
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


def test_those_who_did_not_answer_stand_apart(wall: Page, sites: dict[str, str]) -> None:
    wall.goto(sites["few"].replace("start", "regret"))

    assert names(wall) == [ADA]
    gaps = wall.locator(".iiv-gaps section").all_inner_texts()
    assert [" ".join(text.split()) for text in gaps] == [
        f"Asked, but not answered GH {GRACE}",
        f"Not asked yet MS {MARY}",
    ]


@pytest.mark.parametrize(("which", "width", "colours"), [("many", 390, "light"), ("very-many", 1280, "dark")])
def test_axe_finds_nothing(page: Page, sites: dict[str, str], which: str, width: int, colours: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme="dark" if colours == "dark" else "light")
    page.goto(sites[which] + "?find=door&field=trees&group=theme&open=talk-002")

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
