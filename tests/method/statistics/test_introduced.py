from iiv.method.introduction_tree import introduction_tree
from iiv.method.statistics.introduced import by_introducer, introductions, introductions_said
from tests.method.people import talk
from tests.method.statistics.journey import JOURNEY, people_of, person


def test_what_came_of_each_introduction() -> None:
    found = introductions(introduction_tree(people_of()))
    assert [(one.introducer, one.contact, str(one.on), one.outcome, str(one.talked)) for one in found] == [
        ("ada", "grace", "2026-03-10", "talked", "2026-03-20"),
        ("grace", "caroline", "2026-03-20", "open", "None"),
    ]
    assert introductions_said(found) == (
        "Others led you to 2 people; you talked with 1 of them, and 1 is not taken up yet."
    )


def test_who_led_one_to_most_people_stands_first() -> None:
    ben = person("Ben Q", "2026-04-02 asked", "introduced_by: Hedy Lamarr")
    cy = person("Cy Q", "2026-04-02 asked", "introduced_by: Hedy Lamarr")
    found = introductions(introduction_tree(people_of(*JOURNEY, ben, cy)))
    assert [(who, [(one.contact, one.outcome) for one in led]) for who, led in by_introducer(found)] == [
        ("hedy-lamarr", [("ben", "asked"), ("cy", "asked")]),
        ("ada", [("grace", "talked")]),
        ("grace", [("caroline", "open")]),
    ]


def test_nobody_was_introduced() -> None:
    found = introductions(introduction_tree(people_of(talk("2026-03-02"))))
    assert found == ()
    assert introductions_said(found) == ""
