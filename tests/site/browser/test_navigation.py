"""The header and the navigation on every page, in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from iiv.site.build.building import build
from tests.site.browser.reader import box
from tests.site.comparing import QUESTIONS, TALKS
from tests.site.sites import built

ADA = "interviews/ada.md"

LEFT_EDGES = """() => [".iiv-home-link", ".md-tabs__link", ".iiv-body h1", ".iiv-footer a"].map(
  what => Math.round(document.querySelector(what).getBoundingClientRect().left)
)"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("navigation") / "talks", {**QUESTIONS, ADA: TALKS[ADA]})


@pytest.mark.parametrize("width", [320, 1280])
def test_every_section_and_its_pages_are_in_sight(page: Page, root: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 600})
    page.goto((root / "site/questions/start.html").as_uri())
    links = page.get_by_role("navigation", name="Sections").get_by_role("link")
    assert links.all_inner_texts()[:3] == ["Today", "Compare", "Talks"]
    for link in links.all():
        place = box(link)
        assert 0 <= place["x"] <= width - place["width"]
        assert place["height"] >= 24
    tops = "links => new Set(links.map(link => link.getBoundingClientRect().top)).size"
    assert page.locator(".md-tabs__link").evaluate_all(tops) == 1
    page.get_by_role("list", name="Compare").get_by_role("link", name="Themes").click()
    page.wait_for_url("**/themes/index.html")


@pytest.mark.parametrize("width", [1280, 1600])
def test_every_page_begins_at_one_left_edge(page: Page, root: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 600})
    for address in ("index", "questions/start", "matrix", "directions/index", "quotes", "interviews/ada"):
        page.goto((root / f"site/{address}.html").as_uri())
        edges = page.evaluate(LEFT_EDGES)
        assert edges == [edges[0]] * 4, address


def test_a_count_of_problems_stands_in_the_header_as_long_as_there_are_any(page: Page, root: Path) -> None:
    talk = (root / "site/interviews/ada.html").as_uri()
    count = page.locator("[data-iiv-problem-count]")
    page.goto(talk)
    assert count.is_hidden()

    faulty = root / "journal/questions/start.md"
    faulty.write_text("---\nask: How did you begin?\norder: 1\ntopics: work\n---\n", "utf-8")
    build(root)
    page.goto(talk)
    assert count.inner_text() == "1 problem"
    count.click()
    page.wait_for_url("**/problems.html")

    faulty.write_text(QUESTIONS["questions/start.md"], "utf-8")
    build(root)
    page.goto(talk)
    assert count.is_hidden()


def test_without_a_script_the_foot_of_a_page_leads_to_the_problems(plain: Page, root: Path) -> None:
    plain.goto((root / "site/questions/start.html").as_uri())
    plain.get_by_role("link", name="Problems in the notes").click()
    plain.wait_for_url("**/problems.html")
