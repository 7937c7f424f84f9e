"""The whole method on an empty journal, as one person goes through it, day by day."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from vobject import readOne

from tests.cli.running import iiv, iiv_json

ME = """\
---
name: Nuala Brandt
email: nuala@example.org
---
I plan lorries, and want to know what else one can do with that.
"""
ANSWERS = {
    "## How did you get your start in this work, and why?\n": '**"By accident, through music."**\n',
    "## What is the most satisfying part of your work?\n": (
        "The moment when #craft and #people meet.\n\n> Nobody here is in a hurry.\n"
    ),
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

    def letter(self, kind: str, who: str, *words: str) -> str:
        """A letter; it can be sent as it is."""
        text = self.type("draft", kind, who, *words)
        assert "[" not in text, "nothing is left to fill in"
        return text

    def due(self) -> set[tuple[str, str, str]]:
        """Who needs me today or is late: id, kind and state."""
        return {
            (item["contact_id"], item["kind"] + item["channel"], item["state"])
            for item in self._items()
            if item["state"] != "undated"
        }

    def ask_next(self) -> dict[str, str]:
        """Whom to ask next, in order, and why."""
        return {item["contact_id"]: item["why"] for item in self._items() if item["state"] == "undated"}

    def _items(self) -> list[dict[str, str]]:
        found: list[dict[str, str]] = iiv_json("-C", self.root, "--today", self.today, "due", "--days", "0")
        return found

    def calendar(self) -> dict[str, str]:
        """The calendar as a program has it after an import: what is on which day, by UID."""
        events = readOne(self.type("export", "calendar")).vevent_list
        uids = [event.uid.value for event in events]
        assert len(set(uids)) == len(uids)
        return {event.uid.value: f"{event.summary.value} {event.dtstart.value:%Y-%m-%d}" for event in events}


@pytest.fixture
def journey(tmp_path: Path) -> Journey:
    assert iiv("init", tmp_path / "talks").exit_code == 0
    (tmp_path / "talks" / "journal" / "me.md").write_text(ME, "utf-8")
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
    """Whether the site shows the same kinds of follow-ups as `iiv due`."""
    journey.type("build")
    return {kind for kind, _ in seen_on_the_site(journey, page)} == {
        re.sub("(email|card|video)$", "", kind) for _, kind, _ in journey.due()
    }


def on_day(calendar: dict[str, str], words: str) -> dict[str, str]:
    """The events in which these words stand."""
    return {uid: event for uid, event in calendar.items() if words in event}


def make_a_list(journey: Journey) -> None:
    """A list; a name is mended, and a slip taken back."""
    journey.type(
        "add", "Ada Lovelace", "--email", "ada@example.org", "--respect", "explains hard things simply"
    )
    journey.type("add", "Mary Sommerville", "--know", "evening lectures")
    assert journey.due() == set()
    assert journey.ask_next() == {
        "mary-sommerville": "You know them: evening lectures.",
        "ada-lovelace": "You respect in them: explains hard things simply.",
    }
    journey.type("rename", "mary", "Mary Somerville")
    assert "Dear Mary,\n" in journey.letter("ask", "Mary Somerville")
    journey.type("log", "Mary Somerville", "declined")
    assert list(journey.ask_next()) == ["ada-lovelace"]
    journey.type("undo")
    assert list(journey.ask_next()) == ["mary-sommerville", "ada-lovelace"], "the id stays"


def ask(journey: Journey) -> None:
    """The one who is on top of the list need not be the first."""
    letter = journey.letter("ask", "ada")
    assert "Would you tell me how you got where you are?" in letter
    assert letter.endswith("Nuala Brandt\n")
    journey.type("log", "ada", "asked", "--by", "e-mail")
    assert list(journey.ask_next()) == ["mary-sommerville"]


def nudge(journey: Journey, page: Page) -> None:
    """No reply: a nudge after seven business days, and not before."""
    journey.today = "2026-02-17"
    assert journey.due() == set()
    journey.today = "2026-02-18"
    assert journey.due() == {("ada-lovelace", "nudge", "due")}
    assert site_agrees(journey, page)
    assert "On 9 February I asked" in journey.letter("nudge", "ada")
    assert "On 9 February I asked" in journey.letter("nudge", "ada", "--by", "phone")
    journey.type("log", "ada", "nudged")
    assert journey.due() == set()


def find_a_day(journey: Journey, page: Page) -> None:
    """She replies; a day is found, and is called off on the day before."""
    journey.today = "2026-02-20"
    journey.type("log", "ada", "replied")
    journey.today = "2026-02-24"
    assert journey.due() == {("ada-lovelace", "schedule", "due")}
    journey.type("log", "ada", "scheduled", "2026-03-02", "15:00", "--by", "video")
    journey.today = "2026-03-01"
    assert journey.due() == {("ada-lovelace", "prepare", "due")}
    assert list(on_day(journey.calendar(), "Talk with Ada Lovelace").values()) == [
        "Talk with Ada Lovelace 2026-03-02"
    ]
    journey.type("log", "ada", "cancelled")
    assert journey.due() == set()
    assert on_day(journey.calendar(), "Talk with") == {}
    journey.today = "2026-03-03"
    assert journey.due() == {("ada-lovelace", "schedule", "due")}
    assert site_agrees(journey, page)


def find_another_day(journey: Journey) -> None:
    """Another day, which moves once more: in the calendar it stays the same event."""
    journey.type("log", "ada", "scheduled", "2026-03-05", "15:00", "--by", "video")
    first = on_day(journey.calendar(), "Talk with")
    assert journey.calendar() == journey.calendar(), "a second import changes nothing"
    journey.type("log", "ada", "scheduled", "2026-03-06", "16:00", "--by", "video")
    moved = on_day(journey.calendar(), "Talk with")
    assert list(first) == list(moved)
    assert list(moved.values()) == ["Talk with Ada Lovelace 2026-03-06"]


def talk(journey: Journey, page: Page) -> None:
    """The call sheet the day before, and the talk itself on its day."""
    journey.today = "2026-03-05"
    assert journey.due() == {("ada-lovelace", "prepare", "due")}
    sheet = journey.type("prep", "ada")
    for words in ("How did you get your start", "“Thank you for making time for me.”", "10 seconds to say"):
        assert words in sheet
    journey.today = "2026-03-06"
    assert journey.due() == {("ada-lovelace", "prepare", "due"), ("ada-lovelace", "talkvideo", "due")}
    assert "today 16:00, by video" in journey.type("due")
    assert site_agrees(journey, page)


def write_up_and_thank(journey: Journey, page: Page) -> None:
    """The talk is to be written up, and then everybody is thanked."""
    journey.today = "2026-03-07"
    assert journey.due() == {("ada-lovelace", "write-up", "due")}
    note = Path.cwd() / journey.type("new", "Ada Lovelace", "--date", "2026-03-06", "--no-edit").strip()
    assert journey.due() == {("ada-lovelace", "write-up", "due")}, "a note that says nothing is no talk"
    text = note.read_text("utf-8").replace("helpfulness:", "helpfulness: 5 ")
    text = text.replace("introductions:", "introductions: [Grace Hopper] ")
    for heading, answer in ANSWERS.items():
        assert heading in text
        text = text.replace(heading, heading + answer)
    note.write_text(text, "utf-8")
    assert journey.due() == {("ada-lovelace", "thankemail", "due")}
    letter = journey.letter("thank", "ada")
    assert "“By accident, through music.”" in letter
    assert "for offering to introduce me to Grace Hopper" in letter
    journey.type("log", "ada", "thanked", "--by", "e-mail")
    journey.today = "2026-03-10"
    assert journey.due() == {("ada-lovelace", "thankcard", "overdue")}
    assert "add a small gift" in journey.type("due")
    assert site_agrees(journey, page)
    assert "“Nobody here is in a hurry.”" in journey.letter("card", "ada")
    journey.type("log", "ada", "gave", "--note", "a jar of plum jam")
    assert "I hope that you like the small gift." in journey.letter("card", "ada")
    journey.type("log", "ada", "thanked", "--by", "card")
    assert journey.due() == set()


def take_up_the_introduction(journey: Journey) -> None:
    """The introduction comes first on the list, and is taken up."""
    journey.today = "2026-03-13"
    assert journey.due() == {("grace-hopper", "introduction", "due")}
    assert journey.ask_next() == {
        "grace-hopper": "Ada Lovelace offered to introduce you on 6 March 2026.",
        "mary-sommerville": "You know them: evening lectures.",
    }
    assert "Ada Lovelace offered to introduce us" in journey.letter("ask", "grace")
    journey.type("log", "grace", "asked")
    journey.type("log", "grace", "declined")
    assert journey.due() == set()
    assert list(journey.ask_next()) == ["mary-sommerville"]


def say_hello(journey: Journey, page: Page) -> None:
    """Three months after the card."""
    journey.today = "2026-06-09"
    assert journey.due() == set()
    before = on_day(journey.calendar(), "Get in touch with Ada Lovelace")
    journey.today = "2026-06-10"
    assert journey.due() == {("ada-lovelace", "stay-in-touch", "due")}
    assert site_agrees(journey, page)
    assert "a line of yours" in journey.letter("hello", "ada")
    journey.type("log", "ada", "wrote", "--by", "e-mail", "--note", "sent the article on looms")
    assert journey.due() == set()
    after = on_day(journey.calendar(), "Get in touch with Ada Lovelace")
    assert list(before) == list(after), "the next import moves the event"
    assert list(after.values()) == ["Get in touch with Ada Lovelace 2026-09-10"]


def say_hello_again(journey: Journey, page: Page) -> None:
    """Six months after the talk there is news, and the second hello tells it."""
    me = journey.root / "journal" / "me.md"
    me.write_text(ME + "\n## News\n- 2026-08-20 Began a course in the #craft of looms\n", "utf-8")
    journey.today = "2026-09-10"
    assert journey.due() == {("ada-lovelace", "stay-in-touch", "due")}
    assert site_agrees(journey, page)
    assert "speaks of craft, as you noted of them." in journey.type("due", "--news")
    letter = journey.letter("hello", "ada")
    assert "- Began a course in the craft of looms\n" in letter
    journey.type("log", "ada", "wrote", "--by", "e-mail")
    assert journey.due() == set()
    assert "iiv draft hello" not in journey.type("due", "--news")


def test_from_the_first_name_to_the_second_hello_six_months_later(journey: Journey, page: Page) -> None:
    make_a_list(journey)
    ask(journey)
    nudge(journey, page)
    find_a_day(journey, page)
    find_another_day(journey)
    talk(journey, page)
    write_up_and_thank(journey, page)
    take_up_the_introduction(journey)
    say_hello(journey, page)
    say_hello_again(journey, page)
    journey.type("check", "--strict")
