import pytest

from iiv.method.comparison import Comparison, comparison, coverage
from iiv.method.matrix import matrix
from tests.method.people import journal, talk

START = {
    "questions/start.md": """---
ask: How did you begin?
order: 1
formerly:
  - {ask: What was your start?, until: 2026-01-31}
  - {ask: Why this work?, until: 2025-06-30}
---
""",
    "questions/same-path.md": "---\nask: The same path again?\norder: 2\n---\n",
}
ADA = {
    "contacts/ada.md": "---\nname: Ada Lovelace\nrole: Analyst\norganization: Engines\nfield: maths\n---\n"
}


def said(date: str, heading: str, answer: str = "By accident.", **front_matter: str) -> dict[str, str]:
    contact = front_matter.pop("contact", "Ada Lovelace")
    head = "\n".join(f"{key}: {value}" for key, value in front_matter.items())
    return talk(date, head, contact=contact, notes=f"## {heading}\n{answer}\n\n## Other\nMore.\n")


def compared(*notes: dict[str, str]) -> Comparison:
    written = journal(START, *notes)
    return comparison(written, written.questions_by_id["start"])


def test_answers_stand_side_by_side_with_who_gave_them() -> None:
    (entry,) = compared(ADA, said("2026-03-02", "start", role="Countess", helpfulness="4")).entries
    expected = ("Ada Lovelace", "By accident.", "2026-03-02-ada")
    assert (entry.contact.name, entry.answer.text, entry.interview.id) == expected
    assert (entry.role, entry.organization, entry.field) == ("Countess", "Engines", "maths")
    assert entry.helpfulness == 4


def test_who_did_not_answer_and_who_was_not_asked() -> None:
    found = compared(
        said("2026-03-02", "start"),
        said("2026-03-03", "start", "", contact="Grace Hopper"),
        said("2026-03-04", "same-path", contact="Mary Somerville"),
        {"contacts/idea.md": "---\nname: Nobody Yet\n---\n"},
    )
    assert [entry.contact.name for entry in found.entries] == ["Ada Lovelace"]
    assert [contact.name for contact in found.unanswered] == ["Grace Hopper"]
    assert [contact.name for contact in found.not_asked] == ["Mary Somerville"]


def test_who_answered_in_a_later_talk_has_answered() -> None:
    found = compared(said("2026-03-02", "start", ""), said("2026-04-02", "start"))
    assert (len(found.entries), found.unanswered) == (1, ())


@pytest.mark.parametrize(
    ("date", "heading", "wording"),
    [
        ("2026-03-02", "start", ""),
        ("2026-03-02", "What was your start?", "What was your start?"),
        ("2026-03-02", "WHY THIS WORK", "Why this work?"),
        ("2026-01-02", "How did you begin?", ""),
        ("2026-01-31", "start", "What was your start?"),
        ("2025-06-30", "start", "Why this work?"),
        ("2025-07-01", "start", "What was your start?"),
    ],
)
def test_under_which_wording_it_was_asked(date: str, heading: str, wording: str) -> None:
    assert compared(said(date, heading)).entries[0].wording == wording


def test_an_answer_in_the_front_matter_was_asked_in_the_words_of_its_day() -> None:
    answers = "answers:\n  start: By accident."
    assert compared(talk("2026-01-02", answers)).entries[0].wording == "What was your start?"
    assert compared(talk("2026-02-02", answers)).entries[0].wording == ""


def test_coverage_counts_people() -> None:
    written = journal(
        START,
        said("2026-03-02", "start"),
        said("2026-04-02", "start"),
        said("2026-03-03", "start", "", contact="Grace Hopper"),
        said("2026-03-04", "Anything", contact="Mary Somerville"),
        talk("2026-05-01", "channel: phone", contact="Not Yet", notes=""),
    )
    counted = {row.question.id: (row.answered, row.asked, row.talked) for row in coverage(written)}
    assert counted == {"start": (1, 2, 3), "same-path": (0, 0, 3)}


QUESTIONS = {
    "questions/start.md": "---\nask: How did you begin?\norder: 1\n---\n",
    "questions/money.md": "---\nask: How does the money work?\norder: 2\n---\n",
}


def test_people_down_questions_across() -> None:
    written = journal(
        QUESTIONS,
        talk("2026-03-02", contact="Grace Hopper", notes="## start\nIn a clock.\n\n## money\n"),
        talk("2026-04-02", notes="## start\nBy accident."),
        {"contacts/idea.md": "---\nname: Nobody Yet\n---\n"},
    )
    ada, grace = matrix(written)

    assert [row.contact.name for row in (ada, grace)] == ["Ada Lovelace", "Grace Hopper"]
    assert [(len(cell.said), cell.asked) for cell in ada.cells] == [(1, True), (0, False)]
    assert [(len(cell.said), cell.asked) for cell in grace.cells] == [(1, True), (0, True)]
    assert (ada.answered, grace.answered) == (1, 1)


def test_a_second_answer_stands_above_the_first() -> None:
    written = journal(
        QUESTIONS,
        talk("2026-03-02", notes="## start\nBy accident."),
        talk("2026-04-02", notes="## start\nBy design."),
    )
    (ada,) = matrix(written)
    assert [answer.text for _, answer in ada.cells[0].said] == ["By design.", "By accident."]
    assert [talk.id for talk in ada.talks] == ["2026-04-02-ada", "2026-03-02-ada"]


def test_who_was_silent_and_then_spoke_has_spoken() -> None:
    written = journal(
        QUESTIONS,
        talk("2026-03-02", notes="## start\nYes.\n\n## money\n"),
        talk("2026-04-02", notes="## money\nWell."),
    )
    (ada,) = matrix(written)
    assert [answer.text for _, answer in ada.cells[1].said] == ["Well."]
