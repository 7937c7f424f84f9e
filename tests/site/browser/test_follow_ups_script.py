"""The page's half of the rules, in a real browser, against the same cases and against Python."""

import datetime as dt
import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from iiv.journal.journal import Journal
from iiv.journal.settings import Settings
from iiv.method.dates import relative
from iiv.method.due_states import by_urgency, state, urgency
from iiv.method.follow_up import FollowUp, Kind
from iiv.method.status import Status, status
from iiv.shipped import shipped
from tests.method.journals import journals
from tests.method.people import status_on

METHOD = Path(__file__).parents[2] / "method"
CASES = json.loads((METHOD / "state_cases.json").read_text("utf-8"))
DISTANCES = json.loads((METHOD / "distance_cases.json").read_text("utf-8"))
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31))


@pytest.fixture
def script(page: Page) -> Page:
    """A blank page with the script in it."""
    page.add_script_tag(path=shipped("site_templates") / "theme" / "assets" / "follow-ups.js")
    return page


def dataset(item: FollowUp) -> dict[str, str]:
    """An item as its element carries it."""
    until = {"until": item.until.isoformat()} if item.until else {}
    return {"kind": item.kind, "from": item.from_.isoformat(), "due": item.due.isoformat(), **until}


def status_dataset(reached: Status) -> dict[str, str]:
    """A status as its element carries it."""
    since = {"since": reached.since.isoformat()} if reached.since else {}
    then = {"then": reached.then.name, "thenFrom": reached.then.on.isoformat()} if reached.then else {}
    return {"status": reached.name, "before": reached.before, **since, **then}


@st.composite
def items(draw: st.DrawFn) -> list[FollowUp]:
    """Items of every kind, with dates in any order."""
    return [
        FollowUp(
            contact="ada",
            kind=draw(st.sampled_from(get_args(Kind))),
            event=str(number),
            from_=draw(DAYS),
            due=draw(DAYS),
            until=draw(st.none() | DAYS),
            why="You met.",
        )
        for number in range(draw(st.integers(1, 12)))
    ]


def test_the_same_cases(script: Page) -> None:
    found: list[str] = script.evaluate("cases => cases.map(each => iiv.state(each, each.today))", CASES)
    assert dict(zip((c["what"] for c in CASES), found, strict=True)) == {c["what"]: c["state"] for c in CASES}


def test_the_same_distances_in_words(script: Page) -> None:
    words = "all => all.map(([day]) => iiv.relative(day, '2026-03-02'))"
    assert script.evaluate(words, DISTANCES) == [said for _day, said in DISTANCES]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(items(), st.lists(DAYS, min_size=1, max_size=10))
def test_any_items_on_any_days(script: Page, found: list[FollowUp], days: list[dt.date]) -> None:
    rules = """([items, days]) => days.map(day => ({
        states: items.map(item => iiv.state(item, day)),
        urgency: items.map(item => iiv.urgency(item, day)),
        order: iiv.byUrgency(items, day).map(item => items.indexOf(item)),
        words: items.map(item => iiv.relative(item.due, day)),
    }))"""
    shown: list[dict[str, Any]] = script.evaluate(
        rules, [[dataset(item) for item in found], [day.isoformat() for day in days]]
    )
    for day, on_day in zip(days, shown, strict=True):
        assert on_day == {
            "states": [state(item, day) for item in found],
            "urgency": [urgency(item, day) for item in found],
            "order": [int(item.event) for item in by_urgency(found, day)],
            "words": [relative(item.due, day) for item in found],
        }


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(journals(), st.lists(DAYS, min_size=1, max_size=10))
def test_any_status_on_any_day(script: Page, journal: Journal, days: list[dt.date]) -> None:
    reached = [status(c, journal.talks_by_contact.get(c.id, ()), Settings()) for c in journal.contacts]
    shown: list[list[str]] = script.evaluate(
        "([all, days]) => days.map(day => all.map(status => iiv.statusOn(status, day)))",
        [[status_dataset(each) for each in reached], [day.isoformat() for day in days]],
    )
    assert shown == [[status_on(each, day) for each in reached] for day in days]


def test_it_reads_elements_as_they_are(script: Page) -> None:
    script.set_content('<li data-kind="thank" data-from="2026-03-02" data-due="2026-03-03">')
    assert script.evaluate("iiv.state(document.querySelector('li').dataset, '2026-03-04')") == "overdue"


def test_today_is_the_readers_day_unless_the_page_names_one(script: Page) -> None:
    assert script.evaluate("iiv.today() === new Date().toLocaleDateString('sv')")
    script.evaluate("document.documentElement.dataset.today = '2026-03-02'")
    assert script.evaluate("iiv.today()") == "2026-03-02"


def test_no_hour_is_lost_where_clocks_change(browser: Browser) -> None:
    context = browser.new_context(timezone_id="Europe/Berlin")
    page = context.new_page()
    page.add_script_tag(path=shipped("site_templates") / "theme" / "assets" / "follow-ups.js")
    assert page.evaluate("iiv.days('2026-03-28', '2026-03-30')") == 2
    assert page.evaluate("iiv.days('2026-10-24', '2026-10-26')") == 2
    context.close()
