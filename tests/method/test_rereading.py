"""Which old answers are worth reading again."""

from iiv.method.rereading import MOST, NEW, worth_rereading
from tests.builders import a_journal

LONG = "She said a good deal about it, in words that one might want to come back to, one of these days."


def talk(day: int, said: str = LONG, person: str = "", helpfulness: int = 3) -> dict[str, str]:
    name = person or f"Person {day:02}"
    answers = f"## start\n\n{said}\n\n## money\n\nEnough.\n"
    front_matter = f"contact: {name}\ndate: 2026-03-{day:02}\nhelpfulness: {helpfulness}\n"
    return {f"interviews/{day:02}.md": f"---\n{front_matter}---\n{answers}"}


def days_of(*talks: dict[str, str]) -> list[int]:
    notes = {path: text for one in talks for path, text in one.items()}
    return [talk.date.day for talk, _ in worth_rereading(a_journal(notes).journal)]


def test_the_latest_talks_are_not_old() -> None:
    assert days_of() == []
    assert days_of(talk(1)) == []
    assert days_of(talk(1), talk(2)) == [1]
    assert days_of(*(talk(day) for day in range(1, NEW + 3))) == [1, 2]


def test_the_most_helpful_come_first_then_the_oldest() -> None:
    assert days_of(talk(1), talk(2, helpfulness=5), talk(3), talk(4)) == [2, 1, 3]


def test_each_person_stands_once_and_there_are_not_many() -> None:
    assert days_of(talk(1, person="Ada"), talk(2, person="Ada", helpfulness=5), talk(3), talk(4)) == [2, 3]
    assert len(days_of(*(talk(day) for day in range(1, 29)))) == MOST


def test_what_is_said_in_a_word_or_takes_long_to_read_is_left_out() -> None:
    assert days_of(talk(1, "Yes."), talk(2, LONG * 20), talk(3), talk(4)) == [3]


def test_of_one_talk_words_of_theirs_win_then_what_has_the_most_themes() -> None:
    two = f"answers:\n  a: {LONG}\n  b: |\n    {{}}\n"
    for said in (f"**“I never looked up.”** {LONG}", f"{LONG} #craft"):
        notes = {
            "interviews/a.md": f"---\ncontact: Ada\ndate: 2026-03-02\n{two.format(said)}---\n",
            "interviews/b.md": "---\ncontact: Grace\ndate: 2026-03-03\n---\nNotes.\n",
        }
        ((_, answer),) = worth_rereading(a_journal(notes).journal)
        assert answer.question == "b"
