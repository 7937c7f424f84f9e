"""What git leaves in a person's note when it keeps the lines of both sides."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.model import Contact
from tests.builders import a_journal

PATH = "contacts/ada.md"


def ada(text: str) -> tuple[Contact, list[str]]:
    """The person of a note, and its problems as `line: code: message`."""
    reading = a_journal({PATH: text})
    (contact,) = reading.journal.contacts
    problems = [f"{p.place.line}: {p.code}: {p.message}" for p in reading.problems]
    assert {p.severity for p in reading.problems} <= {"warning"}
    return contact, problems


def test_of_a_key_that_stands_twice_the_lower_value_counts() -> None:
    contact, problems = ada("---\nname: Ada\nemail: a@example.org\nemail: b@example.org\n---\n")
    assert contact.email == "b@example.org"
    (problem,) = problems
    assert problem == (
        "4: repeated-key: `email` stands here a second time, after line 3, as `b@example.org`, which counts;"
        " there it is `a@example.org`"
    )
    assert [(unread.key, unread.text) for unread in contact.unread] == [("email", "a@example.org")]


def test_a_value_that_stands_there_twice_is_pointed_out() -> None:
    contact, problems = ada("---\nphone: 123\nphone: 123\n---\n")
    assert (contact.phone, contact.unread) == ("123", ())
    assert problems == ["3: repeated-key: `phone` stands here a second time, after line 2, and says the same"]


@pytest.mark.parametrize(("first", "second"), [("123", ""), ("", "123"), ("123", "~")])
def test_no_value_is_lost_to_an_empty_one(first: str, second: str) -> None:
    contact, problems = ada(f"---\nphone: {first}\nphone: {second}\n---\n")
    assert (contact.phone, contact.unread, problems) == ("123", (), [])


@pytest.mark.parametrize(
    ("first", "second"),
    [("[math, looms]", "[math, people]"), ("math, looms", "[people]"), ("\n  - math\n  - looms", "people")],
)
def test_lists_are_joined(first: str, second: str) -> None:
    contact, problems = ada(f"---\nname: Ada\ntags: {first}\ntags: {second}\n---\n")
    assert set(contact.tags) == {"math", "looms", "people"}
    assert [problem.rpartition(", ")[2] for problem in problems] == ["and both lists count"]


def test_in_the_note_of_a_talk_a_key_that_stands_twice_stays_an_error() -> None:
    note = "---\ncontact: Ada\ndate: 2026-03-02\nhelpfulness: 4\nhelpfulness: 5\n---\nHm.\n"
    reading = a_journal({"interviews/a.md": note})
    assert [(p.code, p.severity) for p in reading.problems] == [("repeated-key", "error")]
    assert [talk.helpfulness for talk in reading.journal.talks] == [4]


@pytest.mark.parametrize(
    "body",
    [
        "\n---\nphone: 123\ntags: [looms]\n---\nShe is kind.\n",
        "She is kind.\n---\nphone: 123\ntags:\n  - looms\n---\n",
        "She is kind.\nphone: 123\ntags: [looms]\n---\n",  # the two had the `---` above in common
        "\nphone: 123\n# a comment\ntags: [looms]\n---\nShe is kind.\n",
    ],
)
def test_further_front_matter_is_read_too(body: str) -> None:
    contact, problems = ada(f"---\nname: Ada\n---\n{body}")
    expected = ("Ada", "123", ("looms",), "She is kind.")
    assert (contact.name, contact.phone, contact.tags, contact.notes) == expected
    assert [problem.partition(": ")[2].partition(":")[0] for problem in problems] == ["second-front-matter"]


def test_a_note_that_stands_there_twice_says_everything_once() -> None:
    note = (
        "---\nname: Ada\nemail: a@example.org\n---\n\n## To do\n\n- [ ] write to her\n\n## Log\n\n"
        "- 2026-02-01 asked by e-mail\n- 2026-02-03 replied\n"
    )
    contact, problems = ada(note + note.replace("[ ]", "[x]").replace("03 replied", "04 replied"))
    assert contact.email == "a@example.org"
    expected = [(1, "asked"), (3, "replied"), (4, "replied")]
    assert [(line.date.day, line.verb) for line in contact.log] == expected
    assert [promise.done for promise in contact.promises] == [True]
    assert [problem.split(": ")[1] for problem in problems] == [
        "second-front-matter",
        "repeated-task",
        "repeated-section",
        "repeated-line",
    ]


@pytest.mark.parametrize(
    "body",
    [
        *("Above.\n\n---\n\nBelow.\n", "Above\n---\nBelow.\n", "```\nphone: 123\n---\n```\n"),
        *("hat: grey\n---\n", "- phone: 123\n---\n", "phone: [123\n---\n"),
    ],
)
def test_a_line_across_the_page_is_no_front_matter(body: str) -> None:
    contact, problems = ada(f"---\nname: Ada\n---\n{body}")
    assert (contact.phone, contact.notes, problems) == ("", body.strip("\n"), [])


def test_equal_lines_of_a_log_count_once() -> None:
    line = "- 2026-02-01 asked by e-mail: a second time"
    contact, problems = ada(
        f"---\nname: Ada\n---\n## Log\n{line}\n{line}\n- 2026-02-01 asked by e-mail\n{line}\n"
    )
    assert [line.note for line in contact.log] == ["a second time", ""]
    message = "repeated-line: this line stands on line 5 already, and counts once"
    assert problems == [f"6: {message}", f"8: {message}"]


def test_every_log_is_read_and_what_stands_between_is_notes() -> None:
    contact, problems = ada(
        "---\nname: Ada\n---\nBefore.\n\n## Log\n- 2026-02-01 asked\n## Log\n- 2026-02-03 replied\n\n"
        "## More\nBetween.\n\n## Log\n- 2026-02-04 wrote\n"
    )
    assert [line.date for line in contact.log] == [dt.date(2026, 2, day) for day in (1, 3, 4)]
    assert contact.notes == "Before.\n\n\n\n## More\nBetween."
    assert [problem.split(":")[0] for problem in problems] == ["8", "14"]


LINES = st.sampled_from(
    [
        *("name: Ada", "email: a@example.org", "phone: 1", "tags: [a]", "---", "## Log"),
        *("- 2026-02-01 asked", "Hm.", ""),
    ]
)


@given(st.lists(LINES, max_size=12))
def test_whatever_lines_come_together_every_word_is_somewhere(lines: list[str]) -> None:
    reading = a_journal({PATH: "\n".join(["---", "name: Ada", "---", *lines, "last words"])})
    (contact,) = reading.journal.contacts
    held = [contact.name, contact.email, contact.phone, *contact.tags, contact.notes]
    held += [unread.text for unread in contact.unread] + [line.verb for line in contact.log]
    for word in {word for line in lines for word in line.replace("[", " ").replace("]", " ").split()[-1:]}:
        assert word in {"---", "Log"} or any(word in text for text in held), (word, held)
