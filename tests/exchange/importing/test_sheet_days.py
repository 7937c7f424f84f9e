"""Days in a column: the column itself says whether the day or the month comes first."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.importing.sheet_days import Order, day_in, in_doubt, orders_proven

DAYS = st.dates(dt.date(2001, 1, 1), dt.date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("3/2/2026", "dmy", "2026-02-03"),
        ("3/2/2026", "mdy", "2026-03-02"),
        ("3/2/26 14:05", "mdy", "2026-03-02"),
        ("2/14/2026 9:03:22", "mdy", "2026-02-14"),
        ("3-2-2026", "mdy", "2026-03-02"),
        ("3.2.2026", "mdy", "2026-02-03"),
        ("14 Mar 2026", "mdy", "2026-03-14"),
        ("2. März 2026", "dmy", "2026-03-02"),
        ("2026-03-02 14:05", "dmy", "2026-03-02"),
        ("2026/03/02 3:14:15 PM GMT+1", "dmy", "2026-03-02"),
        ("March 2, 2026 \N{RIGHTWARDS ARROW} March 3, 2026", "dmy", "2026-03-02"),
        ("14/3/2026", "mdy", None),
        ("June", "dmy", None),
        ("3/2", "dmy", None),
        ("2026-03-02 or so", "dmy", None),
        ("", "dmy", None),
    ],
)
def test_a_day(text: str, order: Order, day: str | None) -> None:
    found = day_in(text, order)
    assert (str(found) if found else None) == day


@given(
    st.lists(DAYS),
    st.sampled_from([("dmy", "{0.day}/{0.month}/{0.year}"), ("mdy", "{0.month}/{0.day}/{0.year}")]),
)
def test_a_column_is_read_as_it_was_written(days: list[dt.date], said: tuple[Order, str]) -> None:
    order, form = said
    texts = [form.format(day) for day in days]
    assert [day_in(text, order) for text in texts] == days
    assert orders_proven(texts) <= {order}
    assert bool(orders_proven(texts)) is any(day.day > 12 for day in days)
    assert in_doubt(texts) == [text for text, day in zip(texts, days, strict=True) if day.day != day.month]


def test_a_column_may_contradict_itself() -> None:
    assert orders_proven(["14/3/2026", "3/14/2026"]) == {"dmy", "mdy"}
    assert in_doubt(["2026-03-02", "5/5/2026", "2 March 2026"]) == []
