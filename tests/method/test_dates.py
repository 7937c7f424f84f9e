import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.days import add_days, add_months
from iiv.method.dates import add_business_days, as_said, relative, spoken, written
from tests.method.people import day

DISTANCES = json.loads(Path(__file__).with_name("distance_cases.json").read_text("utf-8"))
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2200, 1, 1))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2026-03-02", 3, "2026-06-02"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-12-31", 0, "2026-12-31"),
        ("9999-12-31", 1, "9999-12-31"),
        ("0001-01-01", -1, "0001-01-01"),
    ],
)
def test_months_are_calendar_months_clamped_at_their_end(start: str, months: int, end: str) -> None:
    assert add_months(day(start), months) == day(end)


@given(DAYS, st.integers(-600, 600))
def test_a_month_later_is_the_same_day_or_the_last_of_its_month(start: dt.date, months: int) -> None:
    end = add_months(start, months)
    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day == start.day or (end.day < start.day and add_days(end, 1).day == 1)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-03-02", 7, "2026-03-11"),  # Monday to Wednesday of the next week
        ("2026-03-06", 1, "2026-03-09"),  # Friday to Monday
        ("2026-03-07", 1, "2026-03-09"),  # Saturday to Monday
        ("2026-03-08", 5, "2026-03-13"),
        ("2026-03-07", 0, "2026-03-07"),
        ("9999-12-31", 7, "9999-12-31"),
    ],
)
def test_business_days_are_monday_to_friday(start: str, count: int, end: str) -> None:
    assert add_business_days(day(start), count) == day(end)


@given(DAYS, st.integers(1, 300))
def test_business_days_as_one_counts_them_on_a_calendar(start: dt.date, count: int) -> None:
    end = add_business_days(start, count)
    between = (add_days(start, n) for n in range(1, (end - start).days + 1))
    assert end.weekday() < 5
    assert sum(other.weekday() < 5 for other in between) == count


def test_days_in_words() -> None:
    today = day("2026-03-02")
    assert written(today) == "2 Mar 2026"
    assert spoken(today, day("2026-06-01")) == "2 March"
    assert spoken(today, day("2027-06-01")) == "2 March 2026"


@pytest.mark.parametrize(("when", "words"), DISTANCES)
def test_how_far_a_day_is_in_words(when: str, words: str) -> None:
    assert relative(day(when), day("2026-03-02")) == words


def test_a_sentence_is_said_without_the_year_that_it_is() -> None:
    why = "You met on 2 March 2026 and planned a word on 1 January 2027."
    assert as_said(why, day("2026-12-31")) == "You met on 2 March and planned a word on 1 January 2027."
    assert as_said(why, day("2027-01-06")) == "You met on 2 March 2026 and planned a word on 1 January."
    assert as_said("A party of 12 March 2026ers, in 2026", day("2026-01-01")).endswith("2026ers, in 2026")
