"""Copies that sync programs make count for nothing, and what only looks like one counts."""

import pytest

from iiv.method.rules import all_follow_ups
from tests.builders import a_journal, problems_of

TALK = (
    "---\ncontact: Ada Lovelace\ndate: 2026-03-02\nhelpfulness: 4\n---\n"
    "## How did you get your start in this work?\nBy chance, as she was asked to check a table of numbers.\n"
)
LATER = (
    "---\ncontact: Ada Lovelace\ndate: 2026-03-02\nhelpfulness: 4\n---\n"
    "## How did you get your start in this work?\nWe spoke again in the evening, of teaching and of looms.\n"
)
ADA = "---\nname: Ada Lovelace\nemail: ada@example.org\n---\n"
START = "---\nask: How did you get your start in this work?\n---\n"
NOTE, PERSON, QUESTION = "interviews/2026-03-02-ada", "contacts/ada-lovelace", "questions/start"
COPIES = (
    " (conflicted copy 2026-03-03)",
    ".sync-conflict-20260303-101112-ABCDEFG",
    " 2",
    " - Copy",
    "-LAPTOP123",
)


def owed(files: dict[str, str]) -> list[str]:
    reading = a_journal(files)
    return [item.id for item in all_follow_ups(reading.journal, reading.settings)]


@pytest.mark.parametrize("ending", COPIES)
@pytest.mark.parametrize(("path", "text"), [(NOTE, TALK), (PERSON, ADA), (QUESTION, START)])
def test_a_copy_is_a_problem_that_names_its_note_and_counts_for_nothing(
    path: str, text: str, ending: str
) -> None:
    files = {f"{NOTE}.md": TALK, f"{PERSON}.md": ADA, f"{QUESTION}.md": START}
    without = a_journal(files).journal
    reading = a_journal({**files, f"{path}{ending}.md": text})
    (problem,) = reading.problems
    assert str(problem) == (
        f"journal/{path}{ending}.md:1:1: copy: this is a copy of journal/{path}.md, and counts for nothing"
        " (it says nothing that the note does not: delete it)"
    )
    journal = reading.journal
    expected = (without.interviews, without.contacts, without.questions)
    assert (journal.interviews, journal.contacts, journal.questions) == expected
    assert [(note.copy_of, note.text) for note in journal.broken] == [(f"journal/{path}.md", text)]
    assert owed({**files, f"{path}{ending}.md": text}) == owed(files)


@pytest.mark.parametrize("name", ["me", "index"])
@pytest.mark.parametrize("ending", COPIES)
def test_a_copy_of_me_and_of_the_home_page(name: str, ending: str) -> None:
    files = {f"{name}.md": "I look around.\n", f"{name}{ending}.md": "I look around.\nAnd further.\n"}
    (problem,) = a_journal(files).problems
    assert (problem.code, problem.hint) == (
        "copy",
        "it has a line that the note does not: put what is right into the note, then delete this file",
    )


def test_it_says_in_which_lines_they_differ() -> None:
    newer = TALK.replace("4", "5") + "And more.\n"
    (note,) = a_journal({f"{NOTE}.md": TALK, f"{NOTE} 2.md": newer}).journal.broken
    assert (note.only_here, note.only_there) == (("helpfulness: 5", "And more."), ("helpfulness: 4",))


@pytest.mark.parametrize(
    "text", [LATER, TALK.replace("Ada Lovelace", "Grace Hopper"), TALK.replace("2026-03-02", "2026-03-05")]
)
@pytest.mark.parametrize("ending", [" 2", " (1)", " copy", "-Evening", "-2"])
def test_another_talk_with_such_a_name_is_a_talk(text: str, ending: str) -> None:
    journal = a_journal({f"{NOTE}.md": TALK, f"{NOTE}{ending}.md": text}).journal
    assert (len(journal.talks), journal.broken) == (2, ())


@pytest.mark.parametrize("text", [TALK, LATER])
def test_a_second_talk_on_one_day_is_pointed_out(text: str) -> None:
    reading = a_journal({f"{NOTE}.md": TALK, f"{NOTE}-2.md": text})
    assert len(reading.journal.talks) == 2
    (problem,) = reading.problems
    assert str(problem) == (
        f"journal/{NOTE}-2.md:1:1: same-day: this is another talk with Ada Lovelace on 2026-03-02:"
        f" there is journal/{NOTE}.md"
        " (make one note of the two; if there were two talks, give this one its time: `2026-03-02 15:00`)"
    )
    at_three = text.replace("2026-03-02", "2026-03-02 15:00")
    assert problems_of({f"{NOTE}.md": TALK, f"{NOTE}-2.md": at_three}) == []


def test_a_note_that_is_only_prepared_is_no_second_talk() -> None:
    prepared = "---\ncontact: Ada Lovelace\ndate: 2026-03-02\nhelpfulness:\n---\n\n## start\n"
    assert problems_of({f"{NOTE}.md": TALK, f"{NOTE}-2.md": prepared}) == []


def test_two_people_of_one_name_and_two_questions_are_no_copies() -> None:
    other = "---\nname: Ada Lovelace\nemail: other@example.org\nknow: from the harbour\n---\n"
    assert problems_of({f"{PERSON}.md": ADA, f"{PERSON} 2.md": other}) == []
    other = "---\nask: What would you do in my place?\n---\n"
    assert problems_of({f"{QUESTION}.md": START, f"{QUESTION} copy.md": other}) == []


def test_a_question_that_was_reworded_in_one_of_the_two_is_the_same() -> None:
    reworded = "---\nask: Where did it begin?\nformerly: [How did you get your start in this work?]\n---\n"
    assert problems_of({f"{QUESTION}.md": reworded, f"{QUESTION} 2.md": START}) == [
        f"{QUESTION} 2.md:1:1: copy"
    ]


@pytest.mark.parametrize("path", [NOTE, PERSON, QUESTION])
def test_a_copy_whose_note_is_gone_counts_as_the_note(path: str) -> None:
    files = {f"{NOTE}.md": TALK, f"{PERSON}.md": ADA, f"{QUESTION}.md": START}
    journal = a_journal(files).journal
    copy = f"{path} (conflicted copy 2026-03-03).md"
    files[copy] = files.pop(f"{path}.md")
    reading = a_journal(files)
    name = path.partition("/")[2]
    (problem,) = reading.problems
    assert str(problem) == (
        f"journal/{copy}:1:1: copy-alone: this is named as a copy of `{name}.md`, which is not there:"
        f" it counts as that note (rename it to `{name}.md`)"
    )
    for had, has in (
        (journal.interviews, reading.journal.interviews),
        (journal.contacts, reading.journal.contacts),
        (journal.questions, reading.journal.questions),
    ):
        assert [one.id for one in had] == [one.id for one in has]


def test_of_two_copies_whose_note_is_gone_one_counts() -> None:
    files = {f"{NOTE} (conflicted copy 2026-03-0{day}).md": TALK for day in (3, 4)}
    files |= {"me (conflicted copy 2026-03-03).md": "I look around.\n"}
    reading = a_journal(files)
    expected = [("3).md", "copy-alone"), ("3).md", "copy-alone"), ("4).md", "copy")]
    assert sorted((problem.place.path[-5:], problem.code) for problem in reading.problems) == expected
    assert [talk.id for talk in reading.journal.talks] == ["2026-03-02-ada"]
    assert reading.journal.me.pitch == "I look around."


def test_a_copy_of_a_copy_names_the_note() -> None:
    files = {f"{NOTE}.md": TALK, f"{NOTE} 2.md": TALK, f"{NOTE} 2 (conflicted copy 2026-03-03).md": TALK}
    assert {note.copy_of for note in a_journal(files).journal.broken} == {f"journal/{NOTE}.md"}


def test_a_copy_is_found_whatever_else_is_wrong_with_either() -> None:
    broken = TALK.replace("---\n#", "shift: a: b\n---\n#")
    for note, copy in ((TALK, broken), (broken, TALK), (broken, broken)):
        reading = a_journal({f"{NOTE}.md": note, f"{NOTE} 2.md": copy})
        assert [p.code for p in reading.problems if p.place.path.endswith(" 2.md")] == ["copy"]
    files: dict[str, str | bytes] = {f"{NOTE}.md": TALK, f"{NOTE} 2.md": TALK.encode("utf-16")}
    assert [note.id[:16] for note in a_journal(files).journal.broken] == ["2026-03-02-ada 2"]


def test_names_compare_as_they_do_on_disks() -> None:
    composed, taken_apart = (
        "contacts/jos\N{LATIN SMALL LETTER E WITH ACUTE}",
        "contacts/jose\N{COMBINING ACUTE ACCENT}",
    )
    files = {f"{composed}.md": "---\nname: José\n---\n", f"{taken_apart} - Copy.md": "---\nname: José\n---\n"}
    (note,) = a_journal(files).journal.broken
    assert note.copy_of == f"journal/{composed}.md"


def test_a_copy_in_another_folder_of_the_kind_is_one() -> None:
    files = {"interviews/2026/a.md": TALK, "interviews/a (conflicted copy 2026-03-03).md": TALK}
    assert problems_of(files) == ["interviews/a (conflicted copy 2026-03-03).md:1:1: copy"]


def test_what_is_no_note_of_ours_has_no_copies() -> None:
    files = {"ideas.md": "x", "ideas 2.md": "x", "drafts/a.md": "x", "drafts/a (1).md": "x"}
    assert {problem.rpartition(" ")[2] for problem in problems_of(files)} == {"unknown-note"}
