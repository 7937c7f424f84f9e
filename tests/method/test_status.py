import pytest

from iiv.journal.settings import Settings
from iiv.method.stages import EXITS, PIPELINE
from iiv.method.status import Change, Status
from tests.method.people import ada, adas_status, day, status_on, talk


@pytest.mark.parametrize(
    ("log", "name"),
    [
        ("", "idea"),
        ("2026-01-01 introduced", "idea"),
        ("2026-01-01 note: saw her talk", "idea"),
        ("2026-01-01 wrote", "idea"),
        ("2026-01-01 heard", "idea"),
        ("2026-01-01 thanked", "idea"),
        ("2026-01-01 asked", "asked"),
        ("2026-01-01 asked\n2026-01-02 wrote", "asked"),
        ("2026-01-01 asked\n2026-01-12 nudged", "nudged"),
        ("2026-01-01 asked\n2026-01-12 replied", "replied"),
        ("2026-01-01 asked\n2026-01-12 heard", "replied"),
        ("2026-01-12 replied\n2026-01-01 asked", "replied"),
        ("2026-01-01 scheduled 2026-02-01", "scheduled"),
        ("2026-01-01 scheduled 2026-02-01\n2026-01-12 heard", "scheduled"),
        ("2026-01-01 scheduled 2026-02-01\n2026-02-02 replied", "replied"),
        ("2026-01-01 asked\n2026-01-12 declined", "declined"),
        ("2026-01-12 declined\n2026-01-13 heard", "declined"),
        ("2026-01-12 declined\n2026-01-13 replied", "replied"),
        ("2026-01-12 declined\n2026-06-13 asked", "asked"),
        ("2026-01-12 met", "met"),
        ("2026-01-12 met\n2026-02-12 met", "in touch"),
        ("2026-01-12 met\n2026-01-12 wrote", "met"),
        ("2026-01-12 met\n2026-01-13 gave", "thanked"),
    ],
)
def test_without_a_talk(log: str, name: str) -> None:
    assert adas_status(ada(log)).name == name


@pytest.mark.parametrize(
    ("log", "name"),
    [
        ("", "met"),
        ("2026-03-02 asked", "met"),
        ("2026-03-02 met", "met"),
        ("2026-03-02 thanked", "thanked"),
        ("2026-03-05 thanked by card", "thanked"),
        ("2026-03-01 thanked", "met"),
        ("2026-03-02 wrote", "met"),
        ("2026-03-02 thanked\n2026-06-01 wrote", "in touch"),
        ("2026-03-02 thanked\n2026-03-04 replied", "in touch"),
        ("2026-06-01 heard", "in touch"),
        ("2026-06-01 called\n2026-06-03 thanked", "in touch"),
        ("2026-06-01 asked", "asked"),
        ("2026-02-01 asked\n2026-02-10 declined", "met"),
    ],
)
def test_after_a_talk(log: str, name: str) -> None:
    assert adas_status(ada(log), talk("2026-03-02")).name == name


@pytest.mark.parametrize(
    "log", ["", "2026-03-03 thanked", "2026-06-01 wrote", "2026-06-01 heard", "2026-06-01 met"]
)
def test_who_did_not_ask_about_me_is_filed(log: str) -> None:
    assert adas_status(ada(log), talk("2026-03-02", "asked_about_me: no")).name == "filed"


def test_a_filed_person_is_back_when_asked_again_or_when_a_newer_talk_says_otherwise() -> None:
    filed = talk("2026-03-02", "asked_about_me: no")
    assert adas_status(ada("2026-06-01 asked"), filed).name == "asked"
    assert adas_status(ada(), filed, talk("2026-06-01")).name == "filed"
    assert adas_status(ada(), filed, talk("2026-06-01", "asked_about_me: yes")).name == "met"


def test_thanks_noted_in_the_talk_count() -> None:
    said = "thanked by card on 5 Mar 2026"
    assert adas_status(ada(), talk("2026-03-02", "thanked: {card: 2026-03-05}")).event == said


def test_a_new_talk_is_owed_thanks_afresh() -> None:
    assert (
        adas_status(ada("2026-03-02 thanked\n2026-04-01 wrote"), talk("2026-03-02"), talk("2026-06-01")).name
        == "met"
    )


def test_a_status_says_what_it_follows_from() -> None:
    assert adas_status(ada()) == Status()
    assert adas_status(ada()).event == "on your list"
    line = "2026-02-20 scheduled 2026-03-02 15:00 by video"
    assert adas_status(ada(line)) == Status(
        "scheduled", day("2026-02-20"), "scheduled for 2 Mar 2026 at 15:00 by video"
    )
    assert adas_status(ada("2026-02-20 scheduled 2026-03-02")).event == "scheduled for 2 Mar 2026"
    assert adas_status(ada(line), talk("2026-03-02")) == Status(
        "met", day("2026-03-02"), "talk on 2 Mar 2026", "scheduled"
    )


def test_no_reply_comes_one_interval_after_the_last_nudge() -> None:
    nudged = adas_status(ada("2026-02-10 asked\n2026-02-19 nudged\n2026-03-02 nudged by phone"))
    assert nudged.then == Change(
        "no reply", day("2026-03-11"), "nudged by phone on 2 Mar 2026, no reply since"
    )
    assert status_on(nudged, day("2026-03-10")) == "nudged"
    assert status_on(nudged, day("2026-03-11")) == "no reply"


def test_without_the_nudges_it_comes_when_the_nudge_that_is_owed_rests() -> None:
    asked = adas_status(ada("2026-02-10 asked"))
    assert asked.then
    assert asked.then.on == day("2026-04-21")  # the nudge was due on 19 February


def test_where_no_nudges_are_wanted_it_comes_after_seven_business_days() -> None:
    asked = adas_status(ada("2026-02-10 asked"), settings=Settings(nudges=()))
    assert asked.then
    assert asked.then.on == day("2026-02-19")


def test_what_is_dated_later_has_not_happened_yet() -> None:
    soon = adas_status(ada("2026-02-20 scheduled 2026-03-02"), talk("2026-03-02", notes="Ask about looms."))
    assert status_on(soon, day("2026-03-01")) == "scheduled"
    assert status_on(soon, day("2026-03-02")) == "met"


def test_every_status_has_its_place() -> None:
    assert set(PIPELINE).isdisjoint(EXITS)
    assert len(PIPELINE) + len(EXITS) == 11


def test_the_event_says_by_what_channel() -> None:
    assert adas_status(ada("2026-02-10 asked by phone: at the fair")).event == "asked by phone on 10 Feb 2026"
