"""What each question brings."""

from iiv.method.worth import Worth, worth
from tests.builders import a_journal

TALK = "---\ncontact: {}\ndate: 2026-03-02\n---\nHello.\n## start\n{}\n"


def brought(*answers: str) -> Worth:
    """What `start` brings, with these answers."""
    talks = {f"interviews/{n}.md": TALK.format(f"P{n}", answer) for n, answer in enumerate(answers)}
    return worth(a_journal({"questions/start.md": "---\nask: How?\n---\n", **talks}).journal)["start"]


def test_a_question_that_nobody_answered_brings_nothing() -> None:
    assert brought() == brought("") == Worth()


def test_how_long_they_spoke_is_told_by_the_one_in_the_middle() -> None:
    assert brought("One.", "One two\nthree four.", "One two.\n\n" + "and so on " * 50).words == 4


def test_a_quotation_is_what_may_go_back_to_them() -> None:
    assert brought('**"By accident."** So it was.', "Well.\n\n> It rained.").quoted == 2
    assert brought('**By "accident".**', "> [!note]\n> No.").quoted == 0


def test_themes_count_once_an_answer() -> None:
    assert brought("#money and #luck", "no # theme", "#money").themed == 2
