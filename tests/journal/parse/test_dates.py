"""Dates and times as people write them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.days import MONTHS, WEEKDAYS
from iiv.journal.parse.date_faults import date_fault
from iiv.journal.parse.dates import parse_date, parse_date_and_time

MARCH = dt.date(2026, 3, 2)  # a Monday
JANUARY = dt.date(2026, 1, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-02", MARCH),
        ("  2026-3-2 ", MARCH),
        ("2026/03/02", MARCH),
        ("2 March 2026", MARCH),
        ("2nd March 2026", MARCH),
        ("the 2nd", None),
        ("2nd of March, 2026", MARCH),
        ("March 2, 2026", MARCH),
        ("MARCH 2ND 2026", MARCH),
        ("2 Mar 2026", MARCH),
        ("2 mar. 2026", MARCH),
        ("2-Mar-2026", MARCH),
        ("2026-Mar-02", MARCH),
        ("Monday, 2 March 2026", MARCH),
        ("Mon 2 Mar 2026", MARCH),
        ("Mon, the 2nd of March 2026", MARCH),
        ("9 Sept 2026", dt.date(2026, 9, 9)),
        ("2. März 2026", MARCH),
        ("2. Ma\u0308rz 2026", MARCH),
        ("Mo, 2. Mrz. 2026", MARCH),
        ("Montag, den 2. März 2026", MARCH),
        ("2 MÄRZ 2026", MARCH),
        ("22. Jänner 2026", JANUARY),
        ("lundi 2 mars 2026", MARCH),
        ("jeu. 22 janv. 2026", JANUARY),
        ("1er août 2026", dt.date(2026, 8, 1)),
        ("22.1.2026", JANUARY),
        ("22. 1. 2026", JANUARY),
        ("2.3.2026", MARCH),
        ("22/1/2026", JANUARY),
        ("1/22/2026", JANUARY),
        ("22-1-2026", JANUARY),
        ("3/3/2026", dt.date(2026, 3, 3)),
        ("[[2026-03-02]]", MARCH),
        ("[[2026-03-02|the day]]", MARCH),
        ("2026\N{EN DASH}03\N{NON-BREAKING HYPHEN}02", MARCH),
        ("2\N{NO-BREAK SPACE}March\N{NARROW NO-BREAK SPACE}2026", MARCH),
        ("\N{FULLWIDTH DIGIT TWO}026-03-02", MARCH),
        ("\N{ARABIC-INDIC DIGIT TWO}026-03-02", MARCH),
        ("\N{LEFT-TO-RIGHT MARK}2026-03-02", MARCH),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: dt.date | None) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("15:00", dt.time(15)),
        ("9:30", dt.time(9, 30)),
        ("15:00:30", dt.time(15)),
        ("3pm", dt.time(15)),
        ("3 PM", dt.time(15)),
        ("3:30 p.m.", dt.time(15, 30)),
        ("3.30pm", dt.time(15, 30)),
        ("12am", dt.time(0)),
        ("12:15 pm", dt.time(12, 15)),
        ("15h30", dt.time(15, 30)),
        ("15 Uhr", dt.time(15)),
        ("noon", dt.time(12)),
        ("15:00 (GMT+1)", dt.time(15)),
        ("25:00", None),
        ("3", None),
        ("3 pmx", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, time: dt.time | None) -> None:
    assert parse_date_and_time(f"2026-03-02 {text}")[1] == time


@pytest.mark.parametrize(
    "text",
    ["2026-03-02 15:00", "2026-03-02T15:00:00Z", "2 March 2026 at 3pm", "March 2, 2026, 3:00 PM (GMT+1)"],
)
def test_a_time_may_follow_the_day(text: str) -> None:
    assert parse_date_and_time(text) == (MARCH, dt.time(15))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2026-03-02"),
        ("Tomorrow", "2026-03-03"),
        ("yesterday", "2026-03-01"),
        ("the day before yesterday", "2026-02-28"),
        ("friday", "2026-03-06"),
        ("next friday", "2026-03-06"),
        ("last friday", "2026-02-27"),
        ("monday", "2026-03-09"),
        ("this monday", "2026-03-02"),
        ("last monday", "2026-02-23"),
        ("in 3 months", "2026-06-02"),
        ("in a week", "2026-03-09"),
        ("in two weeks' time", None),
        ("2 weeks ago", "2026-02-16"),
        ("3 days from now", "2026-03-05"),
        ("+2w", "2026-03-16"),
        ("+1d", "2026-03-03"),
        ("-1m", "2026-02-02"),
        ("+1y", "2027-03-02"),
        ("next month", "2026-04-02"),
        ("in 9999 years", "9999-12-31"),
        ("2 March 2026", "2026-03-02"),
        ("3/2/2026", None),
        ("heute", "2026-03-02"),
        ("übermorgen", "2026-03-04"),
        ("nächsten Freitag", "2026-03-06"),
        ("in zwei Wochen", "2026-03-16"),
        ("nächste Woche", "2026-03-09"),
        ("demain", "2026-03-03"),
        ("vendredi prochain", "2026-03-06"),
        ("dans trois mois", "2026-06-02"),
        ("within 2 weeks", "2026-03-16"),
        ("a week from today", "2026-03-09"),
        ("soon", None),
    ],
)
def test_a_command_knows_days_that_are_told_from_today(text: str, day: str | None) -> None:
    found, _ = parse_date_and_time(text, MARCH)
    assert found == (dt.date.fromisoformat(day) if day else None)
    assert parse_date(text) == (MARCH if text == "2 March 2026" else None)


def test_a_time_may_follow_a_day_that_is_told_from_today() -> None:
    assert parse_date_and_time("friday 3pm", MARCH) == (dt.date(2026, 3, 6), dt.time(15))
    assert parse_date_and_time("friday 25:00", MARCH) == (None, None)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("2026-02-30", "`2026-02-30` is no day in the calendar", "check the month and the day"),
        ("2026-13-05", "`2026-13-05` is no day in the calendar", "did you mean 2026-05-13?"),
        ("3.22.2026", "`3.22.2026` is no day in the calendar", "did you mean 2026-03-22?"),
        ("3/2/2026", "`3/2/2026` may be 3 February or 2 March", "write 2026-02-03 or 2026-03-02"),
        ("2.3.26", "`2.3.26` has a year of two digits", "write 2026-03-02"),
        ("3/2/26", "`3/2/26` has a year of two digits", "write 2026-02-03 or 2026-03-02"),
        ("2 Mar '26", "`2 Mar '26` has a year of two digits", "write 2026-03-02"),
        ("26/03/02", "`26/03/02` has a year of two digits", "write year-month-day, as in 2026-03-02"),
        ("9 March", "`9 March` has no year", "did you mean 2026-03-09?"),
        ("22.1.", "`22.1.` has no year", "did you mean 2027-01-22?"),
        ("3/9", "`3/9` has no year", "did you mean 2026-09-03 or 2026-03-09?"),
        ("Friday", "`Friday` is no date", "write the day itself: 2026-03-06"),
        ("Freitag", "`Freitag` is no date", "write the day itself: 2026-03-06"),
        ("in 3 months", "`in 3 months` is no date", "write the day itself: 2026-06-02"),
        ("20260302", "`20260302` is no date", "did you mean 2026-03-02?"),
        ("2026-03-02 or so", "`2026-03-02 or so` is no date", "write 2026-03-02 alone"),
        ("2026-03-02 25:00", "`25:00` is no time of day", "write it as 15:00"),
        (
            "Sunday, 2 March 2026",
            "`Sunday, 2 March 2026` is a Monday",
            "write 2026-03-02, if the date is right",
        ),
        ("by phone", "`by phone` is no date", "write year-month-day, as in 2026-03-02"),
    ],
)
def test_what_is_no_day_says_why_and_what_to_write(text: str, message: str, hint: str) -> None:
    assert parse_date(text) is None
    assert date_fault(text, MARCH) == (message, hint)


def test_without_a_day_to_tell_from_only_the_form_is_named() -> None:
    assert date_fault("9 March")[1] == "write year-month-day, as in 2026-03-02"
    assert date_fault("Friday")[1].endswith("write year-month-day, as in 2026-03-02")


def test_never_is_offered_where_it_may_stand() -> None:
    assert date_fault("none", never=True) == ("`none` is no date", "write `never`, or leave it empty")


def _written(day: dt.date) -> list[str]:
    """A day in every way of writing that leaves no doubt."""
    name, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    suffix = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 if day.day not in {11, 12, 13} else 0, "th")
    year = f"{day.year:04}"
    return [
        day.isoformat(),
        f"{year}-{day.month}-{day.day}",
        f"{year}/{day:%m/%d}",
        f"{day.day} {name} {year}",
        f"{day.day}{suffix} of {name[:3].upper()}, {year}",
        f"{name} {day.day}, {year}",
        f"{weekday}, {name[:3]} {day.day}{suffix} {year}",
        f"{weekday[:3]}. {day.day} {name.lower()} {year}",
        f"{day.day}-{name[:3]}-{year}",
        f"{day.day}.{day.month}.{year}",
        f"{day.day:02}. {day.month:02}. {year}",
        f"[[{day}]]",
        f"{day} 15:00",
        f"{day.day} {name} {year}, 3:30 pm",
    ]


@given(st.dates())
def test_each_way_of_writing_a_day_reads_back_as_it(day: dt.date) -> None:
    assert {parse_date(text) for text in _written(day)} == {day}


@given(st.dates())
def test_with_slashes_a_day_is_read_or_both_readings_are_named(day: dt.date) -> None:
    for text in (f"{day.day}/{day.month}/{day.year:04}", f"{day.month}/{day.day}/{day.year:04}"):
        if parse_date(text) is None:
            assert str(day) in date_fault(text)[1]
        else:
            assert parse_date(text) == day


@given(st.text() | st.from_regex(r"[0-9]{1,4}[-/. ][0-9a-z]{1,4}[-/. ][0-9]{1,4}"), st.dates())
def test_nothing_raises(text: str, near: dt.date) -> None:
    day, _ = parse_date_and_time(text, near)
    if day is None:
        assert all(date_fault(text, near))
