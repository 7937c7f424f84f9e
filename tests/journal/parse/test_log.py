"""The log as people write it: where it stands, and its lines."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_journal

FRONT = "---\nname: Grace\n---\n"
LINES = "- 2026-02-10 asked by e-mail\n- 2026-02-20 replied\n"


def the_log(body: str) -> list[tuple[str, str, str, str]]:
    (grace,) = a_journal({"contacts/grace.md": FRONT + body}).journal.contacts
    return [(str(line.date), line.verb, line.channel, line.note) for line in grace.log]


def the_notes(body: str) -> str:
    (grace,) = a_journal({"contacts/grace.md": FRONT + body}).journal.contacts
    return grace.notes


def the_problems(body: str) -> list[tuple[int, str, str, str]]:
    problems = a_journal({"contacts/grace.md": FRONT + body}).problems
    return [(p.place.line - 3, p.code, p.message, p.hint) for p in problems]


@pytest.mark.parametrize(
    "body",
    [
        f"## Log\n{LINES}",
        f"# LOG\n\n{LINES}",
        f"### Log:\n{LINES}",
        f"**Log**\n{LINES}",
        f"**Log:**\n\n{LINES}",
        f"Log\n{LINES}",
        f"Log:\n\n{LINES}",
        f"Log\n---\n{LINES}",
        f"## Contact log\n{LINES}",
        f"## History\n{LINES}",
        f"## Log (newest last)\n{LINES}",
        f"## 📒 Log 2026\n{LINES}",
        f"**Logbuch**\n{LINES}",
        f"## Verlauf\n{LINES}",
        f"## Historique\n{LINES}",
        "> [!log]\n> - 2026-02-10 asked by e-mail\n> - 2026-02-20 replied\n",
        "> [!note]- Log\n> - 2026-02-10 asked by e-mail\n> - 2026-02-20 replied\n",
        "> ## Log\n> - 2026-02-10 asked by e-mail\n> - 2026-02-20 replied\n",
        f"<details>\n<summary>Log</summary>\n\n{LINES}\n</details>\n",
        "- ## Log\n\t- 2026-02-10 asked by e-mail\n\t- 2026-02-20 replied\n",
        LINES,
        "2026-02-10 asked by e-mail\n2026-02-20 replied\n",
        f"# Grace\n\n{LINES}",
        "## Log\n### 2026\n#### February\n- 2026-02-10 asked by e-mail\n\n---\n\n- 2026-02-20 replied\n",
        "## Log\n### 2026-02-10\n- asked by e-mail\n\n**20 February 2026**\nreplied\n",
        "## Log\n- 2026-02-10\n  - asked by e-mail\n- 2026-02-20\n  - replied\n",
        "## Log\n- [x] 2026-02-10 asked by e-mail\n- [x] 2026-02-20 replied\n",
        "## Log\n| Date | What |\n|---|---|\n| 2026-02-10 | asked by e-mail |\n| 2026-02-20 | replied |\n",
        "## Log\n|What|How|When|\n|---|---|---|\n|asked|e-mail|10 Feb 2026|\n|replied||20 Feb 2026|\n",
        "## Log\n| 2026-02-10 | asked | by e-mail |\n| 2026-02-20 | replied | |\n",
    ],
)
def test_the_log_is_found_wherever_it_is_without_doubt(body: str) -> None:
    text = f"{body}\n# Later\nMore words.\n"
    assert the_problems(text) == []
    assert the_log(text) == [("2026-02-10", "asked", "e-mail", ""), ("2026-02-20", "replied", "", "")]
    assert the_notes(text).endswith("# Later\nMore words.")
    assert "2026" not in the_notes(text)


@pytest.mark.parametrize(
    "line",
    [
        "- 2026-03-02 asked by e-mail",
        "2026-03-02: asked by e-mail",
        "* 2 March 2026 - asked by e-mail",
        "2026/03/02 asked by e-mail",
        "[2026-03-02] asked by e-mail",
        "(2026-03-02) asked by e-mail",
        "asked 2026-03-02 by e-mail",
        "Asked on 2 March 2026 by e-mail",
        "- asked by e-mail (2026-03-02)",
        "- **2026-03-02** asked by e-mail",
        "- **2026-03-02:** asked by e-mail",
        "- **2026-03-02**: asked by e-mail",
        "- *2026-03-02* **asked** by e-mail",
        "- `2026-03-02` asked by e-mail",
        "- ==2026-03-02== asked by e-mail",
        "- 2026-03-02 \N{EM DASH} asked by e-mail",
        "- 2026-03-02\N{EM DASH}asked by e-mail",
        "- 2026-03-02 -> asked by e-mail",
        "- 2026-03-02 15:00 asked by e-mail",
        "- 2026-03-02T15:00 asked by e-mail",
        "- 2026-03-02 (Mon) asked by e-mail",
        "- 2026-03-02, Monday: asked by e-mail",
        "1. 2026-03-02 asked by e-mail",
        "2. March 2026 asked by e-mail",
        "- 2. März 2026 asked by e-mail",
        "- lundi 2 mars 2026 : asked by e-mail",
        "- 2026-03-02 asked her by e-mail",
        "- 2026-03-02 asked, by e-mail",
        "- 2026-03-02 asked via e-mail",
        "- 2026-03-02 asked per e-mail",
        "> 2026-03-02 asked by e-mail",
    ],
)
def test_a_line_is_read_as_people_write_it(line: str) -> None:
    assert the_problems(f"## Log\n{line}\n") == []
    assert the_log(f"## Log\n{line}\n") == [("2026-03-02", "asked", "e-mail", "")]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("2026-03-02 called, no answer", ("called", "", "no answer")),
        ("2026-03-02 called (no answer)", ("called", "", "no answer")),
        ("2026-03-02 called. No answer", ("called", "", "No answer")),
        ("2026-03-02 called him", ("called", "", "")),
        ("2026-03-02 phoned", ("called", "", "")),
        ("2026-03-02 wrote to her: thanks", ("wrote", "", "thanks")),
        ("2026-03-02 wrote: a long letter\nabout looms", ("wrote", "", "a long letter about looms")),
        ("2026-03-02 wrote: 2026-03-09 suits her", ("wrote", "", "2026-03-09 suits her")),
        ("thanked by card 2026-03-02", ("thanked", "card", "")),
    ],
)
def test_what_stands_behind_the_verb(line: str, read: tuple[str, str, str]) -> None:
    assert the_problems(f"## Log\n{line}\n") == []
    assert the_log(f"## Log\n{line}\n") == [("2026-03-02", *read)]


def test_a_colon_may_stand_before_the_day_of_the_talk() -> None:
    note = (
        f"{FRONT}## Log\n- 2026-02-20 scheduled: 2026-03-02 15:00\n- 2026-02-21 rescheduled to 2026-03-03\n"
    )
    reading = a_journal({"contacts/grace.md": note})
    assert reading.problems == ()
    days = [line.day for line in reading.journal.contacts_by_id["grace"].log]
    assert days == [dt.date(2026, 3, 2), dt.date(2026, 3, 3)]


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("2026-03-02 emailed her", "`emailed` is no verb of the log", "did you mean `wrote`?"),
        ("2026-03-02 sent thank-you card", "`sent` is no verb of the log", "did you mean `thanked by card`?"),
        (
            "2026-03-02 sent a thank you note",
            "`sent` is no verb of the log",
            "did you mean `thanked by e-mail`?",
        ),
        ("2026-03-02 left a voicemail", "`left` is no verb of the log", "did you mean `called`?"),
        ("2026-03-02 got a reply", "`got` is no verb of the log", "did you mean `replied`?"),
        ("2026-03-02 she replied", "`she` is no verb of the log", "did you mean `replied`?"),
        ("2026-03-02 she called", "`she` is no verb of the log", "did you mean `heard`?"),
        ("2026-03-02 I called", "`I` is no verb of the log", "did you mean `called`?"),
        ("2026-03-02 Ada replied!", "`Ada` is no verb of the log", "did you mean `replied`?"),
        ("2026-03-02 Ada called", "`Ada` is no verb of the log", "did you mean `heard`?"),
        ("2026-03-02 no answer", "`no` is no verb of the log", "did you mean `note`?"),
        (
            "2026-03-02 thanked with a card",
            "what follows `thanked` cannot be read",
            "write `thanked by card`",
        ),
        ("2026-03-02 hat geantwortet", "`hat` is no verb of the log", "did you mean `replied`?"),
        ("2026-03-02 Termin vereinbart", "`Termin` is no verb of the log", "did you mean `scheduled`?"),
        ("2026-03-02 remerciée par carte", "`remerciée` is no verb of the log", "did you mean `thanked`?"),
        (
            "2026-03-02 thanked (card)",
            "`card` is read as a note, and not as how you thanked them",
            "write `thanked by card`",
        ),
        ("~~2026-03-02 asked~~", "this line is struck out", "delete it, or take `~~` away"),
        ("2026-03-02 (Tuesday) asked", "`2026-03-02 (Tuesday)` is another weekday", "check the date"),
        (
            "scheduled 2026-03-02",
            "a line of the log begins with its date",
            "write `- DATE VERB [DATE [TIME]] [by CHANNEL] [: note]`",
        ),
        (
            "yesterday called",
            "`yesterday` is no date",
            "that is another day later on: write year-month-day, as in 2026-03-02",
        ),
    ],
)
def test_what_may_be_meant_is_said_and_the_line_stays(line: str, message: str, hint: str) -> None:
    body = f"## Log\n- 2026-01-01 asked\n{line}\n"
    assert [(found[0], *found[2:]) for found in the_problems(body)] == [(3, message, hint)]
    (grace,) = a_journal({"contacts/grace.md": FRONT + body}).journal.contacts
    assert [(one.key, one.text) for one in grace.unread] == [("Log", line)]
    assert the_log(body) == [("2026-01-01", "asked", "", "")]


def test_a_table_is_one_problem_however_many_rows_are_not_read() -> None:
    rows = (
        "| 2026-03-02 | Call | good |\n| 2026-03-03 | replied | yes |\n| soon | asked | |\n| 2026 | x | |\n"
    )
    body = f"## Log\n| Date | Type | Notes |\n| --- | --- | --- |\n{rows}"
    assert the_problems(body) == [
        (
            4,
            "bad-log-line",
            "this row of the table is no line of the log, nor are 2 more: `Call` is no verb of the log",
            "did you mean `called`?",
        )
    ]
    assert the_log(body) == [("2026-03-03", "replied", "", "yes")]
    (grace,) = a_journal({"contacts/grace.md": FRONT + body}).journal.contacts
    assert len(grace.unread) == 3


def test_a_task_in_the_log_is_a_task_and_no_fault() -> None:
    body = "## Log\n- 2026-03-02 asked\n- [ ] send her the book (by 2026-03-09)\n  with a card\n- [x] call\n"
    assert the_problems(body) == []
    assert the_log(body) == [("2026-03-02", "asked", "", "")]
    (grace,) = a_journal({"contacts/grace.md": FRONT + body}).journal.contacts
    expected = [("send her the book with a card", False), ("call", True)]
    assert [(task.text, task.done) for task in grace.promises] == expected
    assert the_notes(body) == "- [ ] send her the book (by 2026-03-09)\n  with a card\n- [x] call"


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        (
            "## Background\n- 2026-02-10 asked by e-mail\n",
            [(2, "this line is not read as one of the log", "write `## Log` above such lines")],
        ),
        (
            "## Notes\n2026-02-10 called\n\n## Log\n- 2026-02-11 replied\n",
            [(2, "this line is not read as one of the log", "move it below `## Log`")],
        ),
        (
            "## Notes\n- 2026-02-10 emailed her\n\n## Log\n",
            [
                (
                    2,
                    "this line is not read as one of the log: `emailed` is no verb of the log",
                    "did you mean `wrote`? Then move it below `## Log`",
                )
            ],
        ),
        (
            "## Verlauf\n- 10.02.2026 angerufen\n",
            [
                (
                    2,
                    "this line is not read as one of the log: `angerufen` is no verb of the log",
                    "did you mean `called`?",
                )
            ],
        ),
        ("## Background\n- 2019 joined the mill\n- 2026-02-10 promoted to head of looms\n", []),
        ("Her lecture of 2026-02-10 met with praise.\n", []),
        ("## History\nFounded in 1850.\n", []),
        ("```\n- 2026-02-10 asked\n```\n", []),
        ("## Plans\n- [ ] 2026-02-10 asked\n", []),
    ],
)
def test_a_dated_line_outside_the_log_is_never_passed_over(
    body: str, problems: list[tuple[int, str, str]]
) -> None:
    found = [one for one in the_problems(body) if one[1] != "unread-day"]
    assert found == [(line, "lost-log-line", message, hint) for line, message, hint in problems]
    assert the_notes(body).startswith(body.split("\n\n## Log", maxsplit=1)[0].strip())


def test_a_log_in_the_note_of_a_talk_is_a_problem() -> None:
    log = "## Log\n- 2026-03-03 thanked by card\n"
    note = f"---\ncontact: Grace\ndate: 2026-03-02\nhelpfulness: 4\n---\nWords.\n\n{log}"
    (problem,) = a_journal({"interviews/2026-03-02-grace.md": note}).problems
    assert (problem.code, problem.place.line) == ("lost-log-line", 8)
    quiet = note.replace("- 2026-03-03 thanked by card", "Written on the train.")
    assert a_journal({"interviews/2026-03-02-grace.md": quiet}).problems == ()


WORDS = st.sampled_from(
    [
        *("asked", "called her", "by e-mail", "2026-03-02", "2 March", "- ", "| ", ": ", "> ", "**", "Log"),
        *("## Log", "History", "[x] ", "~~", "\n", "\n\n", "  ", "[!log]", "scheduled", "vereinbart"),
        *("### 2026", "marker"),
    ]
)


@given(st.lists(WORDS, max_size=25).map("".join))
def test_no_word_of_a_contact_is_lost_whatever_its_log_is_like(body: str) -> None:
    reading = a_journal({"contacts/grace.md": FRONT + body})
    (grace,) = reading.journal.contacts
    read = [f"{line.channel} {line.note}" for line in grace.log]
    kept = " ".join([grace.notes, *(one.text for one in grace.unread), *read])
    assert kept.count("marker") >= body.count("marker")
