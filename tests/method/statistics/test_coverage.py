import pytest

from iiv.journal.journal import Journal
from iiv.journal.model import Answer
from iiv.journal.problems import Place
from iiv.method.statistics.coverage import coverage, coverage_said, fullness
from tests.method.statistics.journey import journal_of

START = {"questions/start.md": "---\nask: How did you start?\norder: 1\n---\n"}
END = {"questions/end.md": "---\nask: Where will it end?\norder: 2\n---\n"}
LISTED = {"questions/dog.md": "---\nask: What would your dog say?\nshortlist: yes\n---\n"}


def said(day: str, who: str, *answers: str) -> dict[str, str]:
    lines = "".join(f"  {answer}\n" for answer in answers)
    return {f"interviews/{day}-{who}.md": f"---\ncontact: {who}\ndate: {day}\nanswers:\n{lines}---\nNotes.\n"}


NOTES = (
    START,
    END,
    LISTED,
    said("2026-03-02", "Ada", "start: By chance.", "end: ''"),
    said("2026-03-01", "Grace", f"start: {'word ' * 30}"),
    said("2026-04-02", "Ada", f"start: {'word ' * 90}"),
)


def test_the_fullest_answer_of_each_person_counts_in_order_of_their_first_talk() -> None:
    questions, rows = coverage(journal_of(*NOTES))
    assert [question.id for question in questions] == ["start", "end"]
    expected = [("grace", ("a paragraph", "not asked")), ("ada", ("more", "no answer"))]
    assert [(row.contact, row.cells) for row in rows] == expected


def test_it_is_said_in_a_sentence() -> None:
    assert coverage_said(*coverage(journal_of(*NOTES))) == (
        "“How did you start?” was answered most, by 2 of 2; “Where will it end?” least, by nobody."
    )
    assert coverage_said(*coverage(journal_of(START, NOTES[3]))) == "Each question was answered by 1 of 1."
    assert coverage_said(*coverage(Journal())) == ""


@pytest.mark.parametrize(
    ("words", "full"),
    [(0, "no answer"), (1, "a line"), (24, "a line"), (25, "a paragraph"), (79, "a paragraph"), (80, "more")],
)
def test_how_full_an_answer_is_follows_from_its_words(words: int, full: str) -> None:
    assert fullness(Answer("start", " ".join(["word"] * words), Place(""))) == full
