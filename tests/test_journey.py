"""The whole method on an empty journal, as one person goes through it, day by day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.running import iiv, iiv_json

if TYPE_CHECKING:
    from playwright.sync_api import Page

ANSWERS = {
    "## How did you get your start in this work, and why?\n": "**By accident, through music.** They asked.\n",
    "## What is the most satisfying part of your work?\n": "The moment when #craft and #people meet.\n",
}


class Journey:
    """A journal on a day that moves forward."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.today = "2026-02-09"

    def type(self, *words: str) -> str:
        """Type a command; it must succeed. Gives what it prints."""
        result = iiv("-C", self.root, "--today", self.today, *words)
        assert result.exit_code == 0, result.output
        return result.stdout

    def due(self) -> set[tuple[str, str, str]]:
        """Who needs me today or is late: id, kind and state."""
        items = iiv_json("-C", self.root, "--today", self.today, "due", "--days", "0")
        return {(item["contact_id"], item["kind"] + item["channel"], item["state"]) for item in items}


@pytest.fixture
def journey(tmp_path: Path) -> Journey:
    assert iiv("init", tmp_path / "talks").exit_code == 0
    return Journey(tmp_path / "talks")


def seen_on_the_site(journey: Journey, page: Page) -> set[tuple[str, str]]:
    """What the page of follow-ups, built long before, shows as due or late on that day: kind and state."""
    page.clock.set_fixed_time(f"{journey.today}T09:00:00")
    page.goto((journey.root / "site" / "follow-ups.html").as_uri())
    items = page.locator("[data-kind]").evaluate_all(
        "items => items.map(item => [item.dataset.kind, item.closest('[data-state]')?.dataset.state ?? ''])"
    )
    return {(kind, state) for kind, state in items if state in {"due", "overdue"}}


def site_agrees(journey: Journey, page: Page) -> bool:
    journey.type("build")
    shown = seen_on_the_site(journey, page)
    return {kind for kind, _ in shown} == {
        kind.removesuffix("email").removesuffix("card") for _, kind, _ in journey.due()
    }


def list_and_ask(journey: Journey) -> None:
    """List, and ask."""
    journey.type(
        "add", "Ada Lovelace", "--email", "ada@example.org", "--respect", "explains hard things simply"
    )
    assert journey.due() == set()
    letter = journey.type("draft", "ask", "ada")
    assert "Dear Ada" in letter
    assert "[" in letter, "how I know her is a blank to fill in"
    journey.type("log", "ada", "asked", "--by", "e-mail")


def nudge(journey: Journey, page: Page) -> None:
    """No reply: a nudge after seven business days, and not before."""
    journey.today = "2026-02-17"
    assert journey.due() == set()
    journey.today = "2026-02-18"
    assert journey.due() == {("ada-lovelace", "nudge", "due")}
    assert site_agrees(journey, page)
    journey.type("log", "ada", "nudged")
    assert journey.due() == set()


def find_a_day(journey: Journey, page: Page) -> None:
    """She replies; a day is found; it is prepared the day before."""
    journey.today = "2026-02-20"
    journey.type("log", "ada", "replied")
    journey.today = "2026-02-24"
    assert journey.due() == {("ada-lovelace", "schedule", "due")}
    journey.type("log", "ada", "scheduled", "2026-03-02", "15:00", "--by", "video")
    journey.today = "2026-03-01"
    assert journey.due() == {("ada-lovelace", "prepare", "due")}
    assert "How did you get your start" in journey.type("prep", "ada")
    assert site_agrees(journey, page)


def write_up_and_thank(journey: Journey, page: Page) -> None:
    """The talk is to be written up, and then everybody is thanked."""
    journey.today = "2026-03-03"
    assert journey.due() == {("ada-lovelace", "write-up", "due")}
    note = Path.cwd() / journey.type("new", "Ada Lovelace", "--date", "2026-03-02", "--no-edit").strip()
    assert journey.due() == {("ada-lovelace", "write-up", "due")}, "a note that says nothing is no talk"
    text = note.read_text("utf-8").replace("helpfulness:", "helpfulness: 5 ")
    text = text.replace("introductions:", "introductions: [Grace Hopper] ")
    for heading, answer in ANSWERS.items():
        assert heading in text
        text = text.replace(heading, heading + answer)
    note.write_text(text, "utf-8")
    assert journey.due() == {("ada-lovelace", "thankemail", "due")}
    assert "“By accident, through music.”" in journey.type("draft", "thank", "ada")
    journey.type("log", "ada", "thanked", "--by", "e-mail")
    journey.today = "2026-03-06"
    assert journey.due() == {("ada-lovelace", "thankcard", "overdue")}
    assert site_agrees(journey, page)
    journey.type("log", "ada", "thanked", "--by", "card")


def take_up_the_introduction(journey: Journey) -> None:
    """The introduction is taken up."""
    journey.today = "2026-03-09"
    assert journey.due() == {("grace-hopper", "introduction", "due")}
    journey.type("log", "grace", "asked")
    journey.type("log", "grace", "declined")
    assert journey.due() == set()


def stay_in_touch(journey: Journey, page: Page) -> None:
    """Six months on, nobody is forgotten: three months after the card, and again after that."""
    journey.today = "2026-06-06"
    assert journey.due() == {("ada-lovelace", "stay-in-touch", "due")}
    assert site_agrees(journey, page)
    assert "Dear Ada" in journey.type("draft", "hello", "ada")
    journey.type("log", "ada", "wrote", "--by", "e-mail", "--note", "sent the article on looms")
    assert journey.due() == set()
    journey.today = "2026-09-06"
    assert journey.due() == {("ada-lovelace", "stay-in-touch", "due")}
    assert site_agrees(journey, page)


def test_from_the_first_name_to_the_check_in_six_months_later(journey: Journey, page: Page) -> None:
    list_and_ask(journey)
    nudge(journey, page)
    find_a_day(journey, page)
    write_up_and_thank(journey, page)
    take_up_the_introduction(journey)
    stay_in_touch(journey, page)
    journey.type("check", "--strict")
