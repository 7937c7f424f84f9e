import pytest

from iiv.journal.settings import Settings
from iiv.method.statistics.requests import (
    Asking,
    asking,
    asking_said,
    replies,
    route,
    steps,
    waits,
    waits_said,
)
from tests.method.people import talk
from tests.method.statistics.journey import people_of, person

SETTINGS = Settings()


def test_each_person_who_was_asked_counts_once_with_the_first_answer_and_talk() -> None:
    found = asking(people_of())
    assert [(one.contact, str(one.asked), one.waited, str(one.talked)) for one in found.requests] == [
        ("ada", "2026-03-02", 2, "2026-03-10"),
        ("mary", "2026-03-02", 14, "None"),
        ("grace", "2026-03-12", 0, "2026-03-20"),
        ("bob", "2026-04-01", None, "None"),
    ]
    assert found.unasked == ("hedy-lamarr",)


def test_the_way_from_asking_to_meeting() -> None:
    people = people_of()
    assert [(step.name, step.people) for step in steps(people, asking(people))] == [
        ("asked", ("ada", "mary", "grace", "bob")),
        ("replied", ("ada", "mary", "grace")),
        ("talked with you", ("ada", "grace")),
        ("thanked by e-mail and card", ("ada",)),
        ("led you to somebody you met", ("ada",)),
    ]


def test_it_is_said_in_a_sentence() -> None:
    assert asking_said(asking(people_of())) == (
        "Of 4 people you asked, 3 replied and 2 talked with you. "
        "With 1 person you talked without a request on record."
    )
    met = asking(people_of(talk("2026-03-10")))
    assert asking_said(met) == "No request is noted; with 1 person you talked without a request on record."
    assert asking_said(Asking((), ())) == ""


def test_a_talk_says_that_they_replied_and_not_when() -> None:
    people = people_of(person("Ada Lovelace", "2026-03-02 asked"), talk("2026-03-10"))
    (request,) = asking(people).requests
    assert request.answered
    assert request.waited is None
    assert waits([request]) == ()
    assert waits_said([request], SETTINGS) == ""


def test_who_was_met_before_being_asked_was_met_without_a_request() -> None:
    people = people_of(person("Ada Lovelace", "2026-04-02 asked"), talk("2026-03-10"))
    found = asking(people)
    assert found.unasked == ("ada",)
    assert [(one.contact, one.talked, one.answered) for one in found.requests] == [("ada", None, False)]


def test_few_replies_are_told_one_by_one_and_of_many_the_middle() -> None:
    found = asking(people_of())
    assert waits_said(found.requests, SETTINGS) == (
        "The quickest reply came the same day, the slowest after 14 days;"
        " 2 of 3 came before you would have nudged."
    )
    names = ("Ann", "Ben", "Cy", "Dan", "Eve")
    five = [
        person(f"{name} Q", f"2026-03-02 asked\n2026-03-{day:02} replied")
        for name, day in zip(names, (2, 3, 5, 12, 20), strict=True)
    ]
    assert waits_said(asking(people_of(*five)).requests, Settings(nudges=())) == (
        "Half of the replies came within 3 days."
    )
    assert waits_said(asking(people_of(five[1])).requests, Settings(nudges=())) == (
        "The one reply with a day came after 1 day."
    )


@pytest.mark.parametrize(
    ("file", "way"),
    [
        (person("Ada Lovelace"), "cold"),
        (person("Ada Lovelace", front_matter="know: evening lectures"), "known"),
        (person("Ada Lovelace", "2026-03-02 introduced", "know: evening lectures"), "introduced"),
        (person("Ada Lovelace", front_matter="introduced_by: Mary Somerville"), "introduced"),
    ],
)
def test_how_one_comes_to_somebody(file: dict[str, str], way: str) -> None:
    people = people_of(file)
    assert route(people, people.by_id["ada"]) == way


def test_how_each_kind_of_request_fared() -> None:
    found = replies(asking(people_of()).requests)
    expected = [("introduced", 1, 1), ("known", 1, 1), ("cold", 1, 2)]
    assert [(one.route, one.replied, one.asked) for one in found] == expected
