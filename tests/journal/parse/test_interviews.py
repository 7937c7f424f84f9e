"""An interview's note says who, when, and what was answered."""

import datetime as dt

import pytest

from tests.builders import a_journal, an_interview, problems_of

ADA = "interviews/2026-03-02-ada.md"
MANY = 3_000
START = {
    "questions/start.md": """\
        ---
        ask: How did you start?
        formerly: [{ask: Where did it begin?, until: 2026-01-01}]
        ---
        """
}


def test_everything_a_note_may_say() -> None:
    talk = an_interview("""\
        ---
        contact: Ada Lovelace
        date: 2026-03-02 15:00
        helpfulness: 4   # out of 5
        next_contact: 2026-06-01
        asked_about_me: yes
        channel: video
        minutes: 35
        interest: 4
        shift: I had never thought of teaching it.      # what moved
        introductions: [Grace Hopper, "[[Mary Somerville]]"]
        help: [introduction, book]
        thanked: {email: 2026-03-02, card: 2026-03-05}
        tags: [computing]
        role: Analyst
        organization: Engines
        field: computing
        answers:
          start: |
            **By accident.** She was asked to check a table.
        ---
        Free notes with #themes.

        - [ ] send her the article (by 2026-03-09)

        ## What is the most satisfying part of your work?
        The moment when #craft and #people meet.
        """)
    assert (talk.contact, talk.date, talk.time) == ("ada-lovelace", dt.date(2026, 3, 2), dt.time(15))
    assert (talk.helpfulness, talk.next_contact, talk.asked_about_me) == (4, dt.date(2026, 6, 1), True)
    assert (talk.channel, talk.minutes, talk.interest) == ("video", 35, 4)
    assert talk.shift == "I had never thought of teaching it."
    assert talk.introductions == ("grace-hopper", "mary-somerville")
    assert talk.help == ("introduction", "book")
    expected = [("email", dt.date(2026, 3, 2)), ("card", dt.date(2026, 3, 5))]
    assert [(t.channel, t.date) for t in talk.thanked] == expected
    assert [(a.question, a.gist, a.themes) for a in talk.answers] == [
        ("start", "By accident.", ()),
        ("satisfying", "The moment when #craft and #people meet.", ("craft", "people")),
    ]
    assert talk.notes == "Free notes with #themes.\n\n- [ ] send her the article (by 2026-03-09)"
    assert talk.themes == ("themes",)
    assert [(p.text, p.place.line) for p in talk.promises] == [("send her the article", 24)]
    assert not talk.prepared


@pytest.mark.parametrize(
    "heading",
    ["How did you start?", "HOW DID YOU START", "start", "Where did it begin?", "How did you _start_ ?"],
)
def test_a_heading_may_be_id_wording_or_former_wording(heading: str) -> None:
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n### {heading}\nIn a shop.\n"
    (talk,) = a_journal({ADA: note, **START}).journal.interviews
    assert [(a.question, a.text, a.heading) for a in talk.answers] == [("start", "In a shop.", heading)]


def test_an_answer_runs_to_the_next_heading_of_its_level_or_the_next_question() -> None:
    note = """\
        ---
        contact: Ada
        date: 2026-03-02
        ---
        Before.
        ## start
        One.
        ### A detail
        Two.
        #### satisfying
        Three.
        ### Another
        After.
        """
    questions = {**START, "questions/satisfying.md": "---\nask: What satisfies you?\n---\n"}
    (talk,) = a_journal({ADA: note, **questions}).journal.interviews
    expected = {"start": "One.\n### A detail\nTwo.", "satisfying": "Three."}
    assert {a.question: a.text for a in talk.answers} == expected
    assert talk.notes == "Before.\n\n\n### Another\nAfter."


def test_asked_and_not_answered_is_not_the_same_as_not_asked() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\nhelpfulness: 3\n---\n## start\n\n"
    (talk,) = a_journal(
        {ADA: note, **START, "questions/other.md": "---\nask: And?\n---\n"}
    ).journal.interviews
    assert [(a.question, a.text) for a in talk.answers] == [("start", "")]


def test_a_question_answered_twice_keeps_both_texts_and_is_a_problem() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\nanswers:\n  start: one\n---\n## Start\ntwo\n"
    reading = a_journal({ADA: note, **START})
    (talk,) = reading.journal.interviews
    assert ([a.text for a in talk.answers], [a.text for a in talk.unknown_answers]) == (["one"], ["two"])
    assert [str(p.place) for p in reading.problems if p.code == "answered-twice"] == [f"journal/{ADA}:7:1"]


def test_an_answer_to_an_unknown_question_stays_with_a_hint() -> None:
    front = "contact: Ada\ndate: 2026-03-02\nanswers:\n  strat: one\n  zzz: two"
    note = f"---\n{front}\n---\n## What of the cat?\nPurrs.\n"
    reading = a_journal({ADA: note, **START})
    (talk,) = reading.journal.interviews
    assert [(a.question, a.text) for a in talk.unknown_answers] == [("strat", "one"), ("zzz", "two")]
    assert "What of the cat?" in talk.notes
    assert [(p.code, p.hint.split(",")[0]) for p in reading.problems] == [
        ("unknown-question", "did you mean `start`?"),
        ("unknown-question", "give it a file in questions/"),
        ("unknown-question", "give it a file in questions/"),
    ]


@pytest.mark.parametrize(
    ("body", "prepared"),
    [
        ("- How did you start?\n- Where did it begin?\n", True),
        ("- [ ] How did you start?\n- [ ] Where did it begin?\n", True),
        ("How did you start?\nWhere did it begin?\n\nIn a shop.\n", False),
        ("- How did you start?\n- Where did it begin?\n- And the cat?\n", False),
    ],
)
def test_a_list_of_what_to_ask_is_no_talk(body: str, *, prepared: bool) -> None:
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n{body}"
    (talk,) = a_journal({ADA: note, **START}).journal.interviews
    assert (talk.prepared, talk.answers) == (prepared, ())


@pytest.mark.parametrize(
    ("said", "prepared"),
    [
        ("", True),
        ("helpfulness:\nchannel: phone\nanswers:\n  start:\n", True),
        ("helpfulness: 3\n", False),
        ("shift: I want this.\n", False),
        ("answers:\n  start: in a shop\n", False),
    ],
)
def test_a_note_that_says_nothing_yet_is_prepared(said: str, *, prepared: bool) -> None:
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n{said}---\n<!-- notes -->\n\n## How did you start?\n\n"
    (talk,) = a_journal({ADA: note, **START}).journal.interviews
    assert talk.prepared is prepared


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("helpfulness: 6", "bad-number"),
        ("minutes: " + "9" * 6000, "bad-number"),
        ("helpfulness: [4, 5]", "not-text"),
        ("next_contact: 2026-02-30", "bad-date"),
        ("next_contact: 05/01/2026", "bad-date"),
        ("next_contact: 12:30", "bad-date"),
        ("next_contact: 2026-02-03 25:00", "bad-date"),
        ("minutes: [1, 2]", "not-text"),
        ("asked_about_me: 0123", "not-yes-or-no"),
        ("helpfull: 4", "unknown-key"),
        ("role: A\nrole: B", "repeated-key"),
        ("shift: more #craft", "text-after-hash"),
        ("shift: [a, b]", "not-text"),
        ("tags: {a: b}", "not-a-list"),
        ("tags: [{a: b}]", "not-text"),
        ("thanked: yes", "bad-thanked"),
        ("thanked: {email: soon}", "bad-date"),
        ("answers: none", "bad-answers"),
        ("answers: {start: {a: b}}", "not-text"),
        ("answers:\n  start: a # b", "text-after-hash"),
        ("introductions: ['[[]]']", "no-name"),
    ],
)
def test_what_is_wrong_in_the_front_matter_is_one_problem_and_the_talk_stays(line: str, code: str) -> None:
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n{line}\n---\nnotes\n"
    reading = a_journal({ADA: note, **START})
    assert [problem.code for problem in reading.problems] == [code]
    assert all(problem.hint for problem in reading.problems)
    assert len(reading.journal.interviews) == 1


def test_text_after_a_hash_is_kept_whole() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\nanswers:\n  start: when #craft meets\n---\n"
    (talk,) = a_journal({ADA: note, **START}).journal.interviews
    assert [(a.text, a.themes) for a in talk.answers] == [("when #craft meets", ("craft",))]


@pytest.mark.parametrize(
    ("front", "problems"),
    [
        ("contact: [Ada, Bob]\ndate: 2026-03-02", ["2:10: one-person"]),
        ("date: 2026-03-02", ["2:1: missing-contact"]),
        ("contact: Ada", ["2:1: missing-date"]),
        ("contact:\ndate:", ["2:9: missing-contact", "3:6: missing-date"]),
        ("contact: '[[ ]]'\ndate: 2026-03-02", ["2:10: no-name"]),
        ("contact: Ada\ndate: 2026-02-30", ["3:7: bad-date"]),
    ],
)
def test_without_one_person_and_a_day_a_note_is_broken(front: str, problems: list[str]) -> None:
    files = {ADA: f"---\n{front}\n---\nnotes\n"}
    assert problems_of(files) == [f"{ADA}:{problem}" for problem in problems]
    (broken,) = a_journal(files).journal.broken
    assert (broken.kind, broken.id) == ("interview", "2026-03-02-ada")
    assert "notes" in broken.text
    assert front.split("\n", maxsplit=1)[0] in broken.text


def test_a_note_without_front_matter_says_so() -> None:
    (problem,) = a_journal({ADA: "just words\n"}).problems
    assert (problem.code, problem.message) == ("missing-contact", "this note has no front matter")


def test_former_talks_need_no_file_for_the_person() -> None:
    reading = a_journal({ADA: "---\ncontact: '[[ada-l|Ada]]'\ndate: 2026-03-02\n---\nx"})
    assert [(c.id, c.name) for c in reading.journal.contacts] == [("ada-l", "ada-l")]


def test_everything_wrong_in_a_note_is_said_at_once() -> None:
    front = "contact: Ada\ndate: 03/06/2026\nhelpfulness: 7\ninterest: high\nnext_contact: soon"
    assert problems_of({ADA: f"---\n{front}\n---\nnotes\n"}) == [
        f"{ADA}:3:7: bad-date",
        f"{ADA}:4:14: bad-number",
        f"{ADA}:5:11: bad-number",
        f"{ADA}:6:15: bad-date",
    ]


def test_a_promise_by_no_date_is_pointed_out() -> None:
    tasks = "- [ ] a (by 3 April)\n- [ ] b (by 2026-02-31)\n- [x] c (by 3 May)\n- [ ] d (by the sea)\n"
    expected = [f"{ADA}:5:1: bad-date", f"{ADA}:6:1: bad-date"]
    assert problems_of({ADA: f"---\ncontact: Ada\ndate: 2026-03-02\n---\n{tasks}"}) == expected


def test_footnotes_at_the_end_of_the_note_are_no_part_of_the_last_answer() -> None:
    talk = an_interview("""\
        ---
        contact: Ada
        date: 2026-03-02
        answers:
          industry: The engine.[^3]
        ---
        Notes.[^1]

        ## start
        By accident.[^2]

        ## satisfying

        [^1]: One.
        [^2]: Two.
        [^3]: Three.
        """)
    expected = [("industry", "The engine.[^3]"), ("start", "By accident.[^2]"), ("satisfying", "")]
    assert [(answer.question, answer.text) for answer in talk.answers] == expected
    assert talk.notes == "Notes.[^1]"
    assert [definition.label for definition in talk.definitions] == ["^1", "^2", "^3"]


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ("".join(f"## Heading {n}?\n[^{n}]\n\n[^{n}]: a note\n" for n in range(MANY)), MANY),
        ("## Why?\n" + "[^1] " * MANY + "\n## Notes\n" + "".join(f"[^{n}]: {n}\n" for n in range(MANY)), 1),
        ('[a](b.pdf "' * MANY, 0),
        ("[[Ada]] " * MANY, 0),
        ("<<<<<<< ours\n" + "=======\n" * MANY, 0),
        ("- [ ] write to her (by soon, 1)\n" * MANY, MANY),
    ],
)
def test_a_note_of_thousands_of_lines_is_read_in_no_time(body: str, problems: int) -> None:
    note = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n{body}"
    found = problems_of({ADA: note, "questions/like.md": "---\nask: What do you like?\n---\n"})
    assert len([line for line in found if not line.endswith("no-answers")]) == problems
