"""Promises are tasks: wherever they stand, with their day in any usual form."""

from __future__ import annotations

import datetime as dt
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.parse.promises import promises, task_problems
from tests.builders import an_interview

TALK = dt.date(2026, 3, 2)  # a Monday


def problems_in(text: str, near: dt.date | None = TALK) -> list[tuple[str, str, str]]:
    return [(p.code, p.message, p.hint) for p in task_problems(text, "x.md", 1, near)]


def test_promises_are_tasks_with_a_day() -> None:
    text = dedent("""\
        - [ ] send her the article (by 2026-03-09)
        - [x] call
          * [X] and nested
        1. [ ] (by 2026-02-30) odd day
        - [] still to do
            `- [ ] code`
        ```
        - [ ] code
        ```
        """)
    found = [(p.text, p.by, p.done, p.place.line) for p in promises(text, "x.md", 10)]
    assert found == [
        ("send her the article", dt.date(2026, 3, 9), False, 10),
        ("call", None, True, 11),
        ("and nested", None, True, 12),
        ("(by 2026-02-30) odd day", None, False, 13),
        ("still to do", None, False, 14),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] send it",
        "* [ ] send it",
        "+ [ ] send it",
        "1. [ ] send it",
        "2) [ ] send it",
        "• [ ] send it",
        "\N{EN DASH} [ ] send it",
        "- [\N{NO-BREAK SPACE}] send it",
        "- [  ] send it",
        "- [\t] send it",
        "- [] send it",
        "- [/] send it",
        "- [>] send it",
        "- [!] send it",
        r"- \[ \] send it",
        "-[ ] send it",
        "- [ ]send it",
        "[ ] send it",
        "☐ send it",
        "- ☐ send it",
        "> - [ ] send it",
        "> > [ ] send it",
        "> [!todo]\n> - [ ] send it",
        "1. First\n   - [ ] send it",
        "Some words.\n- [ ] send it",
        "- - [ ] send it",
    ],
)
def test_an_open_box_is_a_promise_wherever_it_stands(line: str) -> None:
    (promise,) = promises(line, "x.md", 1)
    assert (promise.text, promise.done, promise.place.line) == ("send it", False, line.count("\n") + 1)
    assert problems_in(line) == []


@pytest.mark.parametrize(
    "line", ["- [x] sent", "- [X] sent", "- [-] sent", "- [~] sent", "☑ sent", "[x] sent"]
)
def test_a_closed_box_is_done(line: str) -> None:
    assert [(p.text, p.done) for p in promises(line, "x.md", 1)] == [("sent", True)]


@pytest.mark.parametrize(
    "line",
    [
        "- [a link](https://example.org)",
        "- [ ](https://example.org) empty link",
        "- [1] a note",
        "- [i] for information",
        "- [x]: https://example.org",
        "- [ ]",
        "[] and what is left of a link",
        "He read [] and [], too.",
        "> [!note] words",
        "<!-- - [ ] hidden -->",
        "`- [ ] code`",
    ],
)
def test_what_is_no_task_is_none_and_no_problem(line: str) -> None:
    assert promises(line, "x.md", 1) == ()
    assert problems_in(line) == []


@pytest.mark.parametrize(
    "text",
    [
        "- [ ] send her\n  the article",
        "- [ ] send her\nthe article",
        "> - [ ] send her\n>   the article",
        "- [ ] send her\n  the article\n- [x] other",
        "- [ ] send her\n  the article\n\n  More.",
        "- [ ] send her\n  the article\n## Next",
        "- [ ] send her\n  the article\n> quoted",
        "[ ] send her\nthe article\n[x] other",
        "☐ send her\nthe article\n☑ other",
    ],
)
def test_a_task_may_run_over_several_lines(text: str) -> None:
    assert promises(text, "x.md", 1)[0].text == "send her the article"


@pytest.mark.parametrize(
    "day",
    [
        "(by 2026-03-09)",
        "by 2026-03-09",
        "due 2026-03-09",
        "due: 2026-03-09",
        "(due: 2026-03-09)",
        "[due:: 2026-03-09]",
        "(due:: 2026-03-09)",
        "📅 2026-03-09",
        "📅2026-03-09",
        "by 9 March 2026",
        "(by March 9th, 2026)",
        "by 9.3.2026",
        "by Monday, 9 March 2026",
        "by [[2026-03-09]]",
        "(By 2026-03-09 15:00)",
        "due by 2026\N{EN DASH}03\N{EN DASH}09",
        "⏳ 2026-03-09",
        "**by 9 March 2026**",
        "_due 2026-03-09_",
    ],
)
def test_the_day_in_any_usual_form_leaves_the_words(day: str) -> None:
    for text in (
        f"- [ ] send it {day}",
        f"- [ ] send it, {day}",
        f"- [ ] {day} send it",
        f"- [ ] send it\n  {day}",
    ):
        (promise,) = promises(text, "x.md", 1)
        assert (promise.text, promise.by) == ("send it", dt.date(2026, 3, 9))
        assert problems_in(text) == []


def test_the_day_it_is_due_comes_before_that_to_begin_on() -> None:
    (promise,) = promises("- [ ] send it ⏳ 2026-03-05 📅 2026-03-09", "x.md", 1)
    assert (promise.text, promise.by) == ("send it ⏳ 2026-03-05", dt.date(2026, 3, 9))


def test_words_around_the_day_stay() -> None:
    (before,) = promises("- [ ] by 9 Mar 2026: send it", "x.md", 1)
    assert before.text == "send it"
    (middle,) = promises("- [ ] send it (by 2026-03-09), please", "x.md", 1)
    assert middle.text == "send it, please"
    (more,) = promises("- [ ] send it (by 2026-03-09, if it rains)", "x.md", 1)
    assert (more.text, more.by) == ("send it (by 2026-03-09, if it rains)", dt.date(2026, 3, 9))


@pytest.mark.parametrize(
    ("words", "code", "message", "hint"),
    [
        ("by Friday", "bad-date", "`Friday` is no date", "write the day itself: 2026-03-06"),
        ("(by tomorrow)", "bad-date", "`tomorrow` is no date", "write the day itself: 2026-03-03"),
        ("due next week", "bad-date", "`next week` is no date", "write the day itself: 2026-03-09"),
        (
            "by the end of March",
            "bad-date",
            "`the end of March` is no date",
            "write year-month-day, as in 2026-03-02",
        ),
        ("by 9 March", "bad-date", "`9 March` has no year", "did you mean 2026-03-09?"),
        ("by 9.3.26", "bad-date", "`9.3.26` has a year of two digits", "write 2026-03-09"),
        (
            "by 3/9/2026",
            "bad-date",
            "`3/9/2026` may be 3 September or 9 March",
            "write 2026-09-03 or 2026-03-09",
        ),
        (
            "(by 2026-02-30)",
            "bad-date",
            "`2026-02-30` is no day in the calendar",
            "check the month and the day",
        ),
        (
            "on 2026-03-09",
            "unread-day",
            "`2026-03-09` is not read as this task's day",
            "write (by 2026-03-09)",
        ),
        (
            "9 March 2026",
            "unread-day",
            "`9 March 2026` is not read as this task's day",
            "write (by 2026-03-09)",
        ),
        (
            "@{2026-03-09}",
            "unread-day",
            "`2026-03-09` is not read as this task's day",
            "write (by 2026-03-09)",
        ),
    ],
)
def test_a_day_that_is_not_read_is_a_problem(words: str, code: str, message: str, hint: str) -> None:
    assert problems_in(f"- [ ] send it {words}") == [(code, message, hint)]
    assert problems_in(f"- [x] send it {words}") == []


@pytest.mark.parametrize(
    "words",
    [
        "thank her for the lecture of 2026-02-01",
        "read [[2026-03-09-ada-lovelace]]",
        "read https://example.org/2026-03-09/news",
        "read [it](notes-2026-03-09.md)",
        "send it ➕ 2026-03-02",
        "send it [created:: 2026-03-02]",
        "read the book by May Sarton, 30 pages",
        "meet (by the sea)",
    ],
)
def test_a_date_that_is_no_day_of_the_task_is_no_problem(words: str) -> None:
    assert problems_in(f"- [ ] {words}") == []


@pytest.mark.parametrize(
    "text", ["To do: [ ] send it", "| [ ] | send it |", "- [x] sent [ ] filed", "[ ]send it"]
)
def test_a_box_that_is_not_read_is_a_problem(text: str) -> None:
    assert [code for code, _, _ in problems_in(text)] == ["lost-box"]


@given(st.text("- []x>\n(by2026-01)due:📅☐ \N{NO-BREAK SPACE}|#`", max_size=60))
def test_nothing_raises_and_each_promise_has_words(text: str) -> None:
    assert all(promise.text for promise in promises(text, "x.md", 1))
    assert all(hint for _, _, hint in problems_in(text))


def test_a_box_without_a_space_before_it_ends_the_task_above() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\n---\n- [ ] the book\n-[ ] the map\n"
    assert [task.text for task in an_interview(note).promises] == ["the book", "the map"]
