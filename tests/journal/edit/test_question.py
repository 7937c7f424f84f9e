"""A question's text with one thing other in it, and every other character as it was."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.bank import bank
from iiv.journal.edit.errors import UneditableNoteError
from iiv.journal.edit.question import (
    is_blank,
    numbered,
    question_text,
    retired,
    reworded,
    shortlisted,
    taken_up,
)
from tests.builders import a_journal

MAY = dt.date(2026, 5, 1)
START = "---\nask: Where did it begin?\norder: 2 # after the pitch\n---\nThey fell into it.\n"


def as_read(text: str) -> list[tuple[str, dt.date | None]]:
    """The wordings of the question as a reader of the journal has them, today's last."""
    reading = a_journal({"questions/start.md": text})
    assert reading.problems == ()
    (question,) = reading.journal.questions
    return [*((former.ask, former.until) for former in question.formerly), (question.ask, None)]


def test_a_new_wording_keeps_the_former_one_with_its_last_day() -> None:
    assert reworded(START, "start", "How did you start?", MAY) == (
        "---\n"
        "ask: How did you start?\n"
        "order: 2 # after the pitch\n"
        "formerly: [{ask: Where did it begin?, until: 2026-05-01}]\n"
        "---\n"
        "They fell into it.\n"
    )


def test_a_mended_typing_error_is_no_former_wording() -> None:
    text = START.replace("begin", "begni")
    assert reworded(text, "start", "Where did it begin?", None) == START


@pytest.mark.parametrize(
    ("formerly", "then"),
    [
        ("formerly:", "formerly: [{NEW}]"),
        ("formerly:  # none yet", "formerly: [{NEW}]  # none yet"),
        ("formerly: []", "formerly: [{NEW}]"),
        ("formerly: Why?", "formerly: [Why?, {NEW}]"),
        ("formerly: 'Why, then?'  # old", 'formerly: ["Why, then?", {NEW}]  # old'),
        ("formerly: [Why?, How?]", "formerly: [Why?, How?, {NEW}]"),
        ("formerly: [\n  Why?,  # spring\n]", "formerly: [\n  Why?, {NEW},  # spring\n]"),
        ("formerly:\n- Why?\n# then came", "formerly:\n- Why?\n- {NEW}\n# then came"),
        (
            "formerly:\n  - ask: Why? # spring\n    until: 2026-02-01 # or so\n\ntopic: Path",
            "formerly:\n  - ask: Why? # spring\n    until: 2026-02-01 # or so\n  - {NEW}\n\ntopic: Path",
        ),
        ("formerly:\n  - |\n    Why?\n\ntopic: Path", "formerly:\n  - |\n    Why?\n  - {NEW}\n\ntopic: Path"),
        ("formerly: |\n  Why?\n\n  How?\norder: 2", "formerly: [Why? How?, {NEW}]\norder: 2"),
        ("formerly: [{ask: Why?}]", "formerly: [{ask: Why?}, {NEW}]"),
    ],
)
def test_a_former_wording_joins_others_in_the_form_they_have(formerly: str, then: str) -> None:
    new = "ask: Where did it begin?, until: 2026-05-01"
    text = START.replace("order: 2 # after the pitch", formerly)
    amended = reworded(text, "start", "How?!", MAY)
    assert amended == text.replace("ask: Where did it begin?", 'ask: "How?!"').replace(
        formerly, then.replace("NEW", new)
    )
    assert as_read(amended)[-2:] == [("Where did it begin?", MAY), ("How?!", None)]


def test_line_ends_and_byte_order_mark_stay() -> None:
    text = "\ufeff" + START.replace("\n", "\r\n")
    amended = reworded(text, "start", "How?", MAY)
    assert amended.startswith("\ufeff---\r\nask: How?\r\n")
    assert amended.count("\n") == amended.count("\r\n") == text.count("\r\n") + 1


def test_a_file_without_front_matter_asks_the_words_of_the_bank() -> None:
    amended = reworded("They fell into it.\n", "start", "How?", MAY)
    start = bank()["start"]
    assert as_read(amended) == [(start.formerly[0], None), (start.ask, MAY), ("How?", None)]
    assert amended.endswith("---\nThey fell into it.\n")


@pytest.mark.parametrize(
    "text", ["---\nask: a: b\n---\n", "---\nask: A?\n", "---\nask: [A?]\n---\n", "---\n{ask: A?}\n---\n"]
)
def test_what_cannot_be_amended_is_left_alone(text: str) -> None:
    with pytest.raises(UneditableNoteError):
        reworded(text, "a", "Why?", MAY)


def test_retired_and_taken_up_again_is_as_before() -> None:
    out = retired(START, "start", MAY)
    assert out == START.replace("pitch\n", "pitch\nretired: 2026-05-01\n")
    assert taken_up(out, "start") == START


def test_taken_up_whoever_retired_it() -> None:
    assert taken_up(START.replace("order", "retired: yes  # dull\norder"), "start") == START
    assert taken_up(START, "start") == START


@pytest.mark.parametrize("front", ["{ask: A?, retired: yes}", "ask: A?\nretired: no\nretired: yes"])
def test_what_cannot_be_taken_up_is_left_alone(front: str) -> None:
    with pytest.raises(UneditableNoteError):
        taken_up(f"---\n{front}\n---\n", "a")


def test_on_the_shortlist_and_chosen_again_is_as_before() -> None:
    out = shortlisted(START, "start", MAY)
    assert out == START.replace("pitch\n", "pitch\nshortlist: 2026-05-01\n")
    assert shortlisted(retired(START, "start", MAY), "start", MAY) == out
    chosen = START.replace("pitch\n", "pitch\nsince: 2026-05-01\n")
    assert taken_up(out, "start", order=7, since=MAY) == chosen


def test_a_new_candidate_gets_its_place_when_it_is_chosen() -> None:
    text = question_text("Why?", "Path", shortlist=MAY)
    assert taken_up(text, "why", order=3) == question_text("Why?", "Path", order=3)
    assert is_blank(a_journal({"questions/why.md": text}).journal.questions[0])
    assert not is_blank(a_journal({"questions/why.md": f"{text}So.\n"}).journal.questions[0])


def test_what_cannot_be_retired_is_left_alone() -> None:
    with pytest.raises(UneditableNoteError):
        retired("---\nask: A?\n", "a", MAY)


def test_a_number_changes_alone() -> None:
    assert numbered(START, "start", 3) == START.replace("order: 2", "order: 3")
    assert numbered(START, "start", 2) == START
    assert numbered("---\nask: A?\n---\n", "a", 7) == "---\nask: A?\norder: 7\n---\n"


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp", "Cs")), min_size=1).map(
    lambda text: " ".join(text.split())
)


@given(WORDS.filter(bool), WORDS.filter(bool), WORDS.filter(bool))
def test_any_wordings_read_back(first: str, second: str, third: str) -> None:
    text = question_text(first)
    text = reworded(text, "start", second, MAY)
    text = reworded(text, "start", third, None)
    assert as_read(text) == [(first, MAY), (third, None)]


def test_one_former_wording_becomes_a_list_of_two() -> None:
    text = "---\nask: Why?\nFormerly: {ask: How?, until: 2026-02-01}  # spring\n---\n"
    assert reworded(text, "start", "What for?", MAY) == (
        "---\nask: What for?\n"
        "Formerly: [{ask: How?, until: 2026-02-01}, {ask: Why?, until: 2026-05-01}]  # spring\n---\n"
    )


@pytest.mark.parametrize(
    ("formerly", "named"),
    [
        ("{aks: How did you begin at all?, until: 2026-01-01}", "`aks` is no key .* .did you mean `ask`"),
        ("[{ask: How?, until: spring}]", "`spring` is no date"),
        ("[[How?]]", "former wording"),
        ("\n  ask: How?\n  until: 2026-02-01", "`formerly`"),
    ],
)
def test_what_cannot_be_read_among_the_former_wordings_is_never_written_over(
    formerly: str, named: str
) -> None:
    with pytest.raises(UneditableNoteError, match=named):
        reworded(f"---\nask: Why?\nformerly: {formerly}\n---\n", "start", "What for?", MAY)
