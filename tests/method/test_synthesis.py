"""Which question to write about next."""

import pytest

from iiv.journal.edit.question import question_text
from iiv.method.synthesis import has_synthesis, next_synthesis
from tests.builders import a_journal


def talks(**answered: int) -> dict[str, str]:
    """So many talks, one a month of 2026, that answer each question."""
    return {
        f"interviews/{id_}-{month}.md": f"---\ncontact: P{month}\ndate: 2026-{month:02}-02\n"
        f"answers:\n  {id_}: Yes.\n---\n"
        for id_, number in answered.items()
        for month in range(1, number + 1)
    }


def question(id_: str, body: str = "", front_matter: str = "") -> dict[str, str]:
    return {f"questions/{id_}.md": f"---\nask: What of {id_}?\n{front_matter}---\n{body}\n"}


@pytest.mark.parametrize(
    ("notes", "found"),
    [
        ({}, None),
        (question("a") | talks(a=1), None),
        (question("a") | question("b") | talks(a=2, b=3), ("b", 3, 3)),
        (question("a") | question("b") | talks(a=2, b=2), ("a", 2, 2)),
        (question("a") | question("b", "So it is.") | talks(a=2, b=3), ("a", 2, 2)),
        (question("a", "So.") | talks(a=9), None),
        (question("a") | question("b", "So.", "as_of: 2026-04-30\n") | talks(a=2, b=9), ("b", 9, 5)),
        (question("a", "So.", "as_of: 2026-08-02\n") | talks(a=9), None),
        (question("a", "<!-- So. -->") | talks(a=2), ("a", 2, 2)),
        (question("a", "", "retired: yes\n") | talks(a=9), None),
        (question("a", "", "shortlist: yes\n") | talks(a=9), None),
    ],
    ids=[
        *("nothing", "one answer", "most answers", "the first of equals", "nothing written", "all written"),
        *("most newer answers", "one newer answer", "only a comment", "no longer asked", "on the shortlist"),
    ],
)
def test_the_question_to_write_about_next(notes: dict[str, str], found: tuple[str, int, int] | None) -> None:
    one = next_synthesis(a_journal(notes).journal)
    assert found == (one and (one.question.id, one.answers, one.newer))


def test_what_a_new_question_says_to_write_is_no_synthesis() -> None:
    (new,) = a_journal({"questions/a.md": question_text("What?")}).journal.questions
    assert not has_synthesis(new)


def test_a_day_that_is_none_is_a_problem_and_the_question_stays() -> None:
    reading = a_journal(question("a", "So.", "as_of: in spring\n"))
    assert [(one.code, one.place.line) for one in reading.problems] == [("bad-date", 3)]
    assert reading.journal.questions[0].as_of is None
