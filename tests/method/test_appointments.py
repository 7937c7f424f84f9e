import pytest

from iiv.method.appointments import prepared_notes
from tests.method.people import ada, dates, items, journal, talk

SCHEDULED = "2026-02-20 scheduled 2026-03-02 15:00 by video"


def test_preparing_is_due_the_day_before_until_the_end_of_the_day() -> None:
    (item,) = items(ada(SCHEDULED), kind="prepare")
    assert item.id == "ada/prepare/2026-02-20-scheduled"
    assert [str(item.from_), str(item.due), str(item.until)] == ["2026-02-20", "2026-03-01", "2026-03-02"]
    assert item.why == "You will talk on 2 March 2026 at 15:00: choose your questions, and confirm."


def test_a_talk_fixed_for_the_same_day_is_prepared_at_once() -> None:
    assert dates(ada("2026-03-02 scheduled 2026-03-02"), kind="prepare") == ["2026-03-02"]


def test_a_day_logged_when_it_is_over_only_asks_for_its_note() -> None:
    (item,) = items(ada("2026-03-05 scheduled 2026-03-02"))
    assert (item.kind, str(item.due)) == ("write-up", "2026-03-03")


def test_the_write_up_hides_until_the_day_after() -> None:
    (item,) = items(ada(SCHEDULED), kind="write-up")
    assert item.id == "ada/write-up/2026-02-20-scheduled"
    assert [str(item.from_), str(item.due), item.until] == ["2026-03-03", "2026-03-03", None]
    assert item.why == (
        "You were to talk on 2 March 2026, and there is no note of it yet."
        " While it is fresh: what they said, what moved in you, what fits, and what you doubt."
    )


def test_the_next_talk_may_be_agreed_in_a_talk() -> None:
    assert {"prepare", "write-up"} <= {item.kind for item in items(ada(SCHEDULED), talk("2026-02-20"))}


@pytest.mark.parametrize("date", ["2026-02-21", "2026-03-02", "2026-03-04"])
def test_a_talk_after_the_lines_date_ends_both(date: str) -> None:
    assert {item.kind for item in items(ada(SCHEDULED), talk(date))} == {"thank"}


def test_an_earlier_talk_ends_neither() -> None:
    assert {"prepare", "write-up"} <= {item.kind for item in items(ada(SCHEDULED), talk("2026-02-19"))}


def test_a_later_line_moves_or_ends_both() -> None:
    moved = ada(f"2026-02-25 scheduled 2026-03-09\n{SCHEDULED}")
    assert dates(moved, kind="prepare") == ["2026-03-08"]
    assert dates(moved, kind="write-up") == ["2026-03-10"]
    assert items(ada(f"{SCHEDULED}\n2026-02-25 declined")) == []


def test_a_meeting_without_a_note_still_asks_for_one() -> None:
    assert dates(ada(f"{SCHEDULED}\n2026-03-02 met"), kind="write-up") == ["2026-03-03"]


@pytest.mark.parametrize(
    ("date", "empty"), [("2026-02-19", False), ("2026-02-20", True), ("2026-03-02", True)]
)
def test_a_note_prepared_since_is_asked_to_be_filled_in(date: str, *, empty: bool) -> None:
    (item,) = items(ada(SCHEDULED), talk(date, notes=""), kind="write-up")
    assert ("the note that you prepared is still empty" in item.why) == empty
    assert ("there is no note of it yet" in item.why) != empty


def test_a_prepared_note_waits_until_a_talk_on_its_day_or_later() -> None:
    prepared = talk("2026-03-02", notes="")
    before, after = (journal(ada(), prepared, talk(day)) for day in ("2026-03-01", "2026-03-03"))
    assert [note.id for note in prepared_notes(before)] == ["2026-03-02-ada"]
    assert prepared_notes(after) == ()
    assert [item.kind for item in items(ada(), prepared)] == []


def test_the_talk_is_due_on_its_day_with_its_time_and_channel() -> None:
    (item,) = items(ada("2026-02-20 scheduled 2026-03-02 15:00 by video"), kind="talk")
    assert (str(item.from_), str(item.due), str(item.until)) == ("2026-02-20", "2026-03-02", "2026-03-02")
    assert item.appointment == "15:00, by video"
    assert item.why == "You will talk on 2 March 2026 at 15:00, by video."


def test_a_talk_that_is_moved_stays_the_same_one() -> None:
    first, again = "2026-02-20 scheduled 2026-03-02 15:00", "2026-02-25 scheduled 2026-03-09"
    (before,), (after,) = (items(ada(log), kind="talk") for log in (first, f"{first}\n{again}"))
    assert (before.id, str(after.due)) == (after.id, "2026-03-09")
    other = f"{first}\n2026-02-21 cancelled\n{again}"
    (another,) = items(ada(other), kind="talk")
    assert another.id != before.id


@pytest.mark.parametrize("end", ["2026-02-25 cancelled", "2026-02-25 declined"])
def test_a_talk_ends_when_it_is_called_off(end: str) -> None:
    assert items(ada(f"2026-02-20 scheduled 2026-03-02\n{end}"), kind="talk") == []
