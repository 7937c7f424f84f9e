"""A note in conflict is shown and named; its person is left in peace, its question stays known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iiv.journal.parse.conflicts import conflict_line, sides
from iiv.method.appointments import prepared_notes
from iiv.method.rules import all_follow_ups
from tests.builders import a_journal

ASK = "How did you get your start in this work?"
TALK = f"---\ncontact: Ada Lovelace\ndate: 2026-03-02\nhelpfulness: 4\n---\n## {ASK}\nBy chance.\n"
PREPARED = "---\ncontact: Ada Lovelace\ndate: 2026-09-02\n---\n"
ADA = "---\nname: Ada Lovelace\nemail: ada@example.org\n---\n\n## Log\n\n- 2026-02-01 asked\n"
GRACE = "---\nname: Grace Hopper\n---\n\n## Log\n\n- 2026-02-01 asked\n"


def conflict(ours: str, theirs: str) -> str:
    return f"<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> theirs"


def asked_of(files: dict[str, str]) -> set[str]:
    reading = a_journal(files)
    return {item.contact for item in all_follow_ups(reading.journal, reading.settings)}


FILES = {"contacts/ada.md": ADA, "contacts/grace.md": GRACE, "interviews/a.md": TALK}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "contacts/ada.md",
            ADA.replace("- 2026-02-01 asked", conflict("- 2026-02-01 asked", "- 2026-02-02 asked")),
        ),
        (
            "contacts/ada.md",
            ADA.replace("name: Ada Lovelace", conflict("name: Ada Lovelace", "name: Ada King")),
        ),
        ("interviews/a.md", TALK.replace("By chance.", conflict("By chance.", "By accident."))),
        ("interviews/a.md", TALK.replace("helpfulness: 4", conflict("helpfulness: 4", "helpfulness: 5"))),
        ("interviews/b.md", conflict(TALK.strip(), TALK.replace("chance", "accident").strip())),
    ],
)
def test_of_somebody_whose_note_is_in_conflict_nothing_is_asked(path: str, text: str) -> None:
    assert asked_of(FILES) == {"ada", "grace"}
    files = {**FILES, path: text}
    assert asked_of(files) == {"grace"}
    reading = a_journal(files)
    (problem,) = reading.problems
    assert (problem.place.path, problem.code) == (f"journal/{path}", "merge-conflict")
    assert text.split("\n")[problem.place.line - 1] == "<<<<<<< HEAD"
    assert problem.hint.endswith("until then nothing is asked of you for this person")
    assert [note.text for note in reading.journal.broken] == [text]
    assert len(reading.journal.contacts) == 2


def test_a_note_that_names_two_people_holds_both_back() -> None:
    text = TALK.replace(
        "contact: Ada Lovelace", conflict("contact: Ada Lovelace", "contact: [[Grace Hopper]]")
    )
    assert asked_of({**FILES, "interviews/a.md": text}) == set()


def test_notes_that_were_prepared_are_not_asked_for_either() -> None:
    files = {"interviews/b.md": PREPARED}
    assert len(prepared_notes(a_journal(files).journal)) == 1
    files["interviews/a.md"] = TALK.replace("By chance.", conflict("By chance.", "By accident."))
    assert prepared_notes(a_journal(files).journal) == ()


def test_who_is_in_conflict_goes_by_the_names_of_both_sides() -> None:
    text = ADA.replace("name: Ada Lovelace", conflict("name: Ada King", "name: Ada Lovelace\naliases: [Ada]"))
    talks = {
        f"interviews/{n}.md": TALK.replace("Ada Lovelace", name) for n, name in enumerate(("Ada King", "Ada"))
    }
    journal = a_journal({"contacts/ada.md": text, **talks}).journal
    assert [(contact.id, contact.name, contact.aliases) for contact in journal.contacts] == [
        ("ada", "Ada King", ("Ada Lovelace", "Ada"))
    ]
    assert {talk.contact for talk in journal.talks} == {"ada"}


def test_a_question_in_conflict_is_known_by_the_wordings_of_both_sides() -> None:
    ours = f"ask: Where did it begin?\nformerly: [{ASK}]"
    theirs = f"ask: How did it all begin?\nformerly: [{ASK}, What came first?]"
    question = f"---\n{conflict(ours, theirs)}\ntopic: Beginnings\norder: 3\n---\n"
    wordings = (ASK, "Where did it begin?", "How did it all begin?", "What came first?")
    talks = {
        f"interviews/{n}.md": TALK.replace(ASK, ask).replace("-02", f"-1{n}")
        for n, ask in enumerate(wordings)
    }
    reading = a_journal({"questions/start.md": question, **talks})
    assert [problem.code for problem in reading.problems] == ["merge-conflict"]
    assert [[answer.question for answer in talk.answers] for talk in reading.journal.talks] == [["start"]] * 4
    (start,) = reading.journal.questions
    assert (start.ask, start.order, start.topic) == ("Where did it begin?", 3, "Beginnings")


def test_a_question_that_one_side_retired_makes_no_other_one_too_many() -> None:
    files = {f"questions/q{n}.md": f"---\nask: Question {n}?\norder: {n}\n---\n" for n in range(10)}
    files["questions/old.md"] = f"---\nask: What else?\n{conflict('topic: a', 'retired: yes')}\n---\n"
    assert [problem.code for problem in a_journal(files).problems] == ["merge-conflict"]


def test_a_question_of_which_neither_side_can_be_read_is_one_of_its_id() -> None:
    text = conflict("---\nask: a: b\n---", "---\nask: c: d\n---")
    journal = a_journal({"questions/my-own.md": text}).journal
    assert [(question.id, question.ask) for question in journal.questions] == [("my-own", "My own")]


def test_me_in_conflict_is_named_and_its_text_is_there() -> None:
    text = f"I plan.\n{conflict('Much.', 'Little.')}\n"
    reading = a_journal({**FILES, "me.md": text})
    (problem,) = reading.problems
    assert f"{problem.place}: {problem.hint}" == (
        "journal/me.md:2:1: keep the lines that are right; delete the others, and the lines with"
        " `<<<<<<<`, `=======`, `>>>>>>>`"
    )
    assert [note.text for note in reading.journal.broken] == [text]
    assert reading.journal.held_back == frozenset()


LINE = st.sampled_from(["", "a", "- b", "=======", "---", "c: d"])
LINES = st.lists(LINE, max_size=3)
PLAIN = st.lists(LINE.filter(lambda line: line != "======="), max_size=3)


def lines_of_a_conflict(ours: list[str], theirs: list[str], base: list[str] | None = None) -> list[str]:
    before = [] if base is None else ["||||||| 1a2b3c", *base]
    return ["<<<<<<< HEAD", *ours, *before, "=======", *theirs, ">>>>>>> theirs"]


@given(LINES, PLAIN, PLAIN, st.none() | PLAIN, LINES)
def test_both_versions_of_a_conflict_are_there_again(
    above: list[str], ours: list[str], theirs: list[str], base: list[str] | None, below: list[str]
) -> None:
    text = "\n".join([*above, *lines_of_a_conflict(ours, theirs, base), *below])
    assert conflict_line(text) == len(above) + 1
    assert sides(text) == ("\n".join([*above, *ours, *below]), "\n".join([*above, *theirs, *below]))


def test_of_several_conflicts_each_side_is_one_version() -> None:
    text = "\n".join([*lines_of_a_conflict(["a"], ["b"]), "between", *lines_of_a_conflict(["c"], ["d", "e"])])
    assert sides(text) == ("a\nbetween\nc", "b\nbetween\nd\ne")


@given(st.lists(LINE))
def test_a_row_of_signs_alone_is_no_conflict(lines: list[str]) -> None:
    assert (conflict_line("\n".join(lines)), sides("\n".join(lines))) == (0, ())
