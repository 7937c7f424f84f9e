"""The calendar, read back by a parser that shares no code with the one that writes it."""

import datetime as dt
import re
from typing import Any, Literal, get_args

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from iiv.exchange.calendar import calendar, initials_of
from iiv.journal.journal import Journal
from iiv.journal.model import Contact
from iiv.journal.settings import Settings
from iiv.method.follow_up import FollowUp, Kind
from iiv.method.rules import all_follow_ups
from iiv.values import replace
from tests.builders import a_journal
from tests.method.journals import journals

ADA = """\
---
contact: Ada Lovelace
date: 2026-03-02
helpfulness: 5
next_contact: 2026-06-01
---
- [ ] send Grace the book on looms; all of it
"""
LINE_OCTETS = 75  # RFC 5545, 3.1


def written(text: str = ADA, *, initials: bool = False) -> bytes:
    """The calendar of a journal with this one interview."""
    reading = a_journal({"interviews/2026-03-02-ada-lovelace.md": text})
    return calendar(reading.journal, all_follow_ups(reading.journal, reading.settings), initials=initials)


def events(file: bytes) -> list[Any]:
    """Its events as the other parser sees them."""
    (whole,) = vobject.readComponents(file.decode())
    return list(whole.contents.get("vevent", []))


def a_follow_up(
    kind: Kind = "nudge", channel: Literal["card", ""] = "", due: dt.date = dt.date(2026, 3, 3)
) -> FollowUp:
    return FollowUp(
        contact="ada",
        kind=kind,
        event="x",
        channel=channel,
        from_=dt.date(2026, 3, 2),
        due=due,
        until=None,
        why="You met.",
    )


def of_one(name: str, *items: FollowUp, initials: bool = False) -> bytes:
    """The calendar of somebody with this name."""
    return calendar(Journal(contacts=(Contact("ada", name),)), items, initials=initials)


def test_each_follow_up_is_an_all_day_event() -> None:
    found = [
        (str(event.dtstart.value), str(event.dtend.value), event.summary.value, event.description.value)
        for event in events(written())
    ]
    assert found == [
        (
            "2026-03-03",
            "2026-03-04",
            "Thank Ada Lovelace by e-mail",
            "You met on 2 March 2026; no thanks by e-mail yet.",
        ),
        (
            "2026-03-05",
            "2026-03-06",
            "Send a card to Ada Lovelace",
            "You met on 2 March 2026; no card yet. It helped you a lot: add a small gift.",
        ),
        (
            "2026-03-09",
            "2026-03-10",
            "Keep your promise to Ada Lovelace",
            "You promised on 2 March 2026: send Grace the book on looms; all of it",
        ),
        (
            "2026-06-01",
            "2026-06-02",
            "Get in touch with Ada Lovelace",
            "You met on 2 March 2026 and planned to be in touch on 1 June 2026.",
        ),
    ]


def test_no_event_makes_a_day_busy_or_knows_the_clock() -> None:
    for event in events(written()):
        assert event.transp.value == "TRANSPARENT"
        assert event.dtstamp.value == dt.datetime(2026, 3, 2, tzinfo=dt.UTC)


def test_a_date_that_moves_keeps_its_uid() -> None:
    before, after = written(), written(ADA.replace("2026-06-01", "2026-09-01"))
    assert before != after
    assert [event.uid.value for event in events(before)] == [event.uid.value for event in events(after)]
    assert events(after)[-1].dtstart.value == dt.date(2026, 9, 1)


def test_another_talk_gives_other_uids() -> None:
    uids = {event.uid.value for text in (ADA, ADA.replace("Ada", "Eve")) for event in events(written(text))}
    assert len(uids) == 8
    assert all(uid.endswith("@iiv.invalid") for uid in uids)


def test_without_names_nothing_tells_who_or_repeats_what_was_written() -> None:
    file = written(initials=True)
    assert [(event.summary.value, event.description.value) for event in events(file)] == [
        ("Follow up with A. L.", "Thank by e-mail. `iiv due` says why."),
        ("Follow up with A. L.", "Send a card. `iiv due` says why."),
        ("Follow up with A. L.", "Keep your promise. `iiv due` says why."),
        ("Follow up with A. L.", "Get in touch. `iiv due` says why."),
    ]
    unfolded = file.replace(b"\r\n ", b"").lower()
    assert not any(word in unfolded for word in (b"ada", b"lovelace", b"grace", b"looms"))
    assert [e.uid.value for e in events(file)] == [e.uid.value for e in events(written())]


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Ada Lovelace", "A. L."),
        ("ada king, countess of lovelace", "A. L."),
        ("Łukasz Wieczorek", "Ł. W."),
        ("李美", "李."),
        ("42", "somebody"),
    ],
)
def test_initials(name: str, initials: str) -> None:
    assert initials_of(name) == initials


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_is_said_in_words(kind: Kind) -> None:
    (event,) = events(of_one("Ada", a_follow_up(kind)))
    assert "Ada" in event.summary.value
    assert len(event.summary.value.split()) >= 3


def test_items_stand_by_date_in_whatever_order_they_come() -> None:
    items = [a_follow_up("promise", due=dt.date(2026, 3, day)) for day in (9, 3, 5)]
    assert of_one("Ada", *items) == of_one("Ada", *reversed(items))
    days = [event.dtstart.value.day for event in events(of_one("Ada", *items))]
    assert days == [3, 5, 9]


def test_the_last_day_there_is_has_no_next() -> None:
    (event,) = events(of_one("Ada", a_follow_up(due=dt.date.max)))
    assert event.dtstart.value == dt.date.max
    assert "dtend" not in event.contents


def test_a_journal_that_asks_for_nothing_is_an_empty_calendar() -> None:
    assert events(calendar(Journal(), ())) == []


NASTY = st.text(
    st.sampled_from(
        list("Aé李,;:\\\"'{}%^=\r\n\t\x00\x07\x0b\x1b\x7f\x85\u2028\u2029\ud800\U0001f600 \u0301")
    )
    | st.characters(),
    min_size=1,
    max_size=120,
)
INJECTED = "Ada\r\nEND:VEVENT\r\nEND:VCALENDAR\nATTACH:http://example.org"


CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def visible(text: str) -> str:
    """The text on one line, without control characters."""
    return " ".join(CONTROL.sub(" ", text).split())


@given(NASTY | st.just(INJECTED), NASTY)
def test_any_name_and_reason_come_back_whole_and_alone(name: str, why: str) -> None:
    file = of_one(name, replace(a_follow_up(), why=why))
    (event,) = events(file)
    assert event.summary.value == f"Ask {visible(name) or 'somebody'} once more"
    assert event.description.value == visible(why)
    assert set(event.contents) == {"uid", "dtstamp", "dtstart", "dtend", "transp", "summary", "description"}


@given(NASTY)
def test_lines_are_as_the_standard_wants_them(name: str) -> None:
    file = of_one(name, replace(a_follow_up(), why=name * 3))
    lines = file.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= LINE_OCTETS
        assert not any(byte < 0x20 or byte == 0x7F for byte in line)
        assert line.decode()  # folded between characters, never within one


@given(journals())
def test_any_journal_gives_valid_events_with_uids_of_their_own(journal: Journal) -> None:
    items = all_follow_ups(journal, Settings())
    file = calendar(journal, items)
    found = events(file)
    assert len({event.uid.value for event in found}) == len(items)
    assert [event.dtstart.value for event in found] == [item.due for item in items]
    assert all(event.dtend.value - event.dtstart.value == dt.timedelta(1) for event in found)


SCHEDULED = "---\nname: Ada Lovelace\n---\n\n## Log\n- 2026-02-20 scheduled 2026-03-02 {}by video\n"


def talks_in(log: str, *, initials: bool = False) -> list[Any]:
    reading = a_journal({"contacts/ada.md": log})
    file = calendar(reading.journal, all_follow_ups(reading.journal, reading.settings), initials=initials)
    return [event for event in events(file) if event.summary.value.startswith("Talk with")]


def test_a_talk_stands_at_its_time_wherever_one_is() -> None:
    (event,) = talks_in(SCHEDULED.format("15:00 "))
    assert event.dtstart.value == dt.datetime(2026, 3, 2, 15)  # noqa: DTZ001 - no zone is what is meant
    assert event.duration.value == dt.timedelta(minutes=30)
    assert (event.summary.value, event.transp.value) == ("Talk with Ada Lovelace", "OPAQUE")
    assert event.description.value == "You will talk on 2 March 2026 at 15:00, by video."


def test_a_talk_without_a_time_takes_the_day() -> None:
    (event,) = talks_in(SCHEDULED.format(""))
    assert (event.dtstart.value, event.transp.value) == (dt.date(2026, 3, 2), "TRANSPARENT")


def test_a_talk_that_is_moved_moves_in_the_calendar_too() -> None:
    first = SCHEDULED.format("15:00 ")
    (before,), (after,) = talks_in(first), talks_in(first + "- 2026-02-25 scheduled 2026-03-09\n")
    assert before.uid.value == after.uid.value
    assert after.dtstart.value == dt.date(2026, 3, 9)


def test_a_talk_without_names() -> None:
    (event,) = talks_in(SCHEDULED.format("15:00 "), initials=True)
    assert (event.summary.value, event.description.value) == ("Talk with A. L.", "`iiv due` says more.")
