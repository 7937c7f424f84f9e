"""Pages of which the browser has nothing to complain, and the walls of answers."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from iiv.site.build.building import build
from tests.builders import write_journal
from tests.site.comparing import NOTES, many

SYNTHESIS = (
    "---\nask: How did you begin?\norder: 1\n---\n**By accident, mostly.** And then it was theirs.\n\n"
)


@pytest.fixture
def sound(page: Page) -> Iterator[Page]:
    """A page of which the browser has nothing to complain."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    yield page
    assert faults == []


@pytest.fixture(scope="session")
def walls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The page of the first question in three journals: all answers open, folded, and as gists."""
    few = {**NOTES, "questions/start.md": f"{SYNTHESIS}{'Nobody had planned it. ' * 60}\n"}
    made = {"few": few, "many": many(14), "very-many": many(202)}
    roots = {name: write_journal(tmp_path_factory.mktemp(name), notes) for name, notes in made.items()}
    return {name: (build(root).site / "questions/start.html").as_uri() for name, root in roots.items()}


@pytest.fixture
def wall(sound: Page, walls: dict[str, str]) -> Page:
    """Three answers, at 1280 by 800."""
    sound.set_viewport_size({"width": 1280, "height": 800})
    sound.goto(walls["few"])
    return sound


@pytest.fixture
def folded(wall: Page, walls: dict[str, str]) -> Page:
    """Fourteen answers."""
    wall.goto(walls["many"])
    return wall


@pytest.fixture
def gists(wall: Page, walls: dict[str, str]) -> Page:
    """Two hundred and two answers."""
    wall.goto(walls["very-many"])
    return wall
