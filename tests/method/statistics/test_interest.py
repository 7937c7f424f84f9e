from iiv.method.statistics.interest import by_field, by_tag, groups_said, interest_said, rated
from tests.method.people import talk
from tests.method.statistics.journey import JOURNEY, journal_of, many


def test_the_interest_after_each_talk_in_order_of_time() -> None:
    journal = journal_of(*JOURNEY, talk("2026-07-01", contact="Bob Moog"))
    expected = [("ada", 5), ("grace", 3), ("hedy-lamarr", 1), ("ada", 4)]
    assert [(one.contact, one.interest) for one in rated(journal)] == expected
    assert interest_said(journal, rated(journal)) == (
        "You wanted it most after talking with Ada Lovelace (5 of 5), least after Hedy Lamarr (1 of 5)."
    )


def test_of_more_than_three_people_it_says_how_many() -> None:
    journal = journal_of(*many(20))
    assert interest_said(journal, rated(journal)) == (
        "You wanted it most after talking with 4 people (5 of 5), least after 4 people (1 of 5)."
    )


def test_one_degree_alone_stands_out_nowhere() -> None:
    journal = journal_of(talk("2026-03-02", "interest: 3"), talk("2026-03-03", "interest: 3", contact="Bob"))
    assert interest_said(journal, rated(journal)) == (
        "You wanted it most after talking with Ada Lovelace and Bob (3 of 5), and no talk stands out."
    )
    assert interest_said(journal, ()) == ""


def test_by_field_whatever_its_case_as_of_the_talk_or_of_the_file() -> None:
    found = by_field(journal_of(*JOURNEY))
    expected = [("computing", (5, 3, 4), None), ("film", (1,), None)]
    assert [(group.name, group.degrees, group.mean) for group in found] == expected
    said = "No field has five talks yet: look at the dots, and do not calculate."
    assert groups_said(found, "field") == said


def test_a_talk_counts_for_each_of_its_tags_once() -> None:
    file = {"contacts/ada.md": "---\nname: Ada Lovelace\ntags: [night, looms]\n---\n"}
    notes = talk("2026-03-02", "interest: 2\ntags: [looms, Night]"), talk("2026-03-09", "interest: 4")
    expected = [("looms", (2, 4)), ("Night", (2, 4))]
    assert [(group.name, group.degrees) for group in by_tag(journal_of(file, *notes))] == expected


def test_five_talks_have_a_mean_and_four_have_none() -> None:
    five, four = (by_tag(journal_of(*many(number, "interest: {degree}\ntags: [looms]"))) for number in (5, 4))
    assert [group.mean for group in (*five, *four)] == [3.0, None]
    assert groups_said(five, "tag") == "Looms draws you most: 3 of 5 on average."
    assert groups_said((), "tag") == ""
