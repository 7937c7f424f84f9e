import pytest

from iiv.journal.settings import Settings
from tests.method.people import ada, dates, items, talk

KIND = "stay-in-touch"


@pytest.mark.parametrize(
    ("helpfulness", "due"),
    [("5", ["2026-06-02"]), ("4", ["2026-07-02"]), ("3", ["2026-09-02"]), ("2", []), ("", [])],
)
def test_the_cadence_follows_from_how_much_they_helped(helpfulness: str, due: list[str]) -> None:
    assert dates(talk("2026-03-02", f"helpfulness: {helpfulness}"), kind=KIND) == due


def test_why_in_a_friends_words() -> None:
    (item,) = items(talk("2026-03-02", "helpfulness: 5"), kind=KIND)
    assert item.why == "You met on 2 March 2026; a word every 3 months keeps you in touch."
    assert (item.id, str(item.from_)) == ("ada-lovelace/stay-in-touch/next", "2026-03-02")
    monthly = Settings(cadence={5: 1})
    (item,) = items(talk("2026-12-31", "helpfulness: 5"), kind=KIND, settings=monthly)
    assert item.why == "You met on 31 December 2026; a word every month keeps you in touch."


def test_the_newest_talk_that_says_so_decides() -> None:
    newer = talk("2026-04-02", "helpfulness: 3")
    silent = talk("2026-05-02")
    assert dates(talk("2026-03-02", "helpfulness: 5"), newer, silent, kind=KIND) == ["2026-11-02"]


def test_the_cadence_counts_from_the_last_contact() -> None:
    great = talk("2026-03-02", "helpfulness: 5")
    log = "2026-06-01 wrote by e-mail\n2026-04-01 called\n2026-08-01 note: moved to Turin"
    (item,) = items(ada(log), great, kind=KIND)
    assert (str(item.due), item.id) == ("2026-09-01", "ada/stay-in-touch/next")
    assert item.why == "You wrote on 1 June 2026; a word every 3 months keeps you in touch."


def test_thanks_noted_in_the_talk_are_a_contact_too() -> None:
    assert dates(talk("2026-03-02", "helpfulness: 5\nthanked: {card: 2026-03-05}"), kind=KIND) == [
        "2026-06-05"
    ]


def test_a_filed_person_is_left_alone_unless_a_date_asks() -> None:
    filed = "helpfulness: 5\nasked_about_me: no"
    assert dates(talk("2026-03-02", filed), kind=KIND) == []
    assert dates(talk("2026-03-02", f"{filed}\nnext_contact: 2026-05-01"), kind=KIND) == ["2026-05-01"]
    assert dates(ada(front_matter="next_contact: 2026-09-01"), talk("2026-03-02", filed), kind=KIND) == [
        "2026-09-01"
    ]
    again = talk("2026-04-02", "asked_about_me: yes")
    assert dates(talk("2026-03-02", filed), again, kind=KIND) == ["2026-07-02"]


def test_a_date_in_the_talk_wins_over_the_cadence_until_it_is_kept() -> None:
    dated = talk("2026-03-02", "helpfulness: 5\nnext_contact: 2026-05-20")
    (item,) = items(ada(), dated, kind=KIND)
    assert (str(item.due), str(item.from_), item.id) == ("2026-05-20", "2026-03-02", "ada/stay-in-touch/next")
    assert item.why == "You met on 2 March 2026 and planned to be in touch on 20 May 2026."
    assert dates(ada("2026-05-05 wrote"), dated, kind=KIND) == ["2026-05-20"]
    assert dates(ada("2026-05-06 wrote"), dated, kind=KIND) == ["2026-08-06"]
    assert dates(ada("2026-05-06 thanked"), dated, kind=KIND) == ["2026-05-20"]


@pytest.mark.parametrize("verb", ["wrote", "called", "met", "heard"])
def test_what_keeps_a_date(verb: str) -> None:
    dated = talk("2026-03-02", "next_contact: 2026-05-20")
    assert dates(ada(f"2026-05-20 {verb}"), dated, kind=KIND) == []


def test_the_talk_that_sets_a_near_date_does_not_keep_it() -> None:
    dated = talk("2026-03-02", "next_contact: 2026-03-10")
    assert dates(ada("2026-03-02 met"), dated, kind=KIND) == ["2026-03-10"]
    assert dates(ada("2026-03-03 wrote"), dated, kind=KIND) == []


def test_a_newer_talk_keeps_the_date_of_an_older() -> None:
    assert dates(talk("2026-03-02", "next_contact: 2026-05-20"), talk("2026-05-10"), kind=KIND) == []


def test_never_means_never() -> None:
    assert dates(talk("2026-03-02", "helpfulness: 5\nnext_contact: never"), kind=KIND) == []
    great = talk("2026-03-02", "helpfulness: 5\nnext_contact: 2026-05-20")
    assert dates(ada(front_matter="next_contact: never"), great, kind=KIND) == []


def test_the_date_in_a_contacts_file_wins_until_it_is_kept() -> None:
    september = "next_contact: 2026-09-01"
    dated = talk("2026-03-02", "helpfulness: 5\nnext_contact: 2026-05-20")
    (item,) = items(ada(front_matter=september), dated, kind=KIND)
    assert (str(item.due), str(item.from_), item.id) == ("2026-09-01", "2026-03-02", "ada/stay-in-touch/next")
    assert item.why == "You planned to be in touch on 1 September 2026."
    assert dates(ada("2026-08-18 heard", september), dated, kind=KIND) == ["2026-11-18"]


def test_a_date_for_somebody_of_whom_nothing_else_is_known() -> None:
    (item,) = items(ada(front_matter="next_contact: 2026-09-01"))
    assert (str(item.due), str(item.from_)) == ("2026-09-01", "2025-09-01")


def test_nobody_without_a_talk_has_a_cadence() -> None:
    assert items(ada("2026-03-02 wrote"), kind=KIND) == []
