"""Which questions a journal asks."""

import datetime as dt

import pytest

from iiv.journal.bank import STARTERS, bank
from iiv.journal.ids import is_file_name
from iiv.journal.model import FormerWording
from tests.builders import a_journal, problems_of


def test_a_question_file() -> None:
    reading = a_journal(
        {
            "questions/start.md": """\
            ---
            ask: How did you get your start?
            order: 2
            topic: Path
            since: 2026-01-01
            formerly:
              - {ask: Where did it begin?, until: 2026-02-01}
              - Why this work?
            ---
            Most of them **fell into it**.
            """,
            "questions/zeal.md": "---\nask: What keeps you going?\norder: 1\n---\n",
            "questions/old.md": "---\nask: And the pay?\nretired: 2026-05-01\norder: 0\n---\n",
            "questions/gone.md": "---\nask: And the hours?\nretired: yes\n---\n",
        }
    )
    assert reading.problems == ()
    assert [question.id for question in reading.journal.questions] == ["zeal", "start", "old", "gone"]
    start = reading.journal.questions_by_id["start"]
    expected = (FormerWording("Where did it begin?", dt.date(2026, 2, 1)), FormerWording("Why this work?"))
    assert start.formerly == expected
    assert (start.synthesis, start.topic, start.since) == (
        "Most of them **fell into it**.",
        "Path",
        dt.date(2026, 1, 1),
    )


def test_what_is_on_the_shortlist_is_not_asked_and_counts_for_no_limit() -> None:
    files = {f"questions/q{n:02}.md": f"---\nask: Question {n}?\nshortlist: yes\n---\n" for n in range(12)}
    files["questions/asked.md"] = "---\nask: And this?\norder: 9\n---\n"
    files["questions/once.md"] = "---\nask: And that?\nshortlist: 2026-05-01\nretired: 2026-06-01\n---\n"
    reading = a_journal(files)
    assert reading.problems == ()
    assert [question.id for question in reading.journal.questions if question.active] == ["asked"]
    assert [question.id for question in reading.journal.questions][-1] == "once"


def test_an_answer_to_what_is_on_the_shortlist_is_found() -> None:
    talk = "---\ncontact: Ada\ndate: 2026-03-02\n---\n## What keeps you awake?\nThe owl.\n"
    question = "---\nask: What keeps you awake?\nshortlist: yes\n---\n"
    reading = a_journal({"interviews/a.md": talk, "questions/awake.md": question})
    assert reading.problems == ()
    assert [answer.question for answer in reading.journal.talks[0].answers] == ["awake"]


@pytest.mark.parametrize(
    "questions",
    [
        {},
        {"questions/start.md": ""},
        {"questions/start.md": "---\norder: 1\n---\n"},
        {"questions/start.md": f"---\nask: {bank()['start'].ask}\n---\n"},
    ],
)
def test_a_question_of_the_bank_is_known_by_its_earlier_wordings(questions: dict[str, str]) -> None:
    start = bank()["start"]
    talk = f"---\ncontact: Ada\ndate: 2026-03-02\n---\n## {start.formerly[0]}\nBy accident.\n"
    reading = a_journal({"interviews/a.md": talk, **questions})
    assert reading.problems == ()
    assert [question.ask for question in reading.journal.questions] == [start.ask]
    assert [answer.question for answer in reading.journal.talks[0].answers] == ["start"]


def test_a_question_in_words_of_ones_own_has_no_earlier_wordings_of_the_bank() -> None:
    reading = a_journal({"questions/start.md": "---\nask: Where did it begin?\n---\n"})
    assert reading.journal.questions[0].formerly == ()


def test_without_question_files_the_answers_say_what_is_asked() -> None:
    front = "contact: Ada\ndate: 2026-03-02\nanswers:\n  regrets: none\n  Start: early"
    note = f"---\n{front}\n---\n## What do you like most about working in this industry?\nPeople.\n"
    reading = a_journal({"interviews/a.md": note})
    expected = [("regrets", "Regrets"), ("start", bank()["start"].ask), ("industry", bank()["industry"].ask)]
    assert [(q.id, q.ask) for q in reading.journal.questions] == expected
    assert [a.question for a in reading.journal.interviews[0].answers] == ["regrets", "start", "industry"]


def test_the_eleventh_question_is_a_problem() -> None:
    files = {f"questions/q{number:02}.md": f"---\nask: Question {number}?\n---\n" for number in range(1, 12)}
    assert problems_of(files) == ["questions/q11.md:1:1: too-many-questions"]


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("order: 1", "missing-ask"),
        ("ask: A?\nformerly: [{ask: B?, when: now}]", "bad-formerly"),
        ("ask: A?\nformerly: [[B?]]", "bad-formerly"),
        ("ask: A?\nformerly: [{ask: B?, until: now}]", "bad-date"),
        ("ask: A?\nretired: maybe", "not-yes-or-no"),
        ("ask: A?\nshortlist: perhaps", "not-yes-or-no"),
    ],
)
def test_what_is_wrong_in_a_question(front: str, code: str) -> None:
    assert [p.split()[-1] for p in problems_of({"questions/q.md": f"---\n{front}\n---\n"})] == [code]


def test_two_questions_worded_the_same_are_a_problem() -> None:
    files = {"questions/a.md": "---\nask: Why?\n---\n", "questions/b.md": "---\nask: why\n---\n"}
    assert problems_of(files) == ["questions/b.md:1:1: same-wording"]


def test_a_broken_question_file_still_collects_its_answers() -> None:
    reading = a_journal(
        {
            "questions/start.md": "---\nask: a: b\n---\n",
            "interviews/a.md": "---\ncontact: Ada\ndate: 2026-03-02\nanswers: {start: early}\n---\n",
        }
    )
    assert [p.code for p in reading.problems] == ["broken-yaml"]
    assert [a.question for a in reading.journal.talks[0].answers] == ["start"]


def test_the_bank_knows_the_five_starters() -> None:
    assert set(STARTERS) <= set(bank())
    assert all(candidate.ask.endswith("?") and candidate.hint for candidate in bank().values())


def test_without_question_files_an_id_counts_as_the_bank_writes_it() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\n---\n## Money\nA note.\n## satisfying\nThe people.\n"
    reading = a_journal({"interviews/a.md": note})
    assert [question.id for question in reading.journal.questions] == ["satisfying"]


def test_a_question_without_a_file_has_an_id_that_can_be_a_files_name() -> None:
    note = """
        ---
        contact: Ada
        date: 2026-03-02
        answers:
          start: By chance.
          ../../../../outside: Nothing.
          con: Much.
          index: More.
          what?: That.
        ---
        """
    journal = a_journal({"interviews/a.md": note}).journal
    ids = [question.id for question in journal.questions]
    assert [id_.partition("-")[0] for id_ in ids] == ["start", "outside", "con", "index", "what"]
    assert all(map(is_file_name, ids))
    assert [answer.question for answer in journal.interviews[0].answers] == ids
