from iiv.method.matrix import matrix
from tests.method.people import journal, talk

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
