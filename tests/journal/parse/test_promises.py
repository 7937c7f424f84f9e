"""Promises are tasks: wherever they stand, with their day in any usual form."""

import datetime as dt
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.parse.date_faults import FORM
from iiv.journal.parse.promises import promises, task_problems

TALK = dt.date(2026, 3, 2)  # a Monday
AS_TASK = "write the day in this form: (by 2026-03-02)"


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
        *("- [ ] send it", "* [ ] send it", "+ [ ] send it", "1. [ ] send it", "2) [ ] send it"),
        *("• [ ] send it", "\N{EN DASH} [ ] send it", "- [\N{NO-BREAK SPACE}] send it", "- [  ] send it"),
        *("- [\t] send it", "- [] send it", "- [/] send it", "- [>] send it", "- [!] send it"),
        *(r"- \[ \] send it", "-[ ] send it", "- [ ]send it", "[ ] send it", "☐ send it", "- ☐ send it"),
        *("> - [ ] send it", "> > [ ] send it", "> [!todo]\n> - [ ] send it", "1. First\n   - [ ] send it"),
        *("Some words.\n- [ ] send it", "- - [ ] send it"),
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
        *("- [a link](https://example.org)", "- [ ](https://example.org) empty link", "- [1] a note"),
        *("- [i] for information", "- [x]: https://example.org", "- [ ]", "[] and what is left of a link"),
        *("He read [] and [], too.", "> [!note] words", "<!-- - [ ] hidden -->", "`- [ ] code`"),
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
        *("(by 2026-03-09)", "by 2026-03-09", "due 2026-03-09", "due: 2026-03-09", "(due: 2026-03-09)"),
        *("[due:: 2026-03-09]", "(due:: 2026-03-09)", "📅 2026-03-09", "📅2026-03-09", "by 9 March 2026"),
        *("(by March 9th, 2026)", "by 9.3.2026", "by Monday, 9 March 2026", "by [[2026-03-09]]"),
        *("(By 2026-03-09 15:00)", "due by 2026\N{EN DASH}03\N{EN DASH}09", "⏳ 2026-03-09"),
        *("until 2026-03-09", "deadline: 9 March 2026", "due:2026-03-09", "[scheduled:: 2026-03-09]"),
        *("@2026-03-09", "@due(2026-03-09)", "@{2026-03-09}", "@March 9, 2026", "{2026-03-09}"),
        *("DEADLINE: <2026-03-09 Mon>", "SCHEDULED: <2026-03-09 Mon 10:00 +1w>", "bis 9.3.2026"),
        *("bis zum 9. März 2026", "(fällig: 09.03.2026)", "spätestens am Montag, 9. März 2026"),
        *("pour le 9 mars 2026", "d'ici le 9 mars 2026", "**by 9 March 2026**", "_due 2026-03-09_"),
    ],
)
def test_the_day_in_any_usual_form_leaves_the_words(day: str) -> None:
    for text in (f"send it {day}", f"send it, {day}", f"{day} send it", f"send it\n  {day}"):
        (promise,) = promises(f"- [ ] {text}", "x.md", 1)
        assert (promise.text, promise.by) == ("send it", dt.date(2026, 3, 9))
        assert problems_in(f"- [ ] {text}") == []


@pytest.mark.parametrize(
    ("task", "words"),
    [
        ("- [ ] by 9 Mar 2026: send it", "send it"),
        ("- [ ] send it (by 2026-03-09), please", "send it, please"),
        ("- [ ] send it (by 2026-03-09, if it rains)", "send it (by 2026-03-09, if it rains)"),
        ("- [ ] send it ⏳ 2026-03-05 📅 2026-03-09", "send it ⏳ 2026-03-05"),  # the day to begin on
        ("* [ ] send it >2026-03-09", "send it"),  # as NotePlan has it
    ],
)
def test_words_around_the_day_stay(task: str, words: str) -> None:
    assert [(one.text, one.by) for one in promises(task, "x.md", 1)] == [(words, dt.date(2026, 3, 9))]


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        ("by Friday", "`Friday` is no date", "write the day itself: 2026-03-06"),
        ("(by tomorrow)", "`tomorrow` is no date", "write the day itself: 2026-03-03"),
        ("due next week", "`next week` is no date", "write the day itself: 2026-03-09"),
        ("by the end of March", "`the end of March` is no date", "write year-month-day, as in 2026-03-02"),
        ("by 9 March", "`9 March` has no year", "did you mean 2026-03-09?"),
        ("by 9.3.26", "`9.3.26` has a year of two digits", "write 2026-03-09"),
        ("by 3/9/2026", "`3/9/2026` may be 3 September or 9 March", "write 2026-09-03 or 2026-03-09"),
        ("(by 2026-02-30)", "`2026-02-30` is no day in the calendar", "check the month and the day"),
        ("on 2026-03-09", "`2026-03-09` is not read as this task's day", "write (by 2026-03-09)"),
        ("9 March 2026", "`9 March 2026` is not read as this task's day", "write (by 2026-03-09)"),
    ],
)
def test_a_day_that_is_not_read_is_a_problem(words: str, message: str, hint: str) -> None:
    code = "unread-day" if "not read" in message else "bad-date"
    assert problems_in(f"- [ ] send it {words}") == [(code, message, hint)]
    assert problems_in(f"- [x] send it {words}") == []


@pytest.mark.parametrize(
    ("words", "shown", "hint"),
    [
        ("send it by friday", "friday", "write the day itself: 2026-03-06"),
        ("send it bis Freitag", "Freitag", "write the day itself: 2026-03-06"),
        ("bis Freitag schicken", "Freitag", "write the day itself: 2026-03-06"),
        ("send it bis 9.3.", "9.3.", "did you mean 2026-03-09?"),
        ("send it until 3.4.", "3.4.", "did you mean 2026-04-03?"),
        ("send it (by 9.3.)", "9.3.", "did you mean 2026-03-09?"),
        ("send it by 3/9", "3/9", "did you mean 2026-09-03 or 2026-03-09?"),
        ("send it 📅 3 March", "3 March", "did you mean 2026-03-03?"),
        ("send it 📅 tomorrow", "tomorrow", "write the day itself: 2026-03-03"),
        ("send it [due:: soon]", "soon", FORM),
        ("send it by the end of March", "the end of March", FORM),
        ("send it bis Ende März", "Ende März", FORM),
        ("send it by Easter", "Easter", FORM),
        ("send it by 5pm", "5pm", FORM),
        ("send it by EOW", "EOW", FORM),
        ("send it by the 9th", "the 9th", FORM),
        ("nächste Woche anrufen", "nächste Woche", "write (by 2026-03-09)"),
        ("Am Montag nachfragen", "Montag", "write (by 2026-03-09)"),
        ("übermorgen anrufen", "übermorgen", "write (by 2026-03-04)"),
        ("in 14 Tagen nachhaken", "in 14 Tagen", "write (by 2026-03-16)"),
        ("KW 14: Kaffee", "KW 14", AS_TASK),
        ("la semaine prochaine : café", "la semaine prochaine", "write (by 2026-03-09)"),
        ("dans deux semaines, relancer", "dans deux semaines", "write (by 2026-03-16)"),
        ("écrire avant vendredi", "vendredi", "write (by 2026-03-06)"),
        ("call her tomorrow", "tomorrow", "write (by 2026-03-03)"),
        ("tomorrow: call her", "tomorrow", "write (by 2026-03-03)"),
        ("call her in two weeks", "in two weeks", "write (by 2026-03-16)"),
        ("call her next week about it", "next week", "write (by 2026-03-09)"),
        ("call her on Friday about it", "Friday", "write (by 2026-03-06)"),
        ("call her Friday morning", "Friday", "write (by 2026-03-06)"),
        ("call her @today p1 #phone", "today", "write (by 2026-03-02)"),
        ("**Friday** call her", "Friday", "write (by 2026-03-06)"),
        ("call her Mar 14", "Mar 14", "did you mean 2026-03-14?"),
        ("call her am 12. März", "12. März", "did you mean 2026-03-12?"),
        ("call her in Q2", "in Q2", AS_TASK),
        ("call her end of March", "end of March", AS_TASK),
        ("call her mid-April", "mid-April", AS_TASK),
        ("call her this weekend", "this weekend", AS_TASK),
        ("call her >2026-W11", "2026-W11", FORM),
        ("call her on the 15th", "on the 15th", AS_TASK),
        ("call her in a couple of weeks", "in a couple of weeks", AS_TASK),
        ("call her in 2-3 weeks", "in 2-3 weeks", AS_TASK),
        ("call her in 10d", "in 10d", AS_TASK),
        ("call her within the week", "within the week", AS_TASK),
        ("call her this afternoon", "this afternoon", AS_TASK),
        ("call her after the holidays", "after the holidays", AS_TASK),
        ("call her March 2026", "March 2026", AS_TASK),
        ("call her 20260309", "20260309", AS_TASK),
        ("vor Weihnachten melden", "vor Weihnachten", AS_TASK),
        ("Ende des Monats melden", "Ende des Monats", AS_TASK),
        ("bis Jahresende melden", "Jahresende", FORM),
        ("15.3. Kaffee", "15.3.", "did you mean 2026-03-15?"),
    ],
)
def test_what_looks_like_a_day_is_never_passed_over(words: str, shown: str, hint: str) -> None:
    ((_, message, found),) = problems_in(f"- [ ] {words}")
    assert message.startswith(f"`{shown}`")
    assert found == hint
    (promise,) = promises(f"- [ ] {words}", "x.md", 1, TALK)
    assert (promise.text, promise.by, promise.unread_day) == (words, None, shown)
    assert problems_in(f"- [ ] {words} (by 2026-03-09)") == []


@pytest.mark.parametrize(
    "line", ["- [ ] ~~send it~~", "- [ ] ~~send it (by 2026-03-09)~~", "- [ ] ~~send it~~ (by 2026-03-09)"]
)
def test_a_task_that_is_struck_out_is_done(line: str) -> None:
    assert [task.done for task in promises(line, "x.md", 1)] == [True]
    assert problems_in(line) == []


def test_of_what_is_struck_out_the_rest_is_still_to_do() -> None:
    assert [task.done for task in promises("- [ ] ~~the map~~ the book", "x.md", 1)] == [False]
    assert problems_in("~~- [ ] send it~~") == []


def test_boxes_below_each_other_need_no_list_mark() -> None:
    tasks = promises("[] the book\n[x] the map\n[] the tea", "x.md", 1)
    assert [task.text for task in tasks] == ["the book", "the map", "the tea"]


@pytest.mark.parametrize("line", ["- TODO send it", "TODO: send it", "To do: send it", "* LATER send it"])
def test_a_task_without_a_box_is_a_problem(line: str) -> None:
    assert [code for code, _, _ in problems_in(line)] == ["lost-task"]


@pytest.mark.parametrize(
    "line",
    ["My TODO list", "## To do", "Todo lo que dijo", "- DONE sent it", "`- TODO send it`", "- NOW: yes"],
)
def test_what_is_no_task_without_a_box(line: str) -> None:
    assert problems_in(line) == []


@pytest.mark.parametrize(
    "words",
    [
        "ask what happens next year in the mill",
        "finish chapter 3.4.",
        "write about the March fair",
        "get the May issue",
        "read the 24/7 article",
        "send 1/2 of the notes",
        "thank her for the lecture of 1 February",
        "Dank für den Vortrag vom 1. Februar",
        "read about the sun",
        "send it to May",
        "find the report by Sun Li",
        "ask for the March 2026 report",
        "find the 2026 report",
        "look at the Sunday paper",
        "ask how now differs from then",
        "book 🛫 2026-03-07",
        "ask about yesterday",
        "thank her for the lecture of 2026-02-01",
        "read [[2026-03-09-ada-lovelace]]",
        "read https://example.org/2026-03-09/news",
        "read [it](notes-2026-03-09.md)",
        "send it ➕ 2026-03-02",
        "send it [created:: 2026-03-02] [cancelled:: 2026-03-04]",
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
    tasks = promises("- [ ] the book\n-[ ] the map\n", "x.md", 1)
    assert [task.text for task in tasks] == ["the book", "the map"]
