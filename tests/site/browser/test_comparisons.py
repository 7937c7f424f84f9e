"""The pages that compare, in a real browser, opened from a disk as a person opens them."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.site.browser.reader import ADA, GRACE, MARY, box, count, find, is_focused, top, wait_for_address
from tests.site.comparing import NOTES
from tests.site.serving import in_a_thread
from tests.site.sites import built


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("comparing"), NOTES) / "site"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """Where the site is over http."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site))
    with in_a_thread(server):
        yield f"http://127.0.0.1:{server.server_port}"


@pytest.fixture
def matrix(sound: Page, site: Path) -> Page:
    sound.goto((site / "matrix.html").as_uri())
    return sound


def names(page: Page) -> list[str]:
    """Whose answers, or rows, are shown, in their order."""
    return page.locator(".iiv-entry:visible .iiv-name, .iiv-matrix tr:visible .iiv-name").all_text_contents()


def show(page: Page, site: Path, address: str) -> None:
    """Open a page of the site; one with columns until they are filled."""
    path, _, query = address.partition("?")
    page.goto((site / path).as_uri() + (f"?{query}" if query else ""))
    if "person" in query:
        page.locator(".iiv-abreast__when").first.wait_for()


# --- The matrix --------------------------------------------------------------------------------------------


def test_without_a_script_the_matrix_is_a_table(plain: Page, site: Path) -> None:
    plain.goto((site / "matrix.html").as_uri())
    assert names(plain) == [ADA, GRACE, MARY]
    assert plain.get_by_role("search").is_hidden()
    assert plain.locator(".iiv-pick:visible").count() == 0


def row(page: Page, name: str) -> list[str]:
    cells = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name)).get_by_role("cell")
    return [" / ".join(text.split("\n")) for text in cells.all_inner_texts()]


def test_the_matrix_shows_gists_and_both_kinds_of_gaps(matrix: Page) -> None:
    expected = ["How did you begin?", "What do you regret?", "How does the money work?"]
    assert matrix.get_by_role("columnheader").all_inner_texts()[1:] == expected
    assert row(matrix, ADA) == ["By accident, through music.", "Nothing.", "– not asked"]
    assert row(matrix, GRACE) == ["A picture says it.", "○ no answer", "– not asked"]
    assert row(matrix, MARY)[2].startswith("Still little. / Little of it.")


def test_the_matrix_is_narrowed_too(matrix: Page) -> None:
    find(matrix, "candle")
    assert names(matrix) == [MARY]
    assert count(matrix) == "1 of 3 people"

    find(matrix, "not asked")  # words of ours, not of theirs
    assert names(matrix) == []
    find(matrix, "")
    matrix.get_by_label("Tag or theme").select_option("#luck")
    assert names(matrix) == [ADA, MARY]
    matrix.get_by_label("Order").select_option("latest talk first")
    assert names(matrix) == [MARY, ADA]


def test_what_was_found_in_the_matrix_is_marked(matrix: Page) -> None:
    find(matrix, "accident")
    matrix.locator(".iiv-matrix").evaluate("""async () => {
      while (CSS.highlights.get('iiv-found').size !== 1) await new Promise(requestAnimationFrame);
    }""")


def test_the_heads_of_the_matrix_stay_in_sight(matrix: Page) -> None:
    matrix.set_viewport_size({"width": 500, "height": 260})
    frame = matrix.get_by_role("region", name="Matrix of people and questions")
    frame.evaluate("frame => frame.scrollTo(60, 40)")
    assert frame.evaluate("frame => [frame.scrollLeft, frame.scrollTop]") == [60, 40]
    assert abs(top(matrix.get_by_role("columnheader").nth(2)) - top(frame)) <= 1
    assert abs(box(matrix.get_by_role("rowheader").nth(2))["x"] - box(frame)["x"]) <= 1


def test_the_matrix_is_in_line_with_the_header(matrix: Page) -> None:
    matrix.set_viewport_size({"width": 1400, "height": 900})
    left = {
        matrix.locator(part).evaluate("part => Math.round(part.getBoundingClientRect().left)")
        for part in (".iiv-home-link", "h1", ".iiv-lead", ".iiv-find", ".iiv-matrix-frame")
    }
    assert len(left) == 1


def test_a_phone_shows_that_the_matrix_goes_on_to_the_right(matrix: Page) -> None:
    matrix.set_viewport_size({"width": 390, "height": 800})
    assert box(matrix.locator(".iiv-matrix thead th").nth(2))["x"] < 320


def test_a_phone_breaks_no_long_name_in_the_matrix_within_a_word(matrix: Page) -> None:
    matrix.set_viewport_size({"width": 390, "height": 800})
    lines: int = matrix.locator(".iiv-matrix tbody .iiv-name").first.evaluate("""name => {
      name.textContent = "Prakash Venkataraghavan";
      const words = document.createRange();
      words.selectNodeContents(name);
      return words.getClientRects().length;
    }""")
    assert lines == 2


def test_the_matrix_scrolls_by_keyboard(matrix: Page) -> None:
    matrix.set_viewport_size({"width": 500, "height": 260})
    frame = matrix.get_by_role("region", name="Matrix of people and questions")
    frame.focus()
    matrix.keyboard.press("End")
    matrix.keyboard.press("ArrowRight")
    frame.evaluate("""async frame => {
      while (!(frame.scrollLeft && frame.scrollTop)) await new Promise(requestAnimationFrame);
    }""")


def pick(page: Page, *people: str) -> None:
    for name in people:
        page.get_by_label(f"Read {name} together with others").press("Space")


def column(page: Page, name: str) -> list[str]:
    """What stands in somebody's column, the name left out, once it is loaded."""
    page.locator(".iiv-abreast__when").first.wait_for()
    cells = page.locator(".iiv-abreast__one").filter(has=page.get_by_role("heading", name=name))
    return [" ".join(text.split()).partition(name)[2].strip() for text in cells.all_inner_texts()]


@pytest.mark.parametrize("way", ["file", "http"])
def test_people_are_read_in_columns(sound: Page, site: Path, served: str, way: str) -> None:
    page = sound
    page.goto({"file": site.as_uri(), "http": served}[way] + "/matrix.html")
    pick(page, ADA)
    assert page.get_by_role("button", name="Read together").is_hidden()
    pick(page, MARY)
    page.get_by_role("button", name="Read together").press("Enter")

    begun, regrets, money = column(page, ADA)
    assert "laboratory of her own" in begun
    assert "the races at Derby" in regrets
    assert money == "– not asked"
    both = "6 May 2026 Still little. And late. #money 24 Dec 2025 Little of it. #Money"
    assert column(page, MARY)[2] == both
    assert is_focused(page.locator("#in-columns"))
    wait_for_address(page, person=["ada-lovelace", "mary-somerville"], view=["columns"])

    page.reload()
    assert "laboratory of her own" in column(page, ADA)[0]

    page.go_back()
    page.locator(".iiv-matrix").wait_for()
    assert page.get_by_label(f"Read {ADA} together with others").is_checked()
    page.go_forward()
    assert "laboratory of her own" in column(page, ADA)[0]
    page.get_by_role("button", name="Back to the matrix").click()
    assert names(page) == [ADA, GRACE, MARY]


def test_who_is_picked_is_in_the_address(matrix: Page) -> None:
    pick(matrix, ADA, GRACE)
    wait_for_address(matrix, person=["ada-lovelace", "grace-hopper"])
    matrix.reload()
    assert matrix.get_by_label(f"Read {GRACE} together with others").is_checked()
    pick(matrix, ADA)
    wait_for_address(matrix, person=["grace-hopper"])
    matrix.get_by_role("button", name="Pick others").click()
    wait_for_address(matrix)


def test_no_more_than_three_stand_side_by_side(page: Page, tmp_path: Path) -> None:
    note = "---\ncontact: {}\ndate: 2026-03-02\nanswers: {{start: Yes.}}\n---\n"
    people = ["Ann A", "Ben B", "Cat C", "Dan D"]
    files = {f"interviews/{name}.md": note.format(name) for name in people}
    page.goto((built(tmp_path / "four", files) / "site/matrix.html").as_uri())

    pick(page, *people)

    assert page.get_by_text("Three stand side by side at most").is_visible()
    assert not page.get_by_label("Read Dan D together with others").is_checked()
    page.get_by_role("button", name="Read together").click()
    assert column(page, "Cat C") == ["2 Mar 2026 Yes."]


def test_an_answer_that_cannot_be_loaded_leaves_its_gist(page: Page, tmp_path: Path) -> None:
    site = built(tmp_path / "gone", NOTES) / "site"
    (site / "answers/ada.js").unlink()
    page.goto((site / "matrix.html").as_uri() + "?person=ada-lovelace&person=grace-hopper&view=columns")
    page.get_by_text("could not be loaded").wait_for()
    assert column(page, ADA)[1] == "Nothing."


# --- Every page --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "questions/start.html",
        "interviews/grace.html",
        "matrix.html?person=ada-lovelace&person=grace-hopper&view=columns",
    ],
)
def test_an_answer_works_wherever_it_is_shown(page: Page, site: Path, address: str) -> None:
    show(page, site, address)
    said = page.locator(".iiv-said").filter(has=page.get_by_alt_text("The engine"))

    decode = "async image => (await image.decode(), image.naturalWidth)"
    assert said.get_by_alt_text("The engine").evaluate(decode) == 1
    links = {link.inner_text(): link.evaluate("one => one.href") for link in said.get_by_role("link").all()}
    assert links["the looms"] == "https://looms.example.org/"
    assert links["Grace Hopper"] == (site / "contacts/grace-hopper.html").as_uri()
    assert links["the talk with her"] == (site / "interviews/grace.html").as_uri()
    assert links["#craft"] == (site / "themes/index.html").as_uri() + "#theme-craft"
    note = said.locator("sup a").get_attribute("href")
    assert note
    assert page.locator(f"[id='{note[1:]}']").inner_text().startswith("In the margin")


def test_a_theme_leads_to_its_places_and_on_to_the_answers(page: Page, site: Path) -> None:
    page.goto((site / "themes/index.html").as_uri())
    assert page.get_by_text("Written two ways?").is_visible()
    luck = page.locator("details", has=page.locator("#theme-luck"))
    assert " ".join(luck.inner_text().split()) == "#luck 2 places, 2 people, 1 question"

    page.get_by_role("rowheader", name="#luck").get_by_role("link").click()
    assert "By accident, through music." in luck.inner_text()
    luck.get_by_role("link", name="These answers in full to: How did you begin?").click()
    page.wait_for_load_state()

    assert names(page) == [ADA, MARY]
    assert page.get_by_label("Tag or theme").input_value() == "#luck"


def test_themes_stand_by_question(page: Page, site: Path) -> None:
    page.goto((site / "themes/index.html").as_uri())
    rows = page.locator(".iiv-grid tr").all()

    expected = ["Theme", "Places", "How did you begin?", "How does the money work?", "In notes"]
    assert rows[0].locator("th").all_inner_texts() == expected
    cells = rows[1].locator("th, td").all_inner_texts()
    assert [cell.strip() for cell in cells] == ["#craft", "2", "2", "", ""]
    rows[1].get_by_role("link", name="2").click()
    page.wait_for_load_state()
    assert names(page) == [GRACE, ADA]
