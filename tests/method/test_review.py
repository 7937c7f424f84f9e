import pytest

from iiv.journal.settings import Settings
from iiv.method.review import Review, quiet_said, review, years
from iiv.method.statistics.requests import asking
from tests.method.people import ada, day, talk
from tests.method.statistics.journey import JOURNEY, journal_of, people_of, person


def year(number: int, *notes: dict[str, str]) -> Review:
    people = people_of(*notes)
    return review(people, Settings(), asking(people), number)


def test_the_years_in_which_something_happened() -> None:
    log = "2024-12-31 asked\n2025-01-02 note: hm"
    assert years(journal_of(ada(log), talk("2027-03-02"))) == (2024, 2025, 2027)
    assert years(journal_of()) == ()


def test_whom_one_asked_and_met_and_what_moved() -> None:
    found = year(2026)
    assert (found.year, found.until) == (2026, day("2026-06-02"))
    assert (found.asked, found.replied) == (4, 3)
    assert [(one.id, one.id in found.new) for one in found.met] == [
        ("2026-03-10-ada", True),
        ("2026-03-20-grace", True),
        ("2026-04-05-hedy", True),
        ("2026-06-01-ada", False),
    ]
    expected = [(5, None), (3, -2), (1, -2), (4, 3)]
    assert [(one.interview.interest, one.change) for one in found.moved] == expected


def test_a_year_ends_with_its_last_day_where_notes_go_on() -> None:
    found = year(2026, *JOURNEY, talk("2027-02-01", contact="Eve Q"))
    assert found.until == day("2026-12-31")
    assert [one.contact for one in found.met] == ["ada", "grace", "hedy-lamarr", "ada"]


def test_the_promises_made_in_it_kept_and_open() -> None:
    notes = "- [x] the map\n- [ ] the book (by 2027-01-02)\n"
    found = year(2026, talk("2026-03-10", notes=notes), talk("2025-03-10", notes="- [ ] a pen\n"))
    assert [promise.text for _, promise in found.kept] == ["the map"]
    assert [promise.text for _, promise in found.open] == ["the book"]


QUIET = ada("2026-03-11 thanked by e-mail"), talk("2026-03-10", "helpfulness: 5")
LATER = talk("2027-12-30", contact="Eve Q")


def test_who_went_quiet_is_told_by_what_was_known_at_the_end_of_the_year() -> None:
    wrote = ada("2026-03-11 thanked by e-mail\n2027-01-05 wrote by e-mail")
    (one,) = year(2026, wrote, QUIET[1], LATER).quiet
    assert (one.contact, one.last, one.due) == ("ada", day("2026-03-11"), day("2026-06-11"))
    assert quiet_said(one) == "The last word was on 11 March 2026; you meant to be in touch by 11 June 2026."
    (again,) = year(2027, wrote, QUIET[1], LATER).quiet
    assert again.due == day("2027-04-05")


def test_who_did_not_reply_went_quiet_too() -> None:
    (one,) = year(2026, ada("2026-03-02 asked\n2026-03-11 nudged\n2026-03-20 nudged"), LATER).quiet
    assert (one.asked, one.last, one.due) == (True, day("2026-03-20"), day("2026-03-31"))
    assert quiet_said(one) == "You asked last on 20 March 2026, and heard nothing."


@pytest.mark.parametrize(
    "notes",
    [
        QUIET,  # the notes end before anything was due
        (*QUIET, talk("2026-06-01"), talk("2026-08-31", contact="Eve Q")),  # met again in time
        (ada(front_matter="next_contact: never"), QUIET[1], LATER),
        (ada(front_matter="next_contact: 2028-01-01"), QUIET[1], talk("2026-04-01", contact="Eve Q")),
        (ada("2026-03-02 asked"), talk("2026-03-05", contact="Eve Q")),  # there is time to reply
    ],
)
def test_who_did_not_go_quiet(notes: tuple[dict[str, str], ...]) -> None:
    assert year(2026, *notes).quiet == ()


def test_what_one_concluded_stands_in_its_year_and_without_a_day_in_the_last() -> None:
    start = {"questions/start.md": "---\nask: How?\n---\nMostly by accident. Ada says so.\n"}
    money = {"questions/money.md": "---\nask: How much?\nas_of: 2025-03-10\n---\nToo little.\n"}
    end = {"questions/end.md": "---\nask: Where?\n---\n<!-- What you learn. -->\n"}
    trees = {
        "directions/trees.md": "---\nname: Tree officer\nverdicts:\n"
        "  - {verdict: try, on: 2025-04-01, why: The air.}\n"
        "  - {verdict: drop, on: 2026-04-01}\n---\n"
    }
    notes = (start, money, end, trees, talk("2025-03-10"), talk("2026-03-10"))
    expected = [("How?", "Mostly by accident."), ("Tree officer", "drop")]
    assert [(one.name, one.words) for one in year(2026, *notes).concluded] == expected
    assert [(one.name, one.words) for one in year(2025, *notes).concluded] == [
        ("How much?", "Too little."),
        ("Tree officer", "try: The air."),
    ]


def test_a_year_without_anything() -> None:
    found = year(2020, person("Ada Lovelace"))
    assert (found.met, found.quiet, found.promises, found.asked) == ((), (), (), 0)
