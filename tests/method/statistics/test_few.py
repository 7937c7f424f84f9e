import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.method.statistics.few import days, mean, middle
from iiv.method.statistics.time_axis import Axis, axis
from iiv.method.wording import listed
from tests.method.people import day


def test_of_few_there_is_no_mean_and_no_middle() -> None:
    assert (mean([1, 2, 3, 4]), middle([1, 2, 3, 4])) == (None, None)
    assert (mean([1, 2, 3, 4, 5, 5]), middle([1, 2, 3, 4, 5, 5])) == (3.3, 3.5)


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["one"], "one"), (["one", "two"], "one and two"), (["a", "b", "c"], "a, b and c")],
)
def test_words_in_a_sentence(words: list[str], said: str) -> None:
    assert listed(words) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "the same day"), (1, "1 day"), (2, "2 days"), (2.5, "2.5 days")]
)
def test_days_in_words(number: float, said: str) -> None:
    assert days(number) == said


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        ("2026-03-10", "2026-06-05", [(26.3, "Apr"), (59.4, "May"), (93.6, "Jun")]),
        ("2026-01-01", "2026-01-31", [(2.0, "2026")]),
        ("2025-11-20", "2026-02-10", [(14.9, "Dec"), (51.2, "2026"), (87.5, "Feb")]),
        ("2026-03-10", "2026-03-20", []),
    ],
)
def test_the_beginnings_of_months_stand_below_it(
    first: str, last: str, ticks: list[tuple[float, str]]
) -> None:
    assert list(Axis(day(first), day(last)).ticks) == ticks


def test_where_a_day_stands() -> None:
    line = Axis(day("2026-03-01"), day("2026-03-11"))
    assert [line.at(day(f"2026-03-{number:02}")) for number in (1, 6, 11)] == [2.0, 50.0, 98.0]
    assert Axis(day("2026-03-01"), day("2026-03-01")).at(day("2026-03-01")) == 50.0


def test_no_days_make_no_line() -> None:
    assert axis([]) is None


@given(st.lists(st.dates(), min_size=1, max_size=4))
def test_however_long_it_is_few_months_are_written_and_all_within_it(days: list[dt.date]) -> None:
    line = axis(days)
    assert line is not None
    assert len(line.ticks) <= 7
    assert all(2 <= x <= 98 for x, _ in line.ticks)
    assert all(2 <= line.at(one) <= 98 for one in days)
