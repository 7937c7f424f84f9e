import pytest

from iiv.journal.settings import Settings
from tests.method.people import ada, dates, items, talk


def test_asked_and_no_reply_asks_for_a_nudge_after_seven_business_days() -> None:
    (item,) = items(ada("2026-02-10 asked by e-mail"))
    assert (item.id, item.kind, str(item.due)) == ("ada/nudge/2026-02-10-asked", "nudge", "2026-02-19")
    assert item.why == "You asked them for a talk on 10 February 2026; no reply yet."


def test_and_for_one_more_after_that_but_no_third() -> None:
    once = "2026-02-10 asked\n2026-02-19 nudged"
    assert dates(ada(once), kind="nudge") == ["2026-03-02"]
    assert dates(ada(f"{once}\n2026-03-02 nudged"), kind="nudge") == []
    assert dates(ada("2026-02-10 asked"), kind="nudge", settings=Settings(nudges=())) == []


def test_a_new_request_begins_afresh() -> None:
    log = "2026-02-10 asked\n2026-02-19 nudged\n2026-03-02 nudged\n2026-09-01 asked"
    assert dates(ada(log), kind="nudge") == ["2026-09-10"]


@pytest.mark.parametrize("verb", ["replied", "scheduled 2026-03-02", "declined", "met", "heard"])
def test_what_ends_the_waiting(verb: str) -> None:
    assert dates(ada(f"2026-02-10 asked\n2026-02-10 {verb}"), kind="nudge") == []


def test_a_talk_ends_the_waiting_too() -> None:
    assert dates(ada("2026-02-10 asked"), talk("2026-02-10"), kind="nudge") == []


@pytest.mark.parametrize("verb", ["wrote", "called", "note", "thanked", "introduced"])
def test_what_does_not(verb: str) -> None:
    assert dates(ada(f"2026-02-10 asked\n2026-02-11 {verb}"), kind="nudge") == ["2026-02-19"]


def test_lines_out_of_order_are_read_by_their_dates() -> None:
    assert dates(ada("2026-02-12 replied\n2026-02-10 asked"), kind="nudge") == []


def test_a_reply_asks_for_a_day_within_two_business_days() -> None:
    (item,) = items(ada("2026-02-10 asked\n2026-02-20 replied"))
    expected = ("ada/schedule/2026-02-20-replied", "schedule", "2026-02-24")
    assert (item.id, item.kind, str(item.due)) == expected
    assert item.why == "They replied on 20 February 2026; no day for your talk yet."


@pytest.mark.parametrize("verb", ["scheduled 2026-03-02", "declined", "met"])
def test_what_ends_the_search_for_a_day(verb: str) -> None:
    assert dates(ada(f"2026-02-20 replied\n2026-02-21 {verb}"), kind="schedule") == []
    assert dates(ada("2026-02-20 replied"), talk("2026-02-21"), kind="schedule") == []


def test_a_reply_to_your_thanks_asks_for_no_day() -> None:
    assert dates(ada("2026-03-04 replied"), talk("2026-03-02"), kind="schedule") == []


def test_a_word_before_the_scheduled_day_changes_nothing() -> None:
    log = "2026-02-20 scheduled 2026-03-02\n2026-02-25 replied: see you then"
    assert dates(ada(log), kind="schedule") == []
    assert dates(ada(f"{log}\n2026-03-03 replied: sorry I was ill"), kind="schedule") == ["2026-03-05"]
