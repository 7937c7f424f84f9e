import datetime as dt
import json
from pathlib import Path
from typing import Any, get_args

import pytest

from iiv.method.due_states import by_urgency, state, urgency
from iiv.method.follow_up import KINDS, FollowUp, Kind
from tests.method.people import day

CASES = json.loads(Path(__file__).with_name("state_cases.json").read_text("utf-8"))


def a_follow_up(
    due: str, *, since: str = "2026-03-01", until: str | None = None, kind: Kind = "stay-in-touch"
) -> FollowUp:
    last = day(until) if until else None
    return FollowUp("ada", kind, due, day(since), day(due), "You met.", until=last)


def test_every_kind_has_its_words() -> None:
    assert KINDS.keys() == {*get_args(Kind), "thank-card"}
    assert all(words.act_with.format("Ada").count("Ada") == 1 for words in KINDS.values())


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_the_state_on_a_day(case: dict[str, Any]) -> None:
    item = a_follow_up(case["due"], since=case["from"], until=case["until"], kind=case["kind"])
    assert state(item, day(case["today"])) == case["state"]


def test_urgency_is_the_days_overdue_over_the_days_that_led_to_the_date() -> None:
    item = a_follow_up("2026-03-11", since="2026-03-01")
    assert urgency(item, day("2026-03-16")) == 0.5
    assert urgency(item, day("2026-03-06")) == -0.5
    assert urgency(a_follow_up("2026-03-01"), day("2026-03-03")) == 2


def test_the_overdue_come_first_by_urgency_then_the_rest_by_date() -> None:
    today = day("2026-06-01")
    friend = a_follow_up("2026-05-20", since="2026-02-20")  # 12 days over 89
    thanks = a_follow_up("2026-05-31", since="2026-05-30", kind="thank")  # 1 day over 1
    next_week = a_follow_up("2026-06-08")
    now = a_follow_up("2026-06-01")
    resting = a_follow_up("2026-03-02", kind="thank")
    hidden = a_follow_up("2026-07-01", since="2026-06-30")
    items = [hidden, resting, next_week, now, friend, thanks]
    assert by_urgency(items, today) == [thanks, friend, now, next_week, resting, hidden]


def test_equal_urgency_keeps_the_order_of_dates() -> None:
    one, other = (
        a_follow_up("2026-03-03", since="2026-03-02"),
        a_follow_up("2026-03-03", since="2026-03-02", kind="promise"),
    )
    assert by_urgency([one, other], dt.date(2026, 3, 5)) == [one, other]
    assert by_urgency([other, one], dt.date(2026, 3, 5)) == [other, one]
