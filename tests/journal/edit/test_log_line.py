"""A line of the log is written so that it is read as it was meant."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.edit.log import log_line, one_line
from iiv.journal.model import Touchpoint, Verb
from iiv.journal.parse.log_lines import parse_line
from iiv.journal.parse.log_words import VERBS
from iiv.journal.problems import Place

HERE = Place("journal/contacts/ada.md")
DAY = dt.date(2026, 3, 2)
DATES = st.dates(dt.date(1000, 1, 1))
TIMES = st.times().map(lambda time: time.replace(second=0, microsecond=0))
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from(" \n\r\t:")) | st.text(
    " :-#`*by1\n"
)


def a_line(
    verb: Verb = "wrote",
    *,
    channel: str = "",
    note: str = "",
    day: dt.date | None = None,
    time: dt.time | None = None,
) -> str:
    return log_line(Touchpoint(DAY, verb, HERE, channel, note, day, time)).text


def test_what_a_line_says() -> None:
    assert a_line() == "2026-03-02 wrote"
    assert a_line(channel="e-mail") == "2026-03-02 wrote by e-mail"
    assert a_line(note="hello: you\n- and you") == "2026-03-02 wrote: hello: you - and you"
    said = a_line(
        "scheduled", day=dt.date(2026, 3, 9), time=dt.time(9, 5), channel="video", note="her office"
    )
    assert said == "2026-03-02 scheduled 2026-03-09 09:05 by video: her office"


@pytest.mark.parametrize(
    ("channel", "note", "why"),
    [
        ("e: mail", "", "would not be read as it is meant"),
        ("", "see <!-- this", "begins a comment"),
        ("<!--", "", "begins a comment"),
        ("", "\x1b[2J", "a control character"),
        ("", "\0", "a control character"),
        ("", "\udc80", "a control character"),
    ],
)
def test_what_no_line_can_say(channel: str, note: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        a_line(channel=channel, note=note)


def test_a_talk_without_a_day_is_not_scheduled() -> None:
    with pytest.raises(ValueError, match="would not be read"):
        a_line("scheduled")


def test_a_time_without_a_day_says_nothing() -> None:
    with pytest.raises(ValueError, match="would not be read"):
        a_line("met", time=dt.time(9))


@given(
    st.builds(
        Touchpoint,
        date=DATES,
        verb=st.sampled_from(VERBS),
        place=st.just(HERE),
        channel=WORDS.filter(lambda text: ":" not in text),
        note=WORDS.filter(lambda text: "<!--" not in text),
        day=DATES,
        time=st.none() | TIMES,
    )
)
def test_a_line_reads_back(said: Touchpoint) -> None:
    read = parse_line(f"- {log_line(said).text}", HERE)
    assert isinstance(read, Touchpoint)
    assert (read.date, read.verb, read.day, read.time) == (said.date, said.verb, said.day, said.time)
    assert (read.channel, read.note) == (one_line(said.channel), one_line(said.note))
    assert log_line(read).text == log_line(said).text


@given(WORDS)
def test_a_note_on_one_line_keeps_its_words(text: str) -> None:
    assert one_line(text).split() == text.split()
    assert one_line(one_line(text)) == one_line(text)
